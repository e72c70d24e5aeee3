import "server-only";
import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { join } from "node:path";
import { type Home, historyFolder, listFolder, listHistoryFiles, recordsFolder } from "@/lib/snapshot/paths";

/** Raise it when a change of the code gives other tables for the same files. `import-version.test.ts` fails until then. */
export const importVersion = 13;

/** The rule tables of the data folder. All of them are part of a snapshot's id. */
export const ruleTableNames = [
  "agencies.csv",
  "also-known.csv",
  "brands.csv",
  "categories.csv",
  "companies.csv",
  "facilities.csv",
  "left-out.csv",
  "lookalikes.csv",
  "offices.csv",
  "other-category.csv",
  "press-figures.csv",
  "problems.csv",
  "vehicles.csv",
] as const;
export type RuleTableName = (typeof ruleTableNames)[number];
/** The table in the folder of the record files with the source and retrieval day of each. */
export const sourcesTable = "sources.csv";

const isRecordFile = (name: string) => /\.(csv|tsv|txt|gz|zip)$/i.test(name) && name !== sourcesTable;

/** The names of the record files in the data folder, sorted; none if there is no such folder. */
export async function listRecordFiles(home: Home): Promise<string[]> {
  return (await listFolder(recordsFolder(home))).filter(isRecordFile).sort();
}

/** The folder below that of the record files with reports of subcontracts, so that a sum over the record files leaves them out. */
const subawardsFolder = "subawards";

/** The names of the files with reports of subcontracts, sorted, as paths in the folder of the record files. */
async function listSubawardFiles(home: Home): Promise<string[]> {
  const names = await listFolder(join(recordsFolder(home), subawardsFolder));
  return names
    .filter(isRecordFile)
    .sort()
    .map((name) => `${subawardsFolder}/${name}`);
}

export interface Fingerprint {
  /** The id of the snapshot: 12 hexadecimal digits. */
  id: string;
  /** The SHA-256 of each record file of the data folder, by name. */
  hashes: Map<string, string>;
}

/**
 * The id of the snapshot of a data folder and some imported files: a hash of the names and bytes of the record files and their
 * earlier retrievals, the ids of the imported files, the rule tables and {@link importVersion}. The same files have the same id on every machine.
 */
export async function fingerprint(home: Home, imported: readonly string[]): Promise<Fingerprint> {
  const hash = createHash("sha256");
  for (const name of ruleTableNames) await addFile(hash, name, join(home.data, name));
  const hashes = new Map<string, string>();
  for (const name of [...(await listRecordFiles(home)), ...(await listSubawardFiles(home))]) {
    const digest = await hashFile(join(recordsFolder(home), name));
    hashes.set(name, digest);
    hash.update(`\nrecords/${name}\n${digest}\n`);
  }
  await addFile(hash, `records/${sourcesTable}`, join(recordsFolder(home), sourcesTable));
  for (const name of await listHistoryFiles(home))
    await addFile(hash, `history/${name}`, join(historyFolder(home), name));
  hash.update(`\nimported\n${imported.join("\n")}\n`);
  hash.update(`\nimport version ${importVersion}\n`);
  return { id: hash.digest("hex").slice(0, 12), hashes };
}

/** The SHA-256 of a file's bytes. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const part of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(part as Buffer);
  return hash.digest("hex");
}

/** The first 16 hexadecimal digits of the SHA-256 of some texts. */
export const hashTexts = (...texts: string[]): string =>
  createHash("sha256").update(texts.join("\n")).digest("hex").slice(0, 16);

async function addFile(hash: Hash, name: string, path: string) {
  let length = 0;
  hash.update(`\n${name}\n`);
  try {
    for await (const part of createReadStream(path, { highWaterMark: 1 << 20 })) {
      length += (part as Buffer).length;
      hash.update(part as Buffer);
    }
  } catch (error) {
    ignoreMissing(error);
  }
  // The length separates a file from the next one.
  hash.update(`\n${length}\n`);
}

function ignoreMissing(error: unknown): never[] {
  if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  return [];
}
