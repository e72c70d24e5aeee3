import "server-only";
import { type DuckDBConnection, VARCHAR } from "@duckdb/node-api";
import type { Day } from "@/lib/contracts/days";
import { findChanges, writeEntries } from "@/lib/import/6-compare/entries";
import { carryChanges, findAbsent, writeGone } from "@/lib/import/6-compare/gone";
import { pairActions, pairContracts } from "@/lib/import/6-compare/pairs";
import { before, writeViews } from "@/lib/import/6-compare/views";
import { appendRows } from "@/lib/import/append";

/** The new snapshot, and the one to compare it with. */
export interface ComparedSnapshots {
  id: string;
  /** The file of the previous snapshot; `null` if there is none. */
  previous: string | null;
  /** When the new one was built, ISO time in UTC. */
  built: string;
  /** The newest day of retrieval among its files; `null` if none states one. */
  retrieved: Day | null;
}

/**
 * Fills `changes`, `gone` and the `changes` entry of `meta` in a new snapshot whose other tables are filled. `changes` has the
 * changes of the previous snapshot, then the differences from it. Two actions are the same if their transaction keys are, else
 * if contract and modification are. A contract stays the same if it gets its key or loses it.
 */
export async function recordChanges(
  connection: DuckDBConnection,
  compared: ComparedSnapshots,
): Promise<void> {
  const { previous } = compared;
  let since: Day | null = null;
  if (previous !== null) {
    await connection.run(`attach '${previous.replaceAll("'", "''")}' as ${before} (read_only)`);
    try {
      since = await compareWithPrevious(connection, compared);
    } finally {
      await connection.run(comparisonViews.map((name) => `drop view if exists ${name}`).join(";"));
      await connection.run(`detach ${before}`);
    }
  }
  await appendRows(connection, "meta", [VARCHAR, VARCHAR], [["changes", JSON.stringify({ since })]]);
}

/** The views over the previous snapshot. */
const comparisonViews = ["older_all", "older_facts", "older_cells", "newer_facts", "newer_cells"];

async function compareWithPrevious(
  connection: DuckDBConnection,
  compared: ComparedSnapshots,
): Promise<Day | null> {
  const had = await columnsOf(connection, before);
  if (!requiredColumns.every((name) => had.has(name))) return null;
  const then = await infoOf(connection);
  await writeViews(connection, had, then.retrieved, compared.retrieved);
  await pairContracts(connection);
  await pairActions(connection);
  await findAbsent(connection);
  await writeGone(connection, had);
  await carryChanges(connection, had);
  await findChanges(connection, had, compared.built);
  await writeEntries(connection, compared);
  return then.since ?? then.retrieved ?? then.built;
}

/** A snapshot without one of these columns cannot be compared with. */
const requiredColumns = [
  "actions.id",
  "actions.piid",
  "actions.modification",
  "actions.action_date",
  "actions.amount",
  "actions.agency_code",
  "actions.fiscal_year",
  "contracts.key",
];

async function columnsOf(connection: DuckDBConnection, catalog: string): Promise<Set<string>> {
  const read = await connection.runAndReadAll(
    "select table_name || '.' || column_name from duckdb_columns() where database_name = $catalog",
    { catalog },
  );
  return new Set(read.getRows().map(([name]) => String(name)));
}

/** The days of the previous snapshot, and the day since which it has changes. */
async function infoOf(
  connection: DuckDBConnection,
): Promise<{ retrieved: Day | null; built: Day; since: Day | null }> {
  const read = await connection.runAndReadAll(
    `select name, value from ${before}.meta where name in ('info', 'changes')`,
  );
  const meta = new Map(read.getRows().map(([name, value]) => [name, JSON.parse(String(value))]));
  const { retrieved = null, built = "" } = meta.get("info") ?? {};
  return { retrieved, built: String(built).slice(0, 10), since: meta.get("changes")?.since ?? null };
}
