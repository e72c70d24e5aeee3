import type { NetFigure, UnfinishedYear } from "@/lib/contracts/companies";
import { formatDay } from "@/lib/contracts/days";
import { shortMoney } from "@/lib/contracts/money";

import styles from "./sparkline.module.css";

const bar = 8;
const gap = 2;
const height = 28;
const hatch = "unfinished-year";

interface SparklineProps {
  years: (NetFigure & { year: number })[];
  unfinished: UnfinishedYear | null;
}

/** The net of each fiscal year as a bar, to a scale of its own. Needs one {@link SparklinePattern} on the page. */
export function Sparkline({ years, unfinished }: SparklineProps) {
  const highest = Math.max(0, ...years.map(({ net }) => net));
  const lowest = Math.min(0, ...years.map(({ net }) => net));
  const unit = height / Math.max(highest - lowest, 1);
  const zero = highest * unit;
  return (
    <svg
      className={styles.spark}
      role="img"
      width={years.length * (bar + gap)}
      height={height}
      viewBox={`0 0 ${years.length * (bar + gap)} ${height}`}
    >
      <title>{years.map((year) => yearText(year, unfinished)).join("; ")}</title>
      {years.map(({ year, net }, index) => {
        const size = net === 0 ? 0 : Math.max(Math.abs(net) * unit, 1);
        return (
          size > 0 && (
            <rect
              key={year}
              className={net < 0 ? styles.back : undefined}
              fill={year === unfinished?.year && net > 0 ? `url(#${hatch})` : undefined}
              x={index * (bar + gap)}
              y={net > 0 ? zero - size : zero}
              width={bar}
              height={size}
            />
          )
        );
      })}
      <line x1="0" x2="100%" y1={zero} y2={zero} />
    </svg>
  );
}

function yearText({ year, net, actions }: NetFigure & { year: number }, unfinished: UnfinishedYear | null) {
  const through = year === unfinished?.year ? ` through ${formatDay(unfinished.through)}` : "";
  return `FY${year}${through} ${actions === 0 ? "no action" : shortMoney(net)}`;
}

/** The hatch of an unfinished year, once for all sparklines of a page. */
export function SparklinePattern() {
  return (
    <svg className={styles.hatch} aria-hidden="true" width="0" height="0">
      <defs>
        <pattern id={hatch} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="4" height="4" />
          <line x1="1" x2="1" y1="0" y2="4" strokeWidth="2" />
        </pattern>
      </defs>
    </svg>
  );
}
