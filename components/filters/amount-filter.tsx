import { Chip, Chips } from "@/components/ui/chip";
import { shortAmount } from "@/lib/query/amounts";
import { type AmountMeasure, amountMeasures, change, href, type Query } from "@/lib/query/query";

import { amountPresets } from "./amount-presets";
import styles from "./filter-panel.module.css";

const measures: Record<AmountMeasure, string> = {
  period: "each contract, selected actions",
  in_records: "each contract, all its actions",
  action: "each action",
  current: "current value",
  potential: "potential value",
};

/** The measures that these records can answer; the others need full-width files. */
const answerable: readonly AmountMeasure[] = ["period", "in_records", "action"];

interface AmountFilterProps {
  query: Query;
  /** What was typed and could not be understood, by parameter: it is shown again as it was. */
  rejected: Record<string, string>;
}

/** Which amount, from and to. The boxes take `1.5m`, `$250k` or `2 bn`; the presets are links. */
export function AmountFilter({ query, rejected }: AmountFilterProps) {
  return (
    <>
      <label className={styles.field}>
        Obligated by
        <select name="amount" defaultValue={query.amount} data-value={query.amount} data-applies>
          {amountMeasures
            .filter((measure) => answerable.includes(measure) || measure === query.amount)
            .map((measure) => (
              <option key={measure} value={measure}>
                {measures[measure]}
              </option>
            ))}
        </select>
      </label>
      <div className={styles.two}>
        <Bound name="min" label="Least" shown={query.min} rejected={rejected.min} />
        <span aria-hidden="true">to</span>
        <Bound name="max" label="Most" shown={query.max} rejected={rejected.max} />
        <button type="submit">Apply</button>
      </div>
      <p className={styles.hint} id="amount-hint">
        Dollars: 250000, $250k, 1.5m, -1000
      </p>
      <Chips label="Usual amounts">
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
