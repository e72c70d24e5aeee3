import "server-only";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { DuckDBInstance } from "@duckdb/node-api";
import { type Day, isDay } from "@/lib/contracts/days";
import type { FileReport } from "@/lib/contracts/import-report";
import { RuleError } from "@/lib/identity/rules";
import { buildSnapshot } from "@/lib/import/build-snapshot";
import { NothingToPublish } from "@/lib/import/report";
import type { Rules } from "@/lib/import/rule-tables";
import { type SourceFile, sizeAndChange } from "@/lib/import/source-files";
import { hashFile, hashTexts } from "@/lib/snapshot/fingerprint";
import { type Home, historyFolder, listHistoryFiles } from "@/lib/snapshot/paths";

/** What the source had on one day of some agencies and years. */
interface EarlierRetrieval {
  day: Day;
  sources: SourceFile[];
}

const historyName = (file: string) => `history/${file}`;

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
 * @throws {RuleError} if a history file is damaged, or has a row that cannot be read: without it the row would be listed as gone.
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
    files.push(
      build.then(
        ({ report }) => {
          report.files.forEach(requireWhole);
          return path;
        },
        (error) => {
          if (error instanceof NothingToPublish) error.report.files.forEach(requireWhole);
          throw error;
        },
      ),
    );
  }
  await Promise.allSettled(files);
  return files.at(-1) ?? null;
}

/** @throws {RuleError} if a record file of a retrieval was refused, or a row of it rejected. */
function requireWhole({ file, refused, first_rejected: [rejected] = [] }: FileReport): void {
  const [, line = "1", problem] = /^line (\d+): (.*)$/s.exec(rejected ?? "") ?? [];
  const fault = refused ?? problem;
  if (fault) throw new RuleError(historyName(`${file.slice("2026-01-01 ".length)}.gz`), Number(line), fault);
}

/** The text of a history file. @throws {RuleError} if it cannot be unpacked. */
async function readHistoryFile(home: Home, name: string): Promise<string> {
  const bytes = await readFile(join(historyFolder(home), name));
  try {
    return gunzipSync(bytes).toString();
  } catch {
    const problem = "the file is damaged and cannot be unpacked; get it again, or remove it";
    throw new RuleError(historyName(name), 1, problem);
  }
}

/**
 * Writes each retrieval as record files into a folder, the oldest first. A line of a history file is a row of a record file,
 * then the days of the retrievals that have it. A row keeps its line: those that a retrieval lacks are empty lines.
 */
async function writeRetrievals(home: Home, folder: string): Promise<EarlierRetrieval[]> {
  const retrievals = new Map<Day, SourceFile[]>();
  for (const name of await listHistoryFiles(home)) {
    const [header = "", ...lines] = (await readHistoryFile(home, name)).trimEnd().split(/\r?\n/);
    if (!header.endsWith(",retrieved"))
      throw new RuleError(historyName(name), 1, "the last column must be retrieved");
    const rows = new Map<Day, string[]>();
    for (const [index, line] of lines.entries()) {
      const end = line.lastIndexOf(",");
      for (const day of line.slice(end + 1).split(" ")) {
        if (!isDay(day))
          throw new RuleError(
            historyName(name),
            index + 2,
            "retrieved must be days such as 2026-08-15, with spaces between",
          );
        const held = rows.get(day) ?? [];
        held[index] = line.slice(0, end);
        rows.set(day, held);
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
