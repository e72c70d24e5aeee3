import type { Route } from "next";
import { type ReactNode, useId } from "react";
import { type ChartGroup, fills, pieces, seriesOf, type Unfinished } from "@/components/charts/groups";
import { hatches } from "@/components/charts/hatch";
import { Marks } from "@/components/charts/marks";
import { MoneyGrid, ZeroLine } from "@/components/charts/money-grid";
import { plot } from "@/components/charts/plot";
import { roomClass } from "@/components/charts/rooms";
import { namedPeriods, periodName } from "@/components/charts/time";
import { timeLayout } from "@/components/charts/time-layout";
import { periodWords } from "@/components/charts/words";
import { Link } from "@/components/ui/link";

import styles from "./time-plot.module.css";

interface TimePlotProps {
  groups: ChartGroup[];
  unfinished: Unfinished | null;
}

/**
 * Obligations over time as a drawing that needs no scripts: added above the zero line, taken back below it, and every
 * column a link to its records. Hidden from screen readers and from the keyboard, which have the table of the same
 * numbers; where scripts run, the chart over it redraws its bars and nothing else.
 */
export function TimePlot({ groups, unfinished }: TimePlotProps) {
  const { axis, y, marks } = timeLayout(groups, unfinished);
  const named = namedPeriods(groups.map(({ key }) => key ?? ""));
  const percent = (index: number) => `${((index / groups.length) * 100).toFixed(3)}%`;
  const series = seriesOf(groups);
  const { patterns, fillOf } = hatches(
    useId(),
    series.length > 0 ? series.map(({ fill }) => fill) : [fills.added],
  );
  return (
    <svg className={styles.plot} aria-hidden="true">
      <defs>{patterns}</defs>
      <g className={styles.grid}>
        <MoneyGrid money={axis} y={y} />
      </g>
      {groups.map((group, index) => (
        <g key={group.key}>
          <Door href={group.href}>
            <rect className={styles.column} x={percent(index)} width={percent(1)} height="100%" />
            <svg
              x={percent(index + plot.gap)}
              width={percent(1 - 2 * plot.gap)}
              height="100%"
              aria-hidden="true"
            >
              <title>{periodWords(group, unfinished)}</title>
              {pieces(group).map(({ fill, from, to }) => {
                if (from === to) return null;
                const [top, bottom] = [y(Math.max(from, to)), y(Math.min(from, to))];
                return (
                  <rect
                    key={`${fill} ${Math.sign(to)}`}
                    className={styles.bar}
                    fill={group.key === unfinished?.key ? fillOf(fill) : fill}
                    width="100%"
                    y={top}
                    height={Math.max(1, bottom - top)}
                  />
                );
              })}
            </svg>
          </Door>
          {named.has(group.key ?? "") && (
            <text
              className={`${styles.name} ${roomClass(named.get(group.key ?? ""))}`}
              x={percent(index + 0.5)}
              y={y(axis.low) + 18}
              textAnchor="middle"
            >
              {periodName(group.key ?? "", group.label, "short")}
            </text>
          )}
        </g>
      ))}
      <ZeroLine y={y(0)} />
      <Marks marks={marks} />
    </svg>
  );
}

const Door = ({ href, children }: { href: Route | null; children: ReactNode }) =>
  href ? (
    <Link href={href} tabIndex={-1}>
      {children}
    </Link>
  ) : (
    children
  );
