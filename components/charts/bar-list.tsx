import Link from "next/link";

import type { ChartGroup } from "@/components/charts/groups";
import { Money } from "@/components/ui/money";
import { type Cents, formatShare } from "@/lib/contracts/money";

import styles from "./bar-list.module.css";

/**
 * Groups ranked as horizontal bars of their net obligations, from a common zero line: what was taken back on the
 * whole runs to its left. Each row is a link to the records behind it. `whole` is what shares are of.
 */
export function BarList({ groups, whole }: { groups: ChartGroup[]; whole: Cents }) {
  const least = Math.min(0, ...groups.map(({ net }) => net));
  const most = Math.max(0, ...groups.map(({ net }) => net));
  const percent = (cents: Cents) => `${((cents / (most - least || 1)) * 100).toFixed(2)}%`;
  return (
    <ol className={styles.bars}>
      {groups.map((group) => (
        <li key={group.key ?? `no key: ${group.label}`} className={styles.bar}>
          <span className={styles.label}>
            {group.href ? (
              <Link href={group.href} prefetch={false}>
                {group.label}
              </Link>
            ) : (
              group.label
            )}
          </span>
          <svg className={styles.track} aria-hidden="true">
            <rect
              className={group.net < 0 ? styles.negative : group.past ? styles.past : styles.fill}
              x={percent(Math.min(0, group.net) - least)}
              width={percent(Math.abs(group.net))}
              height="100%"
            />
            {least < 0 && (
              <line className={styles.zero} x1={percent(-least)} x2={percent(-least)} y1="0" y2="100%" />
            )}
          </svg>
          <span className={styles.money}>
            <Money cents={group.net} />
          </span>
          <span className={styles.share}>{formatShare(group.net, whole)}</span>
        </li>
      ))}
    </ol>
  );
}
