import "server-only";

import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";

import { schema } from "@/lib/snapshot/schema";

type Columns = Map<string, Map<string, string>>;

/** The columns of each table of a connection's own database, and their types. */
async function columnsOf(connection: DuckDBConnection): Promise<Columns> {
  const read = await connection.runAndReadAll(
    "select table_name, column_name, data_type from duckdb_columns() where database_name = current_database() and not internal",
  );
  const tables: Columns = new Map();
  for (const [table, column, type] of read.getRows() as [string, string, string][])
    tables.set(table, (tables.get(table) ?? new Map()).set(column, type));
  return tables;
}

let current: Promise<Columns> | undefined;

/** The columns of each table of {@link schema}. */
async function currentColumns(): Promise<Columns> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    await connection.run(schema);
    return await columnsOf(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/**
 * Statements by which a connection reads a snapshot that was built before columns or tables were added as if it had them,
 * empty. None where it lacks none. Each connection needs them.
 */
export async function viewsOfOlderTables(connection: DuckDBConnection): Promise<string> {
  current ??= currentColumns();
  const had = await columnsOf(connection);
  const database = String((await connection.runAndReadAll("select current_database()")).getRows()[0]?.[0]);
  const views = [...(await current)].flatMap(([table, columns]) => {
    const own = had.get(table);
    if (own && [...columns.keys()].every((name) => own.has(name))) return [];
    const values = [...columns].map(([name, type]) =>
      own?.has(name) ? `"${name}"` : `null::${type} as "${name}"`,
    );
    const rows = own ? `from "${database}".main."${table}"` : "where false";
    return [`create temp view "${table}" as select ${values.join(", ")} ${rows};`];
  });
  return views.join("\n");
}
