import type { Route } from "next";
import { Chip, Chips } from "@/components/ui/chip";
import { Link } from "@/components/ui/link";
import type { Query } from "@/lib/query/query";
import type { FilterText } from "@/lib/query/query-text";

import styles from "./active-filters.module.css";

interface ActiveFiltersProps {
  words: FilterText[];
  /** The query without these filters, if a link clears them all. */
  cleared?: Query;
  /** The address of the page for a query. */
  address: (query: Query) => Route;
}

export function ActiveFilters({ words, cleared, address }: ActiveFiltersProps) {
  if (words.length === 0) return null;
  const chips = (
    <Chips label="Filters">
      {words.map(({ name, label, value, removed }) => (
        <Chip key={`${name}=${value}`} href={address(removed)} text={`${label}: ${value}`} removes />
      ))}
    </Chips>
  );
  if (!cleared) return chips;
  return (
    <div className={styles.filters}>
      {chips}
      <Link href={address(cleared)} scroll={false}>
        Clear all
      </Link>
    </div>
  );
}
