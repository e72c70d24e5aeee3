import { axisMoney, type MoneyAxis } from "@/components/charts/scale";

import styles from "./money-grid.module.css";

/** The marks of an axis of money as lines across a plot, each with its value beside it; `y` places a value. */
export function MoneyGrid({ money, y }: { money: MoneyAxis; y: (cents: number) => number }) {
  return money.ticks.map((tick) => (
    <g key={tick}>
      <line className={tick === 0 ? styles.zero : styles.grid} x1="0" x2="100%" y1={y(tick)} y2={y(tick)} />
      <text className={styles.tick} x="-8" y={y(tick) + 4} textAnchor="end">
        {axisMoney(tick)}
      </text>
    </g>
  ));
}
