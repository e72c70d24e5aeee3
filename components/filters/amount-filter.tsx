import { amountPresets } from "@/components/filters/amount-presets";
import { AmountRange } from "@/components/filters/amount-range";
import { Chip, Chips } from "@/components/ui/chip";
import { counted } from "@/lib/contracts/money";
import type { RecordedName } from "@/lib/contracts/recorded";
import { type AmountCounts, amountBins, zeroBin } from "@/lib/query/amount-bins";
import { shortAmount } from "@/lib/query/amounts";
import { type AmountMeasure, amountMeasures, measure } from "@/lib/query/measures";
import { change, defaults, href, type Query } from "@/lib/query/query";
import styles from "./filter-panel.module.css";

interface AmountFilterProps {
  query: Query;
  amounts: AmountCounts;
  /** The recorded columns of the snapshot. */
  has: readonly RecordedName[];
  /** Invalid text by parameter. It is shown again. */
  rejected: Record<string, string>;
}

/** Chooses a measure and its bounds. The fields accept `1.5m`, `$250k` or `2 bn`; the presets are links. */
export function AmountFilter({ query, amounts, has, rejected }: AmountFilterProps) {
  const offered = amountMeasures.filter((name) => {
    const { needs } = measure(name);
    return needs === undefined || has.includes(needs) || name === query.amount;
  });
  const options = (some: AmountMeasure[]) =>
    some.map((name) => (
      <option key={name} value={name}>
        {measure(name).choice}
      </option>
    ));
  const values = offered.filter((name) => measure(name).needs !== undefined);
  return (
    <>
      <label className={styles.field}>
        Filter by
        <select
          name="amount"
          defaultValue={query.amount}
          data-value={query.amount}
          data-default={defaults(query.view).amount}
          data-applies
        >
          {values.length === 0 ? (
            options(offered)
          ) : (
            <>
              <optgroup label="Obligated">
                {options(offered.filter((name) => !values.includes(name)))}
              </optgroup>
              <optgroup label="Reported for the whole contract">{options(values)}</optgroup>
            </>
          )}
        </select>
      </label>
      <AmountHistogram query={query} amounts={amounts} />
      <div className={styles.two}>
        <Bound name="min" label="Minimum" shown={query.min} rejected={rejected.min} />
        <span aria-hidden="true">to</span>
        <Bound name="max" label="Maximum" shown={query.max} rejected={rejected.max} />
        <button type="submit">Apply</button>
      </div>
      <p className={styles.hint} id="amount-hint">
        Dollars: 250000, $250K, 1.5M, -1000
      </p>
      <Chips label="Common ranges">
        {amountPresets.map(({ label, min, max }) => {
          const current = query.min === min && query.max === max;
          return (
            <Chip
              key={label}
              href={href("/contracts", change(query, current ? { min: null, max: null } : { min, max }))}
              text={label}
              current={current}
            />
          );
        })}
      </Chips>
    </>
  );
}

interface BoundProps {
  name: "min" | "max";
  label: string;
  shown: string | null;
  rejected: string | undefined;
}

function Bound({ name, label, shown, rejected }: BoundProps) {
  return (
    <input
      type="text"
      name={name}
      maxLength={60}
      autoComplete="off"
      aria-label={`${label} amount in dollars`}
      aria-describedby="amount-hint"
      aria-invalid={rejected !== undefined || undefined}
      placeholder="no limit"
      defaultValue={rejected ?? (shown === null ? "" : shortAmount(shown))}
    />
  );
}

/** Sums come to $0 net; other amounts are $0 by themselves. */
const netsTo = (amount: AmountMeasure) => (amount === "period" || amount === "in_records" ? "net to" : "of");

function AmountHistogram({ query, amounts }: { query: Query; amounts: AmountCounts }) {
  const { counts, missing } = amounts;
  const noun = query.amount === "action" ? "action" : "contract";
  const unreported = missing > 0 && `Not reported for ${counted(missing, noun)}.`;
  const others = Math.max(...counts.filter((_, place) => place !== zeroBin));
  const zero = counts[zeroBin] ?? 0;
  if (others + zero === 0) {
    return (
      <p className={styles.hint}>
        No {noun} in this selection has this amount. {unreported}
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
            ? `${counted(zero, noun)} ${netsTo(query.amount)} $0 (bar shortened)`
            : `Tallest bar: ${counted(others || zero, noun)}`
        }
      />
      {unreported && <p className={styles.hint}>{unreported}</p>}
    </>
  );
}
