import path from "node:path";

import { requireFreePort, toUrl } from "./port.mjs";
import { Failure, launch, root, stopping } from "./processes.mjs";
import { inSeconds, outcomes, secondsSince } from "./steps.mjs";

const patienceSeconds = 120;

/**
 * What the server is started with, before its own command and in its environment. Without a limit, the heap of about
 * 65 MB grows to four times that under load, and each of many threads keeps memory to itself; both only cost room.
 * A smaller room for new objects makes a page one twentieth slower and takes 50 MB less.
 */
export const nodeArguments = ["--max-old-space-size=192", "--max-semi-space-size=4"];
export const serverEnvironment = { UV_THREADPOOL_SIZE: "16", MALLOC_ARENA_MAX: "2" };

/**
 * Serves the site until it ends, says when it answers, and returns its status.
 * @param {"start" | "dev"} mode
 * @param {{ host: string, port: number }} address
 */
export async function serve(mode, address) {
  await requireFreePort(address);
  if (stopping()) return stopping();
  const since = Date.now();
  const next = path.join(root, "node_modules", "next", "dist", "bin", "next");
  const own = [next, mode, "-H", address.host, "-p", String(address.port)];
  const { ended } = launch(process.execPath, [...(mode === "dev" ? [] : nodeArguments), ...own], {
    env: { NODE_ENV: mode === "dev" ? "development" : "production", ...serverEnvironment },
  });
  let isEnded = false;
  const status = ended.then((code) => {
    isEnded = true;
    return code;
  });

  const health = await firstAnswer(`${toUrl(address)}/api/health`, () => isEnded || stopping() !== 0);
  if (stopping()) return status;
  if (isEnded)
    throw new Failure(
      `The server ended with status ${await status} before it answered; its message is above.`,
    );
  if (health === undefined) {
    console.error(`The server has not answered for ${patienceSeconds} s; it is left running.`);
  } else if (health >= 400) {
    console.error(`The server runs, but ${toUrl(address)}/api/health answers ${health}.`);
  }
  const steps = [...outcomes, { name: "server", seconds: secondsSince(since) }];
  const total = steps.reduce((sum, { seconds }) => sum + seconds, 0);
  const times = steps.map(({ name, seconds }) => `${name} ${inSeconds(seconds)}`).join(", ");
  console.log(`\nReady after ${inSeconds(total)} (${times}).\nOpen ${toUrl(address)} ; stop with Ctrl-C.`);
  return status;
}

/**
 * The status of the first answer, or nothing when there is none in time.
 * @param {string} url
 * @param {() => boolean} isOver
 */
async function firstAnswer(url, isOver) {
  const since = Date.now();
  while (!isOver() && secondsSince(since) < patienceSeconds) {
    try {
      return (await fetch(url, { signal: AbortSignal.timeout(30_000) })).status;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  return undefined;
}
