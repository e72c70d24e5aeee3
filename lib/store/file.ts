import "server-only";

import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import pLimit from "p-limit";
import PQueue from "p-queue";

import type { SnapshotInfo } from "@/lib/contracts/facts";
import type { EveryRow } from "@/lib/sql/export";
import type { Sql } from "@/lib/sql/fragments";
import { metaSql } from "@/lib/sql/meta";
import { currentClient } from "@/lib/store/client";
import { type Explanations, readExplanations } from "@/lib/store/explained";
import { answerMemo, memoKey } from "@/lib/store/memo";
import { viewsOfOlderTables } from "@/lib/store/older-tables";
import { SharedWork } from "@/lib/store/shared-work";

/** One open snapshot. Everything that a page or an answer shows is read through one of these. */
export interface Store {
  info: SnapshotInfo;
  /** The snapshot's id where it was asked for by name, so that addresses made from it name it too. */
  named: string | null;
  /** The published snapshot, where this is another one that is kept; `null` where this is it. */
  published: SnapshotInfo | null;
  explanations: Explanations;
  /**
   * All rows of a statement, as objects. Repeated statements are answered from memory. A statement that nobody waits for
   * any longer is ended.
   * @throws {TooSlow} when the statement runs for more than some seconds.
   */
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

/** A statement took longer than a reader would wait. */
export class TooSlow extends Error {
  override name = "TooSlow";
}

/** How long a statement may run; the slowest of a page takes some tenths of a second. */
const statementTimeoutMs = 5_000;
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
  /**
   * Statements that run at once; the rest wait. Each may use both of DuckDB's threads. One more of a heavy request runs
   * beside them.
   */
  lanes?: number;
  /** How long a statement may run, in milliseconds. */
  timeoutMs?: number;
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
  {
    memo: isKept = true,
    lanes = 2,
    timeoutMs = statementTimeoutMs,
    memory = "300MB",
    onIdle = () => {},
  }: OpenOptions = {},
): Promise<Opened> {
  const instance = await DuckDBInstance.create(file, {
    access_mode: "READ_ONLY",
    threads: "2",
    memory_limit: memory,
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  const idle: DuckDBConnection[] = [];
  const usual = new PQueue({ concurrency: lanes });
  const heavy = new PQueue({ concurrency: 1 });
  let views = "";
  const connect = async (): Promise<DuckDBConnection> => {
    const connection = await instance.connect();
    if (views !== "") await connection.run(views);
    return connection;
  };

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

  /** Runs a statement in its turn. */
  function run<Row>(statement: Sql, stop?: AbortSignal): Promise<Row[]> {
    const queue = currentClient()?.isHeavy ? heavy : usual;
    return queue.add(() => runNow<Row>(statement, stop));
  }

  async function runNow<Row>(statement: Sql, stop?: AbortSignal): Promise<Row[]> {
    stop?.throwIfAborted(); // every client has disconnected
    const connection = idle.pop() as DuckDBConnection; // there are as many as statements may run
    const interrupt = () => connection.interrupt();
    let isSlow = false;
    const timer = setTimeout(() => {
      isSlow = true;
      interrupt();
    }, timeoutMs);
    stop?.addEventListener("abort", interrupt, { once: true });
    try {
      const result = await connection.runAndReadAll(statement.text, statement.values);
      return result.getRowObjectsJS() as Row[];
    } catch (error) {
      stop?.throwIfAborted();
      throw isSlow ? new TooSlow(`A statement ran for more than ${timeoutMs / 1000} s.`) : error;
    } finally {
      clearTimeout(timer);
      stop?.removeEventListener("abort", interrupt);
      idle.push(connection);
    }
  }

  /** Runs a statement for everybody who asks for it meanwhile. */
  function share(key: string, statement: Sql): SharedWork<object[]> {
    const work = new SharedWork(async (stop) => {
      try {
        const found = await busy(() => run<object>(statement, stop));
        memo.set(key, found);
        return found;
      } finally {
        if (underWay.get(key) === work) underWay.delete(key);
      }
    });
    underWay.set(key, work);
    return work;
  }

  const memo = answerMemo();
  const underWay = new Map<string, SharedWork<object[]>>();
  function rows<Row>(statement: Sql): Promise<Row[]> {
    used = performance.now();
    const left = currentClient()?.left;
    if (left?.aborted) return Promise.reject(left.reason);
    if (!isKept) return busy(() => run<Row>(statement, left));
    const key = memoKey(statement);
    const known = memo.get(key);
    if (known) return Promise.resolve(known as Row[]);
    const begun = underWay.get(key);
    const work = begun && !begun.isStopped ? begun : share(key, statement);
    return work.join(left) as Promise<Row[]>;
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
      connection = await connect();
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
    const first = await instance.connect();
    idle.push(first);
    views = await viewsOfOlderTables(first);
    if (views !== "") await first.run(views);
    while (idle.length <= lanes) idle.push(await connect());
    const [meta] = await run<{ value: string }>(metaSql("info"));
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
