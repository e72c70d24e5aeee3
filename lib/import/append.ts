import "server-only";
import {
  type DuckDBAppender,
  type DuckDBConnection,
  DuckDBDataChunk,
  type DuckDBType,
  type DuckDBValue,
} from "@duckdb/node-api";

/** The most rows of a DuckDB data chunk. */
const chunkRows = 2048;

/** Appends rows to a table in chunks, cell by cell. */
export class TableAppender {
  readonly #columns: DuckDBValue[][];
  #count = 0;

  constructor(
    readonly appender: DuckDBAppender,
    readonly types: readonly DuckDBType[],
  ) {
    this.#columns = types.map(() => []);
  }

  put(column: number, value: DuckDBValue) {
    (this.#columns[column] as DuckDBValue[])[this.#count] = value;
  }

  endRow() {
    this.#count += 1;
    if (this.#count === chunkRows) this.#append();
  }

  #append() {
    if (this.#count === 0) return;
    const chunk = DuckDBDataChunk.create([...this.types], this.#count);
    for (const [index, values] of this.#columns.entries()) {
      values.length = this.#count;
      chunk.setColumnValues(index, values);
    }
    this.appender.appendDataChunk(chunk);
    this.#count = 0;
  }

  /** Makes the rows so far visible to queries. */
  flush() {
    this.#append();
    this.appender.flushSync();
  }

  close() {
    this.appender.closeSync();
  }
}

/** Appends rows to a table of the snapshot, or to a temporary one with `catalog` `temp`. */
export async function appendRows(
  connection: DuckDBConnection,
  table: string,
  types: readonly DuckDBType[],
  rows: DuckDBValue[][],
  catalog?: "temp",
): Promise<void> {
  const appender = await (catalog
    ? connection.createAppender(table, "main", catalog)
    : connection.createAppender(table));
  try {
    for (let start = 0; start < rows.length; start += chunkRows) {
      const part = rows.slice(start, start + chunkRows);
      const chunk = DuckDBDataChunk.create([...types], part.length);
      chunk.setRows(part);
      appender.appendDataChunk(chunk);
    }
  } finally {
    appender.closeSync();
  }
}
