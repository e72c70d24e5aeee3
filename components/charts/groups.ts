import type { Route } from "next";

import type { BarPiece } from "@/components/charts/description";
import type { Group } from "@/lib/contracts/totals";

/** One group of a chart or table as plain data, with the address of the records behind it. */
export interface ChartGroup extends Omit<Group, "parts"> {
  /** The records behind the group's figures. */
  href: Route | null;
  /** The page of the group itself, where its name leads; without one the name leads to the records. */
  page?: Route | null;
  /** What it is made of, where it is drawn in several colors. */
  parts?: ChartPart[];
  /** Its own color, where it has one. */
  fill?: string;
  /** Drawn in the lighter color: an earlier fiscal year, or all the other groups. */
  past?: boolean;
}

/** A part of a group, in the color of its agency. */
export interface ChartPart extends Omit<ChartGroup, "href" | "page" | "parts" | "past"> {
  fill: string;
}

/** The period at the end of a time chart that is not over, and the last day that the records know of it. */
export interface Unfinished {
  key: string;
  /** As text: "Aug. 20, 2026". */
  through: string;
}

/** The most bars of a grouping by size; the table of its numbers has the others too. */
export const mostBars = 20;

/** The colors of what was added, in an earlier fiscal year or not, and of what was taken back. */
export const fills = { added: "var(--accent)", past: "var(--past)", back: "var(--neg)" } as const;

/** The series of groups: what their bars are made of, the first next to the zero line; none without parts. */
export function seriesOf(groups: ChartGroup[]): Pick<ChartPart, "key" | "label" | "fill">[] {
  const series = new Map(groups.flatMap(({ parts = [] }) => parts.map((part) => [part.key, part])));
  return [...series.values()].map(({ key, label, fill }) => ({ key, label, fill }));
}

/** The net of a group as one bar from zero. */
export const netPieces = ({ net, past, fill }: ChartGroup): BarPiece[] =>
  net === 0
    ? []
    : [
        {
          series: "net",
          fill: net < 0 ? fills.back : (fill ?? fills[past ? "past" : "added"]),
          from: 0,
          to: net,
        },
      ];

/** A group's bar from zero outwards, without hidden series: what was added above, what was taken back below. */
export function pieces({ parts, ...group }: ChartGroup, hidden: readonly string[] = []): BarPiece[] {
  const own = group.past ? "past" : "added";
  const all = parts
    ? parts.map(({ key, ...part }) => ({ ...part, series: key ?? "", back: key ?? "", backFill: part.fill }))
    : [{ ...group, series: own, fill: group.fill ?? fills[own], back: "back", backFill: fills.back }];
  let [up, down] = [0, 0];
  return all
    .flatMap(({ series, fill, back, backFill, added, taken_back }) => {
      const above = { series, fill, from: up, to: up + added };
      const below = { series: back, fill: backFill, from: down, to: down + taken_back };
      if (!hidden.includes(series)) up = above.to;
      if (!hidden.includes(back)) down = below.to;
      return [above, below];
    })
    .filter(({ series, from, to }) => from !== to && !hidden.includes(series));
}
