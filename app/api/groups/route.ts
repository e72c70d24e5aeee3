import { grouping } from "@/lib/contracts/groupings";
import type { Group, ThreeWayGroup, TwoWayGroup } from "@/lib/contracts/totals";
import { answer, answerSheet } from "@/lib/http/answer";
import { exportName, formatOf } from "@/lib/http/export";
import { groupSheet } from "@/lib/http/group-sheet";
import { groupsRequest, sheetFormats } from "@/lib/http/groups";
import { aboutSnapshot } from "@/lib/http/json";
import { readRequest } from "@/lib/http/problem";
import { route } from "@/lib/http/route";
import { everyRowOf } from "@/lib/query/query";
import { type Groups, groups, threeWayGroups, totals, twoWayGroups } from "@/lib/store/contracts";
import { openStore } from "@/lib/store/open";

/**
 * The selected actions by one to three groupings, as JSON or CSV. Unlike a facet, a grouping applies its own filter too. If
 * `overlaps` is true, as for brands, an action can count in several groups.
 */
export const GET = route(async ({ request, params }) => {
  const { pathname } = new URL(request.url);
  const {
    query: requested,
    by: names,
    top,
    format: named,
  } = readRequest(groupsRequest, params, (read) => formatOf(pathname, read.format, sheetFormats).faults);
  const { format } = formatOf(pathname, named, sheetFormats);
  const [first, second, third] = names;
  const store = await openStore(requested.snapshot);
  const find = (): Promise<Groups<Group | TwoWayGroup | ThreeWayGroup>> => {
    if (second === undefined) return groups(store, requested, first, { top });
    return third === undefined
      ? twoWayGroups(store, requested, [first, second], { top })
      : threeWayGroups(store, requested, [first, second, third], top);
  };
  const own = `by=${names}&top=${top ?? ""}`;

  if (format === "csv") {
    const query = everyRowOf(requested);
    const { columns, rows } = groupSheet(query, names, store.info.id);
    const what = `groups-by-${names.join("-and-").replaceAll("_", "-")}`;
    const more = { top: top === undefined ? "" : String(top) };
    const file = exportName(query, store.info.id, format, { what, more });
    return answerSheet(
      request,
      store.info,
      query,
      { file, columns, rows: async () => rows(await find()) },
      own,
    );
  }
  return answer(
    "/api/groups",
    request,
    store.info,
    requested,
    async () => {
      const [sum, found] = await Promise.all([totals(store, requested), find()]);
      return {
        snapshot: aboutSnapshot(store.info, requested),
        query: requested,
        by: second ? names : first,
        overlaps: names.some((name) => grouping(name).overlaps === true),
        totals: sum,
        groups: found.groups,
        rest: found.rest,
      };
    },
    own,
  );
});
