import type { EveryRow } from "@/lib/sql/export";
import type { Sql } from "@/lib/sql/fragments";

/**
 * The snapshot as one database engine reads it. `lib/store/duckdb.ts` is the only one; another engine is another reader
 * and another `lib/sql/dialect.ts`. How many statements run at once, for how long, and what is remembered is not the
 * reader's concern.
 */
export interface Reader {
  /** All rows of a statement, as objects. Rejects with the reason of `signal` once it aborts. */
  rows<Row>(statement: Sql, signal?: AbortSignal): Promise<Row[]>;
  /** Chooses the rows of a result, which are then read in slices. Rejects, as the slices do, once `signal` aborts. */
  stream(rows: EveryRow, signal: AbortSignal): Promise<RowStream>;
  /** Closes the database. Nothing may be running. */
  close(): void;
}

/** The rows of one result. Holds a connection until it is closed; one slice is read at a time. */
export interface RowStream {
  /** The rows of the places after one up to another; none beyond the end. */
  slice(after: number, to: number): AsyncIterable<Chunk>;
  close(): void;
}

/** Rows as they come from the database: the values of each column, by column. Bytes are a `Uint8Array`. */
export interface Chunk {
  count: number;
  columns: readonly (readonly unknown[])[];
  names: string[];
}
