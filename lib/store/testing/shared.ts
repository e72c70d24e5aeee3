import { homeOf } from "@/lib/setup/sites.mjs";
import { ensureSnapshot } from "@/lib/snapshot/publish";

/** The home of the bundled records that store tests, HTTP tests and journeys share. Read-only for all of them. */
export const sharedHome = { data: "data", root: homeOf("bundled"), keep: 10 };

/** Builds the shared snapshot before the first test, unless it is there. */
export const setup = async () => {
  await ensureSnapshot({ home: sharedHome });
};
