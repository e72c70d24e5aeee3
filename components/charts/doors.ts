import type { Route } from "next";

import type { ChartGroup } from "@/components/charts/groups";
import type { Group } from "@/lib/contracts/facts";
import { type GroupingName, grouping } from "@/lib/contracts/groupings";
import { formatCount } from "@/lib/contracts/money";
import { narrow } from "@/lib/query/narrow";
import { change, href, type Query, toSearchParams } from "@/lib/query/query";

/** Groups of a query with the ways to their records. */
export function linked(found: Group[], query: Query, by: GroupingName): ChartGroup[] {
  return found.map((group) => {
    const narrowed = narrow(query, by, group.key);
    return { ...group, href: narrowed && href("/contracts", narrowed) };
  });
}

/** What the groups shown leave out: how many groups, and their figures added together. */
type Rest = Omit<Group, "key" | "label"> & { groups: number };

/** What is left of some groups. It has no door: no filter says "all the others". */
export function remaining(rest: Rest | null, by: GroupingName): ChartGroup | null {
  if (!rest) return null;
  const { groups: count, ...figures } = rest;
  const label = `All other ${grouping(by).plural} (${formatCount(count)})`;
  return { ...figures, key: null, label, href: null, past: true };
}

/** The records of a query, and its groups, as files. */
export function files(query: Query, by: GroupingName): { label: string; href: string }[] {
  const params = new URLSearchParams([["by", by], ...toSearchParams(query)]);
  return [
    { label: "Records as CSV", href: href("/contracts.csv" as Route, change(query, { view: "actions" })) },
    { label: "Groups as JSON", href: `/api/groups?${params}` },
  ];
}
