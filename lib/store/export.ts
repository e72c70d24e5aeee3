import "server-only";

import type { Query } from "@/lib/query/query";
import { allRowsSql, csvSql } from "@/lib/sql/export";
import type { Store } from "@/lib/store/file";
import { withLookups } from "@/lib/store/lookups";
import type { Chunk } from "@/lib/store/reader";

/**
 * Every row of a query as lines of CSV, without the header, some thousand at a time. The query has begun before this
 * resolves, so a query that fails is an error and not a cut file.
 */
export function csvLines(
  store: Store,
  query: Query,
  signal: AbortSignal,
): Promise<AsyncGenerator<Uint8Array>> {
  const rows = csvSql(query, store.info.has, query.view === "actions" ? store.info.id : undefined);
  return store.everyRow(rows, ({ columns }) => columns[0] as Uint8Array[], signal);
}

/**
 * Every row of a query with the chosen columns as pages and endpoints give it, some thousand at a time; `write` makes
 * text of them.
 */
export function allRows(
  store: Store,
  query: Query,
  write: (rows: object[]) => string,
  signal: AbortSignal,
): Promise<AsyncGenerator<Uint8Array>> {
  const read = ({ columns, names, count }: Chunk) =>
    Array.from({ length: count }, (_, row) =>
      Object.fromEntries(names.map((name, index) => [name, columns[index]?.[row]])),
    );
  const encoder = new TextEncoder();
  return store.everyRow(
    allRowsSql(query, store.info.has),
    (chunk) => [encoder.encode(write(withLookups(store, query.view, read(chunk))))],
    signal,
  );
}
