import { AmountRange } from "@/components/filters/amount-range";
import { counted, formatCount } from "@/lib/contracts/money";
import { type AmountCounts, amountBins, zeroBin } from "@/lib/query/amount-bins";
import { change, href, type Query } from "@/lib/query/query";

import styles from "./filter-panel.module.css";

/** A histogram of the selection's amounts with two range handles. Each bar links to its records. */
export function AmountHistogram({ query, amounts }: { query: Query; amounts: AmountCounts }) {
  const { counts, missing } = amounts;
  const noun = query.amount === "action" ? "action" : "contract";
  const unreported = missing > 0 && `Not reported for ${counted(missing, noun)}.`;
  const others = Math.max(...counts.filter((_, place) => place !== zeroBin));
  const zero = counts[zeroBin] ?? 0;
  if (others + zero === 0) {
    return (
      <p className={styles.hint}>
        No {noun} of this selection has such an amount. {unreported}
      </p>
    );
  }
  const isCut = others > 0 && zero > others;
  const bars = amountBins.map(({ min, max, name }, place) => {
    const count = counts[place] ?? 0;
    const isCurrent = query.min === min && query.max === max;
    return {
      name: `${name}: ${counted(count, noun)}`,
      count,
      isCurrent,
      href:
        count === 0
          ? null
          : href("/contracts", change(query, isCurrent ? { min: null, max: null } : { min, max })),
    };
  });
  return (
    <>
      <AmountRange
        min={query.min}
        max={query.max}
        bars={bars}
        tallest={others || zero}
        summary={
          isCut
            ? `Tallest bar: ${counted(others, noun)}; $0, cut off: ${formatCount(zero)}`
            : `Tallest bar: ${counted(others || zero, noun)}`
        }
      />
      {unreported && <p className={styles.hint}>{unreported}</p>}
    </>
  );
}
