import "server-only";

import { DuckDBBlobValue, type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";

import { schema } from "@/lib/snapshot/schema";
import type { Chunk, Reader } from "@/lib/store/reader";

/**
 * Opens a snapshot file read-only. Connections are opened as statements need them and used again. `memory` is what DuckDB
 * may hold of it.
 */
export async function openDuckDb(file: string, memory: string): Promise<Reader> {
  const instance = await DuckDBInstance.create(file, {
    access_mode: "READ_ONLY",
    threads: "2",
    memory_limit: memory,
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  const idle: DuckDBConnection[] = [];
  const close = () => {
    for (const connection of idle.splice(0)) connection.closeSync();
    instance.closeSync();
  };
  let views = "";
  const connect = async (): Promise<DuckDBConnection> => {
    const connection = await instance.connect();
    if (views !== "") await connection.run(views);
    return connection;
  };
  try {
    const first = await instance.connect();
    idle.push(first);
    views = await viewsOfOlderTables(first);
    if (views !== "") await first.run(views);
  } catch (error) {
    close();
    throw error;
  }
  return {
    async rows<Row>({ text, values }: { text: string; values: DuckDBInput }, signal?: AbortSignal) {
      signal?.throwIfAborted();
      const connection = idle.pop() ?? (await connect());
      try {
        return await interruptible(connection, signal, async () => {
          const result = await connection.runAndReadAll(text, values);
          return result.getRowObjectsJS() as Row[];
        });
      } finally {
        idle.push(connection);
      }
    },
    async stream({ chosen, slice }, signal) {
      signal.throwIfAborted();
      const connection = await connect(); // its own, as its temporary table is
      const closeStream = () => connection.closeSync();
      try {
        await interruptible(connection, signal, () => connection.run(chosen.text, chosen.values));
      } catch (error) {
        closeStream();
        throw error;
      }
      async function* read(after: number, to: number): AsyncGenerator<Chunk> {
        const { text, values } = slice(after, to);
        const result = await interruptible(connection, signal, () => connection.stream(text, values));
        const names = result.columnNames();
        for (;;) {
          const chunk = await interruptible(connection, signal, () => result.fetchChunk());
          if (!chunk || chunk.rowCount === 0) return;
          yield { count: chunk.rowCount, columns: chunk.getColumns().map(withBytes), names };
        }
      }
      return { slice: read, close: closeStream };
    },
    close,
  };
}

type DuckDBInput = Parameters<DuckDBConnection["run"]>[1];

const withBytes = (column: readonly unknown[]) =>
  column[0] instanceof DuckDBBlobValue ? column.map((value) => (value as DuckDBBlobValue).bytes) : column;

/** How often an interruption is repeated: DuckDB ignores one that comes before a statement has begun. */
const interruptMs = 20;

/** Runs work of a connection, which an abort interrupts. */
async function interruptible<Result>(
  connection: DuckDBConnection,
  signal: AbortSignal | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  let repeated: NodeJS.Timeout | undefined;
  const interrupt = () => {
    connection.interrupt();
    repeated = setInterval(() => connection.interrupt(), interruptMs);
  };
  signal?.throwIfAborted();
  signal?.addEventListener("abort", interrupt, { once: true });
  try {
    const result = await work();
    signal?.throwIfAborted(); // the interruption came too late for the statement
    return result;
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    clearInterval(repeated);
    signal?.removeEventListener("abort", interrupt);
  }
}

/** The types of the columns of each table, by names. */
type ColumnMap = Map<string, Map<string, string>>;

/** The columns of a connection's own database. */
async function columnsOf(connection: DuckDBConnection): Promise<ColumnMap> {
  const read = await connection.runAndReadAll(
    "select table_name, column_name, data_type from duckdb_columns() where database_name = current_database() and not internal",
  );
  const tables: ColumnMap = new Map();
  for (const [table, column, type] of read.getRows() as [string, string, string][])
    tables.set(table, (tables.get(table) ?? new Map()).set(column, type));
  return tables;
}

let current: Promise<ColumnMap> | undefined;

/** The columns of {@link schema}. */
async function currentColumns(): Promise<ColumnMap> {
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
 * Statements that add, as temporary views, the columns and tables that a snapshot of an older version lacks, empty; each
 * connection runs them. Empty where nothing is lacking.
 */
async function viewsOfOlderTables(connection: DuckDBConnection): Promise<string> {
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
