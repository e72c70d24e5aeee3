import { inDollars } from "@/lib/http/json";
import { readRequest } from "@/lib/http/problem";
import { cacheHeaders, entityTag, notModified, route } from "@/lib/http/route";
import { bareRequest } from "@/lib/query/requests";
import { listSnapshots } from "@/lib/snapshot/manifest";

/** The stored snapshots that `snapshot=` can name, newest first. Totals are of all agencies. */
export const GET = route(async ({ request, params }) => {
  readRequest(bareRequest, params);
  const stored = await listSnapshots();
  const body = JSON.stringify({
    snapshots: stored.map((snapshot) => ({ ...snapshot, totals: inDollars(snapshot.totals) })),
  });
  const tag = entityTag("snapshots", body);
  return (
    notModified(request, tag) ??
    new Response(body, { headers: { ...cacheHeaders(tag), "content-type": "application/json" } })
  );
});
