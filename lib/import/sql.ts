import { goneAfter } from "@/lib/contracts/changes";

/** The fiscal year, October to September, of a day that counts from 1970-01-01. */
export const fiscalYearExpression = (day: string) =>
  `(year(date '1970-01-01' + ${day}) + (month(date '1970-01-01' + ${day}) >= 10)::integer)`;

/** Cents as dollars with two decimals, as text. */
export const dollarText = (cents: string) => `(${cents}::decimal(18,0) * 0.01::decimal(3,2))::varchar`;

/**
 * Whether an action is withdrawn. `retrievals`: how many retrievals in a row lack it; `days`: the days between the first and
 * the last of them, `null` if a day is unknown. One is not enough, because the paging of the source loses actions for a
 * retrieval or two, mostly on consecutive days.
 */
export const isWithdrawn = (retrievals: string, days: string) =>
  `(${retrievals} >= ${goneAfter.retrievals} or ${retrievals} >= ${goneAfter.apart.retrievals} and coalesce(${days} >= ${goneAfter.apart.days}, false))`;
