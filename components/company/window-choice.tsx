import type { Route } from "next";
import { HiddenFields } from "@/components/filters/hidden-fields";
import { InlineChoice } from "@/components/ui/joined";
import type { Day } from "@/lib/contracts/days";
import { change, href, type Query } from "@/lib/query/query";
import { isWindowed, windowPresets } from "@/lib/query/window-presets";
import styles from "./window-choice.module.css";

interface WindowChoiceProps {
  path: Route;
  query: Query;
  days: { data_from: Day; data_through: Day };
}

/** The window of a page: some to choose, or two days. */
export function WindowChoice({ path, query, days }: WindowChoiceProps) {
  const choices = windowPresets(days).map(({ label, from, to }) => ({
    label,
    href: href(path, change(query, { from, to })),
    isChosen: query.from === from && query.to === to,
    name: label === "All" ? "All records" : label,
  }));
  const isOther = isWindowed(query) && !choices.some(({ isChosen }) => isChosen);
  return (
    <div className={`${styles.window} no-print`}>
      <p>
        Signed: <InlineChoice choices={choices} />
      </p>
      <OtherDates path={path} query={query} days={days} isOpen={isOther} />
    </div>
  );
}

/** A form for the two days of a window. */
export const OtherDates = ({ path, query, days, isOpen }: WindowChoiceProps & { isOpen: boolean }) => (
  <details open={isOpen} className={styles.other}>
    <summary>Other dates</summary>
    {/* Another window is another form, so that its fields show it. */}
    <form key={`${query.from} ${query.to}`} action={path} aria-label="Other dates">
      <HiddenFields query={change(query, { from: null, to: null })} />
      <label>
        From{" "}
        <input
          type="date"
          name="from"
          defaultValue={query.from ?? ""}
          min={days.data_from}
          max={days.data_through}
        />
      </label>
      <label>
        through <input type="date" name="to" defaultValue={query.to ?? ""} min={days.data_from} />
      </label>
      <button type="submit">Show</button>
    </form>
  </details>
);
