import { HiddenFields } from "@/components/filters/hidden-fields";
import { Tabs } from "@/components/ui/tabs";
import { type EndName, ends, withins } from "@/lib/contracts/expiring";
import { change, type Query } from "@/lib/query/query";
import { type EndingChoice, endingRequest } from "@/lib/query/requests";

import styles from "./expiring-choices.module.css";

interface ExpiringChoicesProps {
  query: Query;
  choice: EndingChoice;
  /** The end that an address without one lists. */
  standard: EndName;
  /** The ends that the snapshot has. */
  offered: readonly EndName[];
}

/** How far ahead a list of what ends looks, by which end, and the words that it must have. */
export function ExpiringChoices({ query, choice, standard, offered }: ExpiringChoicesProps) {
  const first = change(query, { page: 1 });
  const written = (other: EndName) => (other === standard ? null : other);
  const end = written(choice.end ?? standard);
  const kept = { within: choice.within, end, passed: choice.passed };
  return (
    <>
      <div className={styles.tabs}>
        <Tabs
          label="How far ahead"
          tabs={withins.map((within) => ({
            label: `Next ${within} days`,
            href: endingRequest.href("/expiring", { query: first, end, within }),
            current: choice.passed === null && within === choice.within,
          }))}
        />
        {offered.length > 1 && (
          <Tabs
            label="Which end date"
            tabs={offered.map((other) => ({
              label: `By ${ends[other].label.toLowerCase()}`,
              href: endingRequest.href("/expiring", {
                query: first,
                ...kept,
                end: written(other),
              }),
              current: other === (choice.end ?? standard),
            }))}
          />
        )}
      </div>
      <form method="get" action="/expiring" aria-label="Narrow the list" className={styles.form}>
        <HiddenFields query={{ ...first, q: "" }} />
        {endingRequest.ownParams(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label>
          Words in description, company, PIID
          <input type="search" name="q" maxLength={500} defaultValue={query.q} />
        </label>
        <button type="submit">Show</button>
      </form>
    </>
  );
}
