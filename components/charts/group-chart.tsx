import type { Route } from "next";
import type { ReactNode } from "react";
import { DataChart } from "@/components/charts/data-chart";
import { ChartFrame } from "@/components/charts/frame";
import { groupData } from "@/components/charts/group-data";
import { type ChartGroup, mostBars, seriesOf } from "@/components/charts/groups";
import { chartLinks } from "@/components/charts/links";
import { NumbersTable } from "@/components/charts/numbers-table";
import { periodName } from "@/components/charts/time";
import type { Day } from "@/lib/contracts/days";
import { type GroupingName, grouping } from "@/lib/contracts/groupings";
import { type Cents, counted } from "@/lib/contracts/money";
import { capitalize } from "@/lib/contracts/text";
import type { Query } from "@/lib/query/query";

interface GroupChartProps {
  by: GroupingName;
  /** The question that the chart answers. */
  title: string;
  /** The measure and the window as text. */
  subtitle: ReactNode;
  /** What the groups are of. */
  query: Query;
  /** The page that the chart is on, and whether that is there to show it. */
  page: Route;
  isOwnPage?: boolean;
  through: Day;
  groups: ChartGroup[];
  /** The groups that are not among `groups`, added together; drawn last, in the quieter color. */
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
 * A selection by one grouping: columns over time for groupings by time, ranked bars for the others. The same numbers
 * are below as a table, and every bar and row opens its records.
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
  const drawn = order === "size" ? groups.slice(0, mostBars) : groups;
  const more = groups.length - drawn.length;
  const rows = numbers.groups.map((group) => ({ ...group, label: periodName(group.key ?? "", group.label) }));
  const links = chartLinks(query, by, {
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
      links={links}
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
      <DataChart title={title} data={groupData(by, { groups: drawn, rest, whole, through })} />
    </ChartFrame>
  );
}
