import { HiddenFields } from "@/components/filters/hidden-fields";
import { Tabs } from "@/components/ui/tabs";
import { ends, withins } from "@/lib/contracts/ending";
import { change, type Query } from "@/lib/query/query";
import { type EndingChoice, endingRequest } from "@/lib/query/requests";

import styles from "./ending-options.module.css";

interface EndingOptionsProps {
  query: Query;
  choice: EndingChoice;
}

/** Tabs and a form for the number of days, the kind of end, and search text. */
export function EndingOptions({ query, choice }: EndingOptionsProps) {
  const first = change(query, { page: 1 });
  return (
    <>
      <div className={styles.tabs}>
        <Tabs
          label="How far ahead"
          tabs={withins.map((within) => ({
            label: `Next ${within} days`,
            href: endingRequest.href("/ending", { query: first, ...choice, within }),
            current: within === choice.within,
          }))}
        />
        <Tabs
          label="By which end"
          tabs={(Object.keys(ends) as (keyof typeof ends)[]).map((end) => ({
            label: `By ${ends[end].label.toLowerCase()}`,
            href: endingRequest.href("/ending", { query: first, ...choice, end }),
            current: end === choice.end,
          }))}
        />
      </div>
      <form method="get" action="/ending" aria-label="Narrow the list" className={styles.form}>
        <HiddenFields query={{ ...first, q: "" }} />
        {endingRequest.ownParams(choice).map(([name, value]) => (
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
