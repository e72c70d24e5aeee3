import type { Route } from "next";

/**
 * How the address sorts the tables of a page: `table_sort=TABLE.COLUMN`, with `-` before the column where the largest comes
 * first, once for each table.
 */
export const tableSortName = "table_sort";

/** How one table is sorted, and the addresses that sort it. */
export interface TableSort {
  /** Names the table on its page. */
  table: string;
  /** A column, after `-` where the largest comes first; `null` for the order in which the rows are given. */
  by: string | null;
  /** The order in which the rows are given, where a column has it. */
  given: string | null;
  /** The address of the page with the table sorted by a column; `null` for the given order. */
  href: (by: string | null) => Route;
  /** Whether the address names this table. */
  isNamed: boolean;
}

/** The sort of a table, read from the address of its page, which may have sorts of other tables. */
export function tableSort(page: Route, table: string, given: string | null = null): TableSort {
  const [address = "", fragment] = page.split("#");
  const [path = "", text] = address.split("?");
  const params = new URLSearchParams(text);
  const all = params.getAll(tableSortName);
  const isOwn = (value: string) => value.startsWith(`${table}.`);
  const href = (by: string | null) => {
    const next = new URLSearchParams(params);
    next.delete(tableSortName);
    const sorts = all.filter((value) => !isOwn(value)).concat(by === null ? [] : `${table}.${by}`);
    for (const value of sorts.toSorted()) next.append(tableSortName, value);
    const query = next.size > 0 ? `?${next}` : "";
    return `${path}${query}${fragment === undefined ? "" : `#${fragment}`}` as Route;
  };
  const named = all.find(isOwn)?.slice(table.length + 1);
  return { table, by: named ?? given, given, href, isNamed: named !== undefined };
}

/** The column of a sort, and its direction. */
export const columnOfSort = (by: string) => ({
  column: by.replace(/^-/, ""),
  isDescending: by.startsWith("-"),
});

/** What rows are sorted by; `null` and empty text come last in both directions. */
export type SortValue = string | number | null;

const collator = new Intl.Collator("en-US", { sensitivity: "base", numeric: true });

/** Rows in the order of a value. Rows with equal values keep their order. */
export function sortRows<Row>(
  rows: readonly Row[],
  value: (row: Row) => SortValue,
  isDescending: boolean,
): Row[] {
  const down = isDescending ? -1 : 1;
  return rows
    .map((row) => {
      const key = value(row);
      return { row, key: key === "" ? null : key };
    })
    .sort(({ key: one }, { key: other }) => {
      if (one === null || other === null) return Number(one === null) - Number(other === null);
      if (typeof one === "number" && typeof other === "number") return (one - other) * down;
      return collator.compare(String(one), String(other)) * down;
    })
    .map(({ row }) => row);
}
