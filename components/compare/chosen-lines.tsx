import type { Route } from "next";
import { chosenLines, chosenTitle, plainChosen } from "@/components/charts/chosen";
import { DataChart } from "@/components/charts/data-chart";
import { ChartFrame } from "@/components/charts/frame";
import { groupsFile } from "@/components/charts/links";
import type { NetsOverTime } from "@/lib/contracts/comparisons";
import { type GroupingName, grouping } from "@/lib/contracts/groupings";
import { href, type Query } from "@/lib/query/query";
import type { RecordDays } from "@/lib/query/windows";

interface ChosenLinesProps {
  query: Query;
  by: GroupingName;
  time: "fiscal_year" | "month";
  span: string;
  nets: NetsOverTime;
  days: RecordDays;
}

/** Chosen groups over time as lines on one scale. Renders nothing for a single period. */
export function ChosenLines({ query, by, time, span, nets, days }: ChosenLinesProps) {
  if (nets.keys.length < 2) return null;
  const { plural, label } = grouping(by);
  const title = chosenTitle(plural, time, nets, days);
  return (
    <ChartFrame
      name={plainChosen(plural, time)}
      title={title}
      subtitle={`Obligated (net) by ${label} and ${grouping(time).label}, ${span}`}
      through={days.data_through}
      links={{
        csv: groupsFile("csv", query, [time, by]),
        picture: groupsFile("png", query, [time, by]),
        chart: `${href("/contracts", query)}#chosen-by-${time.replace("_", "-")}` as Route,
      }}
      numbers="#chosen"
    >
      <DataChart title={title} data={chosenLines(by, time, nets, days.data_through)} />
    </ChartFrame>
  );
}
