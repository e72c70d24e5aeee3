import fs from "node:fs/promises";
import path from "node:path";

import type { NextConfig } from "next";

import { rewrites } from "./lib/endpoints";

/**
 * Has Chromium compile a script while it arrives, and not function by function when each is first called, which holds up
 * a page that has just been drawn. Other browsers see a comment. https://v8.dev/blog/explicit-compile-hints
 */
const compileHint = "//# allFunctionsCalledOnLoad\n";

async function hintCompilation(distDir: string): Promise<void> {
  const folder = path.join(distDir, "static", "chunks");
  for (const name of await fs.readdir(folder, { recursive: true })) {
    if (!name.endsWith(".js")) continue;
    const file = path.join(folder, name);
    const text = await fs.readFile(file, "utf8");
    if (!text.startsWith(compileHint)) await fs.writeFile(file, compileHint + text);
  }
}

const config: NextConfig = {
  typedRoutes: true,
  typescript: { ignoreBuildErrors: true }, // `npm run types` checks the types, of the tests too
  poweredByHeader: false,
  htmlLimitedBots: /.*/, // what a page says of itself stands in its head for everyone
  agentRules: false,
  images: { unoptimized: true }, // no page has one, and /_next/image would run any address of this site in the server
  serverExternalPackages: ["@duckdb/node-api", "satori"],
  env: { BUILD_TAG: Date.now().toString(36) }, // written into the build: answers of two builds differ in their ETag
  compiler: { runAfterProductionCompile: ({ distDir }) => hintCompilation(distDir) },
  experimental: {
    proxyClientMaxBodySize: "64kb", // what is kept of a request's body, and nothing here reads one
    useOffline: true, // else the browser's own error takes the place of the page when the server does not answer
  },
  redirects: async () => [{ source: "/method", destination: "/data#method", permanent: false }],
  rewrites: async () => ({
    beforeFiles: rewrites,
    afterFiles: [],
    fallback: [],
  }),
};

export default config;
