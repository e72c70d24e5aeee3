import type { Totals } from "@/lib/contracts/facts";

/** What a search finds, in the order in which it is shown. */
export const hitKinds = [
  "company",
  "recipient",
  "brand",
  "contract",
  "vehicle",
  "agency",
  "office",
  "words",
] as const;
export type HitKind = (typeof hitKinds)[number];

/** The figures of one hit with one awarding agency, and the address of the records behind them. */
export interface AgencyFigures {
  agency: string;
  href: string;
  totals: Totals;
}

/** One thing found. */
export interface Hit {
  label: string;
  /** The address of its own page or list. */
  href: string;
  /** What tells it from others of its name, or why it was found. */
  detail: string | null;
  /** Of each agency with an action; none where the records hold no action of it. */
  agencies: AgencyFigures[];
}

/** The best hits of one kind, and how many there are in all. */
export interface HitGroup {
  kind: HitKind;
  total: number;
  hits: Hit[];
  /** The address of a list of all of them, where there is one. */
  all: string | null;
}
