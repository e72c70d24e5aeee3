import { fileURLToPath } from "node:url";

import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("../..", import.meta.url));

export default defineConfig({
  root,
  resolve: {
    tsconfigPaths: true,
    // What this package refuses to be imported by is decided in the build; here it is empty.
    alias: { "server-only": `${root}node_modules/next/dist/compiled/server-only/empty.js` },
  },
  test: {
    include: ["{app,components,lib,data,e2e}/**/*.test.{ts,tsx}"],
    pool: "forks",
    maxWorkers: "100%", // most of them wait for the disk a good part of their time
    // Many tests build whole snapshots; a slow machine is no fault of theirs.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A day must be the same day on both sides of midnight in Greenwich, so every test runs in two zones.
    projects: ["UTC", "America/Los_Angeles"].map((zone) => ({
      extends: true,
      test: { name: zone, env: { TZ: zone } },
    })),
  },
});
