// npm run test:mutation: changes the code of the rules in thousands of small ways, and counts how many a test notices.

export default {
  mutate: ["lib/{contracts,identity,query,sql,import/2-parse}/*.ts", "!lib/**/*.test.ts"],
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: { configFile: "lib/setup/mutation.vitest.config.ts" },
  coverageAnalysis: "perTest",
  // Tables are read when a module loads, so each change of one would reload everything.
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 20_000,
  reporters: ["clear-text", "html", "json", "progress"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  htmlReporter: { fileName: "e2e/.output/mutation/report.html" },
  jsonReporter: { fileName: "e2e/.output/mutation/report.json" },
  incremental: true,
  incrementalFile: "e2e/.output/mutation/incremental.json",
  tsconfigFile: "none", // Stryker rewrites it by the API of an older TypeScript
  tempDirName: "e2e/.output/mutation/work",
  ignorePatterns: [".next", ".contracts", "e2e/.output", "public"],
  thresholds: { high: 90, low: 80, break: 80 },
};
