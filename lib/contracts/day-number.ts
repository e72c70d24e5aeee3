import type { Day } from "@/lib/contracts/days";

/** The number of a day on the calendar, for the days between two: 1970-01-01 is 0. */
export function dayNumber(day: Day): number {
  const [year = 0, month = 0, number = 0] = day.split("-").map(Number);
  // Years that begin in March, so that a leap day is the last day of one.
  const since = month > 2 ? year : year - 1;
  const inYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + number - 1;
  const leaps = Math.floor(since / 4) - Math.floor(since / 100) + Math.floor(since / 400);
  return since * 365 + leaps + inYear - 719_468;
}
