import type { Route } from "next";
import { DataChart } from "@/components/charts/data-chart";
import { type PeriodData, panelsLegend, spanOf } from "@/components/charts/describe";
import { ChartFrame } from "@/components/charts/frame";
import { type ChartGroup, type ChartPart, netPieces } from "@/components/charts/groups";
import { Legend, Swatch } from "@/components/charts/legend";
import { groupsFile } from "@/components/charts/links";
import { NumbersTable } from "@/components/charts/numbers-table";
import { unfinishedPeriod } from "@/components/charts/time";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { type GroupingName, grouping } from "@/lib/contracts/groupings";
import { capitalize } from "@/lib/contracts/text";
import { href, type Query } from "@/lib/query/query";
import { tableSort } from "@/lib/query/table-sort";
import type { RecordDays } from "@/lib/query/windows";

import styles from "./group-years.module.css";

/** A group in its color, its fiscal years as its parts, each with its records. */
export interface GroupYears extends ChartGroup {
  fill: string;
  parts: (ChartPart & Pick<ChartGroup, "href">)[];
  /** Its short name, where it has one. */
  short?: string | undefined;
  /** Its part of the whole, as text. */
  share?: string;
  /** Whether the filter selects it, where it does not select all. */
  isChosen?: boolean;
  /** More about it: how its unfinished year compares. */
  note?: string | null;
}

/** Up to so many charts are large. */
const mostLarge = 3;
const heights = { large: 208, small: 132 };

/** The scale that bars of some years fit on. */
const scaleOf = (years: GroupYears["parts"]) => spanOf(years.map((year) => ({ pieces: netPieces(year) })));

interface GroupYearsProps {
  by: GroupingName;
  name: string;
  /** What is to be seen in it. */
  title: string;
  subtitle: string;
  query: Query;
  page: Route;
  groups: GroupYears[];
  rest?: GroupYears | null;
  /** The first and the newest day of the records. */
  days: RecordDays;
  /** The anchor of a table with its numbers, where the page has one. */
  numbers?: string;
}

/** Groups by fiscal year, the net of each in a small chart of its own, all on one scale. */
export function GroupYearsChart({
  by,
  name,
  title,
  subtitle,
  query,
  page,
  groups,
  rest = null,
  days,
  numbers,
}: GroupYearsProps) {
  const through = days.data_through;
  const unfinished = unfinishedPeriod("fiscal_year", through);
  const all = rest ? [...groups, rest] : groups;
  const span = scaleOf(groups.flatMap(({ parts }) => parts));
  const sort = tableSort(page, "years", "-net");
  const isLarge = all.length <= mostLarge;
  const dataOf = (group: GroupYears): PeriodData => ({
    kind: "periods",
    groups: group.parts,
    unfinished,
    past: "",
    panel: {
      span: group === rest ? scaleOf(group.parts) : span,
      height: isLarge ? heights.large : heights.small,
    },
  });
  return (
    <ChartFrame
      name={name}
      title={title}
      subtitle={subtitle}
      links={{
        csv: groupsFile("csv", query, ["fiscal_year", by]),
        records: href("/contracts", { ...query, show: null }),
        chart: `${page}#by-year` as Route,
      }}
      through={through}
      open={sort.isNamed}
      numbers={
        numbers ?? (
          <NumbersTable
            heading={`${capitalize(grouping(by).label)} and fiscal year`}
            caption="U.S. dollars obligated by fiscal year, exact."
            groups={groups}
            rest={rest}
            sort={sort}
          />
        )
      }
    >
      <Legend
        entries={panelsLegend(
          all.flatMap(({ parts }) => parts),
          unfinished,
        )}
      />
      <div className={styles.frame}>
        <ul className={`${styles.panels} ${isLarge ? styles.large : ""}`}>
          {all.map((group) => (
            <li key={group.key ?? group.label}>
              <p className={styles.name}>
                <Swatch fill={group.fill} />
                {group.href ? <Link href={group.href}>{group.label}</Link> : group.label}{" "}
                <span className="soft">
                  <Money cents={group.net} />
                  {group === rest && ", on its own scale"}
                  {group.share && ` · ${group.share}`}
                  {group.isChosen && " · "}
                </span>
                {group.isChosen && <strong>selected</strong>}
                {group.note && <span className={styles.note}>{group.note}</span>}
              </p>
              <DataChart title={`${group.label} by fiscal year`} data={dataOf(group)} />
            </li>
          ))}
        </ul>
      </div>
    </ChartFrame>
  );
}
