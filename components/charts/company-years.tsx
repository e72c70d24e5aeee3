import type { Route } from "next";
import { useId } from "react";
import { groupsFile } from "@/components/charts/doors";
import { ChartFrame } from "@/components/charts/frame";
import { type ChartGroup, type ChartPart, pieces, type Unfinished } from "@/components/charts/groups";
import { hatches } from "@/components/charts/hatch";
import { Legend } from "@/components/charts/legend";
import { Marks } from "@/components/charts/marks";
import { ZeroLine } from "@/components/charts/money-grid";
import { NumbersTable } from "@/components/charts/numbers-table";
import { Paper } from "@/components/charts/paper";
import { PeriodStops } from "@/components/charts/period-stops";
import { type MoneySpan, moneySpan, position } from "@/components/charts/scale";
import { Swatch } from "@/components/charts/swatch";
import { axisRooms, unfinishedPeriod } from "@/components/charts/time";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import type { Day } from "@/lib/contracts/days";
import { type GroupingName, grouping } from "@/lib/contracts/groupings";
import { shortMoney } from "@/lib/contracts/money";
import { capitalize } from "@/lib/contracts/text";
import { href, type Query } from "@/lib/query/query";

import styles from "./company-years.module.css";

/** A company in its colour, its fiscal years as its parts, each with its records. */
export interface CompanyYears extends ChartGroup {
  fill: string;
  parts: (ChartPart & Pick<ChartGroup, "href">)[];
}

interface CompanyYearsProps {
  by: GroupingName;
  /** The window in words. */
  span: string;
  /** What the companies are of. */
  query: Query;
  /** The page that the chart is on. */
  page: Route;
  leaders: CompanyYears[];
  rest: CompanyYears | null;
  /** The newest day of the records. */
  through: Day;
}

const panel = { height: 132, top: 20, bottom: 22, gap: 0.12, narrowest: 130 } as const;

/** The largest companies by fiscal year, each in a drawing of its own on one scale, in the company's own colour; every bar can be walked to. */
export function CompanyYearsChart({ by, span, query, page, leaders, rest, through }: CompanyYearsProps) {
  const { plural } = grouping(by);
  const unfinished = unfinishedPeriod("fiscal_year", through);
  const all = rest ? [...leaders, rest] : leaders;
  const years = all.flatMap(({ parts }) => parts);
  const scale = moneySpan(leaders.flatMap(({ parts }) => parts));
  return (
    <ChartFrame
      title={`How did the largest ${plural}’ obligations change by fiscal year?`}
      subtitle={`Obligations by fiscal year (1 October to 30 September), ${span}: the ${leaders.length} largest ${plural} on one scale. Figures at bars are net`}
      doors={{
        csv: groupsFile("csv", query, ["fiscal_year", by]),
        records: href("/contracts", { ...query, show: null }),
        chart: `${page}#by-year` as Route,
      }}
      through={through}
      numbers={
        <NumbersTable
          heading={`${capitalize(grouping(by).label)} and fiscal year`}
          caption="U.S. dollars obligated by fiscal year, exact."
          groups={all}
        />
      }
    >
      <Legend groups={years} past="" unfinished={unfinished} isNamed />
      <div className={styles.room}>
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
              <Panel
                company={company}
                unfinished={unfinished}
                scale={company === rest ? moneySpan(company.parts) : scale}
              />
            </li>
          ))}
        </ul>
      </div>
    </ChartFrame>
  );
}

interface PanelProps {
  company: CompanyYears;
  scale: MoneySpan;
  unfinished: Unfinished | null;
}

function Panel({ company: { label, parts, fill }, scale, unfinished }: PanelProps) {
  const { patterns, fillOf } = hatches(useId(), [fill]);
  const tall = panel.height - panel.top - panel.bottom;
  const y = (cents: number) => panel.top + tall * (1 - position(cents, scale));
  const percent = (index: number) => `${((index / parts.length) * 100).toFixed(3)}%`;
  return (
    <PeriodStops title={`${label} by fiscal year.`} groups={parts} unfinished={unfinished} isSmall>
      <svg className={styles.panel} aria-hidden="true">
        <defs>{patterns}</defs>
        {parts.map((year, index) => (
          <g key={year.key}>
            {pieces(year).map(({ fill: colour, from, to }) =>
              from === to ? null : (
                <rect
                  key={colour}
                  fill={year.key === unfinished?.key ? fillOf(colour) : colour}
                  x={percent(index + panel.gap)}
                  width={percent(1 - 2 * panel.gap)}
                  y={y(Math.max(from, to))}
                  height={Math.max(1, y(Math.min(from, to)) - y(Math.max(from, to)))}
                />
              ),
            )}
          </g>
        ))}
        <ZeroLine y={y(0)} />
        {[parts[0], parts.length > 1 ? parts.at(-1) : undefined].map(
          (year, end) =>
            year && (
              <text
                key={year.key}
                className={styles.year}
                x={end === 0 ? "0" : "100%"}
                y={panel.height - 6}
                textAnchor={end === 0 ? "start" : "end"}
              >
                {year.label}
              </text>
            ),
        )}
        <Marks marks={values(parts, y)} />
      </svg>
    </PeriodStops>
  );
}

/** The values of the largest year and of the latest, where there is room for them. */
function values(parts: CompanyYears["parts"], y: (cents: number) => number) {
  const paper = new Paper({ groups: parts, width: panel.narrowest, gap: panel.gap, y, taken: [] });
  const largest = parts.reduce((best, { net }, index) => (net > (parts[best]?.net ?? 0) ? index : best), 0);
  return [...new Set([largest, parts.length - 1])].flatMap((index) => {
    const part = parts[index];
    if (!part || part.actions === 0) return [];
    const mark = paper.write({ index, texts: [shortMoney(part.net)], sides: ["above"] });
    return mark ? [{ ...mark, rooms: axisRooms }] : [];
  });
}
