import { type ReactNode, useId } from "react";

import type { ChartGroup, Unfinished } from "@/components/charts/groups";
import { Legend } from "@/components/charts/legend";
import { NumbersTable } from "@/components/charts/numbers-table";
import { RankedChart } from "@/components/charts/ranked-chart";
import { periodName } from "@/components/charts/time";
import { TimeChart } from "@/components/charts/time-chart";
import { TimePlot } from "@/components/charts/time-plot";
import { type GroupingName, grouping } from "@/lib/contracts/groupings";
import { type Cents, counted } from "@/lib/contracts/money";

import styles from "./group-chart.module.css";

/** The most bars of a grouping by size; the table has the others too. */
const mostBars = 20;

interface GroupChartProps {
  by: GroupingName;
  /** The question that the chart answers. */
  title: string;
  /** The measure and the window in words. */
  subtitle: ReactNode;
  groups: ChartGroup[];
  /** The groups that are not among `groups`, added together; drawn last, in the quieter colour. */
  rest?: ChartGroup | null | undefined;
  /** Net obligations of the whole selection, what shares are of; groups of time have none. */
  whole?: Cents;
  unfinished?: Unfinished | null | undefined;
  /** Where the same numbers and records can be had as files. */
  files?: { label: string; href: string }[];
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
  groups,
  rest = null,
  whole = 0,
  unfinished = null,
  files = [],
  open = false,
}: GroupChartProps) {
  const heading = useId();
  const { label, order, plural } = grouping(by);
  const rows = groups.map((group) => ({ ...group, label: periodName(group.key ?? "", group.label) }));
  const more = groups.length - mostBars;
  return (
    <figure className={styles.figure} aria-labelledby={heading}>
      <figcaption>
        <h2 id={heading}>{title}</h2>
        <p className={styles.subtitle}>
          {subtitle}
          {order === "size" &&
            more > 0 &&
            ` · the first ${mostBars} of ${counted(groups.length, label, plural)}`}
        </p>
      </figcaption>
      {order === "time" ? (
        <>
          <Legend groups={groups} past="earlier fiscal years" unfinished={unfinished} />
          <TimeChart title={title} groups={groups} unfinished={unfinished}>
            <TimePlot groups={groups} unfinished={unfinished} />
          </TimeChart>
        </>
      ) : (
        <RankedChart groups={groups.slice(0, mostBars)} rest={rest} whole={whole} />
      )}
      <div className={styles.end}>
        <details className={styles.numbers} open={open}>
          <summary>Numbers as a table</summary>
          <NumbersTable
            heading={label.charAt(0).toUpperCase() + label.slice(1)}
            caption={`${title} U.S. dollars obligated, exact.`}
            groups={rest ? [...rows, rest] : rows}
            {...(order === "size" && { whole })}
          />
        </details>
        {files.map((file) => (
          <a key={file.href} href={file.href}>
            {file.label}
          </a>
        ))}
        <span>Source: USAspending.gov</span>
      </div>
    </figure>
  );
}
