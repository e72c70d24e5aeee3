import "server-only";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { DuckDBInstance } from "@duckdb/node-api";
import type { Day } from "@/lib/contracts/days";
import { RuleError } from "@/lib/identity/rules";
import { buildSnapshot } from "@/lib/import/build-snapshot";
import type { Rules } from "@/lib/import/rule-tables";
import { type SourceFile, sizeAndChange } from "@/lib/import/source-files";
import { hashFile, hashTexts } from "@/lib/snapshot/fingerprint";
import { type Home, historyFolder, listHistoryFiles } from "@/lib/snapshot/paths";

/** What the source had on one day of some agencies and years. */
interface EarlierRetrieval {
  day: Day;
  sources: SourceFile[];
}

/**
 * Whether the earlier retrievals of the data folder come before the first comparison: there are some, and the snapshot to
 * compare with, if any, has no changes that they would take the place of.
 */
export async function beginsWithHistory(home: Home, previous: string | null): Promise<boolean> {
  if ((await listHistoryFiles(home)).length === 0) return false;
  if (previous === null) return true;
  const instance = await DuckDBInstance.create(previous, { access_mode: "READ_ONLY" });
  const connection = await instance.connect();
  try {
    // A snapshot from before changes were kept has no such table.
    const read = await connection.runAndReadAll(
      "select estimated_size from duckdb_tables() where table_name = 'changes' and estimated_size > 0",
    );
    return read.currentRowCount === 0;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/**
 * Builds a snapshot of each earlier retrieval of the data folder in `folder`, each compared with the one before, and returns
 * the file of the last: its changes are those between all of them. They are not published, since they have a few years only.
 * All are built at once, and each waits for the one before when its own rows are there.
 */
export async function buildHistory(home: Home, rules: Rules, folder: string): Promise<string | null> {
  const files: Promise<string>[] = [];
  for (const { day, sources } of await writeRetrievals(home, folder)) {
    const path = join(folder, `history-${day}.duckdb`);
    const build = buildSnapshot(home, {
      id: hashTexts(day, ...sources.map(({ hash }) => hash)).slice(0, 12),
      previous: files.at(-1) ?? null,
      ...{ path, sources, rules, storeIn: folder, onProgress: () => {} },
      isHistory: true,
      isCompared: true,
    });
    files.push(build.then(() => path));
  }
  await Promise.allSettled(files);
  return files.at(-1) ?? null;
}

/**
 * Writes each retrieval as record files into a folder, the oldest first. A line of a history file is a row of a record file,
 * then the days of the retrievals that have it.
 */
async function writeRetrievals(home: Home, folder: string): Promise<EarlierRetrieval[]> {
  const retrievals = new Map<Day, SourceFile[]>();
  for (const name of await listHistoryFiles(home)) {
    const bytes = await readFile(join(historyFolder(home), name));
    const [header = "", ...lines] = gunzipSync(bytes).toString().trimEnd().split("\n");
    if (!header.endsWith(",retrieved"))
      throw new RuleError(`history/${name}`, 1, "the last column must be retrieved");
    const rows = new Map<Day, string[]>();
    for (const line of lines) {
      const end = line.lastIndexOf(",");
      for (const day of line.slice(end + 1).split(" ")) {
        if (!rows.has(day)) rows.set(day, []);
        rows.get(day)?.push(line.slice(0, end));
      }
    }
    for (const [day, held] of rows) {
      const file = `${day} ${name.replace(/\.gz$/, "")}`;
      const path = join(folder, file);
      await writeFile(path, [header.slice(0, header.lastIndexOf(",")), ...held, ""].join("\n"));
      const facts = { hash: await hashFile(path), ...(await sizeAndChange(path)) };
      const source: SourceFile = { from: "data", id: "", name: file, path, retrieved: day, ...facts };
      retrievals.set(day, [...(retrievals.get(day) ?? []), source]);
    }
  }
  return [...retrievals].sort().map(([day, sources]) => ({ day, sources }));
}
