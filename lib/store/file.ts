import "server-only";

import pLimit from "p-limit";
import PQueue from "p-queue";

import type { SnapshotInfo } from "@/lib/contracts/snapshots";
import type { EveryRow } from "@/lib/sql/export";
import type { Sql } from "@/lib/sql/fragments";
import { metaSql } from "@/lib/sql/meta";
import { currentClient } from "@/lib/store/client";
import { openDuckDb } from "@/lib/store/duckdb";
import { type Lookups, readLookups } from "@/lib/store/lookups";
import { answerMemo, memoKey } from "@/lib/store/memo";
import type { Chunk, Reader, RowStream } from "@/lib/store/reader";
import { SharedWork } from "@/lib/store/shared-work";

/** One open snapshot. Everything that a page or an answer shows is read through one of these. */
export interface Store {
  info: SnapshotInfo;
  /** The snapshot's id where the request names one, so that addresses made from it name it too. */
  named: string | null;
  /** The published snapshot, where this is an earlier one; `null` where this is it. */
  published: SnapshotInfo | null;
  lookups: Lookups;
  /**
   * All rows of a statement, as objects. Repeated statements are answered from memory. A statement ends when every
   * client that waits for it has disconnected.
   * @throws {TooSlow} when the statement runs for more than some seconds.
   */
  rows<Row>(statement: Sql): Promise<Row[]>;
  /**
   * Every row of a result, as `write` puts some thousand at a time into bytes; ends early when `signal` fires.
   * @throws {TooManyExports} when the server has no room for another.
   */
  everyRow(
    rows: EveryRow,
    write: (chunk: Chunk) => Uint8Array[],
    signal: AbortSignal,
  ): Promise<AsyncGenerator<Uint8Array>>;
}

/** Every export holds some memory, so the number of running ones is limited. */
export class TooManyExports extends Error {
  override name = "TooManyExports";
}

/** A statement ran into the time limit. */
export class TooSlow extends Error {
  override name = "TooSlow";
}

/** How long a statement may run; the slowest of a page takes some tenths of a second. */
const statementTimeoutMs = 5_000;
/** How long after its last use a replaced snapshot stays open, for pages that began with it. */
const graceMs = 30_000;
/**
 * Rows of an export that are put in order and held at once, some 11 MB for as long as the client takes to read them; fewer
 * when many clients may be slow.
 */
const sliceRows = { normal: 32_768, crowded: 16_384 };
const crowd = 4;
const mostExports = 32;

/** An open snapshot file. */
export interface Opened {
  store: Store;
  /** Whether nothing of it is being read. */
  isIdle(): boolean;
  /** Closes the file once nothing is being read. */
  close(): void;
  /** Closes it some time after its last use, for pages that have begun. */
  retire(): void;
}

interface ReadOptions {
  /** Without it every statement is run, however often it is repeated. */
  memo?: boolean;
  /**
   * Statements that run at once; the rest wait. Each may use both of DuckDB's threads. One more of a heavy request runs
   * in a lane of its own.
   */
  lanes?: number;
  /** How long a statement may run, in milliseconds. */
  timeoutMs?: number;
  /** Called whenever the last read has ended. */
  onIdle?: () => void;
}

/**
 * Opens one snapshot file read-only. The app uses `openStore` of `lib/store/open.ts`.
 * @throws when it is not a whole snapshot.
 */
export async function openFile(
  file: string,
  { memory = "300MB", ...options }: ReadOptions & { memory?: string } = {},
): Promise<Opened> {
  return openReader(await openDuckDb(file, memory), file, options);
}

/**
 * A snapshot as a reader gives it: with lanes, time limits, cancellation and a memory of answers.
 * @throws when it is not a whole snapshot; the reader is closed then.
 */
export async function openReader(
  reader: Reader,
  name: string,
  { memo: isMemoOn = true, lanes = 2, timeoutMs = statementTimeoutMs, onIdle = () => {} }: ReadOptions = {},
): Promise<Opened> {
  const normal = new PQueue({ concurrency: lanes });
  const heavy = new PQueue({ concurrency: 1 });

  let active = 0;
  let used = performance.now();
  let isClosing = false;
  let isClosed = false;
  const settle = () => {
    if (!isClosing || active > 0 || isClosed) return;
    isClosed = true;
    reader.close();
  };
  const begin = () => {
    if (isClosed) throw new Error(`${name} has been closed.`);
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
    const queue = currentClient()?.isHeavy ? heavy : normal;
    return queue.add(() => runNow<Row>(statement, stop));
  }

  async function runNow<Row>(statement: Sql, stop?: AbortSignal): Promise<Row[]> {
    const limit = new AbortController();
    const timer = setTimeout(
      () => limit.abort(new TooSlow(`A statement ran for more than ${timeoutMs / 1000} s.`)),
      timeoutMs,
    );
    try {
      return await reader.rows<Row>(statement, stop ? AbortSignal.any([stop, limit.signal]) : limit.signal);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Runs a statement once for all clients that ask for it meanwhile. */
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
    if (!isMemoOn) return busy(() => run<Row>(statement, left));
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
    let stream: RowStream | undefined;
    let isReading = false;
    let isOver = false;
    const finish = () => {
      if (isOver) return;
      isOver = true;
      signal.removeEventListener("abort", leave);
      stream?.close();
      exporting -= 1;
      end();
    };
    // While it reads, the abort ends the read. A generator that has not been read from has no end of its own.
    const leave = () => {
      if (!isReading) finish();
    };
    const reading = <Result>(work: () => Promise<Result>) =>
      slicing(async () => {
        signal.throwIfAborted();
        isReading = true;
        try {
          return await work();
        } finally {
          isReading = false;
        }
      });
    // A slice is read whole before it is sent, so that a slow client blocks no other.
    const read = (from: RowStream, after: number) => {
      const to = after + (exporting > crowd ? sliceRows.crowded : sliceRows.normal);
      return reading(async () => {
        const pieces: Uint8Array[] = [];
        for await (const chunk of from.slice(after, to)) pieces.push(...write(chunk));
        return { to, pieces };
      });
    };
    signal.addEventListener("abort", leave, { once: true });
    try {
      const opened = await reading(() => reader.stream(rows, signal));
      stream = opened;
      const first = await read(opened, 0);
      return (async function* () {
        try {
          for (let slice = first; slice.pieces.length > 0; slice = await read(opened, slice.to))
            yield* slice.pieces;
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
    const [meta] = await run<{ value: string }>(metaSql("info"));
    if (!meta) throw new Error(`${name} is not a snapshot.`);
    const info = JSON.parse(meta.value) as SnapshotInfo;
    const lookups = await readLookups((statement) => run(statement));
    const store = { info, lookups, named: null, published: null, rows, everyRow };
    return { store, isIdle: () => active === 0, close, retire };
  } catch (error) {
    close();
    throw error;
  }
}
