import type { PeriodData, RankedData } from "@/components/charts/describe";
import type { ChartGroup } from "@/components/charts/groups";
import { earlierYearsName, unfinishedPeriod } from "@/components/charts/time";
import type { Day } from "@/lib/contracts/days";
import { type GroupingName, isTime } from "@/lib/contracts/groupings";
import type { Cents } from "@/lib/contracts/money";

/* Apart from what describes a chart in the browser, which does not need the list of groupings. */

/** The data of a chart of groups by `by`: over time, or from the largest. `through` is the newest day of the records. */
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
