"use client";

import {
  createColumnHelper,
  createSortedRowModel,
  type Row,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { type ReactNode, useMemo, useState } from "react";

import { useHasScripts } from "@/components/ui/copy-text";
import { type Direction, SortHeader, type SortLink, SortMark } from "@/components/ui/sort-header";

import styles from "./data-table.module.css";

/** A header, and how its column sorts. */
export interface SortedHeader {
  header: string;
  help: string | undefined;
  isFigure: boolean;
  /** Figures and days sort from the largest first, text from A. */
  largestFirst: boolean;
  /** Whether the rows have values to sort by. */
  sorts: boolean;
  /** The addresses of the same rows in this order, where the server sorts too. */
  link: SortLink | undefined;
}

/** A row as the server rendered it, and what its columns sort by; `null` sorts last in both directions. */
export interface SortedRow {
  node: ReactNode;
  values: (string | number | null)[];
}

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });
const helper = createColumnHelper<typeof features, SortedRow>();
const collator = new Intl.Collator("en-US", { sensitivity: "base", numeric: true });

type Sorted = Row<typeof features, SortedRow>;

function compare(one: Sorted, other: Sorted, column: string): number {
  const [left, right] = [one.getValue<string | number>(column), other.getValue<string | number>(column)];
  if (typeof left === "number" && typeof right === "number") return left - right;
  return collator.compare(String(left), String(right));
}

/**
 * The head and the body of a table that holds all rows of its list, sorted in the browser. Where the address says the
 * order, its header is a link: the rows change at once, and the server's answer to the link follows. Other headers
 * become buttons when scripts run.
 */
export function SortedRows({ headers, rows }: { headers: SortedHeader[]; rows: SortedRow[] }) {
  const [own, setOwn] = useState<{ rows: SortedRow[]; sorting: SortingState } | null>(null);
  // Rows from a new response have the order of their address.
  const served = headers.flatMap(({ header, link }) =>
    link?.sorted ? [{ id: header, desc: link.sorted === "descending" }] : [],
  );
  const sorting = own?.rows === rows ? own.sorting : null;
  const columns = useMemo(
    () =>
      helper.columns(
        headers.map(({ header, largestFirst, sorts }, index) =>
          helper.accessor((row) => row.values[index] ?? undefined, {
            id: header,
            sortFn: compare,
            sortDescFirst: largestFirst,
            sortUndefined: "last",
            enableSorting: sorts,
          }),
        ),
      ),
    [headers],
  );
  const table = useTable({
    features,
    columns,
    data: rows,
    enableMultiSort: false,
    state: { sorting: sorting ?? [] },
    onSortingChange: (next) => {
      setOwn({ rows, sorting: typeof next === "function" ? next(sorting ?? []) : next });
    },
  });
  const hasScripts = useHasScripts();

  function content({ header, sorts, link, largestFirst }: SortedHeader, sorted: Direction | null) {
    if (link) {
      return (
        <SortHeader
          {...{ header, link, sorted, largestFirst }}
          onSort={(direction) => table.setSorting([{ id: header, desc: direction === "descending" }])}
        />
      );
    }
    if (!sorts || !hasScripts) return header;
    // A third press restores the original order.
    return (
      <button
        type="button"
        className={styles.sort}
        onClick={table.getColumn(header)?.getToggleSortingHandler()}
      >
        {header}
        <SortMark sorted={sorted} />
      </button>
    );
  }

  const shown = sorting ?? served;
  return (
    <>
      <thead>
        <tr>
          {headers.map((one) => {
            const order = shown.find(({ id }) => id === one.header);
            const sorted = order ? (order.desc ? "descending" : "ascending") : null;
            return (
              <th
                key={one.header}
                scope="col"
                className={one.isFigure ? "num" : undefined}
                aria-sort={sorted ?? undefined}
                title={one.help}
              >
                {content(one, sorted)}
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody>{table.getRowModel().rows.map(({ original }) => original.node)}</tbody>
    </>
  );
}
