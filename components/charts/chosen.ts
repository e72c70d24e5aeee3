import type { LinesChart } from "@/components/charts/description";
import { periodLines } from "@/components/charts/lines";
import { fillsTogether } from "@/components/charts/palette";
import { unfinishedPeriod } from "@/components/charts/time";
import type { NetsOverTime } from "@/lib/contracts/comparisons";
import type { Day } from "@/lib/contracts/days";
import type { GroupingName } from "@/lib/contracts/groupings";
import { chosenMonthsFinding, chosenYearsFinding } from "@/lib/findings/chosen";
import type { RecordDays } from "@/lib/query/windows";

type Time = "fiscal_year" | "month";

/** Some groups over time as lines on one scale. A picture can have it higher. */
export function chosenLines(
  by: GroupingName,
  time: Time,
  { keys, lines }: NetsOverTime,
  through: Day,
  higher = 0,
): LinesChart {
  const fills = fillsTogether(
    by,
    lines.map(({ key }) => key),
  );
  return periodLines(
    keys,
    lines.map((line, index) => ({ ...line, fill: fills[index] ?? "" })),
    unfinishedPeriod(time, through),
    higher,
  );
}

/** What their chart is called where nothing stands out. */
export const plainChosen = (plural: string, time: Time) =>
  `The chosen ${plural} by ${time === "month" ? "month" : "fiscal year"}`;

/** What is to be seen in their chart. */
export const chosenTitle = (
  plural: string,
  time: Time,
  { keys, lines }: NetsOverTime,
  days: RecordDays,
): string =>
  (time === "month" ? chosenMonthsFinding(keys, lines) : chosenYearsFinding(keys, lines, plural, days)) ??
  plainChosen(plural, time);
