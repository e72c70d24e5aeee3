import { fileURLToPath } from "node:url";

/** The repository, with a slash at its end. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** How every vitest configuration finds modules. */
export const resolve = {
  tsconfigPaths: true,
  // The build decides which modules may import this package; here it is empty.
  alias: { "server-only": `${root}node_modules/next/dist/compiled/server-only/empty.js` },
};

// One zone for every test on any machine. Worker threads inherit it, so it is set before they start.
process.env.TZ = process.env.TEST_ZONE ?? "America/Los_Angeles";
