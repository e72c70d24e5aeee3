import { entryKinds } from "@/lib/contracts/suggestions";
import type { Totals } from "@/lib/contracts/totals";

/** The kinds of search results, in display order. */
export const hitKinds = [...entryKinds, "words"] as const;
export type HitKind = (typeof hitKinds)[number];

/** The figures of one result with one awarding agency, and the address of their records. */
export interface AgencyFigures {
  agency: string;
  href: string;
  totals: Totals;
}

/** One result. */
export interface Hit {
  label: string;
  /** The address of its own page or list. */
  href: string;
  /** What distinguishes it from others of its name, or why it matches. */
  detail: string | null;
  /** For each agency with an action; empty without actions. */
  agencies: AgencyFigures[];
}

/** The best results of one kind, and the number of all. */
export interface HitGroup {
  kind: HitKind;
  total: number;
  hits: Hit[];
  /** The address of a list of all of them, if there is one. */
  all: string | null;
}
