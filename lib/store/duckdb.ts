import "server-only";

import { DuckDBBlobValue, type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";

import { readAsToday, readTables } from "@/lib/snapshot/older-tables";
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

let current: ReturnType<typeof readTables> | undefined;

/** The tables of {@link schema}. */
async function currentTables(): ReturnType<typeof readTables> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    await connection.run(schema);
    return await readTables(connection, "memory");
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/**
 * Statements that put temporary views in front of the tables of an older snapshot that differ from those of today; each
 * connection runs them. Empty where none does.
 */
async function viewsOfOlderTables(connection: DuckDBConnection): Promise<string> {
  current ??= currentTables();
  const database = String((await connection.runAndReadAll("select current_database()")).getRows()[0]?.[0]);
  const had = await readTables(connection, database);
  const views = [...(await current)].flatMap(([table, columns]) => {
    const own = had.get(table);
    if (own && [...columns.keys()].every((name) => own.has(name))) return [];
    return [`create temp view "${table}" as ${readAsToday(database, table, columns, own)};`];
  });
  return views.join("\n");
}
