import type { Route } from "next";
import type { ComponentProps, ReactNode } from "react";
import { DataChart } from "@/components/charts/data-chart";
import { ChartFrame } from "@/components/charts/frame";
import { groupData, questionOf } from "@/components/charts/group-data";
import { type ChartGroup, mostBars, seriesOf } from "@/components/charts/groups";
import { chartLinks, remaining, withLinks } from "@/components/charts/links";
import { NumbersTable } from "@/components/charts/numbers-table";
import { earlierYears, periodName } from "@/components/charts/time";
import { RecordsSum } from "@/components/figures/records-link";
import { categoryRule } from "@/lib/contracts/categories";
import { formatMonth } from "@/lib/contracts/days";
import { type GroupingName, grouping } from "@/lib/contracts/groupings";
import { type Cents, counted } from "@/lib/contracts/money";
import { capitalize } from "@/lib/contracts/text";
import type { Group, Rest } from "@/lib/contracts/totals";
import { queryOfGroup } from "@/lib/query/group-query";
import type { Query } from "@/lib/query/query";

interface GroupChartProps extends Pick<ComponentProps<typeof ChartFrame>, "level" | "open" | "through"> {
  by: GroupingName;
  title: string;
  subtitle: ReactNode;
  query: Query;
  /** The page that the chart is on, and whether that is there to show it. */
  page: Route;
  isOwnPage?: boolean;
  groups: ChartGroup[];
  /** The groups that are not among `groups`, added together; drawn last, in the quieter color. */
  rest?: ChartGroup | null | undefined;
  /** What the table has, where it is more than what is drawn. */
  numbers?: { groups: ChartGroup[]; rest: ChartGroup | null };
  /** Net obligations of the whole selection, what shares are of; groups of time have none. */
  whole?: Cents;
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
  groups,
  rest = null,
  numbers = { groups, rest },
  whole = 0,
  ...frame
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
      {...frame}
      links={links}
      numbers={
        <NumbersTable
          heading={capitalize(label)}
          caption={`${title} U.S. dollars obligated, exact.`}
          groups={numbers.rest ? [...rows, numbers.rest] : rows}
          {...(order === "size" && { whole })}
        />
      }
    >
      <DataChart title={title} data={groupData(by, { groups: drawn, rest, whole, through: frame.through })} />
    </ChartFrame>
  );
}

/** How the groups of each chart are made, and what a reader must know of them. */
const words = {
  company: { made: "grouped by company", rule: "" },
  recipient: { made: "by recipient as recorded", rule: "" },
  category: { made: "by category", rule: `. ${categoryRule}.` },
  office: { made: "by awarding office", rule: "" },
  vehicle_agency: {
    made: "by the agency of the agreement that an order was placed under",
    rule: ". None: the award key names no agreement. Not reported: the record gives neither an award key nor the agreement’s agency.",
  },
};

interface LeadingGroupsProps extends Pick<GroupChartProps, "query" | "page" | "through" | "whole"> {
  by: Exclude<keyof typeof words, "recipient">;
  span: string;
  found: { groups: Group[]; rest: Rest | null };
  /** What else belongs into the subtitle. */
  children?: ReactNode;
}

export function LeadingGroups({ by: grouping, span, found, children, ...chart }: LeadingGroupsProps) {
  const { query } = chart;
  const by = grouping === "company" && query.grouped === "no" ? "recipient" : grouping;
  const { made, rule } = words[by];
  return (
    <GroupChart
      by={by}
      title={questionOf(by)}
      subtitle={
        <>
          Net obligations, {span}, {made}
          {rule}
          {children}
        </>
      }
      groups={withLinks(found.groups, query, grouping)}
      rest={remaining(found.rest, by)}
      {...chart}
    />
  );
}

interface MonthsChartProps extends Pick<GroupChartProps, "query" | "page" | "through"> {
  /** Every month shown, in their order. */
  groups: Group[];
}

/** The latest months of a query; those before the current fiscal year in the quieter color. */
export function MonthsChart({ groups, ...chart }: MonthsChartProps) {
  const isPast = earlierYears(groups);
  return (
    <GroupChart
      by="month"
      title={questionOf("month")}
      subtitle={<LargestMonth groups={groups} query={chart.query} />}
      groups={withLinks(groups, chart.query, "month").map((group) => ({ ...group, past: isPast(group) }))}
      {...chart}
    />
  );
}

function LargestMonth({ groups, query }: { groups: Group[]; query: Query }) {
  const largest = groups.reduce((one, other) => (other.net > one.net ? other : one));
  const records = queryOfGroup(query, "month", largest.key);
  return (
    <>
      By month of signature, the last {groups.length} months
      {largest.key && records && largest.net > 0 && (
        <>
          ; the most in {formatMonth(largest.key)}: <RecordsSum query={records} cents={largest.net} /> (net)
          {largest.key.endsWith("-09") && ", the last month of the fiscal year"}
        </>
      )}
    </>
  );
}
