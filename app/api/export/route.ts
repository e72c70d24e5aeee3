import { endpoint } from "@/lib/http/endpoint";
import { exportFormats, exportName, mediaTypes } from "@/lib/http/export";
import { exportBody } from "@/lib/http/export-body";
import { everyRowOf } from "@/lib/query/query";

/** Streams every row of a query as CSV, JSON or a JSON document a line. Ignores `page` and `size`. */
export const GET = endpoint(
  "/api/export",
  ({ request, query: requested, format, store, respond }) => {
    const query = everyRowOf(requested);
    return respond(
      {
        "content-type": mediaTypes[format],
        "content-disposition": `attachment; filename="${exportName(query, store.info.id, format)}"`,
      },
      // A body that no one reads would never end, and would hold one of the few export slots.
      () => (request.method === "HEAD" ? null : exportBody(store, query, format, request.signal)),
    );
  },
  { formats: exportFormats },
);
