import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";

import { resolve, root } from "./vitest.shared";

/** Tests that open a database or build snapshots. */
const storeTests = [
  "lib/store/**/*.test.ts",
  "lib/search/*.test.ts",
  "lib/import/*.test.ts",
  "lib/import/{5,6,7}-*/*.test.ts",
  "lib/cli/refresh.test.ts",
  "lib/http/export-body.test.ts",
];
/** Tests that need their own process: they replace modules or the environment, or measure memory. */
const isolatedTests = [
  "lib/cli/data.test.ts",
  "lib/http/picture.test.ts",
  "lib/store/open.test.ts",
  ...["app", "components", "lib"]
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((file) =>
        join(folder, file),
      ),
    )
    .filter(
      (file) => /\.test\.tsx?$/.test(file) && /\bvi\.mock\(/.test(readFileSync(join(root, file), "utf8")),
    ),
];
const httpTests = "e2e/http/**/*.test.ts";
const componentTests = "components/**/*.browser.test.tsx";

export default defineConfig({
  root,
  resolve,
  test: {
    tags: [{ name: "deep", description: "runs in `npm run test:all` only" }],
    maxWorkers: 2,
    // Many tests build whole snapshots, and the machine may be slow.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: "pure",
          include: ["{app,components,data,e2e,lib}/**/*.test.{ts,tsx}"],
          exclude: [...storeTests, ...isolatedTests, httpTests, componentTests, "**/node_modules/**"],
          pool: "threads",
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: "store",
          include: storeTests,
          exclude: isolatedTests,
          pool: "forks",
          isolate: false,
          globalSetup: ["lib/store/testing/shared.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "isolated",
          include: isolatedTests,
          pool: "forks",
          globalSetup: ["lib/store/testing/shared.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "http",
          include: [httpTests],
          pool: "threads",
          isolate: false,
          globalSetup: ["e2e/http/setup.ts"],
        },
      },
      {
        extends: true,
        resolve: {
          alias: {
            "next/navigation": `${root}components/testing/navigation.ts`,
            // The same alias as in the build of the app folder.
            "next/dynamic": `${root}node_modules/next/dist/shared/lib/app-dynamic.js`,
          },
        },
        // The build defines this for the framework's files.
        define: { "process.env.__NEXT_EXPERIMENTAL_REACT_BROWSER_BAILOUT": "false" },
        optimizeDeps: {
          // Bundled before the first test, because a later find would reload all of them.
          include: [
            "@tanstack/react-table",
            "axe-core",
            "next/dynamic",
            "react",
            "react-dom",
            "react-dom/client",
            "react/jsx-dev-runtime",
            "recharts",
            "vitest-browser-react",
            "zod",
          ],
        },
        test: {
          name: "browser",
          include: [componentTests],
          setupFiles: ["app/globals.css", "components/testing/setup.ts"],
          testTimeout: 20_000,
          expect: { poll: { timeout: 10_000 } },
          browser: {
            enabled: true,
            provider: playwright({
              launchOptions: process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {},
              contextOptions: { locale: "en-US", timezoneId: "America/Los_Angeles" },
            }),
            instances: [{ browser: "chromium" }],
            headless: true,
            screenshotFailures: false,
            viewport: { width: 1440, height: 900 },
          },
        },
      },
    ],
  },
});
