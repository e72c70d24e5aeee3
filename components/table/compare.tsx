"use client";

import type { Route } from "next";
import { type ReactNode, useId, useRef } from "react";

import type { TableColumn } from "@/components/table/columns";
import type { TableRow } from "@/components/table/rows";
import { type DataColumn, DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { showModal } from "@/components/ui/modal";
import type { ColumnName } from "@/lib/contracts/columns";
import { counted, formatCount, formatMoney } from "@/lib/contracts/money";

import styles from "./compare.module.css";

/** The columns that can be summed. Figures of a whole award repeat on each of its actions, so they cannot. */
const additive: ReadonlySet<ColumnName> = new Set([
  "net",
  "added",
  "taken_back",
  "in_records",
  "actions",
  "federal_action_obligation",
]);

interface CompareProps {
  rows: TableRow[];
  columns: TableColumn[];
  content: (column: TableColumn, row: TableRow) => ReactNode;
  onClear: () => void;
}

/** The count of chosen rows, and a dialog with their figures side by side, their sums, and a link to their companies' rows. */
export function Compare({ rows, columns, content, onClear }: CompareProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const count = counted(rows.length, "row");
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for the fields of a form
    <div role="group" aria-label="Compare rows" className={styles.bar}>
      <p role="status">
        {rows.length === 0 ? "Choose rows of this page to compare." : `${count} chosen on this page.`}
      </p>
      {rows.length > 0 && (
        <>
          <button
            type="button"
            className="primary"
            aria-haspopup="dialog"
            onClick={() => dialog.current && showModal(dialog.current)}
          >
            Compare {count}
          </button>
          <button type="button" onClick={onClear}>
            Clear
          </button>
          <dialog ref={dialog} className={styles.panel} aria-labelledby={heading}>
            <div className={styles.head}>
              <h2 id={heading}>{count} compared</h2>
              <button type="button" onClick={() => dialog.current?.close()}>
                Close
              </button>
            </div>
            <ComparisonTable rows={rows} columns={columns} content={content} />
            <p>
              <Link href={companiesHref(rows)} onClick={() => dialog.current?.close()}>
                List every row of {companiesOf(rows).size === 1 ? "this company" : "these companies"}
              </Link>{" "}
              with the same filters.
            </p>
          </dialog>
        </>
      )}
    </div>
  );
}

/** One row for each column of the table, one column for each chosen row, and sums where they make sense. */
function ComparisonTable({ rows, columns, content }: Omit<CompareProps, "onClear">) {
  const isFigure = ({ kind }: TableColumn) => kind === "money" || kind === "count";
  const chosen = rows.map(
    (row): DataColumn<TableColumn> => ({
      id: row.id,
      header: [row.opens.piid, row.opens.modification].filter(Boolean).join(" "),
      cell: (column) => content(column, row),
    }),
  );
  return (
    <DataTable
      label="Chosen rows"
      columns={[
        { header: "Column", isRowHeader: true, cell: ({ label }) => label },
        ...chosen,
        columns.some(({ name }) => additive.has(name)) && {
          header: "Sum",
          cell: (column) => isFigure(column) && additive.has(column.name) && sumOf(column, rows),
        },
      ]}
      rows={columns}
      rowKey={({ name }) => name}
    />
  );
}

function sumOf({ name, kind }: TableColumn, rows: TableRow[]): ReactNode {
  const values = rows.map(({ values }) => values[name]).filter((value) => typeof value === "number");
  const sum = values.reduce((one, other) => one + other, 0);
  return <strong>{kind === "money" ? formatMoney(sum) : formatCount(sum)}</strong>;
}

/** The company slugs of some rows, from the addresses of their pages. */
const companiesOf = (rows: TableRow[]) =>
  new Set(rows.map(({ companyHref }) => decodeURIComponent(/^[^?]*\/([^/?]*)/.exec(companyHref)?.[1] ?? "")));

/** The address of this list with the companies of some rows alone. */
function companiesHref(rows: TableRow[]): Route {
  const params = new URLSearchParams(window.location.search);
  for (const name of ["company", "page"]) params.delete(name);
  for (const slug of companiesOf(rows)) params.append("company", slug);
  return `/contracts?${params}` as Route;
}
