import "server-only";

import { byteStream, csvHeader, type ExportFormat } from "@/lib/http/export";
import { aboutSnapshot, inDollars } from "@/lib/http/json";
import type { Query } from "@/lib/query/query";
import { totals } from "@/lib/store/contracts";
import { allRows, csvLines } from "@/lib/store/export";
import type { Store } from "@/lib/store/open";

/** Streams every row of a query as a file, no faster than the client reads. `signal` ends it. */
export async function exportBody(
  store: Store,
  query: Query,
  format: ExportFormat,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array>> {
  if (format === "csv")
    return byteStream(csvHeader(query, store.info.has), await csvLines(store, query, signal), "");
  if (format === "ndjson")
    return byteStream("", await allRows(store, query, documents("", "\n"), signal), "");
  const head = {
    snapshot: aboutSnapshot(store.info, query),
    query,
    totals: inDollars(await totals(store, query)),
  };
  return byteStream(
    `${JSON.stringify(head).slice(0, -1)},"rows":[`,
    await allRows(store, query, documents("\n", "", ","), signal),
    "\n]}\n",
  );
}

/** Writes rows as JSON documents, each between two texts; the separator precedes all but the first. */
function documents(before: string, after: string, separator = ""): (rows: object[]) => string {
  let between = "";
  const write = (row: object) => {
    const text = `${between}${before}${JSON.stringify(inDollars(row))}${after}`;
    between = separator;
    return text;
  };
  return (rows) => rows.map(write).join("");
}
