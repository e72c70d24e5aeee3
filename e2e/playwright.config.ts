import { join, resolve } from "node:path";

import { defineConfig, devices } from "playwright/test";

import { nodeArguments, serverEnvironment } from "../lib/setup/serve.mjs";

// `npm test` prepares what these journeys run on: a build, a snapshot and a browser.
const port = Number(process.env.E2E_PORT ?? 3187);
const origin = `http://127.0.0.1:${port}`;
const root = resolve(import.meta.dirname, "..");
const output = join(root, "e2e", ".output");
const isCi = process.env.CI === "true";

const server = (at: number, home: string) => ({
  command: `node ${nodeArguments.join(" ")} node_modules/next/dist/bin/next start -H 127.0.0.1 -p ${at}`,
  cwd: root,
  url: `http://127.0.0.1:${at}/api/health`,
  timeout: 60_000,
  reuseExistingServer: false, // a server left running may be another app, or an older build
  gracefulShutdown: { signal: "SIGTERM" as const, timeout: 5_000 },
  stdout: "ignore" as const,
  stderr: "pipe" as const,
  env: {
    CONTRACTS_HOME: home,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    TZ: "Pacific/Auckland",
    ...serverEnvironment,
  },
});

export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  outputDir: join(output, "results"),
  fullyParallel: true,
  workers: 2,
  retries: isCi ? 1 : 0,
  forbidOnly: isCi,
  reporter: "list",
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: origin,
    trace: "on-first-retry", // tracing every journey takes half of the time again; `--trace on` for one
    locale: "en-US",
    // The server's zone, below, is on the other side of the date line: a day must not depend on either.
    timezoneId: "America/Los_Angeles",
    launchOptions: process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {},
  },
  projects: [
    {
      name: "desktop",
      use: { ...devices["Desktop Chrome"], viewport: { width: 1440, height: 900 } },
    },
  ],
  webServer: [
    server(port, process.env.CONTRACTS_HOME ?? join(output, "home")),
    server(port + 1, join(output, "hostile")), // for hostile.spec.ts
    server(port + 2, join(output, "changes")), // for changes.spec.ts
  ],
});
