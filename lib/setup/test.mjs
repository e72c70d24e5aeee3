// npm test: every check of this repository. `npm test -- --only=lint,unit` picks steps, `--all` carries on after a failure.
import fs from "node:fs";
import path from "node:path";
import util from "node:util";

import { findBrowser } from "./browser.mjs";
import { build, importRecords, install } from "./prepare.mjs";
import { Failure, npm, root, run, stopping } from "./processes.mjs";
import { inSeconds, main, outcomes, secondsSince, step } from "./steps.mjs";

/** The snapshots which the journeys read, made anew each time: of the records, of rows that mean harm, and of a small history. */
const home = path.join(root, "e2e", ".output", "home");
const hostile = {
  CONTRACTS_HOME: path.join(root, "e2e", ".output", "hostile"),
  CONTRACTS_DATA: path.join(root, "e2e", "fixtures", "hostile"),
};
/** @type {Record<string, string>} */
const journeyEnv = { CONTRACTS_HOME: home };

/** @param {string} script @param {{ output?: "live" | "after" }} [options] */
const npmRun = (script, options) =>
  step(script, () => npm(["run", "--silent", script], { env: { NODE_ENV: "test" }, ...options }));

// Steps of one row run side by side; a row begins when the one before it has ended.
const plan = [
  {
    lint: () => npmRun("lint", { output: "after" }),
    types: () => npmRun("types", { output: "after" }),
    browser: () =>
      step("browser", async () => {
        const { name, file } = await findBrowser();
        journeyEnv.CHROMIUM_PATH = file;
        return `found ${name} (${file})`;
      }),
  },
  { unit: () => npmRun("unit") },
  { build },
  {
    records: async () => {
      for (const env of [journeyEnv, hostile]) {
        fs.rmSync(env.CONTRACTS_HOME ?? "", { recursive: true, force: true });
        await importRecords(env);
      }
      await run(process.execPath, ["--conditions=react-server", "--import", "tsx", "e2e/changes-home.ts"]);
    },
  },
  {
    e2e: () =>
      step("e2e", () => npm(["run", "--silent", "e2e"], { env: { ...journeyEnv, NODE_ENV: "test" } })),
  },
];
/** What a step needs before it. @type {Record<string, string[]>} */
const needs = { e2e: ["browser", "build", "records"] };
const names = plan.flatMap((row) => Object.keys(row));

/** @param {string | undefined} only */
function choose(only) {
  const asked = only?.split(",").map((name) => name.trim()) ?? names;
  const unknown = asked.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    throw new Failure(`There is no step called ${unknown.join(", ")}; the steps are ${names.join(", ")}.`);
  }
  return new Set(asked.flatMap((name) => [name, ...(needs[name] ?? [])]));
}

function printSummary(/** @type {Set<string>} */ chosen, /** @type {number} */ since) {
  const taken = new Map(outcomes.map((outcome) => [outcome.name, outcome]));
  console.log("\nstep      result   seconds");
  for (const name of ["packages", ...names]) {
    const outcome = taken.get(name);
    if (!outcome && !chosen.has(name)) continue;
    const result = !outcome ? "not run" : outcome.result === "failed" ? "FAILED" : "passed";
    console.log(`${name.padEnd(9)} ${result.padEnd(8)} ${(outcome?.seconds ?? 0).toFixed(1).padStart(7)}`);
  }
  console.log(`${"all".padEnd(18)} ${secondsSince(since).toFixed(1).padStart(7)}`);
}

await main(async () => {
  const since = Date.now();
  const { values } = util.parseArgs({
    options: { only: { type: "string" }, all: { type: "boolean", default: false } },
  });
  const chosen = choose(values.only);
  await install();
  let isFailed = false;
  for (const row of plan) {
    const works = Object.entries(row).filter(([name]) => chosen.has(name));
    const results = await Promise.allSettled(works.map(([, work]) => work()));
    for (const result of results) {
      if (result.status === "fulfilled") continue;
      isFailed = true;
      if (!stopping())
        console.error(result.reason instanceof Failure ? result.reason.message : result.reason);
    }
    if (stopping() || (isFailed && !values.all)) break;
  }
  if (stopping()) throw new Failure("stopped");
  printSummary(chosen, since);
  if (!isFailed) console.log(`Every check passed in ${inSeconds(secondsSince(since))}.`);
  return isFailed ? 1 : 0;
});
