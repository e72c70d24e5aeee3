import "server-only";

import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import pLimit from "p-limit";

import type { SnapshotInfo } from "@/lib/contracts/facts";
import { raw, type Sql } from "@/lib/query/fragments";
import type { EveryRow } from "@/lib/query/sql";
import { type Explanations, readExplanations } from "@/lib/store/explained";

/** One open snapshot. Everything that a page or an answer shows is read through one of these. */
export interface Store {
  info: SnapshotInfo;
  /** The snapshot's id where it was asked for by name, so that addresses made from it name it too. */
  named: string | null;
  /** The published snapshot, where this is another one that is kept; `null` where this is it. */
  published: SnapshotInfo | null;
  explanations: Explanations;
  /** All rows of a statement, as objects. Repeated statements are answered from memory. */
  rows<Row>(statement: Sql): Promise<Row[]>;
  /**
   * Every row of a result, as `write` puts some thousand at a time into bytes; ends early when `signal` fires.
   * @throws {TooManyExports} when as many are under way as the server has room for.
   */
  everyRow(
    rows: EveryRow,
    write: (chunk: Chunk) => Uint8Array[],
    signal: AbortSignal,
  ): Promise<AsyncGenerator<Uint8Array>>;
}

/** Rows as they come from the database: the values of each column, by column. */
export interface Chunk {
  count: number;
  columns: unknown[][];
  names: string[];
}

/** Every export holds some memory, so there is an end to how many run. */
export class TooManyExports extends Error {
  override name = "TooManyExports";
}

/** Rows kept in memory for repeated statements, all statements together. */
const memoRows = 20_000;
/** How long after its last use a snapshot that was replaced stays open, for pages that began with it. */
const graceMs = 30_000;
/**
 * Rows of an export that are put in order and held at once, some 11 MB for as long as the client takes to read them; fewer
 * when many clients may be slow.
 */
const sliceRows = { usual: 32_768, crowded: 16_384 };
const crowd = 4;
const mostExports = 32;

/** An open snapshot file. */
export interface Opened {
  store: Store;
  /** Whether nothing of it is being read. */
  isIdle(): boolean;
  /** Closes the file once nothing is being read. */
  close(): void;
  /** Closes it when it has not been read for some time, for pages that have begun. */
  retire(): void;
}

interface OpenOptions {
  /** Without it every statement is run, however often it is repeated. */
  memo?: boolean;
  /** Statements that run at once; the rest wait. Each may use both of DuckDB's threads. */
  lanes?: number;
  /** What DuckDB may hold of it in memory. */
  memory?: string;
  /** Called whenever the last reader is done. */
  onIdle?: () => void;
}

/**
 * Opens one snapshot file read-only. The app uses `openStore` of `lib/store/open.ts`.
 * @throws when it is not a whole snapshot.
 */
