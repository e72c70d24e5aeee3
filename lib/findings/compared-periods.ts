import type { ComparedGroup, PeriodComparison } from "@/lib/contracts/comparisons";
import { type Day, fiscalYear, fiscalYearDays, formatDay } from "@/lib/contracts/days";
import { roundedMoney } from "@/lib/contracts/money";
import type { ComparedPeriods } from "@/lib/query/comparison";
import type { Labels } from "@/lib/query/query-text";

import type { RecordDays } from "@/lib/query/windows";
import { scopeOf } from "./scope";
import { comparison, obligatedPhrase } from "./year-to-date";

/** "ICE has obligated $6.77 billion so far in FY2026, 2.8 times the $2.44 billion over the same dates a year earlier". */
export function periodsFinding(
  { current: query, earlierDays, days: currentDays }: ComparedPeriods,
  { current, earlier }: Pick<PeriodComparison, "current" | "earlier">,
  days: RecordDays,
  names: Labels,
): string {
  const scope = scopeOf(query, days, names);
  const { who, filters, when } = scope;
  const before = periodName(earlierDays, currentDays);
  if (current.actions === 0 && earlier.actions === 0)
    return `In these records, ${who} obligated nothing${filters} in either period`;
  if (current.actions === 0)
    return `In these records, ${who} obligated nothing${filters} ${when}, after ${roundedMoney(earlier.net)} ${before}`;
  const now = `${obligatedPhrase(scope, current.net)} ${when}`;
  if (earlier.actions === 0) return `${now}, and in these records nothing ${before}`;
  return `${now}, ${comparison(current.net, earlier.net)} ${before}`;
}

/** A period after an amount: "over the same dates a year earlier", "in FY2024", "over the period from … through …". */
function periodName(period: { from: Day; to: Day }, later: { from: Day; to: Day }): string {
  const year = fiscalYear(period.to);
  const whole = fiscalYearDays(year);
  if (whole.from === period.from && whole.to === period.to) return `in FY${year}`;
  const isSameDates =
    Number(later.from.slice(0, 4)) - Number(period.from.slice(0, 4)) === 1 &&
    later.from.slice(4) === period.from.slice(4) &&
    later.to.slice(4) === period.to.slice(4);
  return isSameDates
    ? "over the same dates a year earlier"
    : `over the period from ${formatDay(period.from)}, through ${formatDay(period.to)}`;
}

/** The largest rise and the largest fall among some groups; `null` where nothing changed. */
export function differencesFinding(groups: ComparedGroup[]): string | null {
  const named = groups.filter(({ key }) => key !== null);
  const rise = named.find(({ change }) => change > 0);
  const fall = named.find(({ change }) => change < 0);
  const parts = [
    rise && `Largest increase: ${rise.label}, ${roundedMoney(rise.change)}`,
    fall && `${rise ? "largest" : "Largest"} decrease: ${fall.label}, ${roundedMoney(-fall.change)}`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join("; ") : null;
}

/** What the chart of changes is called where there is no finding. */
export const plainDifferences = (label: string) => `Change in obligations by ${label}`;
