import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";

import { npm, root, run } from "./processes.mjs";
import { step } from "./steps.mjs";

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} LockedPackage */
/** @typedef {{ os: string, cpu: string, libc: string }} Machine */

/** @param {...string} parts */
const inRoot = (...parts) => path.join(root, ...parts);

/** @param {string} file */
const readText = (file) => (fs.existsSync(file) ? fs.readFileSync(file, "utf8") : "");

/**
 * Whether the packages that npm lists as installed are those of the lock file for this machine.
 * @param {Record<string, LockedPackage>} locked
 * @param {Record<string, LockedPackage>} installed
 * @param {Machine} machine
 */
export function isInstalled(locked, installed, machine) {
  const wanted = Object.entries(locked).filter(([place]) => place !== "");
  const isMissing = wanted.some(([place, { version, integrity, optional, os, cpu, libc }]) => {
    const found = installed[place];
    if (found) return found.version !== version || found.integrity !== integrity;
    if (!optional) return true;
    // npm skips optional packages of other machines, and those that failed to install.
    const isOurs = os?.includes(machine.os) && (cpu?.includes(machine.cpu) ?? false);
    return Boolean(isOurs && (!libc || libc.includes(machine.libc)));
  });
  return !isMissing && Object.keys(installed).every((place) => place in locked);
}

/** @returns {Machine} */
function thisMachine() {
  /** @type {any} */
  const report = process.platform === "linux" ? process.report?.getReport() : undefined;
  return {
    os: process.platform,
    cpu: process.arch,
    libc: report?.header?.glibcVersionRuntime ? "glibc" : "musl",
  };
}

/** Installs the packages of package-lock.json, if they are not installed. */
export function install() {
  return step("packages", async () => {
    const locked = JSON.parse(readText(inRoot("package-lock.json"))).packages;
    const installed = JSON.parse(readText(inRoot("node_modules", ".package-lock.json")) || "{}").packages;
    if (installed && isInstalled(locked, installed, thisMachine())) return "already installed";
    console.log("packages: installing them with npm ci, about half a minute ...");
    await npm(["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund"], {
      advice: "npm says why above; the package registry must be reachable and the disk needs about 1 GB.",
    });
  });
}

const buildInputs = [
  "app",
  "components",
  "lib",
  "public",
  "instrumentation.ts",
  "instrumentation-client.ts",
  "next.config.ts",
  "package-lock.json",
  "package.json",
  "proxy.ts",
  "tsconfig.json",
];

/** Tests and commands, which are not part of the build. */
const notBuilt = /\.test\.tsx?$|^lib\/(bench|cli|setup)\//;

/**
 * A hash of the names and bytes of every file of the build.
 * @param {string} folder
 * @param {string[]} inputs
 */
export function hashFiles(folder, inputs) {
  const hash = crypto.createHash("sha256");
  /** @param {string} name */
  const add = (name) => {
    const file = path.join(folder, name);
    const found = fs.statSync(file, { throwIfNoEntry: false });
    if (found?.isDirectory()) {
      for (const entry of fs.readdirSync(file).sort()) add(`${name}/${entry}`);
    } else if (found && !notBuilt.test(name)) {
      const bytes = fs.readFileSync(file);
      hash.update(`${name}\n${bytes.length}\n`).update(bytes);
    }
  };
  for (const name of inputs) add(name);
  return hash.digest("hex");
}

/** Builds the site unless the last build was made from the same files. */
export function build() {
  return step("build", async () => {
    const stamp = inRoot(".next", "built-from.sha256");
    const inputs = hashFiles(root, buildInputs);
    if (fs.existsSync(inRoot(".next", "BUILD_ID")) && readText(stamp) === inputs) {
      return "already done, no source file has changed";
    }
    console.log("build: building the site with next build ...");
    fs.rmSync(stamp, { force: true });
    await run(process.execPath, [inRoot("node_modules", "next", "dist", "bin", "next"), "build"], {
      env: { NODE_ENV: "production", BUILD_TAG: inputs.slice(0, 12) },
      advice: "The reason is above; after correcting it, run the command again.",
    });
    fs.writeFileSync(stamp, inputs);
  });
}

/**
 * Reads the records into a snapshot, in a process of its own.
 * @param {import("./processes.mjs").Env} [env]
 */
export function importRecords(env) {
  return step("records", async () => {
    console.log("records: importing them ...");
    const command = [
      "--conditions=react-server",
      "--import",
      "tsx",
      path.join("lib", "cli", "data.ts"),
      "import",
      "--allow-refused", // a bad file must not block the others
      "--keep-chosen",
    ];
    await run(process.execPath, command, {
      ...(env ? { env } : {}),
      advice: "The reason is above; `npm run data -- import` tries this step alone.",
    });
  });
}
