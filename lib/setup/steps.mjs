import fs from "node:fs";
import path from "node:path";

import { Failure, forwardSignals, root, stopping } from "./processes.mjs";

/** @typedef {{ name: string, result: string, seconds: number }} Outcome */

/** Every step taken so far, in the order in which they ended. @type {Outcome[]} */
export const outcomes = [];

/** @param {number} since */
export const secondsSince = (since) => (Date.now() - since) / 1000;

/** @param {number} seconds */
export const inSeconds = (seconds) => `${seconds.toFixed(1)} s`;

/**
 * Runs one step and prints its result. Work that has nothing to do returns the text to print.
 * @param {string} name
 * @param {() => Promise<string | void> | string | void} work
 */
export async function step(name, work) {
  const since = Date.now();
  try {
    const nothingToDo = await work();
    const seconds = secondsSince(since);
    console.log(`${name}: ${nothingToDo || `done in ${inSeconds(seconds)}`}`);
    outcomes.push({ name, result: nothingToDo || "done", seconds });
  } catch (error) {
    const seconds = secondsSince(since);
    outcomes.push({ name, result: "failed", seconds });
    if (stopping()) throw error;
    if (!(error instanceof Failure)) throw error;
    throw new Failure(`${name}: failed after ${inSeconds(seconds)}. ${error.message}`);
  }
}

/**
 * The sentence about a Node.js that is too old, or `undefined`.
 * @param {string} found
 * @param {string} wanted such as ">=20.19"
 */
export function oldNode(found, wanted) {
  const [major = 0, minor = 0] = found.split(".").map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = wanted
    .replace(/[^\d.]/g, "")
    .split(".")
    .map(Number);
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return undefined;
  return `This program needs Node.js ${wantedMajor}.${wantedMinor} or newer and found ${found}; install one from https://nodejs.org and run the command again.`;
}

/**
 * Runs a program and exits with its status, 1 after a failure, or the status of the signal that stopped it.
 * @param {() => Promise<number | void>} program
 */
export async function main(program) {
  const { engines } = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8"));
  const tooOld = oldNode(process.versions.node, engines.node);
  if (tooOld) {
    console.error(tooOld);
    process.exit(1);
  }
  forwardSignals();
  try {
    const status = (await program()) || 0;
    process.exit(stopping() || status);
  } catch (error) {
    if (stopping()) {
      console.error("Stopped.");
      process.exit(stopping());
    }
    console.error(error instanceof Failure ? error.message : error);
    process.exit(1);
  }
}
