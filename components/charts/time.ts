import { type Breakpoint, breakpoints } from "@/components/charts/breakpoints";
import type { Unfinished } from "@/components/charts/groups";
import {
  type Day,
  fiscalYear,
  fiscalYearDays,
  formatDay,
  formatMonth,
  monthDays,
} from "@/lib/contracts/days";
import type { GroupingName } from "@/lib/contracts/groupings";

/** A period's name: `August 2026`, or as short as an axis needs: `Aug 2026`; years are `FY2026` or `2026`. */
export function periodName(key: string, label: string, length: "long" | "short" = "long"): string {
  return /^\d{4}-\d{2}$/.test(key) ? formatMonth(key, length) : label;
}

/** Whether some groups are months; else they are years. */
export const isMonths = (groups: { key: string | null }[]): boolean =>
  groups.every(({ key }) => key?.length === 7);

/** The month or year of the newest record, unless that record is of its last day. */
export function unfinishedPeriod(by: GroupingName, through: Day): Unfinished | null {
  const month = through.slice(0, 7);
  const year = fiscalYear(through);
  const [key, end] =
    by === "month"
      ? [month, monthDays(month).to]
      : by === "calendar_year"
        ? [through.slice(0, 4), `${through.slice(0, 4)}-12-31`]
        : [String(year), fiscalYearDays(year).to];
  return through < end ? { key, through: formatDay(through) } : null;
}

export const earlierYearsName = "earlier fiscal years";

/** A test for the months before the fiscal year of the last one. */
export function earlierYears(months: { key: string | null }[]): (month: { key: string | null }) => boolean {
  const yearOf = ({ key }: { key: string | null }) => fiscalYear(`${key}-01`);
  const latest = Math.max(...months.map(yearOf));
  return (month) => yearOf(month) < latest;
}

/** How many months an axis has space to name; half as many years again. */
const mostNames: Record<Breakpoint, number> = { tight: 3, narrow: 4, middling: 8, wide: 12 };

/** Steps that keep to halves, thirds and quarters of a fiscal year, and then to whole ones. */
const steps = [1, 2, 3, 6, 12, 24, 36, 60, 120];

/**
 * The periods that an axis names at each breakpoint: as many as fit, evenly, and with the month that begins a fiscal
 * year among them.
 */
export function namedPeriods(keys: string[]): Map<string, Breakpoint[]> {
  const named = new Map<string, Breakpoint[]>();
  const october = Math.max(
    0,
    keys.findIndex((key) => key.endsWith("-10")),
  );
  const factor = keys.every((key) => key.length === 4) ? 1.5 : 1;
  for (const breakpoint of breakpoints) {
    const most = mostNames[breakpoint] * factor;
    const step = steps.find((size) => Math.ceil(keys.length / size) <= most) ?? keys.length;
    for (const [index, key] of keys.entries()) {
      if (index % step === october % step) named.set(key, [...(named.get(key) ?? []), breakpoint]);
    }
  }
  return named;
}
