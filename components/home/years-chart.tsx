import type { Route } from "next";
import { DataChart } from "@/components/charts/data-chart";
import { ChartFrame } from "@/components/charts/frame";
import { dateText, linesChart } from "@/components/charts/lines";
import { yearToDateFile } from "@/components/charts/links";
import { runningYearsSubtitle } from "@/components/charts/words";
import { DataTable } from "@/components/ui/data-table";
import { Money } from "@/components/ui/money";
import { isMonthEnd, type RunningYears } from "@/lib/contracts/running-years";
import { plainRunningYears, runningYearsFinding } from "@/lib/findings/running-years";
import { scopeOf } from "@/lib/findings/scope";
import { href, type Query } from "@/lib/query/query";
import type { RecordDays } from "@/lib/query/windows";

interface YearsChartProps {
  query: Query;
  running: RunningYears;
  /** The first and the newest day of the records. */
  days: RecordDays;
  page: Route;
}

/** The running totals of the fiscal years on the same dates. Renders nothing without a whole fiscal year to compare with. */
export function YearsChart({ query, running, days, page }: YearsChartProps) {
  if (running.years.length < 2) return null;
  const through = days.data_through;
  const title = runningYearsFinding(scopeOf(query, days, {}), running, days) ?? plainRunningYears;
  const newestFirst = running.years.toReversed();
  return (
    <ChartFrame
      name={plainRunningYears}
      title={title}
      subtitle={runningYearsSubtitle}
      through={through}
      links={{
        csv: yearToDateFile("csv", query),
        picture: yearToDateFile("png", query),
        records: href("/contracts" as Route, query),
        chart: `${page}#year-to-date` as Route,
      }}
      numbers={
        <DataTable
          caption={`${title}. U.S. dollars obligated (net) from Oct. 1 through each date, exact.`}
          columns={[
            { header: "Through", kind: "day", isRowHeader: true, cell: ({ day }) => dateText(day) },
            ...newestFirst.map(({ year, totals }) => ({
              header: `FY${year}`,
              kind: "money" as const,
              cell: ({ index }: { index: number }) => {
                const total = totals[index] ?? null;
                return total === null ? "" : <Money cents={total} exact />;
              },
            })),
          ]}
          rows={running.days
            .map((day, index) => ({ day, index }))
            .filter(({ day }) => isMonthEnd(day) || day === through)}
          rowKey={({ day }) => day}
        />
      }
    >
      <DataChart title={title} data={linesChart(running, through)} />
    </ChartFrame>
  );
}
