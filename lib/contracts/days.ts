/** A day as text, `YYYY-MM-DD`. Not a JavaScript `Date`, which has a clock and a time zone. */
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
const pad = (value: number, width = 2) => value.toString().padStart(width, "0");

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Whether a text is a real day: `2024-02-29` is, `2023-02-29` and `2023-2-9` are not. */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** The first day of a day, month (`2023-07`) or year (`2023`); `null` for any other text. */
export function firstDay(text: string): Day | null {
  const day = `${text}${{ 4: "-01-01", 7: "-01" }[text.length] ?? ""}`;
  return isDay(day) ? day : null;
}

/** The federal fiscal year of a day: October 1 to September 30, named after the year in which it ends. */
export function fiscalYear(day: Day): number {
  const [year, month] = parts(day);
  return month >= 10 ? year + 1 : year;
}

/** First and last day of a fiscal year, both included. */
export function fiscalYearDays(year: number): { from: Day; to: Day } {
  return { from: `${pad(year - 1, 4)}-10-01`, to: `${year}-09-30` };
}

/** First and last day of a month, both included. */
export function monthDays(month: Month): { from: Day; to: Day } {
  const [year, number] = month.split("-").map(Number) as [number, number];
  return { from: `${month}-01`, to: `${month}-${pad(daysIn(year, number))}` };
}

/** The month `count` months after another, or before it if `count` is negative. */
export function addMonths(month: Month, count: number): Month {
  const [year, number] = month.split("-").map(Number) as [number, number];
  const index = year * 12 + (number - 1) + count;
  return `${Math.floor(index / 12)}-${pad((index % 12) + 1)}`;
}

/** The same day a year earlier; February 29 becomes February 28. */
export function yearBefore(day: Day): Day {
  const [year, month, number] = parts(day);
  return `${year - 1}-${pad(month)}-${pad(Math.min(number, daysIn(year - 1, month)))}`;
}

/** The earlier of two days; `null` bounds nothing. */
export const earlierDay = (one: Day | null, other: Day): Day => (one !== null && one < other ? one : other);

/** The later of two days; `null` bounds nothing. */
export const laterDay = (one: Day | null, other: Day): Day => (one !== null && one > other ? one : other);

/** The day `count` days before another. */
export const daysBefore = (day: Day, count: number): Day => dayOfNumber(dayNumber(day) - count);

/** The day `count` days after another. */
export const daysAfter = (day: Day, count: number): Day => dayOfNumber(dayNumber(day) + count);

/** The months as AP style writes them before a day: `Aug.`, `Sept.`, `May`. */
const monthsBeforeDay = monthNames.map((name) =>
  name.length <= 5 ? name : name === "September" ? "Sept." : `${name.slice(0, 3)}.`,
);

/** A day in AP style: `Aug. 20, 2026`. */
export function formatDay(day: Day): string {
  const [year, month, number] = parts(day);
  return `${monthsBeforeDay[month - 1]} ${number}, ${year}`;
}

/** A day, month or year as prose: `Sept. 12, 2022`, `July 2023`, `2021`. */
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

/** From how many days on the age of records is worth a word. */
const oldAfter = 14;

/** How old records through a day are: `102 days old`. `null` while they are as old as updates leave them. */
export function ageInWords(through: Day, today: Day): string | null {
  const days = dayNumber(today) - dayNumber(through);
  return days > oldAfter ? `${days.toLocaleString("en-US")} days old` : null;
}

/** Days since 1970-01-01, for the days between two. */
export function dayNumber(day: Day): number {
  const [year = 0, month = 0, number = 0] = day.split("-").map(Number);
  // Years begin in March here, so that a leap day is the last day of its year.
  const since = month > 2 ? year : year - 1;
  const inYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + number - 1;
  const leaps = Math.floor(since / 4) - Math.floor(since / 100) + Math.floor(since / 400);
  return since * 365 + leaps + inYear - 719_468;
}

/** The inverse of {@link dayNumber}. */
export function dayOfNumber(number: number): Day {
  // Eras of 400 years, with years that begin in March.
  const since = number + 719_468;
  const era = Math.floor(since / 146_097);
  const inEra = since - era * 146_097;
  const year = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365,
  );
  const inYear = inEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const march = Math.floor((5 * inYear + 2) / 153);
  const day = inYear - Math.floor((153 * march + 2) / 5) + 1;
  const month = march < 10 ? march + 3 : march - 9;
  return `${pad(year + era * 400 + (month <= 2 ? 1 : 0), 4)}-${pad(month)}-${pad(day)}`;
}

const washington = new Intl.DateTimeFormat("en-CA", { timeZone: "America/New_York" });

/** The day in Washington, where the contracts are awarded and recorded, at a moment (a number is milliseconds). */
export const washingtonDay = (moment: Date | number): Day => washington.format(moment);
