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
  const written = (end: EndName) => (end === standard ? null : end);
  const kept = { within: choice.within, end: written(choice.end ?? standard) };
  return (
    <>
      <div className={styles.tabs}>
        <Tabs
          label="How far ahead"
          tabs={withins.map((within) => ({
            label: `Next ${within} days`,
            href: endingRequest.href("/expiring", { query: first, ...kept, within }),
            current: within === choice.within,
          }))}
        />
        {offered.length > 1 && (
          <Tabs
            label="Which end date"
            tabs={offered.map((end) => ({
              label: `By ${ends[end].label.toLowerCase()}`,
              href: endingRequest.href("/expiring", {
                query: first,
                ...kept,
                end: written(end),
              }),
              current: end === (choice.end ?? standard),
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
