import { inDollars } from "@/lib/http/json";
import { requireOnly } from "@/lib/http/problem";
import { cacheHeaders, entityTag, notModified, route } from "@/lib/http/route";
import { listSnapshots } from "@/lib/snapshot/manifest";

/** The stored snapshots that `snapshot=` can name, newest first. Totals are of all agencies. */
export const GET = route(async ({ request, params }) => {
  requireOnly(params, []);
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
