import { join, resolve } from "node:path";
import { defineConfig, devices } from "playwright/test";
import { readEnv } from "@/lib/env";

import type { SiteOption } from "./journey";

const root = resolve(import.meta.dirname, "..");
const output = join(root, "e2e", ".output");
const { CHROMIUM_PATH, CI, TEST_DEEP: isDeep } = readEnv();

export default defineConfig<SiteOption>({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  outputDir: join(output, "results"),
  globalSetup: join(root, "e2e", "setup.ts"),
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: CI,
  ...(isDeep ? {} : { grepInvert: /@deep/ }),
  reporter: [["list"], ["json", { outputFile: join(output, "results-json", "e2e.json") }]],
  // Long enough for a slow machine; a journey continues as soon as it sees what it waits for.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    ...devices["Desktop Chrome"],
    viewport: { width: 1440, height: 900 },
    site: "bundled",
    trace: "off", // tracing costs half of the time again; use `--trace on` for one journey
    locale: "en-US",
    // Across the date line from the zone of the sites: no day may depend on either.
    timezoneId: "America/Los_Angeles",
    launchOptions: CHROMIUM_PATH ? { executablePath: CHROMIUM_PATH } : {},
  },
});
