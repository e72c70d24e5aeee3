import { toJson } from "@/lib/http/json";
import { readRequest } from "@/lib/http/problem";
import { responses } from "@/lib/http/responses";
import { cacheHeaders, entityTag, notModified, route } from "@/lib/http/route";
import { bareRequest } from "@/lib/query/requests";
import { listSnapshots } from "@/lib/snapshot/manifest";

/** The stored snapshots that `snapshot=` can name, newest first. Totals are of all agencies. */
export const GET = route(async ({ request, params }) => {
  readRequest(bareRequest, params);
  const body = JSON.stringify(toJson(responses["/api/snapshots"], { snapshots: await listSnapshots() }));
  const tag = entityTag("snapshots", body);
  return (
    notModified(request, tag) ??
    new Response(body, { headers: { ...cacheHeaders(tag), "content-type": "application/json" } })
  );
});
