import { defineConfig } from "vitest/config";

import { resolve, root } from "./vitest.shared";

/**
 * The pure tests of the folders that `mutation.config.mjs` changes, and of the store tests, which run the SQL of
 * `lib/sql`, those that start at once, since each change runs them again.
 */
export default defineConfig({
  root,
  resolve,
  test: {
    include: [
      "lib/{contracts,identity,query,import/2-parse}/**/*.test.ts",
      "lib/store/{agencies,companies,company,contract,find,golden,grouping,leaders,search,vehicles}.test.ts",
    ],
    globalSetup: ["lib/store/testing/shared.ts"],
    pool: "threads",
    isolate: false,
    tags: [{ name: "deep" }],
    testTimeout: 60_000,
  },
});
