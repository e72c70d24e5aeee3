// The servers of HTTP tests and journeys, each with its own records; e2e/homes.ts makes their snapshots.
import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";

import { requireFreePort, toUrl } from "./port.mjs";
import { Failure, launch, root, run } from "./processes.mjs";
import { firstAnswer, nodeArguments, serverEnvironment } from "./serve.mjs";

const firstPort = Number(process.env.E2E_PORT ?? 3187);

/** Site names and the folder of each below e2e/.output. The ports follow this order. */
const homes = { bundled: "home", hostile: "hostile", changes: "changes", wide: "wide" };

/** @typedef {keyof typeof homes} SiteName */
export const siteNames = /** @type {SiteName[]} */ (Object.keys(homes));

/** @param {SiteName} name */
const addressOf = (name) => ({ host: "127.0.0.1", port: firstPort + siteNames.indexOf(name) });

/** The origin of a site, such as `http://127.0.0.1:3187`. @param {SiteName} name */
export const originOf = (name) => toUrl(addressOf(name));

/** The CONTRACTS_HOME of a site. @param {SiteName} name */
export const homeOf = (name) => path.join(root, "e2e", ".output", homes[name]);

/** Makes the snapshots of all sites that are not up to date. */
export const makeHomes = () =>
  run(process.execPath, ["--conditions=react-server", "--import", "tsx", "e2e/homes.ts"]);

/** The folder that the servers run from: the build and what it needs, without the sources. */
export const built = path.join(root, "e2e", ".output", "built");

/** Copies the build to its own folder. */
async function copyBuild() {
  await fs.rm(built, { recursive: true, force: true });
  const cache = path.join(root, ".next", "cache");
  await fs.cp(path.join(root, ".next"), path.join(built, ".next"), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (file) => file !== cache,
  });
  for (const file of ["package.json", "next.config.ts"])
    await fs.copyFile(path.join(root, file), path.join(built, file));
  await fs.symlink(path.join(root, "node_modules"), path.join(built, "node_modules"), "junction");
}

/**
 * Starts sites and waits until each answers. Sets TEST_SITES_RUNNING so that test runners use them as they are; does
 * nothing if it is set.
 * @param {SiteName[]} names
 * @returns {Promise<() => Promise<void>>} stops them
 */
export async function startSites(names) {
  if (process.env.TEST_SITES_RUNNING) return async () => {};
  await Promise.all(names.map((name) => requireFreePort(addressOf(name))));
  await makeHomes();
  await copyBuild();
  const started = names.map((name) => start(name));
  const stop = async () => {
    for (const { child } of started) child.kill("SIGTERM");
    await Promise.all(started.map(({ ended }) => ended));
    delete process.env.TEST_SITES_RUNNING;
  };
  try {
    await Promise.all(started.map(({ answering }) => answering));
  } catch (error) {
    await stop();
    throw error;
  }
  process.env.TEST_SITES_RUNNING = "yes";
  return stop;
}

/** @param {SiteName} name */
function start(name) {
  const { host, port } = addressOf(name);
  const next = path.join(root, "node_modules", "next", "dist", "bin", "next");
  const { child, ended, readOutput } = launch(
    process.execPath,
    [...nodeArguments, next, "start", built, "-H", host, "-p", String(port)],
    {
      cwd: os.tmpdir(), // shows that no path depends on the working directory
      output: "hidden",
      // Across the date line from the browser's zone: no day may depend on either.
      env: {
        CONTRACTS_HOME: homeOf(name),
        NODE_ENV: "production",
        TZ: "Pacific/Auckland",
        ...serverEnvironment,
      },
    },
  );
  return { child, ended, answering: requireAnswer(name, ended, readOutput) };
}

/**
 * Resolves when a site responds.
 * @param {SiteName} name
 * @param {Promise<number>} ended
 * @param {() => string} readOutput
 */
async function requireAnswer(name, ended, readOutput) {
  let isOver = false;
  ended.then(() => {
    isOver = true;
  });
  const status = await firstAnswer(`${originOf(name)}/api/health`, () => isOver, 60);
  if (status !== 200)
    throw new Failure(`The test site "${name}" does not answer at ${originOf(name)}. ${readOutput().trim()}`);
}
