import { fileURLToPath } from "node:url";

import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("../..", import.meta.url));

process.env.TZ = "America/Los_Angeles";

/** The pure tests of the folders that `mutation.config.mjs` changes. */
export default defineConfig({
  root,
  resolve: {
    tsconfigPaths: true,
    alias: { "server-only": `${root}node_modules/next/dist/compiled/server-only/empty.js` },
  },
  test: {
    include: ["lib/{contracts,identity,intake,query}/**/*.test.ts"],
    pool: "threads",
    isolate: false,
    testTimeout: 60_000,
  },
});
