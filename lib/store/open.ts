import "server-only";

import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import pLimit from "p-limit";

import type { SnapshotInfo } from "@/lib/contracts/facts";
import type { Sql } from "@/lib/query/fragments";
import type { EveryRow } from "@/lib/query/sql";
import { currentSnapshot } from "@/lib/snapshot/home";
import { keptSnapshot } from "@/lib/snapshot/manifest";
import { type Explanations, readExplanations } from "@/lib/store/explained";

/** One open snapshot. Everything that a page or an answer shows is read through one of these. */
export interface Store {
  info: SnapshotInfo;
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

/** No snapshot has been published: the records have not been imported yet. */
export class NoSnapshot extends Error {
  override name = "NoSnapshot";

  constructor() {
    super("No records have been imported yet. Run `npm run data -- import`, then try again.");
  }
}

/** Every export holds some memory, so there is an end to how many run. */
export class TooManyExports extends Error {
  override name = "TooManyExports";
}

/** Rows kept in memory for repeated statements, all statements together. */
const memoRows = 20_000;
/** Statements that run at once; the rest wait. Each uses both of DuckDB's threads and up to 64 MB. */
const lanes = 2;
/** How long a snapshot that was replaced stays open for pages that began with it. */
const graceMs = 60_000;
const checkMs = 1_000;
/**
 * Rows of an export that are put in order and held at once, some 11 MB for as long as the client takes to read them; fewer
 * when many clients may be slow.
 */
const sliceRows = { usual: 32_768, crowded: 16_384 };
const crowd = 4;
const mostExports = 32;

interface Opened {
  id: string;
  store: Store;
  /** Closes the file once nothing is being read. */
  close(): void;
  /** Closes it some time later, for pages that have begun. */
  retire(): void;
}

/** One for the process: Next loads modules once for pages and once for route handlers. */
const shared = globalThis as typeof globalThis & {
  contractStore?: { opened: Promise<Opened>; checked: number } | undefined;
  /** Earlier snapshots that somebody asked for, the most recently used last. */
  earlierStores?: Map<string, Promise<Opened | null>>;
};

/** Earlier snapshots that are open at once. */
const mostEarlier = 2;

/**
 * The published snapshot, opened read-only on first use; a newly published one takes over within a second. Or the one
 * that is named, where it is kept: what is not kept here is answered from the published one, and who asked is told.
 * @throws {NoSnapshot} when nothing has been published.
 */
export async function openStore(snapshot: string | null = null): Promise<Store> {
  const current = await openPublished();
  if (snapshot === null || snapshot === current.info.id) return current;
  return (await openEarlier(snapshot))?.store ?? current;
}

async function openEarlier(id: string): Promise<Opened | null> {
  shared.earlierStores ??= new Map();
  const open = shared.earlierStores;
  const opened = open.get(id) ?? keptSnapshot(id).then((kept) => kept && openFile(kept.id, kept.file));
  open.delete(id);
  open.set(id, opened);
  for (const [oldest, store] of open) {
    if (open.size <= mostEarlier) break;
    open.delete(oldest);
    store.then((left) => left?.retire()).catch(() => {});
  }
  const forget = () => open.get(id) === opened && open.delete(id);
  const found = await opened.catch((error) => {
    forget();
    throw error;
  });
  if (!found) forget();
  return found;
}

async function openPublished(): Promise<Store> {
  const now = performance.now();
  const known = shared.contractStore;
  if (!known) {
    shared.contractStore = { opened: openCurrent(), checked: now };
  } else if (now - known.checked > checkMs) {
    known.checked = now;
    const [before, current] = await Promise.all([known.opened, currentSnapshot()]);
    if (current && current.id !== before.id && shared.contractStore === known) {
      shared.contractStore = { opened: openCurrent(), checked: now };
      before.retire();
    }
  }
  const state = shared.contractStore as { opened: Promise<Opened> };
  try {
    return (await state.opened).store;
  } catch (error) {
    if (shared.contractStore === state) shared.contractStore = undefined; // the next request tries again
    throw error;
  }
}

async function openCurrent(): Promise<Opened> {
  const current = await currentSnapshot();
  if (!current) throw new NoSnapshot();
  return openFile(current.id, current.file);
}

/**
 * Opens one snapshot file. Exported for tests and the bench; the app uses {@link openStore}. Without `memo` every
 * statement is run, however often it is repeated.
 */
export async function openFile(id: string, file: string, { memo: isKept = true } = {}): Promise<Opened> {
  const instance = await DuckDBInstance.create(file, {
    access_mode: "READ_ONLY",
    threads: "2",
    memory_limit: "300MB",
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  const idle: DuckDBConnection[] = [];
  const waiting: ((connection: DuckDBConnection) => void)[] = [];
  for (let lane = 0; lane < lanes; lane++) idle.push(await instance.connect());

  let active = 0;
  let retired = false;
  const settle = () => {
    if (!retired || active > 0) return;
    for (const connection of idle.splice(0)) connection.closeSync();
    instance.closeSync();
  };
  const busy = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    active += 1;
    try {
      return await work();
    } finally {
      active -= 1;
      settle();
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
    exporting += 1;
    active += 1;
    let connection: DuckDBConnection | undefined; // its own: that is where its temporary table is
    let isReading = false;
    let isClosed = false;
    const close = () => {
      if (isClosed) return;
      isClosed = true;
      signal.removeEventListener("abort", leave);
      connection?.closeSync();
      exporting -= 1;
      active -= 1;
      settle();
    };
    // Rows that nobody began to take are ended by the signal alone: a generator that never ran has no end.
    const leave = () => (isReading ? connection?.interrupt() : close());
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
          close();
        }
      })();
    } catch (error) {
      close();
      throw error;
    }
  }

  const [meta] = await run<{ value: string }>({
    text: "select value from meta where name = 'info'",
    values: [],
  });
  const info = JSON.parse(meta?.value ?? "{}") as SnapshotInfo;
  const explanations = await readExplanations(run);
  const close = () => {
    retired = true;
    settle();
  };
  return {
    id,
    store: { info, explanations, rows, everyRow },
    close,
    retire: () => setTimeout(close, graceMs).unref(),
  };
}
