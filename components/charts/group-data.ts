import type { PeriodData, RankedData } from "@/components/charts/describe";
import type { ChartGroup } from "@/components/charts/groups";
import { earlierYearsName, unfinishedPeriod } from "@/components/charts/time";
import type { Day } from "@/lib/contracts/days";
import { type GroupingName, isTime } from "@/lib/contracts/groupings";
import type { Cents } from "@/lib/contracts/money";

/* In its own file because describe.ts runs in the browser, which must not load the list of groupings. */

/** The data of a chart: by period or, for any other grouping, by size. `through` is the newest day of the records. */
export function groupData(
  by: GroupingName,
  {
    groups,
    rest,
    whole,
    through,
  }: { groups: ChartGroup[]; rest: ChartGroup | null; whole: Cents; through: Day },
): RankedData | PeriodData {
  return isTime(by)
    ? { kind: "periods", groups, unfinished: unfinishedPeriod(by, through), past: earlierYearsName }
    : { kind: "ranked", groups, rest, whole };
}
