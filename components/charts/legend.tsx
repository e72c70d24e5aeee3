import { type ChartGroup, fills, type Unfinished } from "@/components/charts/groups";

import styles from "./legend.module.css";

interface LegendProps {
  groups: ChartGroup[];
  /** What the groups in the quieter colour have in common. */
  past: string;
  unfinished?: Unfinished | null;
}

/** What the colours of a chart of groups mean, as far as it uses them. */
export function Legend({ groups, past, unfinished = null }: LegendProps) {
  return (
    <ul className={styles.legend}>
      {groups.some(({ key, past }) => !past && key !== unfinished?.key) && (
        <li>
          <svg aria-hidden="true">
            <rect fill={fills.added} width="100%" height="100%" />
          </svg>
          added
        </li>
      )}
      {groups.some((group) => group.past) && (
        <li>
          <svg aria-hidden="true">
            <rect fill={fills.past} width="100%" height="100%" />
          </svg>
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
      {groups.some((group) => group.taken_back < 0) && (
        <li>
          <svg aria-hidden="true">
            <rect fill={fills.back} width="100%" height="100%" />
          </svg>
          taken back
        </li>
      )}
    </ul>
  );
}
