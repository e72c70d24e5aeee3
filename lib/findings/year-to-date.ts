import { type Day, formatDay } from "@/lib/contracts/days";
import { type Cents, roundedMoney } from "@/lib/contracts/money";

import type { Scope } from "./scope";

/** What was obligated in an unfinished fiscal year, and over the same dates of the year before. */
export interface SameDates {
  now: Cents;
  /** `null` if the records begin later. */
  earlier: Cents | null;
}

type Subject = Pick<Scope, "who" | "has" | "pronoun" | "filters">;

/** "ICE has obligated $6.77 billion so far in FY2026, 2.8 times the $2.44 billion over the same dates a year earlier". */
export function yearToDateFinding(subject: Subject, when: string, { now, earlier }: SameDates): string {
  const sentence = `${obligatedPhrase(subject, now)} ${when}`;
  return earlier === null
    ? sentence
    : `${sentence}, ${comparison(now, earlier)} over the same dates a year earlier`;
}

/** "ICE has obligated $6.77 billion to contractors since Oct. 1, 2025, 2.8 times the $2.44 billion over …". */
export const headlineFinding = (subject: Subject, from: Day, dates: SameDates): string =>
  yearToDateFinding(
    { ...subject, filters: dates.now < 0 ? subject.filters : ` to contractors${subject.filters}` },
    `since ${formatDay(from)}`,
    dates,
  );

/** "FY2026 so far: $6.77 billion, 2.8 times the $2.44 billion over the same dates a year earlier". */
export const toDateNote = (year: number, { now, earlier }: SameDates): string =>
  `FY${year} so far: ${roundedMoney(now)}${earlier === null ? "" : `, ${comparison(now, earlier)} over the same dates a year earlier`}`;

/** "ICE has obligated $5.0 million to Palantir", or "ICE has taken back $5.0 million more than it added". */
export function obligatedPhrase({ who, has, pronoun, filters }: Subject, net: Cents): string {
  return net < 0
    ? `${who} ${has} taken back ${roundedMoney(-net)} more than ${pronoun} added${filters}`
    : `${who} ${has} obligated ${roundedMoney(net)}${filters}`;
}

/** From this ratio on, and below it in the other direction, two amounts are called about the same. */
const same = 1.05;
/** From this ratio on an amount is a multiple; from the next one on a multiple tells nothing. */
const multiple = 1.95;
const incomparable = 20;

/** How an amount compares with an earlier one, to be followed by the period of the earlier one. */
export function comparison(now: Cents, earlier: Cents): string {
  const the = (words: string) => `${words} the ${roundedMoney(earlier)}`;
  const ratio = now / earlier;
  if (earlier <= 0 || now <= 0 || ratio >= incomparable) return `compared with ${roundedMoney(earlier)}`;
  if (ratio >= multiple) return the(timesText(ratio));
  if (ratio > same) return the(`up ${Math.round((ratio - 1) * 100)}% from`);
  if (ratio >= 1 / same) return the(now === earlier ? "the same as" : "about the same as");
  return the(`down ${downText(1 - ratio)} from`);
}

function timesText(ratio: number): string {
  const rounded = ratio.toFixed(ratio < 9.95 ? 1 : 0).replace(".0", "");
  return rounded === "2" ? "twice" : `${rounded} times`;
}

/** A fall that is not whole is not rounded to be so. */
const downText = (part: number) => (part > 0.995 ? "more than 99%" : `${Math.round(part * 100)}%`);
