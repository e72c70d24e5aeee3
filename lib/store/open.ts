import "server-only";

import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";

import type { SnapshotInfo } from "@/lib/contracts/facts";
import type { Sql } from "@/lib/query/fragments";
import type { EveryRow } from "@/lib/query/sql";
import { currentSnapshot } from "@/lib/snapshot/home";

/** One open snapshot. Everything that a page or an answer shows is read through one of these. */
export interface Store {
  info: SnapshotInfo;
  /** All rows of a statement, as objects. Repeated statements are answered from memory. */
  rows<Row>(statement: Sql): Promise<Row[]>;
  /** Every row of a result chunk by chunk, over a connection of its own; ends early when `signal` fires. */
  chunks(rows: EveryRow, signal: AbortSignal): Promise<AsyncGenerator<Chunk>>;
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

/** Rows kept in memory for repeated statements, all statements together. */
const memoRows = 20_000;
/** Statements that run at once; the rest wait. DuckDB uses two threads for each. */
const lanes = 4;
/** How long a snapshot that was replaced stays open for pages that began with it. */
const graceMs = 60_000;
const checkMs = 1_000;
/** Rows of an export that are put in order and held at once. */
const sliceRows = 65_536;

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
};

/**
 * The published snapshot, opened read-only on first use; a newly published one takes over within a second.
 * @throws {NoSnapshot} when nothing has been published.
 */
export async function openStore(): Promise<Store> {
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

  async function chunks(rows: EveryRow, signal: AbortSignal): Promise<AsyncGenerator<Chunk>> {
    active += 1;
    const connection = await instance.connect(); // its own: a second query on a connection cuts its stream short
    const interrupt = () => connection.interrupt();
    const close = () => {
      signal.removeEventListener("abort", interrupt);
      connection.closeSync();
      active -= 1;
      settle();
    };
    signal.addEventListener("abort", interrupt, { once: true });
    const read = (after: number) => {
      signal.throwIfAborted(); // between two slices there is nothing to interrupt
      const { text, values } = rows.slice(after, after + sliceRows);
      return connection.stream(text, values);
    };
    try {
      const chosen = await connection.runAndReadAll(rows.chosen.text, rows.chosen.values);
      const count = Number(chosen.getRows()[0]?.[0] ?? 0);
      const first = await read(0);
      const names = first.columnNames();
      return (async function* () {
        try {
          let slice = first;
          for (let after = 0; ; slice = await read(after)) {
            for (;;) {
              const chunk = await slice.fetchChunk();
              if (!chunk || chunk.rowCount === 0) break;
              yield { count: chunk.rowCount, columns: chunk.getColumns(), names };
            }
            after += sliceRows;
            if (after >= count) return;
          }
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
  const close = () => {
    retired = true;
    settle();
  };
  return { id, store: { info, rows, chunks }, close, retire: () => setTimeout(close, graceMs).unref() };
}
