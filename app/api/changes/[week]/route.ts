import { readWeek } from "@/app/changes/[week]/read-week";
import { briefMarkdown, briefText } from "@/lib/findings/brief-text";
import { answer, requireSnapshot } from "@/lib/http/answer";
import { textTypes } from "@/lib/http/export";
import { aboutSnapshot } from "@/lib/http/json";
import { originOf, originVary } from "@/lib/http/origin";
import { Problem, readRequest } from "@/lib/http/problem";
import { cacheHeaders, entityTag, notModified, route } from "@/lib/http/route";
import { toSearchParams } from "@/lib/query/query";
import { weekApiRequest } from "@/lib/query/requests";
import { openStore } from "@/lib/store/open";
import { hasWeek } from "@/lib/store/week";

const writers = { md: briefMarkdown, txt: briefText };

/** The digest of a week, as JSON or to paste elsewhere. */
export const GET = route(async ({ request, params, key }) => {
  const { query, format } = readRequest(weekApiRequest, params);
  const week = key.toUpperCase();
  const store = await openStore(query.snapshot);
  requireSnapshot(store.info, query);
  if (!hasWeek(store, week))
    throw new Problem(
      404,
      "No such week",
      "A week is an ISO week with days in these records, such as 2026-W33.",
    );
  if (format === "json")
    return answer("/api/changes/{week}", request, store.info, query, async () => {
      const { found, brief } = await readWeek(store, query, week);
      const { from, to, all, fresh } = found;
      const about = { snapshot: aboutSnapshot(store.info, found.query), query: found.query };
      return { ...about, week, from, to, totals: all, new_contracts: fresh, ...brief };
    });
  const origin = originOf(request.headers);
  const tag = entityTag(store.info.id, `${origin}/changes/${week}.${format}?${toSearchParams(query)}`);
  const known = notModified(request, tag);
  if (known) return known;
  const { brief } = await readWeek(store, query, week);
  return new Response(writers[format](brief, origin), {
    headers: { ...cacheHeaders(tag), vary: originVary, "content-type": textTypes[format] },
  });
});
