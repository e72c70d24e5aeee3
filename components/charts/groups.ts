import type { Route } from "next";

import type { Cents } from "@/lib/contracts/money";

/** One group of a chart or table as plain data, with the address of the records behind it. */
export interface ChartGroup {
  key: string | null;
  label: string;
  net: Cents;
  added: Cents;
  taken_back: Cents;
  actions: number;
  contracts: number;
  /** The records behind the group's figures. */
  href: Route | null;
  /** The page of the group itself, where its name leads; without one the name leads to the records. */
  page?: Route | null;
  /** What it is made of, where it is drawn in several colours. */
  parts?: ChartPart[];
  /** Its own colour, where it has one. */
  fill?: string;
  /** Drawn in the quieter colour: an earlier fiscal year, or what is left over. */
  past?: boolean;
}

/** A part of a group, in the colour of what it is of. */
export interface ChartPart extends Omit<ChartGroup, "href" | "page" | "parts" | "past"> {
  fill: string;
}

/** The period at the end of a time chart that is not over, and the last day that the records know of it. */
export interface Unfinished {
  key: string;
  /** In words: "20 Aug 2026". */
  through: string;
}

/** The most bars of a grouping by size; the table of its numbers has the others too. */
export const mostBars = 20;

/** The colours of what was added, in an earlier fiscal year or not, and of what was taken back. */
export const fills = { added: "var(--accent)", past: "var(--past)", back: "var(--neg)" } as const;

/** The colour of what was added to a group. */
export const barFill = ({ fill, past }: Pick<ChartGroup, "fill" | "past">) =>
  fill ?? (past ? fills.past : fills.added);

/** The series of some groups: what their bars are made of, the first next to the zero line; none where they have no parts. */
export function seriesOf(groups: ChartGroup[]): Pick<ChartPart, "key" | "label" | "fill">[] {
  const series = new Map(groups.flatMap(({ parts = [] }) => parts.map((part) => [part.key, part])));
  return [...series.values()].map(({ key, label, fill }) => ({ key, label, fill }));
}

/** A piece of a bar, from one value to another, both on one side of zero. */
export interface BarPiece {
  fill: string;
  from: Cents;
  to: Cents;
}

/** A group's bar from zero outwards: what was added above, what was taken back below. */
export function pieces({ parts, ...group }: ChartGroup): BarPiece[] {
  if (!parts) {
    return [
      { fill: barFill(group), from: 0, to: group.added },
      { fill: fills.back, from: 0, to: group.taken_back },
    ];
  }
  let [up, down] = [0, 0];
  return parts.flatMap(({ fill, added, taken_back }) => {
    const above = { fill, from: up, to: up + added };
    const below = { fill, from: down, to: down + taken_back };
    [up, down] = [above.to, below.to];
    return [above, below];
  });
}
