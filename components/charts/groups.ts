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
  /** Drawn in the quieter colour: an earlier fiscal year, or what is left over. */
  past?: boolean;
}

/** The period at the end of a time chart that is not over, and the last day that the records know of it. */
export interface Unfinished {
  key: string;
  /** In words: "20 Aug 2026". */
  through: string;
}

/** The colours of what was added, in an earlier fiscal year or not, and of what was taken back. */
export const fills = { added: "var(--accent)", past: "var(--past)", back: "var(--neg)" } as const;

/** The colour of what was added to a group. */
export const barFill = ({ past }: ChartGroup) => (past ? fills.past : fills.added);
