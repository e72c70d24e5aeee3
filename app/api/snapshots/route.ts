import { toJson } from "@/lib/http/json";
import { readRequest } from "@/lib/http/problem";
import { responses } from "@/lib/http/responses";
import { route, tagged } from "@/lib/http/route";
import { bareRequest } from "@/lib/query/requests";
import { listSnapshots } from "@/lib/snapshot/manifest";

/** The stored snapshots that `snapshot=` can name, newest first. Totals are of all agencies. */
export const GET = route(async ({ request, params }) => {
  readRequest(bareRequest, params);
  const body = JSON.stringify(toJson(responses["/api/snapshots"], { snapshots: await listSnapshots() }));
  return tagged(request, "snapshots", body, { "content-type": "application/json" }, () => body);
});
