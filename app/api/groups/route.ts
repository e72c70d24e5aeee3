import { z } from "zod";

import type { Group, TwoWayGroup } from "@/lib/contracts/facts";
import { type GroupingName, grouping, groupingNames } from "@/lib/contracts/groupings";
import { answer, answerSheet } from "@/lib/http/answer";
import { exportName, readFormat } from "@/lib/http/export";
import { groupSheet } from "@/lib/http/group-sheet";
import { aboutSnapshot, inDollars } from "@/lib/http/json";
import { type Fault, refuse } from "@/lib/http/problem";
import { route } from "@/lib/http/route";
import { given, parseQuery } from "@/lib/query/parse";
import { everyRowOf } from "@/lib/query/query";
import { type Groups, groups, totals, twoWayGroups } from "@/lib/store/contracts";
import { openStore } from "@/lib/store/open";

const by = z
  .array(z.enum(groupingNames as [GroupingName, ...GroupingName[]]))
  .min(1)
  .max(2);
const top = z.array(z.string().regex(/^[1-9]\d{0,4}$/)).max(1);

/**
 * The selected actions grouped by one thing or two, as JSON or CSV; also `/groups.json` and `/groups.csv`. Every filter
 * counts here, also that of the grouping itself. Where groups overlap, as brands do, the answer says so: an action
 * counts in each of its own.
 */
export const GET = route(async ({ request, params }) => {
  const { query: asked, problems } = parseQuery(params, ["by", "top", "format"]);
  const { format, problems: unread } = readFormat(new URL(request.url).pathname, params, ["json", "csv"]);
  const grouped = by.safeParse(given(params, "by"));
  const limit = top.safeParse(given(params, "top"));
  const own: Fault[] = [
    ...(grouped.success ? [] : [{ name: "by", detail: `must be one or two of ${groupingNames.join(", ")}` }]),
    ...(limit.success ? [] : [{ name: "top", detail: "must be one whole number from 1 to 99999" }]),
  ];
  refuse([...problems, ...own, ...unread]);
  const names = grouped.data as [GroupingName] | [GroupingName, GroupingName];
  const [first, second] = names;
  const most = limit.data?.[0] === undefined ? undefined : Number(limit.data[0]);
  const store = await openStore(asked.snapshot);
  const find = (): Promise<Groups<Group | TwoWayGroup>> =>
    second
      ? twoWayGroups(store, asked, [first, second], { top: most })
      : groups(store, asked, first, { top: most });
  const beside = `by=${names}&top=${most ?? ""}`;

  if (format === "csv") {
    const query = everyRowOf(asked);
    const { columns, rows } = groupSheet(query, names, store.info.id);
    const what = `groups-by-${names.join("-and-").replaceAll("_", "-")}`;
    const more = { top: most === undefined ? "" : String(most) };
    const file = exportName(query, store.info.id, format, { what, more });
    return answerSheet(
      request,
      store.info,
      query,
      { file, columns, rows: async () => rows(await find()) },
      beside,
    );
  }
  return answer(
    request,
    store.info,
    asked,
    async () => {
      const [sum, found] = await Promise.all([totals(store, asked), find()]);
      return {
        snapshot: aboutSnapshot(store.info, asked),
        query: asked,
        by: second ? names : first,
        overlaps: names.some((name) => grouping(name).through !== undefined),
        totals: inDollars(sum),
        groups: found.groups.map(inDollars),
        rest: found.rest && inDollars(found.rest),
      };
    },
    beside,
  );
});
