import type { Route } from "next";
import { Chip, Chips } from "@/components/ui/chip";
import { Link } from "@/components/ui/link";
import { href, type Query, withoutFilters } from "@/lib/query/query";
import type { FilterWords } from "@/lib/query/words";

import styles from "./active-filters.module.css";

/** The filters of a query, each a link that takes it away. Nothing where there are none. */
export function ActiveFilters({ query, words }: { query: Query; words: FilterWords[] }) {
  if (words.length === 0) return null;
  return (
    <div className={styles.filters}>
      <Chips label="Filters">
        {words.map(({ name, label, value, removed }) => (
          <Chip
            key={`${name}=${value}`}
            href={href("/contracts", removed)}
            text={`${label}: ${value}`}
            removes
          />
        ))}
      </Chips>
      <Link href={href("/contracts", withoutFilters(query)) as Route} scroll={false}>
        Clear all
      </Link>
    </div>
  );
}
