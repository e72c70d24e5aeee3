import { openHeaders, readRequest } from "@/lib/http/problem";
import { route } from "@/lib/http/route";
import { bareRequest } from "@/lib/query/requests";
import { actionCountSql } from "@/lib/sql/meta";
import { openStore } from "@/lib/store/open";

/** Whether the site works, its snapshot, and the age of the snapshot in seconds. 503 without a snapshot. */
export const GET = route(async ({ params }) => {
  readRequest(bareRequest, params);
  const store = await openStore();
  const [counted] = await store.rows<{ rows: number }>(actionCountSql);
  const age = Math.max(0, Math.round((Date.now() - Date.parse(store.info.built)) / 1000));
  return Response.json(
    { status: "ok", snapshot: store.info.id, rows: counted?.rows ?? 0, age_seconds: age },
    { headers: { ...openHeaders, "cache-control": "no-store" } },
  );
});
