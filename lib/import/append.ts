import "server-only";
import { type DuckDBConnection, DuckDBDataChunk, type DuckDBType, type DuckDBValue } from "@duckdb/node-api";

const chunkRows = 2048;

/** Appends rows to a table, column types as given. */
export async function appendRows(
  connection: DuckDBConnection,
  table: string,
  types: readonly DuckDBType[],
  rows: DuckDBValue[][],
  catalog?: string,
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
