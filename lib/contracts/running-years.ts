import {
  type Day,
  dayNumber,
  dayOfNumber,
  daysAfter,
  fiscalYear,
  fiscalYearDays,
} from "@/lib/contracts/days";
import type { Cents } from "@/lib/contracts/money";
import type { SnapshotInfo } from "@/lib/contracts/snapshots";

/** Net obligations of one day, and of its fiscal year up to that day. */
export interface RunningDayTotal {
  year: number;
  day: Day;
  net: Cents;
  total: Cents;
}

/** The running totals of fiscal years on the same dates. */
export interface RunningYears {
  /** The dates, as days of the latest fiscal year. */
  days: Day[];
  /** From the earliest; one total for each date, `null` after the newest day of the records. */
  years: { year: number; totals: (Cents | null)[] }[];
}

/** The date of a day, which is the same in every year: `08-20`. */
const dateOf = (day: Day) => day.slice(5);

/** The day of a fiscal year that has a date. February 29 is after every other day of February in every year. */
function dayIn(year: number, date: string): Day {
  return `${date >= "10-01" ? year - 1 : year}-${date}`;
}

const datesBetween = 7;

export const isMonthEnd = (day: Day): boolean => daysAfter(day, 1).endsWith("-01");

/**
 * The running totals of the fiscal years that the records have from their first day: on every seventh day, on the last
 * day of each month, and on the newest day of the records. `daily` is in the order of its days.
 */
export function runningYears(
  daily: RunningDayTotal[],
  { data_from: began, data_through: through }: Pick<SnapshotInfo, "data_from" | "data_through">,
): RunningYears {
  const latest = fiscalYear(through);
  const { from, to } = fiscalYearDays(latest);
  const dates = Array.from({ length: dayNumber(to) - dayNumber(from) + 1 }, (_, index) => index);
  const days = dates.flatMap((index) => {
    const day = dayOfNumber(dayNumber(from) + index);
    return index % datesBetween === 0 || day === through || isMonthEnd(day) ? [day] : [];
  });
  const first = fiscalYearDays(fiscalYear(began)).from < began ? fiscalYear(began) + 1 : fiscalYear(began);
  const years = [];
  for (let year = first; year <= latest; year += 1) {
    const own = daily.filter((one) => one.year === year);
    years.push({
      year,
      totals: days.map((day) => {
        const same = dayIn(year, dateOf(day));
        return same > through ? null : (own.findLast((one) => one.day <= same)?.total ?? 0);
      }),
    });
  }
  return { days, years };
}
