import { requireSnapshot } from "@/lib/http/answer";
import { exportFormats, exportName, exportRequest, formatOf, mediaTypes } from "@/lib/http/export";
import { exportBody } from "@/lib/http/export-body";
import { readRequest } from "@/lib/http/problem";
import { cacheHeaders, entityTag, notModified, route } from "@/lib/http/route";
import { everyRowOf, toSearchParams } from "@/lib/query/query";
import { openStore } from "@/lib/store/open";

/** Streams every row of a query as CSV, JSON or a JSON document a line. Ignores `page` and `size`. */
export const GET = route(async ({ request, params }) => {
  const { pathname } = new URL(request.url);
  const read = readRequest(
    exportRequest,
    params,
    ({ format }) => formatOf(pathname, format, exportFormats).faults,
  );
  const { format } = formatOf(pathname, read.format, exportFormats);
  const query = everyRowOf(read.query);
  const store = await openStore(query.snapshot);
  requireSnapshot(store.info, query);
  const tag = entityTag(store.info.id, `export.${format}?${toSearchParams(query)}`);
  const known = notModified(request, tag);
  if (known) return known;

  const headers = {
    ...cacheHeaders(tag),
    "content-type": mediaTypes[format],
    "content-disposition": `attachment; filename="${exportName(query, store.info.id, format)}"`,
  };
  // A body that no one reads would never end, and would hold one of the few export slots.
  if (request.method === "HEAD") return new Response(null, { headers });

  const body = await exportBody(store, query, format, request.signal);
  return new Response(body, { headers });
});
