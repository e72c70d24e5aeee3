import type { Route } from "next";
import { GroupChart } from "@/components/charts/group-chart";
import { withLinks } from "@/components/charts/links";
import { questionOf } from "@/components/charts/questions";
import { earlierYears } from "@/components/charts/time";
import { RecordsSum } from "@/components/figures/records-link";
import { type Day, formatMonth } from "@/lib/contracts/days";
import type { Group } from "@/lib/contracts/totals";
import { queryOfGroup } from "@/lib/query/group-query";
import type { Query } from "@/lib/query/query";

interface MonthsChartProps {
  /** What the months are of. */
  query: Query;
  page: Route;
  /** Every month shown, in their order. */
  groups: Group[];
  through: Day;
}

/** The latest months of a query; those before the current fiscal year in the quieter color. */
export function MonthsChart({ query, page, groups, through }: MonthsChartProps) {
  const isPast = earlierYears(groups);
  return (
    <GroupChart
      by="month"
      title={questionOf("month")}
      subtitle={<LargestMonth groups={groups} query={query} />}
      groups={withLinks(groups, query, "month").map((group) => ({ ...group, past: isPast(group) }))}
      query={query}
      page={page}
      through={through}
    />
  );
}

/** The subtitle of the chart of months: the largest month. */
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
