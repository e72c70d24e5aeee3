import type { NextConfig } from "next";

const config: NextConfig = {
  typedRoutes: true,
  poweredByHeader: false,
  agentRules: false,
  serverExternalPackages: ["@duckdb/node-api"],
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
