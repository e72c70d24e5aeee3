import type { Route } from "next";
import type { ComponentProps, ReactNode } from "react";
import { DataChart } from "@/components/charts/data-chart";
import { ChartFrame } from "@/components/charts/frame";
import { groupData } from "@/components/charts/group-data";
import { type ChartGroup, mostBars, seriesOf } from "@/components/charts/groups";
import { chartLinks, remaining, withLinks } from "@/components/charts/links";
import { NumbersTable } from "@/components/charts/numbers-table";
import { earlierYears, periodName } from "@/components/charts/time";
import { categoryRule } from "@/lib/contracts/categories";
import { type GroupingName, grouping } from "@/lib/contracts/groupings";
import { type Cents, counted } from "@/lib/contracts/money";
import { capitalize } from "@/lib/contracts/text";
import type { Group, Rest } from "@/lib/contracts/totals";
import { plainTitle } from "@/lib/findings/by-size";
import { type GroupsFinding, groupsTitle } from "@/lib/findings/finding";
import type { Query } from "@/lib/query/query";
import { tableSort } from "@/lib/query/table-sort";
import type { RecordDays } from "@/lib/query/windows";

interface GroupChartProps extends Pick<ComponentProps<typeof ChartFrame>, "level" | "open"> {
  by: GroupingName;
  /** The measure and the window as text. */
  subtitle: ReactNode;
  query: Query;
  /** The page that the chart is on, and whether that is there to show it. */
  page: Route;
  isOwnPage?: boolean;
  /** Whether the page's address sorts its table. */
  sorts?: boolean;
  /** The first and the newest day of the records. */
  days: RecordDays;
  groups: ChartGroup[];
  /** The groups that are not among `groups`, added together; the last row, without a bar. */
  rest?: ChartGroup | null | undefined;
  /** The anchor of a table with its numbers, where the page has one. */
  numbers?: string;
  /** Links that change how many groups are drawn. */
  choice?: ReactNode;
  /** Net obligations of the whole selection, what shares are of; groups of time have none. */
  whole?: Cents;
  /** Whether its title says what is to be seen in it, and not only what it shows. */
  hasFinding?: boolean;
  /** What its title can say: the names of the query's codes, its filters in words, and a comparison. */
  about?: Pick<GroupsFinding, "names" | "filters" | "sameDates">;
}

/**
 * A selection by one grouping, under what is to be seen in it: columns over time for groupings by time, ranked bars for the others. The same numbers
 * are below as a table, and every bar and row opens its records.
 */
export function GroupChart({
  by,
  subtitle,
  query,
  page,
  isOwnPage = false,
  sorts = true,
  days,
  groups,
  rest = null,
  numbers,
  choice,
  whole = 0,
  hasFinding = true,
  about,
  ...frame
}: GroupChartProps) {
  const { label, order, plural } = grouping(by);
  const through = days.data_through;
  const title = hasFinding
    ? groupsTitle({ by, query, days, groups, hasRest: rest !== null, whole, ...about })
    : plainTitle(by);
  const most = choice ? groups.length : mostBars;
  const drawn = order === "size" ? groups.slice(0, most) : groups;
  const more = groups.length - drawn.length;
  const sort = sorts ? tableSort(page, by, order === "time" ? "name" : "-net") : undefined;
  const rows = groups.map((group) => ({ ...group, label: periodName(group.key ?? "", group.label) }));
  const links = chartLinks(query, by, {
    page,
    isOwnPage,
    shown: rest ? drawn.length : undefined,
    hasParts: seriesOf(groups).length > 0,
  });
  return (
    <ChartFrame
      name={plainTitle(by)}
      title={title}
      subtitle={
        <>
          {subtitle}
          {more > 0 && ` · the first ${most} of ${counted(groups.length, label, plural)}`}
        </>
      }
      {...frame}
      open={frame.open || (sort?.isNamed ?? false)}
      through={through}
      links={links}
      numbers={
        numbers ?? (
          <NumbersTable
            heading={capitalize(label)}
            caption={`${title}. U.S. dollars obligated, exact.`}
            groups={rows}
            rest={rest}
            {...(sort && { sort })}
            isTime={order === "time"}
            {...(order === "size" && { whole })}
          />
        )
      }
    >
      {choice}
      <DataChart title={title} data={groupData(by, { groups: drawn, rest, whole, through })} />
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

interface LeadingGroupsProps
  extends Pick<GroupChartProps, "query" | "page" | "sorts" | "days" | "whole" | "about" | "hasFinding"> {
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

interface MonthsChartProps extends Pick<GroupChartProps, "query" | "page" | "sorts" | "days" | "about"> {
  /** Every month shown, in their order. */
  groups: Group[];
}

/** The latest months of a query; those before the current fiscal year in the lighter color. */
export function MonthsChart({ groups, ...chart }: MonthsChartProps) {
  const isPast = earlierYears(groups);
  return (
    <GroupChart
      by="month"
      subtitle={`Net obligations by month signed, the last ${groups.length} months`}
      groups={withLinks(groups, chart.query, "month").map((group) => ({ ...group, past: isPast(group) }))}
      {...chart}
    />
  );
}
