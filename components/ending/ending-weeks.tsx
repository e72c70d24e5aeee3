import type { Route } from "next";
import { Link } from "@/components/ui/link";

import { shortDay } from "@/lib/contracts/days";
import type { EndingWeek } from "@/lib/contracts/ending";
import { counted } from "@/lib/contracts/money";

import styles from "./ending-weeks.module.css";

/** A bar chart of contracts by week of their end. Each bar links to the first row of its week. */
export function EndingWeeks({ weeks }: { weeks: (EndingWeek & { href: Route | null })[] }) {
  const highest = Math.max(1, ...weeks.map(({ contracts }) => contracts));
  return (
    <ol className={styles.weeks} aria-label="Contracts that end, by seven days">
      {weeks.map(({ from, to, contracts, href }) => {
        const days = from === to ? shortDay(from) : `${shortDay(from)} – ${shortDay(to)}`;
        return (
          <li key={from} className={styles.week}>
            <span className={styles.days}>{days}</span>
            <span className={styles.track}>
              <svg aria-hidden="true">
                <rect width={`${((contracts / highest) * 100).toFixed(2)}%`} height="100%" />
              </svg>
            </span>
            <span className={styles.count}>
              {href === null ? (
                counted(contracts, "contract")
              ) : (
                <Link href={href} aria-label={`${counted(contracts, "contract")}, ${days}`}>
                  {counted(contracts, "contract")}
                </Link>
              )}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
