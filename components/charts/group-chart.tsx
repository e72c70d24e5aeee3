import type { Route } from "next";
import type { ReactNode } from "react";
import { chartDoors } from "@/components/charts/doors";
import { ChartFrame } from "@/components/charts/frame";
import { type ChartGroup, mostBars, seriesOf } from "@/components/charts/groups";
import { Legend } from "@/components/charts/legend";
import { NumbersTable } from "@/components/charts/numbers-table";
import { RankedChart } from "@/components/charts/ranked-chart";
import { earlierYearsName, periodName, unfinishedPeriod } from "@/components/charts/time";
import { TimeChart } from "@/components/charts/time-chart";
import { TimePlot } from "@/components/charts/time-plot";
import type { Day } from "@/lib/contracts/days";
import { type GroupingName, grouping } from "@/lib/contracts/groupings";
import { type Cents, counted } from "@/lib/contracts/money";
import { capitalize } from "@/lib/contracts/text";
import type { Query } from "@/lib/query/query";

interface GroupChartProps {
  by: GroupingName;
  /** The question that the chart answers. */
  title: string;
  /** The measure and the window in words. */
  subtitle: ReactNode;
  /** What the groups are of. */
  query: Query;
  /** The page that the chart is on, and whether that is there to show it. */
  page: Route;
  isOwnPage?: boolean;
  /** The newest day of the records. */
  through: Day;
  groups: ChartGroup[];
  /** The groups that are not among `groups`, added together; drawn last, in the quieter colour. */
  rest?: ChartGroup | null | undefined;
  /** What the table has, where it is more than what is drawn. */
  numbers?: { groups: ChartGroup[]; rest: ChartGroup | null };
  /** Net obligations of the whole selection, what shares are of; groups of time have none. */
  whole?: Cents;
  level?: 2 | 3;
  /** Whether the table of numbers is open at first. */
  open?: boolean;
}

/**
 * A selection by one grouping: columns over time for groupings by time, ranked bars for the others. The same
 * numbers stand below as a table, and every bar and row opens its records.
 */
export function GroupChart({
  by,
  title,
  subtitle,
  query,
  page,
  isOwnPage = false,
  through,
  groups,
  rest = null,
  numbers = { groups, rest },
  whole = 0,
  level = 2,
  open = false,
}: GroupChartProps) {
  const { label, order, plural } = grouping(by);
  const unfinished = unfinishedPeriod(by, through);
  const more = order === "size" ? groups.length - mostBars : 0;
  const rows = numbers.groups.map((group) => ({ ...group, label: periodName(group.key ?? "", group.label) }));
  const doors = chartDoors(query, by, {
    page,
    isOwnPage,
    shown: numbers.rest ? numbers.groups.length : undefined,
    hasParts: seriesOf(groups).length > 0,
  });
  return (
    <ChartFrame
      title={title}
      subtitle={
        <>
          {subtitle}
          {more > 0 && ` · the first ${mostBars} of ${counted(groups.length, label, plural)}`}
        </>
      }
      level={level}
      through={through}
      doors={doors}
      open={open}
      numbers={
        <NumbersTable
          heading={capitalize(label)}
          caption={`${title} U.S. dollars obligated, exact.`}
          groups={numbers.rest ? [...rows, numbers.rest] : rows}
          {...(order === "size" && { whole })}
        />
      }
    >
      {order === "time" ? (
        <>
          <Legend groups={groups} past={earlierYearsName} unfinished={unfinished} />
          <TimeChart title={title} groups={groups} unfinished={unfinished}>
            <TimePlot groups={groups} unfinished={unfinished} />
          </TimeChart>
        </>
      ) : (
        <RankedChart groups={groups.slice(0, mostBars)} rest={rest} whole={whole} />
      )}
    </ChartFrame>
  );
}
