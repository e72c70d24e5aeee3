import type { Route } from "next";

import type { ChartGroup } from "@/components/charts/groups";
import type { Group, Rest } from "@/lib/contracts/facts";
import { type GroupingName, grouping, othersName, shownGroupings } from "@/lib/contracts/groupings";
import { narrow } from "@/lib/query/narrow";
import { groupPage } from "@/lib/query/pages";
import { change, href, type Query, toSearchParams } from "@/lib/query/query";

/** Groups of a query with the ways to their records and their pages. */
export function linked(found: Group[], query: Query, by: GroupingName): ChartGroup[] {
  return found.map((group) => {
    const narrowed = narrow(query, by, group.key);
    return {
      ...group,
      href: narrowed && href("/contracts", narrowed),
      page: groupPage(query, by, group.key),
    };
  });
}

/** What is left of some groups. It has no door: no filter says "all the others". */
export function remaining(rest: Rest | null, by: GroupingName): ChartGroup | null {
  if (!rest) return null;
  const { groups: count, ...figures } = rest;
  return { ...figures, key: null, label: othersName(by, count), href: null, past: true };
}

/** The way to a chart and table with every group; none where the list of contracts has no such view. */
export function everyGroup(query: Query, by: GroupingName): { label: string; href: string }[] {
  const show = shownGroupings.find((name) => name === by);
  if (!show) return [];
  return [{ label: `All ${grouping(by).plural}`, href: href("/contracts", change(query, { show })) }];
}

/** The records of a query, and its groups, as files. */
export function files(query: Query, by: GroupingName): { label: string; href: string }[] {
  const params = new URLSearchParams([["by", by], ...toSearchParams(query)]);
  return [
    { label: "Records as CSV", href: href("/contracts.csv" as Route, change(query, { view: "actions" })) },
    { label: "Groups as JSON", href: `/api/groups?${params}` },
  ];
}
