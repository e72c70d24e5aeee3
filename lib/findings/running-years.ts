import { formatDay } from "@/lib/contracts/days";
import type { RunningYears } from "@/lib/contracts/running-years";

import type { RecordDays } from "@/lib/query/windows";
import type { Scope } from "./scope";

/** What the chart of these is called where there is no finding. */
export const plainRunningYears = "Obligations by day of the fiscal year";

/** How the latest fiscal year ranks among the others on the same date; `null` if it is neither first nor last. */
export function runningYearsFinding(
  { who, filters }: Pick<Scope, "who" | "filters">,
  { days, years }: RunningYears,
  { data_through: through }: RecordDays,
): string | null {
  const at = days.indexOf(through);
  const latest = years.at(-1);
  const now = latest?.totals[at];
  const [first, ...others] = years.slice(0, -1);
  if (!latest || !first || now === null || now === undefined) return null;
  const before = [first, ...others].map(({ totals }) => totals[at] ?? 0);
  const rank = before.every((total) => total < now)
    ? "more"
    : before.every((total) => total > now)
      ? "less"
      : null;
  const [date] = formatDay(through).split(",");
  return (
    rank &&
    `${who} obligated ${rank}${filters} by ${date} of FY${latest.year} than by that date in any other fiscal year since FY${first.year}`
  );
}
