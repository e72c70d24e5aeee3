// npm test: the checks of this repository. `npm test -- --help` lists the options, docs/testing.md what each step covers.
import fs from "node:fs";
import path from "node:path";
import util from "node:util";

import { findBrowser } from "./browser.mjs";
import { build, install } from "./prepare.mjs";
import { Failure, npm, root, run, stopping } from "./processes.mjs";
import { makeHomes, siteNames, startSites } from "./sites.mjs";
import { printSlowest } from "./slowest.mjs";
import { inSeconds, main, outcomes, secondsSince, step } from "./steps.mjs";

/** The folder of the test results as JSON, for the list of slow tests. */
const results = path.join(root, "e2e", ".output", "results-json");

/** @type {Record<string, string>} */
const environment = { NODE_ENV: "test" };

/** @param {string} file @param {string[]} args @param {Record<string, string>} [env] */
const node = (file, args, env = {}) =>
  run(process.execPath, [path.join(root, "node_modules", ...file.split("/")), ...args], {
    env: { ...environment, ...env },
    ownGroup: true,
  });

/**
 * Runs vitest over some of its projects.
 * @param {string} name of the step
 * @param {string[]} projects
 * @param {{ args?: string[], env?: Record<string, string> }} [options]
 */
function vitest(name, projects, { args = [], env } = {}) {
  const own = ["run", "--config", "lib/setup/vitest.config.ts", "--root", "."];
  const json = [
    "--reporter=default",
    "--reporter=json",
    `--outputFile=${path.join(results, `${name}.json`)}`,
  ];
  const lane = isDeep ? [] : ["--tags-filter=!deep"];
  return node(
    "vitest/vitest.mjs",
    [...own, ...projects.map((one) => `--project=${one}`), ...json, ...lane, ...args],
    env,
  );
}

/** @param {string[]} args */
const playwright = (args) =>
  node("playwright/cli.js", ["test", "--config", "e2e/playwright.config.ts", ...args]);

/** Tests of days and zones, which `test:all` also runs on both sides of the date line. */
const zoneTests = [
  "lib/contracts/days.test.ts",
  "lib/contracts/expiring.test.ts",
  "lib/import/2-parse/values.test.ts",
  "lib/query/windows.test.ts",
  "lib/import/snapshot.test.ts",
  "lib/store/expiring.test.ts",
  "lib/usaspending/fetch.test.ts",
  "lib/zones.test.ts",
];

/**
 * @typedef {{ promise: string, needs?: string[], isDeep?: boolean, work: (affected: Affected | undefined) => Promise<string | void> }} Step
 * @typedef {{ isAll: boolean, unit: boolean, http: string[], e2e: string[] }} Affected What a change can break.
 */

// Steps of one row run side by side; a row begins when the one before it has ended.
/** @type {Record<string, Step>[]} */
const plan = [
  {
    lint: {
      promise: "the code is formatted and linted, and nothing in it is unused",
      work: () => npm(["run", "--silent", "lint"], { env: environment, output: "after" }),
    },
    types: {
      promise: "every type fits",
      work: () => npm(["run", "--silent", "types"], { env: environment, output: "after" }),
    },
    browser: {
      promise: "a Chromium is found that shows text",
      work: async () => {
        const { name, file } = await findBrowser();
        environment.CHROMIUM_PATH = file;
        return `found ${name} (${file})`;
      },
    },
    records: { promise: "the records import, and the test sites have their snapshots", work: makeHomes },
  },
  {
    unit: {
      promise: "rules, queries, imports and figures hold, the store's against plain loops",
      needs: ["records"],
      work: async (affected) => {
        if (affected && !affected.unit) return "nothing to run for this change";
        const args = affected && !affected.isAll ? ["--changed", "--passWithNoTests"] : [];
        await vitest("unit", ["pure", "store", "isolated"], { args });
      },
    },
    build: { promise: "the site builds", work: build },
  },
  {
    zones: {
      promise: "days are the same in every time zone",
      needs: ["records"],
      isDeep: true,
      work: async () => {
        for (const zone of ["UTC", "Pacific/Auckland"]) {
          const env = { TEST_ZONE: zone };
          await vitest(`zones-${zone.replace("/", "-")}`, ["pure", "store"], { args: zoneTests, env });
        }
      },
    },
  },
  {
    http: {
      promise: "endpoints, files, feeds and page heads answer as documented",
      needs: ["build", "records"],
      work: async (affected) => {
        if (affected?.http.length === 0) return "nothing to run for this change";
        await withSites(() => vitest("http", ["http"], { args: affected?.http ?? [] }));
      },
    },
    components: {
      promise: "components work by pointer and keyboard in a browser, without the app",
      needs: ["browser"],
      work: async (affected) => {
        const args = affected && !affected.isAll ? ["--changed", "--passWithNoTests"] : [];
        await vitest("components", ["browser"], { args });
      },
    },
  },
  {
    e2e: {
      promise: "journeys through the built site work, with and without scripts, and have no axe violations",
      needs: ["browser", "build", "records"],
      work: async (affected) => {
        if (affected?.e2e.length === 0) return "nothing to run for this change";
        await withSites(() => playwright(affected?.e2e ?? []));
      },
    },
  },
];

