import { type ChartGroup, fills, seriesOf, type Unfinished } from "@/components/charts/groups";
import { Swatch } from "@/components/charts/swatch";

import styles from "./legend.module.css";

interface LegendProps {
  groups: ChartGroup[];
  /** What the groups in the quieter colour have in common. */
  past: string;
  unfinished?: Unfinished | null;
  /** Whether what was added is in colours that are named where they are. */
  isNamed?: boolean;
}

/** What the colours of a chart of groups mean, as far as it uses them. */
export function Legend({ groups, past, unfinished = null, isNamed = false }: LegendProps) {
  const series = seriesOf(groups);
  const isPlain = series.length === 0 && !isNamed;
  const isBelow = groups.some((group) => group.taken_back < 0);
  return (
    <ul className={styles.legend}>
      {series.map(({ key, label, fill }) => (
        <li key={key}>
          <Swatch fill={fill} />
          {label}
        </li>
      ))}
      {isPlain && groups.some(({ key, past }) => !past && key !== unfinished?.key) && (
        <li>
          <Swatch fill={fills.added} />
          added
        </li>
      )}
      {isPlain && groups.some((group) => group.past) && (
        <li>
          <Swatch fill={fills.past} />
          added, {past}
        </li>
      )}
      {unfinished && groups.some((group) => group.key === unfinished.key) && (
        <li>
          <svg aria-hidden="true" viewBox="0 0 12 12">
            <path className={styles.stripes} d="M-1 7 7 -1M1 13 13 1M7 13 13 7" />
          </svg>
          unfinished, through {unfinished.through}
        </li>
      )}
      {series.length === 0 && isBelow && (
        <li>
          <Swatch fill={fills.back} />
          taken back
        </li>
      )}
      {series.length > 0 && <li>{isBelow ? "above the line added, below it taken back" : "added"}</li>}
    </ul>
  );
}
