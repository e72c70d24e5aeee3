import "server-only";

import type { View } from "@/lib/contracts/columns";
import { byteStream, csvHeader, type ExportFormat } from "@/lib/http/export";
import { aboutQuery, toJson } from "@/lib/http/json";
import { responses, rowOf } from "@/lib/http/responses";
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
    return byteStream("", await allRows(store, query, documents(query.view, "", "\n"), signal), "");
  const head = toJson(responses["/api/export"], {
    ...aboutQuery(store.info, query),
    totals: await totals(store, query),
  });
  return byteStream(
    `${JSON.stringify(head).slice(0, -1)},"rows":[`,
    await allRows(store, query, documents(query.view, "\n", "", ","), signal),
    "\n]}\n",
  );
}

/** Writes rows as JSON documents, each between two texts; the separator precedes all but the first. */
function documents(view: View, before: string, after: string, separator = ""): (rows: object[]) => string {
  let between = "";
  const write = (row: object) => {
    const text = `${between}${before}${JSON.stringify(toJson(rowOf[view], row))}${after}`;
    between = separator;
    return text;
  };
  return (rows) => rows.map(write).join("");
}
