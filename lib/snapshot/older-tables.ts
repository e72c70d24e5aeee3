import "server-only";
import type { DuckDBConnection } from "@duckdb/node-api";

/** The types of a table's columns, by name. */
type ColumnTypes = ReadonlyMap<string, string>;

/** The columns of each table of a database. */
export async function readTables(
  connection: DuckDBConnection,
  database: string,
): Promise<Map<string, ColumnTypes>> {
  const read = await connection.runAndReadAll(
    "select table_name, column_name, data_type from duckdb_columns() where database_name = $database and not internal",
    { database },
  );
  const tables = new Map<string, Map<string, string>>();
  for (const [table, column, type] of read.getRows() as [string, string, string][])
    tables.set(table, (tables.get(table) ?? new Map()).set(column, type));
  return tables;
}

/**
 * A statement that reads a table of a snapshot with the columns of today, whatever version the snapshot is of: what it lacks
 * is empty, money in dollars becomes cents, and a contract's purpose is its latest description. `had` are its own columns, none where it lacks the table.
 */
export function readAsToday(
  database: string,
  table: string,
  columns: ColumnTypes,
  had: ColumnTypes | undefined,
): string {
  const values = [...columns].map(([name, type]) => {
    const dollars = name.replace(/_cents$/, "");
    if (had?.has(name)) return `"${name}"`;
    if (name === "purpose" && had) return "description as purpose";
    // Wider than the column, so that the largest amount that it holds can be multiplied.
    return had?.has(dollars)
      ? `("${dollars}"::decimal(20,2) * 100)::bigint as "${name}"`
      : `null::${type} as "${name}"`;
  });
  return `select ${values.join(", ")} ${had ? `from "${database}".main."${table}"` : "where false"}`;
}
