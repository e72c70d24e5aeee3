import { HiddenFields } from "@/components/filters/hidden-fields";
import { QueryForm } from "@/components/filters/query-form";
import { ColumnMenu } from "@/components/table/column-menu";
import { ColumnOrder } from "@/components/table/column-order";
import type { TableColumn } from "@/components/table/columns";
import { Link } from "@/components/ui/link";
import { formatCount } from "@/lib/contracts/money";
import { change, href, type Query } from "@/lib/query/query";

import styles from "./column-choice.module.css";

/** The menu of columns: a form that writes the visible columns and their order into the address. */
export function ColumnChoice({ query, columns }: { query: Query; columns: TableColumn[] }) {
  const shown = columns.filter(({ visible }) => visible);
  return (
    <ColumnMenu
      summary={
        <>
          <span>Columns</span>{" "}
          <small className="soft">{`${formatCount(shown.length)} of ${formatCount(columns.length)}`}</small>
        </>
      }
    >
      <QueryForm label="Columns" address={href("/contracts", query)} className={styles.form}>
        <HiddenFields query={{ ...query, cols: [] }} />
        <fieldset>
          <legend className="visually-hidden">Columns to show, in order</legend>
          <ColumnOrder key={shown.map(({ name }) => name).join()} columns={columns} />
        </fieldset>
        <p className={styles.actions}>
          <button type="submit" className="primary">
            Apply columns
          </button>
          <Link href={href("/contracts", change(query, { cols: [] }))} scroll={false}>
            Reset
          </Link>
        </p>
      </QueryForm>
    </ColumnMenu>
  );
}
