import type { Route } from "next";

import type { ChartGroup } from "@/components/charts/groups";
import { fillOf } from "@/components/charts/palette";
import {
  type ComparableGrouping,
  type GroupingName,
  grouping,
  othersName,
  shownGroupings,
  shownLabel,
} from "@/lib/contracts/groupings";
import type { Group, Rest } from "@/lib/contracts/totals";
import { agencyName } from "@/lib/query/agency-names";
import { queryOfGroup } from "@/lib/query/group-query";
import { groupPage } from "@/lib/query/pages";
import { change, href, type Query, selectionOf, toSearchParams } from "@/lib/query/query";

export interface ChartLinks {
  csv: string;
  picture?: string;
  /** Its records as a list; none if the page itself lists them. */
  records?: Route;
  /** All groups, if the chart shows only the largest. */
  all?: { label: string; href: Route };
  /** The address that shows the chart again; its fragment is the id of the chart. */
  chart: Route;
}

export function withLinks(found: Group[], query: Query, by: GroupingName): ChartGroup[] {
  return found.map(({ parts, ...group }) => {
    const narrowed = queryOfGroup(query, by, group.key);
    return {
      ...group,
      label: shownLabel(by, group.label),
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

/**
 * All other groups as one; `null` where groups overlap, which do not add up. Without a link: no filter selects "all the
 * others".
 */
export function remaining(rest: Rest | null, by: GroupingName): ChartGroup | null {
  if (!rest || grouping(by).overlaps) return null;
  const { groups: count, ...figures } = rest;
  return { ...figures, key: null, label: othersName(by, count), href: null };
}

/** The address of the groups of a query as a file, by one or two groupings; `top` adds up all but the largest. */
export function groupsFile(
  format: "csv" | "json" | "png",
  query: Query,
  by: GroupingName[],
  top?: number,
): string {
  const params = new URLSearchParams(by.map((name) => ["by", name]));
  if (top !== undefined) params.set("top", String(top));
  for (const [name, value] of toSearchParams(selectionOf(query))) params.append(name, value);
  return `/groups.${format}?${params}`;
}

/** The address of the running totals of a query's fiscal years as a file. */
export const yearToDateFile = (format: "csv" | "png", query: Query): string =>
  href(`/year-to-date.${format}`, selectionOf(query));

/** The address of two periods of a query by a grouping as a file. */
export function comparisonFile(format: "csv" | "json" | "png", query: Query, by: ComparableGrouping): string {
  const params = new URLSearchParams(toSearchParams({ ...selectionOf(query), vs: query.vs }));
  if (by !== "company") params.set("by", by);
  return `/compare.${format}?${params}`;
}

interface LinksOptions {
  page: Route;
  /** Whether the page exists to show this chart; the file then has every group. */
  isOwnPage?: boolean;
  /** How many of the groups are drawn, if there are others. */
  shown?: number | undefined;
  /** Whether bars are in parts by agency. */
  hasParts?: boolean;
}

/** The links below a chart of groups. Its own address is the contracts page where that can show it, else its anchor. */
export function chartLinks(
  query: Query,
  by: GroupingName,
  { page, isOwnPage = false, shown, hasParts = false }: LinksOptions,
): ChartLinks {
  const show = shownGroupings.find((one) => one === (by === "recipient" ? "company" : by)) ?? null;
  const every = show && !isOwnPage ? href("/contracts" as Route, change(query, { show })) : null;
  return {
    csv: groupsFile("csv", query, hasParts ? [by, "agency"] : [by], isOwnPage ? undefined : shown),
    picture: groupsFile("png", query, [by], shown),
    records: href("/contracts" as Route, selectionOf(query)),
    ...(every && shown !== undefined && { all: { label: `All ${grouping(by).plural}`, href: every } }),
    chart: isOwnPage ? page : (every ?? (`${page}#by-${by.replaceAll("_", "-")}` as Route)),
  };
}
