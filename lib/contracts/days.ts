/** A day as text, `YYYY-MM-DD`. Never a JavaScript `Date`: those carry a clock and a time zone. */
export type Day = string;
/** A calendar month as text, `YYYY-MM`. */
export type Month = string;

export const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

const parts = (day: Day) => day.split("-").map(Number) as [number, number, number];
const pad = (value: number) => value.toString().padStart(2, "0");

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Whether the text is a day that exists: `2024-02-29` is, `2023-02-29` and `2023-2-9` are not. */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** The first day of a day, a month (`2023-07`) or a year (`2023`) as text; `null` where the text is none of them. */
export function firstDay(text: string): Day | null {
  const day = `${text}${{ 4: "-01-01", 7: "-01" }[text.length] ?? ""}`;
  return isDay(day) ? day : null;
}

/** The federal fiscal year of a day: 1 October to 30 September, named by the year it ends in. */
export function fiscalYear(day: Day): number {
  const [year, month] = parts(day);
  return month >= 10 ? year + 1 : year;
}

/** First and last day of a fiscal year, both included. */
export function fiscalYearDays(year: number): { from: Day; to: Day } {
  return { from: `${(year - 1).toString().padStart(4, "0")}-10-01`, to: `${year}-09-30` };
}

/** First and last day of a month, both included. */
export function monthDays(month: Month): { from: Day; to: Day } {
  const [year, number] = month.split("-").map(Number) as [number, number];
  return { from: `${month}-01`, to: `${month}-${pad(daysIn(year, number))}` };
}

/** The month `count` months after (or, negative, before) another. */
export function addMonths(month: Month, count: number): Month {
  const [year, number] = month.split("-").map(Number) as [number, number];
  const index = year * 12 + (number - 1) + count;
  return `${Math.floor(index / 12)}-${pad((index % 12) + 1)}`;
}

/** The same day a year earlier; 29 February becomes 28 February. */
export function yearBefore(day: Day): Day {
  const [year, month, number] = parts(day);
  return `${year - 1}-${pad(month)}-${pad(Math.min(number, daysIn(year - 1, month)))}`;
}

/** The day `count` days before another, counted on the calendar. */
export function daysBefore(day: Day, count: number): Day {
  let [year, month, number] = parts(day);
  number -= count;
  while (number < 1) {
    month -= 1;
    if (month < 1) {
      month = 12;
      year -= 1;
    }
    number += daysIn(year, month);
  }
  return `${year}-${pad(month)}-${pad(number)}`;
}

/** The day `count` days after another, counted on the calendar. */
export function daysAfter(day: Day, count: number): Day {
  let [year, month, number] = parts(day);
  number += count;
  while (number > daysIn(year, month)) {
    number -= daysIn(year, month);
    month += 1;
    if (month > 12) {
      month = 1;
      year += 1;
    }
  }
  return `${year}-${pad(month)}-${pad(number)}`;
}

/** `20 August 2026`. */
export function formatDay(day: Day): string {
  const [year, month, number] = parts(day);
  return `${number} ${monthNames[month - 1]} ${year}`;
}

/** `20 Aug 2026`, where room is short. */
export function shortDay(day: Day): string {
  const [year, month, number] = parts(day);
  return `${number} ${(monthNames[month - 1] ?? "").slice(0, 3)} ${year}`;
}

/** A day, a month or a year as people write it: `12 September 2022`, `July 2023`, `2021`. */
export function formatSince(text: string): string {
  if (isDay(text)) return formatDay(text);
  return text.length === 7 ? formatMonth(text) : text;
}

/** `August 2026`, or `Aug 2026` when short. */
export function formatMonth(month: Month, length: "long" | "short" = "long"): string {
  const [year, number] = month.split("-").map(Number) as [number, number];
  const name = monthNames[number - 1] ?? "";
  return `${length === "short" ? name.slice(0, 3) : name} ${year}`;
}
