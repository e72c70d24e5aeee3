import { HiddenFields } from "@/components/filters/hidden-fields";
import { QueryForm } from "@/components/filters/query-form";
import type { TableColumn } from "@/components/table/columns";
import { defaults, href, type Query } from "@/lib/query/query";

import styles from "./sort-choice.module.css";

/** The order of the rows where they are cards without headers, on phones. */
export function SortChoice({ query, columns }: { query: Query; columns: TableColumn[] }) {
  const { sort } = defaults(query.view);
  const orders = columns
    .filter(({ visible, sortHref }) => visible && sortHref !== null)
    .flatMap(({ name, label }) => [
      { value: `-${name}`, label: `${label}, descending` },
      { value: name, label: `${label}, ascending` },
    ]);
  return (
    <QueryForm label="Sort" address={href("/contracts", query)} className={styles.sort}>
      <HiddenFields query={{ ...query, sort }} />
      <select
        name="sort"
        aria-label="Sort by"
        defaultValue={query.sort === sort ? "" : query.sort}
        data-value={query.sort === sort ? "" : query.sort}
        data-applies
      >
        {orders.map((order) => (
          <option key={order.value} value={order.value === sort ? "" : order.value}>
            {order.label}
          </option>
        ))}
      </select>
      <button type="submit">Sort</button>
    </QueryForm>
  );
}
