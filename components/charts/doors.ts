import type { Route } from "next";

import { type ChartGroup, mostBars } from "@/components/charts/groups";
import { fillOf } from "@/components/charts/palette";
import { type GroupingName, grouping, othersName, shownGroupings } from "@/lib/contracts/groupings";
import type { Group, Rest } from "@/lib/contracts/totals";
import { narrow } from "@/lib/query/narrow";
import { groupPage } from "@/lib/query/pages";
import { change, href, type Query, selectionOf, toSearchParams } from "@/lib/query/query";
import { agencyName } from "@/lib/query/scope";

/** The ways from a chart to what is behind it. */
export interface ChartDoors {
  /** Its numbers as a file. */
  csv: string;
  /** The chart as a picture to publish. */
  picture?: string;
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
export function groupsFile(format: "csv" | "png", query: Query, by: GroupingName[], top?: number): string {
  const params = new URLSearchParams(by.map((name) => ["by", name]));
  if (top !== undefined) params.set("top", String(top));
  for (const [name, value] of toSearchParams(selectionOf(query))) params.append(name, value);
  return `/groups.${format}?${params}`;
}

interface DoorsOptions {
  /** The page that the chart is on. */
  page: Route;
  /** Whether the page is there to show this chart; the file then has every group. */
  isOwnPage?: boolean;
  /** How many of the groups are shown, where there are others. */
  shown?: number | undefined;
  /** Whether they are drawn in parts by agency. */
  hasParts?: boolean;
}

/** The ways out of a chart of a query's groups. The list of contracts shows most of them again; else their page does. */
export function chartDoors(
  query: Query,
  by: GroupingName,
  { page, isOwnPage = false, shown, hasParts = false }: DoorsOptions,
): ChartDoors {
  const show = shownGroupings.find((one) => one === (by === "recipient" ? "company" : by)) ?? null;
  const every = show && !isOwnPage ? href("/contracts" as Route, change(query, { show })) : null;
  return {
    csv: groupsFile("csv", query, hasParts ? [by, "agency"] : [by], isOwnPage ? undefined : shown),
    picture: groupsFile("png", query, [by], shown && Math.min(shown, mostBars)), // a table has more rows than bars
    records: href("/contracts" as Route, selectionOf(query)),
    ...(every && shown !== undefined && { all: { label: `All ${grouping(by).plural}`, href: every } }),
    chart: isOwnPage ? page : (every ?? (`${page}#by-${by.replaceAll("_", "-")}` as Route)),
  };
}
