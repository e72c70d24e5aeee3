import { type Day, dayNumber } from "@/lib/contracts/days";
import type { ActionKind } from "@/lib/contracts/kinds";
import type { Cents } from "@/lib/contracts/money";
import type { ContractRow, OptionWords } from "@/lib/contracts/rows";

/** The ends of a contract, by the word that a query names them with: two that a record can give, and an estimate. */
export const ends = {
  current: { column: "current_end", label: "Current end", words: "with the options exercised so far" },
  potential: { column: "potential_end", label: "Potential end", words: "if every option is exercised" },
  words: { column: "option_ends", label: "Estimated end", words: "read from the words of an action" },
} as const;
export type EndName = keyof typeof ends;

/** How many days ahead a list of endings can reach. */
export const withins = [30, 60, 90, 180, 365] as const;
export type Within = (typeof withins)[number];

/** The years in which a recorded day of a contract can lie. A day outside is stored as recorded, and not used. */
export const possibleYears = { from: 1978, to: 2099 } as const;

const isPossible = (day: Day) => {
  const year = Number(day.slice(0, day.indexOf("-")));
  return year >= possibleYears.from && year <= possibleYears.to;
};

/** Why a recorded day is not used: its year cannot be right, or it is an end before the start. */
export type DayFault = "year" | "before the start";

/** The fault of a recorded day of a contract, given its start; `null` if it can be used. */
export function dayFault(day: Day, start: Day | null = null): DayFault | null {
  if (!isPossible(day)) return "year";
  return start !== null && isPossible(start) && dayNumber(day) < dayNumber(start) ? "before the start" : null;
}

/** The value of unexercised options: the potential less the current value, or the reason why it is unknown. */
export function optionsNotUsed({
  current_value: current,
  potential_value: potential,
}: Pick<ContractRow, "current_value" | "potential_value">): { cents: Cents } | { why: string } {
  if (current == null || potential == null) {
    return { why: `The ${current == null ? "current" : "potential"} value is not reported.` };
  }
  if (potential < current) return { why: "The potential value is recorded below the current value." };
  return { cents: potential - current };
}

/** A contract that ends soon. Money in cents. */
export interface EndingContract
  extends OptionWords,
    Pick<
      ContractRow,
      "key" | "piid" | "company" | "recipient" | "agency" | "description" | "actions" | "base_included"
    > {
  /** `null` where no action of it is in these records: it is known from an award summary alone. */
  in_records: Cents | null;
  start: Day | null;
  current_end: Day | null;
  potential_end: Day | null;
  current_value: Cents | null;
  potential_value: Cents | null;
  /** The potential less the current value; `null` where one is not reported, or the potential is below. */
  options_not_used: Cents | null;
  /** What the latest action did, as the contract's page reads it; `null` where no action of it is in these records. */
  latest_kind: ActionKind | null;
  /** The requested end. */
  ends: Day;
  days_left: number;
}

/** Seven days, and how many contracts end in them. */
export interface EndingWeek {
  from: Day;
  to: Day;
  contracts: number;
}
