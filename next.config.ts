import { execFileSync } from "node:child_process";
import fs from "node:fs/promises";
import path from "node:path";

import type { NextConfig } from "next";

import type { Endpoint } from "./lib/endpoints";

/** Has Chromium compile a script while it arrives. See docs/decisions/0012-compile-hints.md. */
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

/** The git commit, marked if files have changed since; `unknown` without git. */
function commit(): string {
  try {
    const arguments_ = ["describe", "--always", "--abbrev=12", "--exclude=*", "--dirty"];
    return execFileSync("git", arguments_, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return "unknown";
  }
}

/**
 * Paths outside `/api`, each with its route handler. Read as a file: this module may import no TypeScript, because Next loads it
 * twice at once when the server starts, and only one of the two can compile imports.
 */
async function rewrites() {
  const endpoints: Endpoint[] = JSON.parse(await fs.readFile(path.resolve("lib/endpoints.json"), "utf8"));
  return endpoints.flatMap(({ path: first, also = [], handler = first }) =>
    [first, ...also]
      .filter((source) => !source.startsWith("/api/"))
      .map((source) => ({ source, destination: handler })),
  );
}

/** Names the build in entity tags and file names. `npm start` sets a hash of the source files, which needs no git. */
const tag = process.env.BUILD_TAG || commit();

const config: NextConfig = {
  typedRoutes: true,
  typescript: { ignoreBuildErrors: true }, // `npm run types` checks them, with those of the tests
  poweredByHeader: false,
  htmlLimitedBots: /.*/, // puts the metadata into the head for every client, not for crawlers only
  agentRules: false,
  images: { unoptimized: true }, // no page has images, and /_next/image would request any address of this site
  serverExternalPackages: ["@duckdb/node-api"],
  env: { BUILD_TAG: tag },
  generateBuildId: () => tag,
  compiler: { runAfterProductionCompile: ({ distDir }) => hintCompilation(distDir) },
  experimental: {
    proxyClientMaxBodySize: "64kb", // how much of a request's body is buffered; nothing here reads one
    useOffline: true, // keeps the page when the server does not respond, instead of the browser's error page
  },
  // What `/expiring` was called before. Parameters stay.
  redirects: async () =>
    ["/ending", "/ending.ics", "/ending.json", "/api/ending"].map((source) => ({
      source,
      destination: source.replace("ending", "expiring"),
      permanent: true,
    })),
  rewrites: async () => ({ beforeFiles: await rewrites(), afterFiles: [], fallback: [] }),
};

export default config;
