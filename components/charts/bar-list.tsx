import { barFill, type ChartGroup, fills } from "@/components/charts/groups";
import { moneySpan, position } from "@/components/charts/scale";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { type Cents, formatShare } from "@/lib/contracts/money";

import styles from "./bar-list.module.css";

/**
 * Groups as horizontal bars from a common zero line: added to its right, taken back to its left, the net and its
 * share of the `whole` in figures. Each row is a link to the records behind it, but for a name that has a page of its
 * own. A row of `SizeChart`'s grid.
 */
export function BarList({ groups, whole }: { groups: ChartGroup[]; whole: Cents }) {
  const span = moneySpan(groups);
  const percent = (share: number) => `${(share * 100).toFixed(2)}%`;
  const zero = position(0, span);
  return (
    <ol className={styles.bars}>
      {groups.map((group) => (
        <li key={group.key ?? `no key: ${group.label}`} className={styles.bar}>
          <span className={styles.label}>
            {group.page ? (
              <Link className={styles.page} href={group.page}>
                {group.label}
              </Link>
            ) : group.href ? (
              <Link className={styles.row} href={group.href}>
                {group.label}
              </Link>
            ) : (
              group.label
            )}
          </span>
          <span className={styles.track}>
            <svg aria-hidden="true">
              <rect
                className={styles.lane}
                fill={barFill(group)}
                x={percent(zero)}
                width={percent(position(group.added, span) - zero)}
              />
              <rect
                className={styles.lane}
                fill={fills.back}
                x={percent(position(group.taken_back, span))}
                width={percent(zero - position(group.taken_back, span))}
              />
              <rect className={styles.zero} x={percent(zero)} width="1" />
            </svg>
          </span>
          <span className={styles.money}>
            {group.page && group.href ? (
              <Link className={styles.row} href={group.href}>
                <Money cents={group.net} />
              </Link>
            ) : (
              <Money cents={group.net} />
            )}
          </span>
          <span className={styles.share}>{formatShare(group.net, whole)}</span>
        </li>
      ))}
    </ol>
  );
}
