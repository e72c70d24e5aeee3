import type { Route } from "next";
import { DataChart } from "@/components/charts/data-chart";
import { legendOf, type PeriodData, spanOf } from "@/components/charts/describe";
import { ChartFrame } from "@/components/charts/frame";
import { type ChartGroup, type ChartPart, pieces } from "@/components/charts/groups";
import { Legend, Swatch } from "@/components/charts/legend";
import { groupsFile } from "@/components/charts/links";
import { NumbersTable } from "@/components/charts/numbers-table";
import { unfinishedPeriod } from "@/components/charts/time";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { type GroupingName, grouping } from "@/lib/contracts/groupings";
import { capitalize } from "@/lib/contracts/text";
import { leadersFinding } from "@/lib/findings/leaders";
import type { RecordDays } from "@/lib/findings/scope";
import { href, type Query } from "@/lib/query/query";
import { tableSort } from "@/lib/query/table-sort";

import styles from "./company-years.module.css";

/** A company in its color, its fiscal years as its parts, each with its records. */
export interface CompanyYears extends ChartGroup {
  fill: string;
  parts: (ChartPart & Pick<ChartGroup, "href">)[];
}

/** The scale that bars of some years fit on. */
const scaleOf = (years: CompanyYears["parts"]) => spanOf(years.map((year) => ({ pieces: pieces(year) })));

interface CompanyYearsProps {
  by: GroupingName;
  span: string;
  query: Query;
  page: Route;
  leaders: CompanyYears[];
  rest: CompanyYears | null;
  /** The first and the newest day of the records. */
  days: RecordDays;
}

/** The largest companies by fiscal year, each in a small chart of its own on one scale, in the company's own color. */
export function CompanyYearsChart({ by, span, query, page, leaders, rest, days }: CompanyYearsProps) {
  const { plural } = grouping(by);
  const name = `The largest ${plural} by fiscal year`;
  const through = days.data_through;
  const unfinished = unfinishedPeriod("fiscal_year", through);
  const all = rest ? [...leaders, rest] : leaders;
  const years = all.flatMap(({ parts }) => parts);
  const shared = scaleOf(leaders.flatMap(({ parts }) => parts));
  const sort = tableSort(page, "years", "-net");
  const dataOf = (company: CompanyYears): PeriodData => ({
    kind: "periods",
    groups: company.parts,
    unfinished,
    past: "",
    shared: company === rest ? scaleOf(company.parts) : shared,
  });
  return (
    <ChartFrame
      name={name}
      title={
        leadersFinding(
          leaders.map(({ parts }) => ({ years: parts })),
          plural,
          days,
        ) ?? name
      }
      subtitle={`Obligations by fiscal year (Oct. 1 to Sept. 30), ${span}: the ${leaders.length} largest ${plural} on one scale. Figures at bars are net`}
      links={{
        csv: groupsFile("csv", query, ["fiscal_year", by]),
        records: href("/contracts", { ...query, show: null }),
        chart: `${page}#by-year` as Route,
      }}
      through={through}
      open={sort.isNamed}
      numbers={
        <NumbersTable
          heading={`${capitalize(grouping(by).label)} and fiscal year`}
          caption="U.S. dollars obligated by fiscal year, exact."
          groups={leaders}
          rest={rest}
          sort={sort}
          isTime={false}
        />
      }
    >
      <Legend entries={legendOf(years, "", unfinished, true)} />
      <div className={styles.frame}>
        <ul className={styles.panels}>
          {all.map((company) => (
            <li key={company.key ?? company.label}>
              <p className={styles.name}>
                <Swatch fill={company.fill} />
                {company.href ? <Link href={company.href}>{company.label}</Link> : company.label}{" "}
                <span className="soft">
                  <Money cents={company.net} />
                  {company === rest && ", on its own scale"}
                </span>
              </p>
              <DataChart title={`${company.label} by fiscal year`} data={dataOf(company)} />
            </li>
          ))}
        </ul>
      </div>
    </ChartFrame>
  );
}
