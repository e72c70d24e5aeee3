import type { PeriodData, RankedData } from "@/components/charts/describe";
import type { ChartGroup } from "@/components/charts/groups";
import { earlierYearsName, unfinishedPeriod } from "@/components/charts/time";
import type { Day } from "@/lib/contracts/days";
import { type GroupingName, grouping, isTime } from "@/lib/contracts/groupings";
import type { Cents } from "@/lib/contracts/money";

/* Apart from what describes a chart in the browser, which does not need the list of groupings. */

/** The question that a chart of each grouping answers, where its page has no better one. */
const questions: Partial<Record<GroupingName, string>> = {
  company: "Who is it obligated to?",
  recipient: "To which recipients is it obligated?",
  agency: "Which agency signed?",
  office: "Which office signed?",
  month: "When was it obligated?",
  fiscal_year: "In which fiscal year was it obligated?",
  calendar_year: "In which calendar year was it obligated?",
  category: "For which products and services?",
  psc: "For which recorded products and services?",
  naics: "In which industries, as recorded?",
  vehicle: "Under which vehicles?",
  vehicle_agency: "Under which agency’s vehicles?",
  brand: "Which brands do the descriptions name?",
};

export const questionOf = (by: GroupingName): string =>
  questions[by] ?? `How much was obligated by ${grouping(by).label}?`;

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
    : { kind: "ranked", groups, rest, whole, past: "outside the filter" };
}
