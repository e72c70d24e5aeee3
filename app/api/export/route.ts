import { requireSnapshot } from "@/lib/http/answer";
import { byteStream, csvHeader, exportName, mediaTypes, readFormat } from "@/lib/http/export";
import { aboutSnapshot, inDollars } from "@/lib/http/json";
import { refuse } from "@/lib/http/problem";
import { cacheHeaders, entityTag, notModified, route } from "@/lib/http/route";
import { parseQuery } from "@/lib/query/parse";
import { everyRowOf, toSearchParams } from "@/lib/query/query";
import { totals } from "@/lib/store/contracts";
import { allRows, csvLines } from "@/lib/store/export";
import { openStore } from "@/lib/store/open";

/** Every row of a query as CSV, JSON or a JSON document a line, streamed. `page` and `size` do not count. */
export const GET = route(async ({ request, params }) => {
  const { query: asked, problems } = parseQuery(params, ["format"]);
  const { format, problems: own } = readFormat(new URL(request.url).pathname, params);
  refuse([...problems, ...own]);
  const query = everyRowOf(asked);
  const store = await openStore();
  requireSnapshot(store.info, query);
  const tag = entityTag(store.info.id, `export.${format}?${toSearchParams(query)}`);
  const known = notModified(request, tag);
  if (known) return known;

  const headers = {
    ...cacheHeaders(tag),
    "content-type": mediaTypes[format],
    "content-disposition": `attachment; filename="${exportName(query, store.info.id, format)}"`,
  };
  // A body that nobody reads would never end, and keep its place among the exports.
  if (request.method === "HEAD") return new Response(null, { headers });

  const body =
    format === "csv"
      ? byteStream(csvHeader(query, store.info.has), await csvLines(store, query, request.signal), "")
      : format === "ndjson"
        ? byteStream("", await allRows(store, query, documents("", "\n"), request.signal), "")
        : byteStream(
            `${JSON.stringify({
              snapshot: aboutSnapshot(store.info, query),
              query,
              totals: inDollars(await totals(store, query)),
            }).slice(0, -1)},"rows":[`,
            await allRows(store, query, documents("\n", "", ","), request.signal),
            "\n]}\n",
          );
  return new Response(body, { headers });
});

/** Writes rows as JSON documents with something around each; all but the very first have the separator in front. */
function documents(before: string, after: string, separator = ""): (rows: object[]) => string {
  let between = "";
  const write = (row: object) => {
    const text = `${between}${before}${JSON.stringify(inDollars(row))}${after}`;
    between = separator;
    return text;
  };
  return (rows) => rows.map(write).join("");
}
