import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Ensured, ensureSnapshot } from "@/lib/import/import";
import { homeOf } from "@/lib/setup/sites.mjs";
import { listSources } from "@/lib/setup/source";
import { fingerprint } from "@/lib/snapshot/fingerprint";
import { type Home, listFolder, snapshotsFolder } from "@/lib/snapshot/paths";

/** The home of the bundled records that store tests, HTTP tests and journeys share. Read-only for all of them. */
export const sharedHome: Home = { data: "data", root: homeOf("bundled"), keep: 10 };

/** A digest of the code that imports. A snapshot's id has its version alone, which is raised after the code was changed. */
export function importCode(): string {
  const hash = createHash("sha256");
  for (const file of listSources(
    ["contracts", "identity", "import", "snapshot"].map((name) => `lib/${name}`),
  ))
    hash.update(`${file}\n`).update(readFileSync(file));
  return hash.digest("hex");
}

/** Makes the only snapshot of a home. Snapshots of other records or of other import code are removed first. */
export async function ensureOnlySnapshot(home: Home): Promise<Ensured> {
  const { id } = await fingerprint(home, []);
  const stamp = join(home.root, "import-code");
  const files = await listFolder(snapshotsFolder(home));
  const isOther = (file: string) => file.endsWith(".duckdb") && file !== `${id}.duckdb`;
  if (files.some(isOther) || (await readFile(stamp, "utf8").catch(() => "")) !== importCode())
    await rm(home.root, { recursive: true, force: true });
  const ensured = await ensureSnapshot({ home });
  await writeFile(stamp, importCode());
  return ensured;
}

/** Builds the shared snapshot before the first test, unless it is there. */
export const setup = async () => {
  await ensureOnlySnapshot(sharedHome);
};
