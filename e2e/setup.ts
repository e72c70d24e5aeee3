import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import type { FullConfig } from "playwright/test";

import { findBrowser } from "../lib/setup/browser.mjs";
import { siteNames, startSites } from "../lib/setup/sites.mjs";

/**
 * Finds a browser and starts the test sites, unless they are running. If the command line names spec files, it starts
 * only the sites that these mention.
 */
export default async function setup(config: FullConfig) {
  const words = process.argv.filter((word) => word.endsWith(".spec.ts"));
  const specs = readdirSync(config.rootDir).filter(
    (file) => file.endsWith(".spec.ts") && (words.length === 0 || words.some((word) => word.endsWith(file))),
  );
  const texts = specs.map((file) => readFileSync(join(config.rootDir, file), "utf8"));
  const wanted = siteNames.filter(
    (name) => name === "bundled" || texts.some((text) => text.includes(`"${name}"`)),
  );
  process.env.CHROMIUM_PATH ??= (await findBrowser()).file;
  return startSites(wanted);
}
