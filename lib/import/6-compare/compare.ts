import "server-only";
import { type DuckDBConnection, VARCHAR } from "@duckdb/node-api";
import type { Day } from "@/lib/contracts/days";
import { type ComparedSnapshots, findChanges, writeEntries } from "@/lib/import/6-compare/entries";
import { carryChanges, findAbsent, writeGone } from "@/lib/import/6-compare/gone";
import { pairActions, pairContracts } from "@/lib/import/6-compare/pairs";
import { before, writeViews } from "@/lib/import/6-compare/views";
import { appendRows } from "@/lib/import/append";
import { readAsToday, readTables } from "@/lib/snapshot/older-tables";

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
    await connection.run(`attach '${previous.replaceAll("'", "''")}' as ${beforeFile} (read_only)`);
    await connection.run(`attach ':memory:' as ${before}`);
    try {
      since = await compareWithPrevious(connection, compared);
    } finally {
      await connection.run(
        comparisonViews
          .map((name) => `drop ${compared.isHistory ? "table" : "view"} if exists ${name}`)
          .join(";"),
      );
      await connection.run(`detach ${before}; detach ${beforeFile}`);
    }
  }
  await appendRows(connection, "meta", [VARCHAR, VARCHAR], [["changes", JSON.stringify({ since })]]);
}

/** The catalog name of the file of the previous snapshot. */
const beforeFile = "before_file";

/** The views over the previous snapshot. */
const comparisonViews = ["older_all", "older_facts", "older_cells", "newer_facts", "newer_cells"];

async function compareWithPrevious(
  connection: DuckDBConnection,
  compared: ComparedSnapshots,
): Promise<Day | null> {
  if (!(await viewPrevious(connection))) return null;
  const then = await infoOf(connection);
  await writeViews(connection, then.retrieved, compared.retrieved, compared.isHistory ?? false);
  await pairContracts(connection);
  await pairActions(connection);
  await findAbsent(connection);
  await writeGone(connection);
  await carryChanges(connection);
  await findChanges(connection, compared.built);
  await writeEntries(connection, compared);
  return then.since ?? then.retrieved ?? then.built;
}

/** A snapshot without one of these columns of `actions` cannot be compared with. */
const requiredColumns = ["id", "piid", "modification", "action_date", "agency_code", "fiscal_year"];

/** Fills {@link before} with views of the previous snapshot, as if it were of today; `false` if it cannot be compared with. */
async function viewPrevious(connection: DuckDBConnection): Promise<boolean> {
  const [[own] = []] = (await connection.runAndReadAll("select current_database()")).getRows();
  const had = await readTables(connection, beforeFile);
  if (!requiredColumns.every((name) => had.get("actions")?.has(name))) return false;
  for (const [table, columns] of await readTables(connection, String(own)))
    await connection.run(
      `create view ${before}.main."${table}" as ${readAsToday(beforeFile, table, columns, had.get(table))}`,
    );
  return true;
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
