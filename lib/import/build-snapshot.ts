import "server-only";
import { type DuckDBConnection, DuckDBInstance, VARCHAR } from "@duckdb/node-api";
import type { Reject, Report } from "@/lib/contracts/import-report";
import type { SnapshotInfo } from "@/lib/contracts/snapshots";
import type { Totals } from "@/lib/contracts/totals";
import { orderFiles } from "@/lib/import/3-stage/file-order";
import { countRows, type ImportProgress, type StagedTable, stageSources } from "@/lib/import/3-stage/stage";
import { dedupe } from "@/lib/import/4-dedupe/dedupe";
import { superfluousFiles } from "@/lib/import/4-dedupe/superfluous-files";
import { finish } from "@/lib/import/5-finish/finish";
import { requireProven } from "@/lib/import/5-finish/proven";
import { readInfo, readRejects, readTotals } from "@/lib/import/5-finish/snapshot-info";
import { recordChanges } from "@/lib/import/6-compare/compare";
import { appendRows } from "@/lib/import/append";
import { countDropped, ImportRefused, NothingToPublish, refusedImports, reportOf } from "@/lib/import/report";
import type { Rules } from "@/lib/import/rule-tables";
import type { SourceFile } from "@/lib/import/source-files";
import type { Home } from "@/lib/snapshot/paths";
import { schema } from "@/lib/snapshot/schema";

export interface Build {
  report: Report;
  rejects: Reject[];
  info: SnapshotInfo;
  /** Of the actions of all agencies. */
  totals: Totals;
  /** The tables of its files, oldest retrieval first. */
  tables: StagedTable[];
  /** The ids of stored files that the next import does not need. */
  superfluous: string[];
}

/**
 * Builds a snapshot file at `path` with steps 1 to 6 of the import. A file of the data folder that cannot be read is
 * reported and left out.
 * @throws {NothingToPublish} if no row was accepted.
 * @throws {ImportRefused} if an imported file cannot be read.
 * @throws {NotProven} if the snapshot lacks what an imported file proves.
 */
export async function buildSnapshot(
  home: Home,
  {
    id,
    path,
    previous,
    sources,
    rules,
    storeIn,
    isHistory = false,
    isCompared = false,
    onProgress,
  }: {
    id: string;
    path: string;
    /** The file of the snapshot to compare with; `null` if there is none. Awaited when the other tables are filled. */
    previous: string | null | Promise<string | null>;
    sources: SourceFile[];
    rules: Rules;
    /** The folder for the rows of imported files. */
    storeIn: string;
    /** Whether the snapshot to compare with is one of the earlier retrievals of the data folder. */
    isHistory?: boolean;
    /** Whether it is such a retrieval itself, which is compared with and never published. */
    isCompared?: boolean;
    onProgress: (progress: ImportProgress) => void;
  },
): Promise<Build> {
  const instance = await DuckDBInstance.create(path, {
    threads: isCompared ? "1" : "2", // a second one costs time where there are few rows
    memory_limit: "700MB",
    temp_directory: `${path}.tmp`,
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  const connection = await instance.connect();
  try {
    if (isCompared) await connection.run("set force_compression = 'uncompressed'"); // it is read once
    await connection.run(`begin; ${schema} commit`); // one commit, since each waits for the disk
    const { tables: staged, dictionaries } = await stageSources(
      home,
      connection,
      sources,
      storeIn,
      onProgress,
    );
    const tables = await orderFiles(connection, staged);
    onProgress({ step: "sorting", file: null, rows: countRows(tables), share: 1 });
    const dropped = await dedupe(connection, dictionaries);
    countDropped(tables, dropped);
    const report = reportOf(id, staged, sources);
    if (refusedImports(staged).length > 0) throw new ImportRefused(report);
    if (report.totals.accepted === 0) throw new NothingToPublish(report);
    await finish(connection, dictionaries, rules, isCompared);
    await requireProven(connection, sources, report);
    const info = await readInfo(connection, id, rules, tables);
    await dropTemporaryTables(connection);
    await recordChanges(connection, {
      ...{ id, previous: await previous, isHistory },
      built: info.built,
      retrieved: info.retrieved,
    });
    const meta = {
      info,
      report,
      sources: rules.sources,
      left_out: rules.leftOut,
      published_figures: rules.publishedFigures,
      other_category: rules.otherCategory,
      also_known: rules.alsoKnown,
    };
    await appendRows(
      connection,
      "meta",
      [VARCHAR, VARCHAR],
      Object.entries(meta).map(([name, value]) => [name, JSON.stringify(value)]),
    );
    const rejects = await readRejects(connection);
    await connection.run("checkpoint");
    return {
      report,
      rejects,
      info,
      totals: await readTotals(connection),
      tables,
      superfluous: superfluousFiles(tables, dropped),
    };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** Frees the memory and the names of the temporary tables before the comparison. */
async function dropTemporaryTables(connection: DuckDBConnection): Promise<void> {
  const read = await connection.runAndReadAll(`
    select 'view', view_name from duckdb_views() where temporary and not internal
    union all select 'table', table_name from duckdb_tables() where temporary order by 1 desc`);
  for (const [kind, name] of read.getRows()) await connection.run(`drop ${kind} temp."${name}"`);
}
