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

/** The day that has a number: the inverse of {@link dayNumber}. */
export function dayOfNumber(number: number): Day {
  // Eras of 400 years, and in them years that begin in March.
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
  const pad = (value: number, width: number) => value.toString().padStart(width, "0");
  return `${pad(year + era * 400 + (month <= 2 ? 1 : 0), 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}
