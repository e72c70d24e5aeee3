import { z } from "zod";

import { type GroupingName, grouping, groupingNames } from "@/lib/contracts/groupings";
import { answer } from "@/lib/http/answer";
import { aboutSnapshot, inDollars } from "@/lib/http/json";
import { type Fault, refuse } from "@/lib/http/problem";
import { route } from "@/lib/http/route";
import { given, parseQuery } from "@/lib/query/parse";
import { groups, totals, twoWayGroups } from "@/lib/store/contracts";
import { openStore } from "@/lib/store/open";

const by = z
  .array(z.enum(groupingNames as [GroupingName, ...GroupingName[]]))
  .min(1)
  .max(2);
const top = z.array(z.string().regex(/^[1-9]\d{0,4}$/)).max(1);

/**
 * The selected actions grouped by one thing or two. Every filter counts here, also that of the grouping itself.
 * Where groups overlap, as brands do, the answer says so: an action counts in each of its own.
 */
export const GET = route(async ({ request, params }) => {
  const { query, problems } = parseQuery(params, ["by", "top"]);
  const grouped = by.safeParse(given(params, "by"));
  const limit = top.safeParse(given(params, "top"));
  const own: Fault[] = [
    ...(grouped.success ? [] : [{ name: "by", detail: `must be one or two of ${groupingNames.join(", ")}` }]),
    ...(limit.success ? [] : [{ name: "top", detail: "must be one whole number from 1 to 99999" }]),
  ];
  refuse([...problems, ...own]);
  const [first, second] = grouped.data ?? [];
  const most = limit.data?.[0] === undefined ? undefined : Number(limit.data[0]);
  const store = await openStore(query.snapshot);
  return answer(
    request,
    store.info,
    query,
    async () => {
      const [sum, found] = await Promise.all([
        totals(store, query),
        second
          ? twoWayGroups(store, query, [first as GroupingName, second], most)
          : groups(store, query, first as GroupingName, { top: most }),
      ]);
      return {
        snapshot: aboutSnapshot(store.info, query),
        query,
        by: second ? [first, second] : first,
        overlaps: (grouped.data ?? []).some((name) => grouping(name).through !== undefined),
        totals: inDollars(sum),
        groups: found.groups.map(inDollars),
        rest: found.rest && inDollars(found.rest),
      };
    },
    `by=${grouped.data}&top=${most ?? ""}`,
  );
});
