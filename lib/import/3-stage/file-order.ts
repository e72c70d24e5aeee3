import "server-only";
import { BOOLEAN, type DuckDBConnection, INTEGER, VARCHAR } from "@duckdb/node-api";
import { type Day, dayNumber } from "@/lib/contracts/days";
import { type StagedTable, stagingTables } from "@/lib/import/3-stage/stage";
import { appendRows } from "@/lib/import/append";

/**
 * Numbers the staged tables from the oldest to the newest retrieval, so that in later steps the larger number wins. Tables of
 * one day keep the order of `staged`: data files by name, then imports. Writes the temporary tables `files` and
 * `proven_years`.
 */
export async function orderFiles(
  connection: DuckDBConnection,
  staged: StagedTable[],
): Promise<StagedTable[]> {
  const order = [...staged.keys()].sort((one, other) => {
    const [a, b] = [dayOf(staged[one] as StagedTable), dayOf(staged[other] as StagedTable)];
    return a < b ? -1 : a > b ? 1 : one - other;
  });
  if (order.some((before, index) => before !== index)) {
    await connection.run("create temp table renumbered (before integer, after integer)");
    await appendRows(
      connection,
      "renumbered",
      [INTEGER, INTEGER],
      order.map((before, index) => [before, index]),
      "temp",
    );
    for (const table of stagingTables)
      await connection.run(`update ${table} set file = after from renumbered where file = before`);
  }
  const tables = order.map((before) => staged[before] as StagedTable);
  await connection.run("create temp table proven_years (file integer, code varchar, fiscal_year integer)");
  await appendRows(
    connection,
    "proven_years",
    [INTEGER, VARCHAR, INTEGER],
    tables.flatMap(({ source }, index) =>
      (source.proves ?? []).map(({ agency, fiscal_year }) => [index, agency, fiscal_year]),
    ),
    "temp",
  );
  await connection.run(
    "create temp table files (file integer, name varchar, hash varchar, retrieved integer, proven boolean)",
  );
  await appendRows(
    connection,
    "files",
    [INTEGER, VARCHAR, VARCHAR, INTEGER, BOOLEAN],
    tables.map(({ report, source, retrieved }, index) => [
      index,
      report.file,
      source.hash,
      retrieved === null ? null : dayNumber(retrieved),
      source.proven ?? false,
    ]),
    "temp",
  );
  return tables;
}

const dayOf = ({ source, retrieved }: StagedTable): Day =>
  retrieved ?? (source.from === "stored" ? source.retrieved : source.modified);
