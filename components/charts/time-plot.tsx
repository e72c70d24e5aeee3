import { useId } from "react";

import { barFill, type ChartGroup, fills, type Unfinished } from "@/components/charts/groups";
import { MoneyGrid } from "@/components/charts/money-grid";
import { moneyAxis, position } from "@/components/charts/scale";
import { type AxisRoom, namedPeriods, periodName } from "@/components/charts/time";
import { formatMoney } from "@/lib/contracts/money";

import styles from "./time-plot.module.css";

/** The height of the drawing and the room around its bars, in pixels; the interactive chart keeps to the same. */
export const plot = { height: 260, left: 52, top: 10, bottom: 30, gap: 0.1 } as const;

/** The name of a period on the axis, shown in the given rooms. */
export const tickClass = (rooms: AxisRoom[] = []) =>
  [styles.name, ...rooms.map((room) => styles[room])].join(" ");

/**
 * Obligations over time as a drawing that needs no scripts: added above the zero line, taken back below it.
 * Hidden from screen readers and from the keyboard, which have the table of the same numbers.
 */
export function TimePlot({ groups, unfinished }: { groups: ChartGroup[]; unfinished: Unfinished | null }) {
  const hatch = useId();
  const axis = moneyAxis(groups);
  const tall = plot.height - plot.top - plot.bottom;
  const y = (cents: number) => plot.top + tall * (1 - position(cents, axis));
  const named = namedPeriods(groups.map(({ key }) => key ?? ""));
  const percent = (index: number) => `${((index / groups.length) * 100).toFixed(3)}%`;
  return (
    <svg className={styles.plot} aria-hidden="true">
      <defs>
        <pattern
          id={hatch}
          className={styles.hatch}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="6" height="6" />
          <line x1="2" x2="2" y1="0" y2="6" strokeWidth="4" />
        </pattern>
      </defs>
      <MoneyGrid money={axis} y={y} />
      {groups.map((group, index) => {
        const open = group.key === unfinished?.key;
        const name = periodName(group.key ?? "", group.label);
        const bars = (
          <svg
            x={percent(index + plot.gap)}
            width={percent(1 - 2 * plot.gap)}
            height="100%"
            aria-hidden="true"
          >
            <title>{`${name}${open ? `, through ${unfinished?.through}` : ""}: ${formatMoney(group.added)} added, ${formatMoney(group.taken_back)} taken back`}</title>
            <rect
              fill={open ? `url(#${hatch})` : barFill(group)}
              width="100%"
              y={y(group.added)}
              height={y(0) - y(group.added)}
            />
            {group.taken_back < 0 && (
              <rect
                fill={fills.back}
                width="100%"
                y={y(0)}
                height={Math.max(1, y(group.taken_back) - y(0))}
              />
            )}
          </svg>
        );
        return (
          <g key={group.key}>
            {group.href ? (
              <a href={group.href} tabIndex={-1}>
                {bars}
              </a>
            ) : (
              bars
            )}
            {named.has(group.key ?? "") && (
              <text
                className={tickClass(named.get(group.key ?? ""))}
                x={percent(index + 0.5)}
                y={plot.height - 10}
                textAnchor="middle"
              >
                {periodName(group.key ?? "", group.label, "short")}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
