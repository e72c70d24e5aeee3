import type { Cents } from "@/lib/contracts/money";
import type { Figures, Totals } from "@/lib/contracts/totals";

/** What became of a group from one period to the next; each group is in one part. */
export const comparedParts = {
  began: "Only in the later period",
  more: "More than before",
  less: "Less than before",
  taken_back: "More taken back than added",
  ended: "Only in the earlier period",
  same: "The same in both",
} as const;
export type ComparedPart = keyof typeof comparedParts;

/** The figures of two periods; `change` is the later net minus the earlier one. */
export interface Compared<Of = Figures> {
  current: Of;
  earlier: Of;
  change: Cents;
}

export interface ComparedGroup extends Compared {
  key: string | null;
  label: string;
  part: ComparedPart;
}

/** The groups of one part added up. */
export interface PartSum {
  part: ComparedPart;
  groups: number;
  current: Cents;
  earlier: Cents;
  change: Cents;
}

/** Two periods of a selection, whole and by a grouping. The changes of the groups, and of the parts, add up to the whole. */
export interface PeriodComparison extends Compared<Totals> {
  parts: PartSum[];
  /** From the largest change, up or down. */
  groups: ComparedGroup[];
}

/** Groups over time, the largest first. */
export interface NetsOverTime {
  /** Periods without a gap, from the first to the last with an action. */
  keys: string[];
  lines: NetLine[];
}

export interface NetLine {
  key: string | null;
  label: string;
  net: Cents;
  /** The net in each period. */
  nets: Cents[];
}

/** The later of two amounts as a multiple of the earlier one; `null` where one is negative or the earlier is nothing. */
export const ratioOf = (current: Cents, earlier: Cents): number | null =>
  earlier > 0 && current >= 0 ? current / earlier : null;

/** A larger change in percent says little, because the earlier amount is close to zero. */
const maxPercent = 1_000;

/** A change in percent: `+12%`, `−5%`, `over tenfold`; `null` where there is no ratio. */
export function percentChange(current: Cents, earlier: Cents): string | null {
  const ratio = ratioOf(current, earlier);
  if (ratio === null) return null;
  const exact = (ratio - 1) * 100;
  if (exact > maxPercent) return "over tenfold";
  const percent = Math.round(Math.abs(exact));
  const size =
    percent === 0 && exact !== 0 ? "<1" : percent === 100 && current > 0 && exact < 0 ? ">99" : `${percent}`;
  return `${exact > 0 ? "+" : exact < 0 ? "−" : ""}${size}%`;
}
