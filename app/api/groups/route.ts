import { grouping } from "@/lib/contracts/groupings";
import type { Group, ThreeWayGroup, TwoWayGroup } from "@/lib/contracts/totals";
import { endpoint } from "@/lib/http/endpoint";
import { groupSheet } from "@/lib/http/group-sheet";
import { aboutQuery } from "@/lib/http/json";
import { type Groups, groups, threeWayGroups, totals, twoWayGroups } from "@/lib/store/contracts";

/**
 * The selected actions by one to three groupings, as JSON or CSV. Unlike a facet, a grouping applies its own filter too. If
 * `overlaps` is true, as for brands, an action can count in several groups.
 */
export const GET = endpoint("/api/groups", ({ requested, format, store, json, sheet }) => {
  const { query, by: names, top } = requested;
  const [first, second, third] = names;
  const find = (): Promise<Groups<Group | TwoWayGroup | ThreeWayGroup>> => {
    if (second === undefined) return groups(store, query, first, { top });
    return third === undefined
      ? twoWayGroups(store, query, [first, second], { top })
      : threeWayGroups(store, query, [first, second, third], top);
  };
  if (format === "csv") {
    const { columns, rows } = groupSheet(query, names);
    const what = `groups-by-${names.join("-and-").replaceAll("_", "-")}`;
    return sheet({ what, more: { top } }, columns, async () => rows(await find()));
  }
  return json(async () => {
    const [sum, found] = await Promise.all([totals(store, query), find()]);
    return {
      ...aboutQuery(store.info, query),
      by: second ? names : first,
      overlaps: names.some((name) => grouping(name).overlaps === true),
      totals: sum,
      groups: found.groups,
      rest: found.rest,
    };
  });
});
