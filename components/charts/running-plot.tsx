import { MoneyGrid, ZeroLine } from "@/components/charts/money-grid";
import { plot } from "@/components/charts/plot";
import { roomClass } from "@/components/charts/rooms";
import { type StepDay, stepFrame, stepPlaces } from "@/components/charts/running";
import { periodName } from "@/components/charts/time";
import { roundedMoney } from "@/lib/contracts/money";

import styles from "./running-plot.module.css";

/**
 * A running total as a drawing that needs no scripts: a step up or down on the day of each action. `begins` says
 * whether the total begins with the first step; else the line comes in from before the drawing. Hidden from screen
 * readers, which have the table of the same actions.
 */
export function RunningPlot({ days, begins }: { days: StepDay[]; begins: boolean }) {
  const { money, months } = stepFrame(days);
  const places = stepPlaces(days);
  const { y } = places;
  const last = days.at(-1);
  const x = (at: number) => `${(places.x(at) * 100).toFixed(3)}%`;
  return (
    <svg className={styles.plot} aria-hidden="true">
      <MoneyGrid money={money} y={y} />
      <ZeroLine y={y(0)} />
      {months.map(({ month, at, rooms }) => (
        <text
          key={month}
          className={`${styles.name} ${roomClass(rooms)}`}
          x={x(at)}
          y={plot.height - 10}
          textAnchor="middle"
        >
          {periodName(month, month, "short")}
        </text>
      ))}
      {!begins && days[0] && (
        <line
          className={styles.before}
          x1="0"
          x2={x(days[0].at)}
          y1={y(days[0].total)}
          y2={y(days[0].total)}
        />
      )}
      {days.map(({ day, at, total, change }, index) => {
        const next = days[index + 1];
        const start = index > 0 || begins ? total - change : total;
        return (
          <g key={day}>
            <line
              className={change < 0 ? styles.fall : styles.line}
              x1={x(at)}
              x2={x(at)}
              y1={y(start)}
              y2={y(total)}
            />
            {next && <line className={styles.line} x1={x(at)} x2={x(next.at)} y1={y(total)} y2={y(total)} />}
          </g>
        );
      })}
      {last && (
        <text
          className={styles.total}
          x={x(last.at)}
          y={y(last.total) + (last.change < 0 ? 18 : -9)}
          textAnchor="end"
        >
          {roundedMoney(last.total)}
        </text>
      )}
      {days.map(({ day, at, total, change }) => (
        <circle
          key={day}
          className={change < 0 ? styles.down : change > 0 ? styles.up : styles.level}
          cx={x(at)}
          cy={y(total)}
          r="3.5"
        />
      ))}
    </svg>
  );
}