export async function openFile(
  file: string,
  { memo: isKept = true, lanes = 2, memory = "300MB", onIdle = () => {} }: OpenOptions = {},
): Promise<Opened> {
  const instance = await DuckDBInstance.create(file, {
    access_mode: "READ_ONLY",
    threads: "2",
    memory_limit: memory,
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  const idle: DuckDBConnection[] = [];
  const waiting: ((connection: DuckDBConnection) => void)[] = [];
  for (let lane = 0; lane < lanes; lane++) idle.push(await instance.connect());

  let active = 0;
  let used = performance.now();
  let isClosing = false;
  let isClosed = false;
  const settle = () => {
    if (!isClosing || active > 0 || isClosed) return;
    isClosed = true;
    for (const connection of idle.splice(0)) connection.closeSync();
    instance.closeSync();
  };
  const begin = () => {
    if (isClosed) throw new Error(`${file} has been closed.`);
    active += 1;
  };
  const end = () => {
    active -= 1;
    used = performance.now();
    settle();
    if (active === 0) onIdle();
  };
  const busy = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    begin();
    try {
      return await work();
    } finally {
      end();
    }
  };

  async function run<Row>(statement: Sql): Promise<Row[]> {
    const connection =
      idle.pop() ?? (await new Promise<DuckDBConnection>((resolve) => waiting.push(resolve)));
    try {
      const result = await connection.runAndReadAll(statement.text, statement.values);
      return result.getRowObjectsJS() as Row[];
    } finally {
      const next = waiting.shift();
      if (next) next(connection);
      else idle.push(connection);
    }
  }

  const memo = new Map<string, { rows: Promise<unknown[]>; weight: number }>();
  let weight = 0;
  function rows<Row>(statement: Sql): Promise<Row[]> {
    used = performance.now();
    if (!isKept) return busy(() => run<Row>(statement));
    const key = JSON.stringify([statement.text, statement.values]);
    const known = memo.get(key);
    if (known) {
      memo.delete(key);
      memo.set(key, known); // the most recently used goes last
      return known.rows as Promise<Row[]>;
    }
    const entry = { rows: busy(() => run<Row>(statement)) as Promise<unknown[]>, weight: 0 };
    memo.set(key, entry);
    entry.rows.then(
      (found) => {
        entry.weight = 1 + found.length;
        weight += entry.weight;
        for (const [oldest, { weight: freed }] of memo) {
          if (weight <= memoRows) break;
          memo.delete(oldest);
          weight -= freed;
        }
      },
      () => memo.delete(key),
    );
    return entry.rows as Promise<Row[]>;
  }

  const slicing = pLimit(1);
  let exporting = 0;
  async function everyRow(
    rows: EveryRow,
    write: (chunk: Chunk) => Uint8Array[],
    signal: AbortSignal,
  ): Promise<AsyncGenerator<Uint8Array>> {
    if (exporting >= mostExports) throw new TooManyExports();
    begin();
    exporting += 1;
    let connection: DuckDBConnection | undefined; // its own: that is where its temporary table is
    let isReading = false;
    let isOver = false;
    const finish = () => {
      if (isOver) return;
      isOver = true;
      signal.removeEventListener("abort", leave);
      connection?.closeSync();
      exporting -= 1;
      end();
    };
    // Rows that nobody began to take are ended by the signal alone: a generator that never ran has no end.
    const leave = () => (isReading ? connection?.interrupt() : finish());
    const reading = <Result>(work: () => Promise<Result>) =>
      slicing(async () => {
        signal.throwIfAborted(); // between two statements there is nothing to interrupt
        isReading = true;
        try {
          const result = await work();
          signal.throwIfAborted(); // an interruption that came too late for the statement
          return result;
        } finally {
          isReading = false;
        }
      });
    const choose = async (): Promise<DuckDBConnection> => {
      connection = await instance.connect();
      await connection.run(rows.chosen.text, rows.chosen.values);
      return connection;
    };
    const read = async (own: DuckDBConnection, after: number, to: number): Promise<Uint8Array[]> => {
      const { text, values } = rows.slice(after, to);
      const result = await own.stream(text, values);
      const names = result.columnNames();
      const pieces: Uint8Array[] = [];
      for (;;) {
        const chunk = await result.fetchChunk();
        if (!chunk || chunk.rowCount === 0) return pieces;
        pieces.push(...write({ count: chunk.rowCount, columns: chunk.getColumns(), names }));
      }
    };
    signal.addEventListener("abort", leave, { once: true });
    try {
      const own = await reading(choose);
      // A slice is read whole before it is sent, so that a slow client holds up nobody else.
      const next = (after: number) => {
        const to = after + (exporting > crowd ? sliceRows.crowded : sliceRows.usual);
        return reading(async () => ({ to, pieces: await read(own, after, to) }));
      };
      const first = await next(0);
      return (async function* () {
        try {
          for (let slice = first; slice.pieces.length > 0; slice = await next(slice.to)) yield* slice.pieces;
        } finally {
          finish();
        }
      })();
    } catch (error) {
      finish();
      throw error;
    }
  }

  const close = () => {
    isClosing = true;
    settle();
  };
  const retire = () => {
    const left = used + graceMs - performance.now();
    if (active === 0 && left <= 0) close();
    else setTimeout(retire, Math.max(left, 1_000)).unref();
  };
  try {
    const [meta] = await run<{ value: string }>(raw("select value from meta where name = 'info'"));
    if (!meta) throw new Error(`${file} is not a snapshot.`);
    const info = JSON.parse(meta.value) as SnapshotInfo;
    const explanations = await readExplanations(run);
    const store = { info, explanations, named: null, published: null, rows, everyRow };
    return { store, isIdle: () => active === 0, close, retire };
  } catch (error) {
    close();
    throw error;
  }
}
