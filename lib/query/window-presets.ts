import { type Day, daysAfter, fiscalYear, fiscalYearDays, formatDay, yearBefore } from "@/lib/contracts/days";
import type { Query } from "@/lib/query/query";

/** Published sums often begin on this day. */
const commonStart: Day = "2025-01-20";

interface WindowPreset {
  label: string;
  from: Day | null;
  to: null;
}

/** The windows that a page offers. Each is counted back from the records' last day, never from today. */
export function windowPresets({
  data_from: began,
  data_through: through,
}: {
  data_from: Day;
  data_through: Day;
}): WindowPreset[] {
  const since = [
    { label: `Since ${formatDay(commonStart)}`, from: commonStart },
    { label: "This fiscal year", from: fiscalYearDays(fiscalYear(through)).from },
    { label: "Last 12 months", from: daysAfter(yearBefore(through), 1) },
  ].filter(({ from }) => from > began && from <= through);
  return [{ label: "All", from: null }, ...since].map((preset) => ({ ...preset, to: null }));
}

/** Whether a query has a window of days. */
export const isWindowed = ({ from, to }: Pick<Query, "from" | "to">): boolean => from !== null || to !== null;

/** The most months that are charted by month; longer windows are by fiscal year. */
const mostMonths = 24;

const monthNumber = (day: Day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

/** What a chart of a window groups by. */
export const periodOfWindow = ({ from, to }: { from: Day; to: Day }): "month" | "fiscal_year" =>
  monthNumber(to) - monthNumber(from) < mostMonths ? "month" : "fiscal_year";
