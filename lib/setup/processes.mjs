import childProcess from "node:child_process";
import os from "node:os";
import path from "node:path";
import url from "node:url";

/** The repository's root folder; every command runs there. */
export const root = path.resolve(path.dirname(url.fileURLToPath(import.meta.url)), "..", "..");

/** An error that a person can act on: printed as its message, without a stack. */
export class Failure extends Error {}

/** @typedef {import("node:child_process").ChildProcess} ChildProcess */
/** @typedef {Record<string, string | undefined>} Env */
/**
 * Output is printed at once, all together at the end, or not at all.
 * @typedef {{ cwd?: string, env?: Env, output?: "live" | "after" | "hidden", ownGroup?: boolean }} Options
 */

/** @type {Map<ChildProcess, boolean>} Each running command, and whether it leads a group of its own. */
const running = new Map();
const graceMilliseconds = 10_000;
let stopStatus = 0;

/** The exit status after a signal to stop, else 0. */
export const stopping = () => stopStatus;

/** @param {NodeJS.Signals} signal */
function signalAll(signal) {
  for (const [child, leadsGroup] of running) {
    try {
      // Test runners stop their children at SIGINT only.
      if (leadsGroup && child.pid) process.kill(-child.pid, signal === "SIGTERM" ? "SIGINT" : signal);
      else child.kill(signal);
    } catch {
      // It has ended already.
    }
  }
}

/** @param {NodeJS.Signals} signal @param {number} status */
function stop(signal, status) {
  stopStatus = stopStatus || status;
  if (running.size === 0) process.exit(stopStatus);
  signalAll(signal);
  setTimeout(() => signalAll("SIGKILL"), graceMilliseconds).unref();
}

/** Passes a signal on to every running child, and kills those still running ten seconds later. */
export function forwardSignals() {
  process.on("SIGINT", () => stop("SIGINT", 130));
  process.on("SIGTERM", () => stop("SIGTERM", 143));
  process.on("SIGHUP", () => stop("SIGTERM", 129));
  // An uncaught error must not leave a server running.
  process.on("exit", () => signalAll("SIGKILL"));
  // A signal to npm ends the shell between npm and this program, which does not pass it on.
  if (process.env.npm_lifecycle_event && process.platform !== "win32") {
    const parent = process.ppid;
    setInterval(() => {
      if (process.ppid !== parent && stopStatus === 0) stop("SIGTERM", 143);
    }, 250).unref();
  }
}

/** How a command ended, in words: "by SIGABRT", "with status 1". @param {number} status */
export function endedHow(status) {
  const signal = Object.entries(os.constants.signals).find(([, number]) => number === status - 128);
  return signal ? `by ${signal[0]}` : `with status ${status}`;
}

/**
 * Starts a command, by default in the repository's root.
 * @param {string} command
 * @param {string[]} args
 * @param {Options} [options]
 */
export function launch(command, args, { cwd = root, env = {}, output = "live", ownGroup = false } = {}) {
  const leadsGroup = ownGroup && process.platform !== "win32";
  /** @type {string[]} */
  const collected = [];
  const child = childProcess.spawn(command, args, {
    cwd,
    env: /** @type {NodeJS.ProcessEnv} */ ({ ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env }),
    stdio: output === "live" ? ["ignore", "inherit", "inherit"] : ["ignore", "pipe", "pipe"],
    detached: leadsGroup,
    // Windows starts .cmd files only through its shell.
    shell: process.platform === "win32" && command.endsWith(".cmd"),
  });
  running.set(child, leadsGroup);
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) stream.setEncoding("utf8").on("data", (/** @type {string} */ text) => collected.push(text));
  }
  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => {
    child.on("error", (error) => {
      running.delete(child);
      console.error(`${command}: ${error.message}`);
      resolve(127);
    });
    child.on("close", (code, signal) => {
      running.delete(child);
      resolve(code ?? 128 + (signal ? os.constants.signals[signal] : 0));
    });
  });
  return { child, ended, readOutput: () => collected.join("") };
}

/**
 * Runs a command to its end; a status other than 0 throws.
 * @param {string} command
 * @param {string[]} args
 * @param {Options & { advice?: string }} [options]
 */
export async function run(command, args, { advice = "Its message is above.", ...options } = {}) {
  const { ended, readOutput } = launch(command, args, options);
  const status = await ended;
  if (options.output === "after") process.stdout.write(readOutput());
  if (stopping()) throw new Failure("stopped");
  if (status !== 0) throw new Failure(`It ended with status ${status}. ${advice}`);
}

/**
 * Runs the npm that started this program, or the one on the path, in its own process group, so
 * that a signal also reaches the children of its scripts.
 * @param {string[]} args
 * @param {Options & { advice?: string }} [options]
 */
export function npm(args, options) {
  const own = process.env.npm_execpath;
  if (own && /npm-cli\.c?js$/.test(own)) {
    return run(process.execPath, [own, ...args], { ...options, ownGroup: true });
  }
  return run(process.platform === "win32" ? "npm.cmd" : "npm", args, { ...options, ownGroup: true });
}
