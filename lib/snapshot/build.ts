import "server-only";
import { createReadStream } from "node:fs";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance, VARCHAR } from "@duckdb/node-api";
import type { FileReport, Reject, Report, SnapshotInfo } from "@/lib/contracts/facts";
import { counted, formatCount } from "@/lib/contracts/money";
import { Refusal } from "@/lib/intake/header";
import { intake } from "@/lib/intake/intake";
import { appendRows } from "@/lib/snapshot/append";
import { finish, writeStagedAgencies } from "@/lib/snapshot/finish";
import { type Home, recordsFolder } from "@/lib/snapshot/home";
import { schema } from "@/lib/snapshot/schema";
import { type Settled, settle } from "@/lib/snapshot/settle";
import { openStage, type Stage } from "@/lib/snapshot/stage";
import type { Rules } from "@/lib/snapshot/tables";

/** How far an import is: rows read so far over all files, and what it is doing. */
export interface Progress {
  step: "reading" | "sorting";
  file: string | null;
  rows: number;
}

export interface Build {
  report: Report;
  rejects: Reject[];
}

/** No record file could be read, so there is nothing to publish. */
export class NothingToPublish extends Error {
  override name = "NothingToPublish";
  constructor(readonly report: Report) {
    super("No record file could be read, so nothing is published.");
  }
}

/**
 * Builds a snapshot file at `path` from the record files of the data folder. A file that is refused leaves
 * nothing behind but its reason. Throws {@link NothingToPublish} when no row at all was accepted.
 */
export async function build(
  home: Home,
  {
    id,
    path,
    files,
    rules,
    onProgress,
  }: { id: string; path: string; files: string[]; rules: Rules; onProgress: (progress: Progress) => void },
): Promise<Build> {
  const instance = await DuckDBInstance.create(path, {
    threads: "2",
    memory_limit: "1GB",
    temp_directory: `${path}.tmp`,
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  const connection = await instance.connect();
  try {
    await connection.run(schema);
    const ordered = oldestFirst(files, rules);
    const reports = await readFiles(home, connection, ordered, onProgress);
    onProgress({
      step: "sorting",
      file: null,
      rows: reports.files.reduce((sum, file) => sum + file.read, 0),
    });
    account(reports.files, await settle(connection), ordered);
    const report = summarise(id, reports.files, files);
    if (report.totals.accepted === 0) throw new NothingToPublish(report);
    await finish(connection, reports.stage.dictionaries, rules);
    const info = await describe(connection, id, rules);
    const meta = { info, report, sources: rules.sources, press_figures: rules.pressFigures };
    await appendRows(
      connection,
      "meta",
      [VARCHAR, VARCHAR],
      Object.entries(meta).map(([name, value]) => [name, JSON.stringify(value)]),
    );
    const rejects = await readRejects(connection);
    await connection.run("checkpoint");
    return { report, rejects };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** By the day of retrieval, files that no source names last, equal days by name: the later one wins. */
function oldestFirst(files: string[], { sources }: Rules): string[] {
  const retrieved = new Map(sources.map((source) => [source.file, source.retrieved]));
  const key = (file: string) => `${retrieved.get(file) ?? "9999-12-31"} ${file}`;
  return [...files].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

async function readFiles(
  home: Home,
  connection: DuckDBConnection,
  files: string[],
  onProgress: (progress: Progress) => void,
) {
  const stage = await openStage(connection);
  const reports: FileReport[] = [];
  let before = 0;
  for (const [index, file] of files.entries()) {
    const report = await readFile(join(recordsFolder(home), file), file, stage, index, (rows) =>
      onProgress({ step: "reading", file, rows: before + rows }),
    );
    stage.flush();
    if (report.refused !== null) {
      await connection.run("delete from staged where file = $index", { index });
      await connection.run("delete from rejects where file = $file", { file });
    }
    before += report.read;
    reports.push(report);
  }
  stage.close();
  await writeStagedAgencies(connection, stage.dictionaries);
  return { stage, files: reports };
}

async function readFile(
  path: string,
  file: string,
  stage: Stage,
  index: number,
  onRows: (rows: number) => void,
): Promise<FileReport> {
  const report = emptyReport(file);
  try {
    for await (const batch of intake(file, createReadStream(path, { highWaterMark: 1 << 18 }))) {
      stage.add(index, batch.accepted);
      stage.reject(batch.rejected);
      report.format = batch.format;
      report.ignored_columns = batch.ignored;
      report.accepted += batch.accepted.length;
      report.rejected += batch.rejected.length;
      report.masked += batch.masked;
      report.read = report.accepted + report.rejected;
      report.warnings.push(...batch.notes);
      onRows(report.read);
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ...emptyReport(file), refused: `${error.message}.` };
  }
  if (report.read === 0) report.warnings.push("The file has a header and no rows.");
  return report;
}

const emptyReport = (file: string): FileReport => ({
  file,
  format: "unknown",
  read: 0,
  accepted: 0,
  duplicate: 0,
  superseded: 0,
  rejected: 0,
  masked: 0,
  warnings: [],
  ignored_columns: [],
  refused: null,
});

/** Moves what was dropped after reading from `accepted` to its own count. */
function account(reports: FileReport[], { duplicates, superseded }: Settled, names: string[]) {
  for (const [index, count] of duplicates) {
    const report = reports[index];
    if (!report) continue;
    report.accepted -= count;
    report.duplicate += count;
  }
  for (const { file, by, rows, differences } of superseded) {
    const report = reports[file];
    if (!report) continue;
    report.accepted -= rows;
    report.superseded += rows;
    const differing = Object.entries(differences).filter(([, count]) => count > 0);
    const list = differing.map(([name, count]) => `${name} in ${formatCount(count)}`).join(", ");
    const where =
      by === file ? "again further up in this file" : `also in ${names[by]}, which counts as newer`;
    report.warnings.push(
      `${counted(rows, "action is", "actions are")} ${where}; different: ${list || "nothing"}.`,
    );
  }
}

function summarise(id: string, reports: FileReport[], order: string[]): Report {
  const files = [...reports].sort((one, other) => order.indexOf(one.file) - order.indexOf(other.file));
  const totals = { read: 0, accepted: 0, duplicate: 0, superseded: 0, rejected: 0, masked: 0 };
  for (const file of files)
    for (const name of Object.keys(totals) as (keyof typeof totals)[]) totals[name] += file[name];
  return { files, totals, snapshot: id };
}

async function describe(
  connection: DuckDBConnection,
  id: string,
  { problems, sources }: Rules,
): Promise<SnapshotInfo> {
  const read = await connection.runAndReadAll(
    "select min(action_date)::varchar, max(action_date)::varchar from actions",
  );
  const [from, through] = (read.getRows()[0] ?? []) as [string, string];
  const retrieved =
    sources
      .map((source) => source.retrieved)
      .sort()
      .at(-1) ?? null;
  return {
    id,
    data_through: through,
    data_from: from,
    retrieved,
    built: new Date().toISOString(),
    problems,
    has: [],
  };
}

async function readRejects(connection: DuckDBConnection): Promise<Reject[]> {
  const read = await connection.runAndReadAll(
    'select file, line, "column", value, reason, row from rejects order by file, line',
  );
  return read
    .getRowObjectsJS()
    .map((row) => ({ ...row, row: JSON.parse(String(row.row)) }) as unknown as Reject);
}
