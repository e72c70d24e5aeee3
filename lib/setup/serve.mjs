import path from "node:path";

import { requireFreePort, toUrl } from "./port.mjs";
import { endedHow, Failure, launch, root, stopping } from "./processes.mjs";
import { inSeconds, outcomes, secondsSince } from "./steps.mjs";

const timeoutSeconds = 120;

/**
 * The Node.js options and the environment of the server. The heap may grow as far as Node.js
 * allows on the machine. A smaller space for new objects makes a page 5 % slower and saves 50 MB; many
 * threads would each hold memory.
 */
export const nodeArguments = ["--max-semi-space-size=4"];
export const serverEnvironment = { UV_THREADPOOL_SIZE: "16", MALLOC_ARENA_MAX: "2" };

/** How many times a server that ends by itself is restarted, and within what time. */
const mostStarts = 5;
const startsWithin = 600_000;

/**
 * Serves the site until a signal, prints when it responds, and returns its status. A server that ends by itself
 * is restarted.
 * @param {"start" | "dev"} mode
 * @param {{ host: string, port: number }} address
 */
export async function serve(mode, address) {
  await requireFreePort(address);
  if (stopping()) return stopping();
  const next = path.join(root, "node_modules", "next", "dist", "bin", "next");
  const own = [next, mode, "-H", address.host, "-p", String(address.port)];
  const begin = () =>
    launch(process.execPath, [...(mode === "dev" ? [] : nodeArguments), ...own], {
      env: { NODE_ENV: mode === "dev" ? "development" : "production", ...serverEnvironment },
    }).ended;
  const since = Date.now();
  const first = begin();
  let isEnded = false;
  first.then(() => {
    isEnded = true;
  });

  const health = await firstAnswer(`${toUrl(address)}/api/health`, () => isEnded || stopping() !== 0);
  if (stopping()) return first;
  if (isEnded)
    throw new Failure(`The server ended ${endedHow(await first)} before it answered; its message is above.`);
  if (health === undefined) {
    console.error(`The server has not answered for ${timeoutSeconds} s; it is left running.`);
  } else if (health >= 400) {
    console.error(`The server runs, but ${toUrl(address)}/api/health answers ${health}.`);
  }
  const steps = [...outcomes, { name: "server", seconds: secondsSince(since) }];
  const total = steps.reduce((sum, { seconds }) => sum + seconds, 0);
  const times = steps.map(({ name, seconds }) => `${name} ${inSeconds(seconds)}`).join(", ");
  console.log(`\nReady after ${inSeconds(total)} (${times}).\nOpen ${toUrl(address)} ; stop with Ctrl-C.`);
  return keepRunning(first, begin);
}

/**
 * Waits for a server to end, and restarts it unless it was stopped.
 * @param {Promise<number>} first the status that the running server ends with
 * @param {() => Promise<number>} begin starts it again
 * @param {{ isStopping?: () => boolean, now?: () => number }} [options]
 */
export async function keepRunning(
  first,
  begin,
  { isStopping = () => stopping() !== 0, now = Date.now } = {},
) {
  /** @type {number[]} */
  let ends = [];
  for (let running = first; ; running = begin()) {
    const status = await running;
    if (isStopping()) return status;
    ends = [...ends.filter((end) => end > now() - startsWithin), now()];
    const how = `The server ended ${endedHow(status)} unexpectedly`;
    if (ends.length > mostStarts)
      throw new Failure(`${how}, for the ${ends.length}th time in ten minutes. It is not started again.`);
    console.error(
      `${how}. Starting it again (${ends.length} of at most ${mostStarts} times in ten minutes).`,
    );
  }
}

/**
 * The status of the first response, or `undefined` if none comes in time or the wait is over.
 * @param {string} url
 * @param {() => boolean} isOver
 * @param {number} [seconds]
 */
export async function firstAnswer(url, isOver, seconds = timeoutSeconds) {
  const since = Date.now();
  while (!isOver() && secondsSince(since) < seconds) {
    try {
      return (await fetch(url, { signal: AbortSignal.timeout(30_000) })).status;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  return undefined;
}
