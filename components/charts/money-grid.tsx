import { plot } from "@/components/charts/plot";
import { axisLabels, type MoneyAxis } from "@/components/charts/scale";

import styles from "./money-grid.module.css";

interface MoneyGridProps {
  money: MoneyAxis;
  /** Where a value lies, in pixels. */
  y: (cents: number) => number;
}

/** The marks of an axis of money as lines across a plot, each with its value beside it; above the highest its unit. */
export function MoneyGrid({ money, y }: MoneyGridProps) {
  const labels = axisLabels(money);
  return money.ticks.map((tick, index) => (
    <g key={tick}>
      {tick !== 0 && <line className={styles.grid} x1="0" x2="100%" y1={y(tick)} y2={y(tick)} />}
      {index < labels.length - 1 ? (
        <text className={styles.tick} x="-8" y={y(tick) + 4} textAnchor="end">
          {labels[index]}
        </text>
      ) : (
        <text className={styles.tick} x={-plot.left} y={y(tick) - 6}>
          {labels[index]}
        </text>
      )}
    </g>
  ));
}

/** The line from which everything is drawn; over the bars, so that it is seen among them. */
export const ZeroLine = ({ y }: { y: number }) => (
  <line className={styles.zero} x1="0" x2="100%" y1={y} y2={y} />
);
