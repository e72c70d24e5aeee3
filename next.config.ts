import type { NextConfig } from "next";

const config: NextConfig = {
  typedRoutes: true,
  poweredByHeader: false,
  agentRules: false,
  serverExternalPackages: ["@duckdb/node-api"],
  env: { BUILD_TAG: Date.now().toString(36) }, // written into the build: answers of two builds differ in their ETag
  // Next reads route handlers only from folders; the list URL plus an extension is the same query as a file.
  rewrites: async () => ({
    beforeFiles: [
      { source: "/contracts.csv", destination: "/api/export?format=csv" },
      { source: "/contracts.json", destination: "/api/export?format=json" },
    ],
    afterFiles: [],
    fallback: [],
  }),
};

export default config;
