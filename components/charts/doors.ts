import type { Route } from "next";

import type { ChartGroup } from "@/components/charts/groups";
import { fillOf } from "@/components/charts/palette";
import type { Group, Rest } from "@/lib/contracts/facts";
import { type GroupingName, grouping, othersName, shownGroupings } from "@/lib/contracts/groupings";
import { narrow } from "@/lib/query/narrow";
import { groupPage } from "@/lib/query/pages";
import { change, href, type Query, selectionOf, toSearchParams } from "@/lib/query/query";
import { agencyName } from "@/lib/query/scope";

/** The ways from a chart to what is behind it. */
export interface ChartDoors {
  /** Its numbers as a file. */
  csv: string;
  /** Its records as a list; none where the page itself lists them. */
  records?: Route;
  /** Every group, where the chart shows the largest of them. */
  all?: { label: string; href: Route };
  /** The address that shows the chart again; what follows its # is the chart's anchor. */
  chart: Route;
}

/** Groups of a query with the ways to their records and their pages. */
export function linked(found: Group[], query: Query, by: GroupingName): ChartGroup[] {
  return found.map(({ parts, ...group }) => {
    const narrowed = narrow(query, by, group.key);
    return {
      ...group,
      ...(parts && {
        parts: parts.map((part) => ({
          ...part,
          label: agencyName(part.key ?? ""),
          fill: fillOf("agency", part.key),
        })),
      }),
      href: narrowed && href("/contracts", { ...narrowed, show: null }),
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

/** The groups of a query as a file, by one thing or two; `top` adds up all but the first of them. */
export function numbersFile(query: Query, by: GroupingName[], top?: number): string {
  const params = new URLSearchParams(by.map((name) => ["by", name]));
  if (top !== undefined) params.set("top", String(top));
  for (const [name, value] of toSearchParams(selectionOf(query))) params.append(name, value);
  return `/groups.csv?${params}`;
}

/**
 * The ways out of a chart of a query's groups. The list of contracts shows most of them again; else `page` does, which
 * has the chart. `shown` is how many of the groups there are, where there are others.
 */
export function chartDoors(
  query: Query,
  by: GroupingName,
  { page, shown, parts = false }: { page: Route; shown?: number | undefined; parts?: boolean },
): ChartDoors {
  const name = by === "recipient" ? "company" : by;
  const show = shownGroupings.find((one) => one === name) ?? null;
  const every = show && href("/contracts" as Route, change(query, { show }));
  return {
    csv: numbersFile(query, parts ? [by, "agency"] : [by], shown),
    records: href("/contracts" as Route, { ...selectionOf(query) }),
    ...(every && shown !== undefined && { all: { label: `All ${grouping(by).plural}`, href: every } }),
    chart: every ?? (`${page}#by-${by.replaceAll("_", "-")}` as Route),
  };
}
