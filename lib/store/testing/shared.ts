import { rm } from "node:fs/promises";

import { homeOf } from "@/lib/setup/sites.mjs";
import { fingerprint } from "@/lib/snapshot/fingerprint";
import { currentSnapshot, type Home, listFolder, snapshotsFolder } from "@/lib/snapshot/home";
import { type Ensured, ensureSnapshot } from "@/lib/snapshot/publish";

/** The home of the bundled records that store tests, HTTP tests and journeys share. Read-only for all of them. */
export const sharedHome: Home = { data: "data", root: homeOf("bundled"), keep: 10 };

/** Makes the only snapshot of a home. Snapshots of other records or of other import code are removed first. */
export async function ensureOnlySnapshot(home: Home): Promise<Ensured> {
  const { id } = await fingerprint(home, []);
  const current = await currentSnapshot(home);
  const files = await listFolder(snapshotsFolder(home));
  const isOther = (file: string) => file.endsWith(".duckdb") && file !== `${id}.duckdb`;
  if ((current && current.id !== id) || files.some(isOther)) await rm(home.root, { recursive: true });
  return ensureSnapshot({ home });
}

/** Builds the shared snapshot before the first test, unless it is there. */
export const setup = async () => {
  await ensureOnlySnapshot(sharedHome);
};
