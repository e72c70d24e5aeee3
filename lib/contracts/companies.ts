import { type Day, fiscalYear, fiscalYearDays } from "@/lib/contracts/days";
import type { Cents } from "@/lib/contracts/money";
import type { Totals } from "@/lib/contracts/totals";

export interface CompanyName {
  slug: string;
  name: string;
}

/** A company of a selection with its figures there; with `grouped=no` a recipient as recorded. */
export interface CompanyRow extends Omit<Totals, "companies"> {
  id: number;
  /** The company, or the company that the recipient is grouped under. */
  slug: string;
  /** `null` where the record does not name the recipient. */
  name: string | null;
  /** Its rank by net in the selection. */
  rank: number;
  last_action: Day;
  /** The part of the net that is known to be from before the company owned the recipient. */
  before_owned: Cents;
  /** The selected actions of others whose description names one of its brands; `null` where none does. */
  named_in: NamedIn | null;
}

/** Other companies' actions that name a company. They are never added to its own. */
export interface NamedIn extends Omit<Totals, "companies"> {
  /** The slugs of its brands, which select these actions. */
  brands: string[];
}

/**
 * Whether a company's page begins with the awards of others that name it: what these come to is more than what was
 * obligated to the company, or taken back from it.
 */
export const mentionsLead = (
  own: Pick<Totals, "net">,
  named: Pick<Totals, "net" | "actions"> | null,
): boolean => named !== null && named.actions > 0 && named.net > Math.abs(own.net);

/** The net of a company over a time, and how many actions that is of. */
export interface NetFigure {
  net: Cents;
  actions: number;
}

/** The history in a company's row: its fiscal years, and the last two of them to the same date. */
export interface CompanyHistory {
  years: (NetFigure & { year: number })[];
  current: NetFigure;
  earlier: NetFigure;
}

/** All companies of a query in its order, with their totals. */
export interface CompanyList {
  rows: CompanyRow[];
  /** Of these rows together. */
  totals: Totals;
  /** How many companies the selection has, whatever their name. */
  all: number;
  /** The companies of that name that have no action in the selection. */
  without: CompanyName[];
  /** The companies without an action in the selection that descriptions of others' actions name, from the largest net. */
  only_named: (CompanyName & { named_in: NamedIn })[];
}

/** A fiscal year that is not over, and the last day that the records know of it. */
export interface UnfinishedYear {
  year: number;
  through: Day;
}

/** The fiscal year of the records' last day, unless that day is the last of the year too. */
export function unfinishedYear(through: Day): UnfinishedYear | null {
  const year = fiscalYear(through);
  return through < fiscalYearDays(year).to ? { year, through } : null;
}