let isDeep = false;
/** @type {(() => Promise<void>) | undefined} */
let stopSites;

/** Runs work with the test sites up; they stay up for the next step. @param {() => Promise<void>} work */
async function withSites(work) {
  stopSites ??= await startSites(siteNames);
  await work();
}

/** @returns {Record<string, Step>} the steps of this lane by name, in order */
const stepsOfLane = () =>
  Object.fromEntries(
    plan.flatMap((row) => Object.entries(row)).filter(([, { isDeep: only }]) => isDeep || !only),
  );

/** The chosen steps and what they need. @param {string | undefined} only */
function choose(only) {
  const steps = stepsOfLane();
  const names = Object.keys(steps);
  if (only === undefined) return new Set(names);
  const chosen = only.split(",").map((name) => name.trim());
  const unknown = chosen.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    throw new Failure(`There is no step called "${unknown.join(", ")}"; the steps are ${names.join(", ")}.`);
  }
  return new Set(chosen.flatMap((name) => [...(steps[name]?.needs ?? []), name]));
}

/** Asks which tests the working tree's change can break. @returns {Promise<Affected>} */
async function readAffected() {
  const file = path.join(results, "affected.json");
  await run(process.execPath, ["--import", "tsx", path.join("lib", "setup", "affected.ts"), file]);
  return JSON.parse(fs.readFileSync(file, "utf8"));
}

function printSummary(/** @type {Set<string>} */ chosen, /** @type {number} */ since) {
  const done = new Map(outcomes.map((outcome) => [outcome.name, outcome]));
  console.log("\nstep        result   seconds  what it checks");
  /** @type {[string, { promise: string }][]} */
  const rows = [["packages", { promise: "" }], ...Object.entries(stepsOfLane())];
  for (const [name, { promise }] of rows) {
    const outcome = done.get(name);
    if (!outcome && !chosen.has(name)) continue;
    const result = !outcome ? "not run" : outcome.result === "failed" ? "FAILED" : "passed";
    const seconds = (outcome?.seconds ?? 0).toFixed(1).padStart(8);
    console.log(`${name.padEnd(11)} ${result.padEnd(8)}${seconds}  ${promise}`.trimEnd());
  }
  console.log(`${"all".padEnd(20)}${secondsSince(since).toFixed(1).padStart(8)}`);
}

const help = `npm test runs the quick checks; npm run test:all runs all of them.

  npm test -- --only=lint,unit   some steps, and those that they need
  npm test -- --changed          tests of what changed since the last commit
  npm test -- --keep-going       continue after a failed step`;

await main(async () => {
  const since = Date.now();
  const { values } = readOptions();
  if (values.help) {
    console.log(help);
    return 0;
  }
  isDeep = values.deep;
  const chosen = choose(values.only);
  if (isDeep) environment.TEST_DEEP = "yes";
  await install();
  fs.rmSync(results, { recursive: true, force: true });
  fs.mkdirSync(results, { recursive: true });
  const affected = values.changed ? await readAffected() : undefined;
  if (affected && affected.http.length + affected.e2e.length === 0) {
    for (const name of ["build", "http", "e2e"]) chosen.delete(name);
  }

  let isFailed = false;
  for (const row of plan) {
    const works = Object.entries(row).filter(([name]) => chosen.has(name));
    const running = works.map(([name, { promise, work }]) => {
      if (isDeep) console.log(`${name}: shows that ${promise}`);
      return step(name, () => work(affected));
    });
    for (const result of await Promise.allSettled(running)) {
      if (result.status === "fulfilled") continue;
      isFailed = true;
      if (!stopping())
        console.error(result.reason instanceof Failure ? result.reason.message : result.reason);
    }
    if (stopping() || (isFailed && !values["keep-going"])) break;
  }
  await stopSites?.();
  if (stopping()) throw new Failure("stopped");
  printSlowest(results);
  printSummary(chosen, since);
  if (!isFailed) console.log(`Every check passed in ${inSeconds(secondsSince(since))}.`);
  return isFailed ? 1 : 0;
});

function readOptions() {
  try {
    return util.parseArgs({
      options: {
        only: { type: "string" },
        changed: { type: "boolean", default: false },
        deep: { type: "boolean", default: false },
        "keep-going": { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    throw new Failure(`${error instanceof Error ? error.message.split(". ")[0] : error}.\n\n${help}`);
  }
}
