import { HiddenFields } from "@/components/filters/hidden-fields";
import type { FindRequest } from "@/lib/query/requests";

import styles from "./find-form.module.css";

interface FindFormProps {
  request: FindRequest;
  texts: Record<string, string>;
  rejected: readonly string[];
}

export function FindForm({ request: { query }, texts, rejected }: FindFormProps) {
  const field = (name: string) => ({
    id: `find-${name}`,
    name,
    defaultValue: texts[name] ?? "",
    "aria-invalid": rejected.includes(name) || undefined,
  });
  // A date field drops invalid text. A text field keeps it, so that the user can correct it.
  const typeOf = (name: string, type: "month" | "date") => (rejected.includes(name) ? "text" : type);
  return (
    <form method="get" action="/find" aria-label="Find a figure" className={styles.form}>
      <HiddenFields query={{ ...query, from: null, to: null }} />
      <div className={styles.figure}>
        <label htmlFor="find-amount">Figure as published</label>
        <input
          {...field("amount")}
          type="text"
          maxLength={200}
          autoComplete="off"
          placeholder="$29.8 million"
          aria-describedby="find-amount-hint"
        />
        <p className={styles.hint} id="find-amount-hint">
          29.8M, more than $1.2B, 250K, 29,898,236, or -$5M for money taken back
        </p>
      </div>
      <div>
        <label htmlFor="find-company">Company (optional)</label>
        <input
          {...field("company")}
          type="text"
          maxLength={300}
          autoComplete="off"
          placeholder="any company"
        />
      </div>
      <div>
        <label htmlFor="find-month">Month (optional)</label>
        <input
          {...field("month")}
          type={typeOf("month", "month")}
          placeholder="YYYY-MM"
          aria-describedby="find-month-hint"
        />
        <p className={styles.hint} id="find-month-hint">
          actions signed that month and periods that include it
        </p>
      </div>
      <fieldset className={styles.days}>
        <legend>Custom dates (optional)</legend>
        <label htmlFor="find-from">from</label>
        <input {...field("from")} type={typeOf("from", "date")} placeholder="YYYY-MM-DD" />
        <label htmlFor="find-to">to</label>
        <input {...field("to")} type={typeOf("to", "date")} placeholder="YYYY-MM-DD" />
      </fieldset>
      <button type="submit" className="primary">
        Find
      </button>
    </form>
  );
}
