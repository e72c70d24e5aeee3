import { requireSnapshot } from "@/lib/http/answer";
import { csvHeader, exportName, mediaTypes, readFormat, textStream } from "@/lib/http/export";
import { aboutSnapshot, inDollars } from "@/lib/http/json";
import { refuse } from "@/lib/http/problem";
import { cacheHeaders, entityTag, notModified, preflight, route } from "@/lib/http/route";
import { parseQuery } from "@/lib/query/parse";
import { toSearchParams } from "@/lib/query/query";
import { totals } from "@/lib/store/contracts";
import { allRows, csvLines } from "@/lib/store/export";
import { openStore } from "@/lib/store/open";

/** Every row of a query as CSV, JSON or a JSON document a line, streamed. `page` and `size` do not count. */
export const GET = route(async ({ request, params }) => {
  const { query: asked, problems } = parseQuery(params, ["format"]);
  const { format, problems: own } = readFormat(new URL(request.url).pathname, params);
  refuse([...problems, ...own]);
  const query = { ...asked, page: 1, size: 50, show: null };
  const store = await openStore();
  requireSnapshot(store.info, query);
  const tag = entityTag(store.info.id, `export.${format}?${toSearchParams(query)}`);
  const known = notModified(request, tag);
  if (known) return known;

  const pieces =
    format === "csv"
      ? between(csvHeader(query), await csvLines(store, query, request.signal), "")
      : format === "ndjson"
        ? between("", documents(await allRows(store, query, request.signal), "\n", "\n"), "")
        : between(
            `${JSON.stringify({
              snapshot: aboutSnapshot(store.info, query),
              query,
              totals: inDollars(await totals(store, query)),
            }).slice(0, -1)},"rows":[\n`,
            documents(await allRows(store, query, request.signal), ",\n", ""),
            "\n]}\n",
          );
  return new Response(textStream(pieces), {
    headers: {
      ...cacheHeaders(tag),
      "content-type": mediaTypes[format],
      "content-disposition": `attachment; filename="${exportName(query, store.info.id, format)}"`,
    },
  });
});

export const OPTIONS = preflight;

async function* between(head: string, pieces: AsyncGenerator<string>, tail: string): AsyncGenerator<string> {
  if (head) yield head;
  yield* pieces;
  if (tail) yield tail;
}

/** Rows as JSON documents, something between each two and something after the last. */
async function* documents(
  rows: AsyncGenerator<object[]>,
  separator: string,
  end: string,
): AsyncGenerator<string> {
  let first = true;
  for await (const some of rows) {
    const text = some.map((row) => JSON.stringify(inDollars(row))).join(separator);
    yield first ? text : separator + text;
    first = false;
  }
  if (!first) yield end;
}
