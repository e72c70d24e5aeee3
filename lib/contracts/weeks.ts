import { type Day, dayNumber, dayOfNumber, daysAfter, daysBefore, formatDay } from "@/lib/contracts/days";

/** An ISO week as text, `2026-W33`: from Monday to Sunday, in the year of its Thursday. */
export type Week = string;

/** 1970-01-01 was a Thursday. */
const weekday = (day: Day) => (((dayNumber(day) + 3) % 7) + 7) % 7;

/** The week of a day. */
export function weekOf(day: Day): Week {
  const thursday = daysAfter(day, 3 - weekday(day));
  const year = thursday.slice(0, 4);
  const number = Math.floor((dayNumber(thursday) - dayNumber(`${year}-01-01`)) / 7) + 1;
  return `${year}-W${String(number).padStart(2, "0")}`;
}

/** Monday and Sunday of a week; `null` for a text that is no week, such as `2025-W53`. */
export function weekDays(text: string): { from: Day; to: Day } | null {
  const [, year, number] = /^(\d{4})-W(\d{2})$/.exec(text) ?? [];
  if (year === undefined || Number(year) === 0) return null;
  const first = `${year}-01-04`; // always in week 1
  const from = dayOfNumber(dayNumber(first) - weekday(first) + (Number(number) - 1) * 7);
  return weekOf(from) === text ? { from, to: daysAfter(from, 6) } : null;
}

/** The days of a week as text: `Aug. 10–16, 2026`, `July 27 – Aug. 2, 2026`. */
export function weekText({ from, to }: { from: Day; to: Day }): string {
  const [first = "", last = ""] = [formatDay(from), formatDay(to)];
  if (from.slice(0, 7) === to.slice(0, 7)) return last.replace(/\d+,/, `${Number(from.slice(8))}–$&`);
  return from.slice(0, 4) === to.slice(0, 4)
    ? `${first.replace(/, \d{4}$/, "")} – ${last}`
    : `${first} – ${last}`;
}

/** The newest weeks that records have all days of, newest first, at most `most`. */
export function wholeWeeks(
  { data_from, data_through }: { data_from: Day; data_through: Day },
  most: number,
): Week[] {
  const weeks: Week[] = [];
  let sunday = daysBefore(data_through, (weekday(data_through) + 1) % 7);
  while (weeks.length < most && daysBefore(sunday, 6) >= data_from) {
    weeks.push(weekOf(sunday));
    sunday = daysBefore(sunday, 7);
  }
  return weeks;
}
