import { type Day, fiscalYear, fiscalYearDays, formatMonth, monthDays } from "@/lib/contracts/days";
import type { TimeGrouping } from "@/lib/contracts/groupings";
import { roundedMoney } from "@/lib/contracts/money";
import type { Query } from "@/lib/query/query";
import type { RecordDays } from "@/lib/query/windows";
import { hasGaps, windowOf } from "@/lib/query/windows";
import type { FoundGroup } from "./by-size";
import { isUpToNow, isWhole, type Scope } from "./scope";
import { type SameDates, yearToDateFinding } from "./year-to-date";

interface TimeFinding {
  by: TimeGrouping;
  query: Query;
  days: RecordDays;
  scope: Scope;
  /** In their order, without gaps. */
  groups: FoundGroup[];
  /** The unfinished fiscal year beside the same dates of the year before, where the page has them. */
  sameDates?: SameDates | undefined;
}

interface FoundPeriod extends FoundGroup {
  key: string;
  isWhole: boolean;
  isUnfinished: boolean;
}

const daysOf: Record<TimeGrouping, (key: string) => { from: Day; to: Day }> = {
  month: monthDays,
  fiscal_year: (key) => fiscalYearDays(Number(key)),
  calendar_year: (key) => ({ from: `${key}-01-01`, to: `${key}-12-31` }),
};

const nameOf = (by: TimeGrouping, key: string) =>
  by === "month" ? formatMonth(key) : by === "fiscal_year" ? `FY${key}` : key;

const nounOf: Record<TimeGrouping, string> = {
  month: "month",
  fiscal_year: "fiscal year",
  calendar_year: "calendar year",
};

/** A later whole year with at most this part of the peak is a decline. */
const decline = 0.5;

/** The largest of some periods, or how the unfinished year compares; `null` where that says little. */
export function timeFinding({ by, query, days, scope, groups, sameDates }: TimeFinding): string | null {
  if (hasGaps(query.fy)) return null;
  const periods = groups.flatMap((group): FoundPeriod[] => {
    if (group.key === null) return [];
    const span = daysOf[by](group.key);
    const isUnfinished =
      span.from <= days.data_through && days.data_through < span.to && isUpToNow(query, days);
    return [{ ...group, key: group.key, isUnfinished, isWhole: isWhole(span, query, days) }];
  });
  const active = periods.filter(({ actions }) => actions > 0);
  const subject = `${scope.who} obligations${scope.filters}`;
  const last = periods.at(-1);
  if (
    by === "fiscal_year" &&
    last?.isUnfinished &&
    sameDates &&
    (sameDates.now !== 0 || (sameDates.earlier ?? 0) !== 0) &&
    Number(last.key) === fiscalYear(days.data_through)
  )
    return yearToDateFinding(scope, `so far in FY${last.key}`, sameDates);
  const [one] = active;
  if (one && active.length === 1) {
    const when = `${one.isUnfinished ? "so far in" : "in"} ${nameOf(by, one.key)}`;
    const { from, to } = windowOf(query, days);
    return keyOf(by, from) !== keyOf(by, to) && one.net > 0
      ? `${scope.who} obligated ${roundedMoney(one.net)}${scope.filters} ${when}, and nothing in any other ${rangeText(by, [], periods, query, days)}`
      : null;
  }
  const largest = active.reduce<FoundPeriod | null>(
    (best, period) => (best && best.net >= period.net ? best : period),
    null,
  );
  if (!largest || largest.net <= 0 || active.filter(({ net }) => net === largest.net).length > 1) return null;
  const others = periods.filter((period) => period !== largest);
  const range = rangeText(by, others, periods, query, days);
  if (largest.isUnfinished)
    return by === "month"
      ? `${scope.who} ${scope.has} obligated ${roundedMoney(largest.net)}${scope.filters} so far in ${nameOf(by, largest.key)}, more than in any other ${range}`
      : null;
  if (!largest.isWhole) return null;
  const peak = `${subject} peaked in ${nameOf(by, largest.key)} at ${roundedMoney(largest.net)}`;
  const later = periods.filter((period) => period.isWhole && period.key > largest.key).at(-1);
  if (by !== "month" && later && later.net >= 0 && later.net <= decline * largest.net)
    return `${peak} and fell to ${roundedMoney(later.net)} in ${nameOf(by, later.key)}`;
  return `${peak}, the most of any ${range}`;
}

/** What the largest period is compared with: "month since October 2020", "full fiscal year since FY2021". */
function rangeText(
  by: TimeGrouping,
  others: FoundPeriod[],
  all: FoundPeriod[],
  query: Query,
  days: RecordDays,
): string {
  // The month that is not over has fewer actions than it will have; a year has far fewer.
  const partial = others.some(
    (period) => !period.isWhole && period.actions > 0 && !(by === "month" && period.isUnfinished),
  );
  const whole = all.filter((period) => period.isWhole);
  const { from, to } = windowOf(query, days);
  const [first, last] = [keyOf(by, from), keyOf(by, to)];
  // Periods of the window before the first action, and after the last, have nothing.
  const begin = daysOf[by](first).from === from ? first : (whole[0]?.key ?? first);
  const end = daysOf[by](last).to === to ? last : (whole.at(-1)?.key ?? last);
  const noun = `${partial ? "full " : ""}${nounOf[by]}`;
  return isUpToNow(query, days)
    ? `${noun} since ${nameOf(by, begin)}`
    : `${noun} from ${nameOf(by, begin)} through ${nameOf(by, end)}`;
}

const keyOf = (by: TimeGrouping, day: Day) =>
  by === "month" ? day.slice(0, 7) : by === "fiscal_year" ? String(fiscalYear(day)) : day.slice(0, 4);
