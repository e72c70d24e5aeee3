import { Carried } from "@/components/filters/carried";
import { Chip, Chips } from "@/components/ui/chip";
import { Link } from "@/components/ui/link";
import { Tabs } from "@/components/ui/tabs";
import { ends, withins } from "@/lib/contracts/ending";
import { type EndingChoice, endingHref } from "@/lib/query/ending";
import { change, defaults, type Query } from "@/lib/query/query";
import type { FilterWords } from "@/lib/query/words";

import styles from "./choices.module.css";

interface ChoicesProps {
  query: Query;
  choice: EndingChoice;
}

/** How far ahead, by which end, and of which contracts: links and a form, each a new address. */
export function Choices({ query, choice }: ChoicesProps) {
  const first = change(query, { page: 1 });
  return (
    <>
      <div className={styles.tabs}>
        <Tabs
          label="How far ahead"
          tabs={withins.map((within) => ({
            label: `Next ${within} days`,
            href: endingHref(first, { ...choice, within }),
            current: within === choice.within,
          }))}
        />
        <Tabs
          label="By which end"
          tabs={(Object.keys(ends) as (keyof typeof ends)[]).map((end) => ({
            label: `By ${ends[end].label.toLowerCase()}`,
            href: endingHref(first, { ...choice, end }),
            current: end === choice.end,
          }))}
        />
      </div>
      <form method="get" action="/ending" aria-label="Narrow the list" className={styles.form}>
        <Carried query={{ ...first, q: "" }} />
        {[...new URLSearchParams(endingHref(defaults("contracts"), choice).split("?")[1])].map(
          ([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ),
        )}
        <label>
          Words in description, company, PIID
          <input type="search" name="q" maxLength={500} defaultValue={query.q} />
        </label>
        <button type="submit">Show</button>
      </form>
    </>
  );
}

interface SetFiltersProps extends ChoicesProps {
  /** The filters that are set, in words. */
  words: FilterWords[];
}

/** The filters that are set, each with its cross. */
export function SetFilters({ query, choice, words }: SetFiltersProps) {
  if (words.length === 0) return null;
  return (
    <div className={styles.filters}>
      <Chips label="Filters">
        {words.map(({ name, label, value, removed }) => (
          <Chip
            key={`${name}=${value}`}
            href={endingHref(removed, choice)}
            text={`${label}: ${value}`}
            removes
          />
        ))}
      </Chips>
      <Link
        href={endingHref(
          { ...defaults("contracts"), agency: query.agency, snapshot: query.snapshot },
          choice,
        )}
      >
        Clear all
      </Link>
    </div>
  );
}
