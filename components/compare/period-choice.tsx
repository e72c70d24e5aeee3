import { HiddenFields } from "@/components/filters/hidden-fields";
import { InlineChoice } from "@/components/ui/joined";
import { Link } from "@/components/ui/link";
import { comparisonChoices, isPeriodName } from "@/lib/query/comparison";
import { change, href, type Query } from "@/lib/query/query";
import type { RecordDays } from "@/lib/query/windows";

import styles from "./compare.module.css";

/** Compares a selection with another period: a suggested one, or two dates. Works without scripts. */
export function PeriodChoice({ query, days }: { query: Query; days: RecordDays }) {
  const choices = comparisonChoices(query, days);
  const [first] = choices;
  const [from = "", to = ""] = query.vs && !isPeriodName(query.vs) ? query.vs.split("..") : [];
  return (
    <div className={`${styles.choice} no-print`}>
      {query.vs !== null && (
        <Link href={href("/contracts", change(query, { vs: null }))}>Stop comparing</Link>
      )}
      <details>
        <summary>{query.vs === null ? "Compare periods" : "Compare with other dates"}</summary>
        <div className={styles.choices}>
          {choices.length > 0 && (
            <p>
              <InlineChoice
                choices={choices.map(({ label, query: other }) => ({
                  label,
                  href: href("/contracts", other),
                  isChosen: href("/contracts", other) === href("/contracts", query),
                }))}
              />
            </p>
          )}
          <form action="/contracts" aria-label="Compare with other dates" className={styles.dates}>
            <HiddenFields query={change(query, { vs: null })} />
            <label>
              Compare with{" "}
              <input type="date" name="vs" defaultValue={from} max={days.data_through} required />
            </label>
            <label>
              through <input type="date" name="vs" defaultValue={to} max={days.data_through} required />
            </label>
            <button type="submit">Compare</button>
          </form>
        </div>
      </details>
      {query.vs === null && first && (
        <Link href={href("/contracts", first.query)} className={styles.first}>
          {first.label}
        </Link>
      )}
    </div>
  );
}
