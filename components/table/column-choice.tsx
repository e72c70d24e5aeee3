import Link from "next/link";

import { Carried } from "@/components/filters/carried";
import { QueryForm } from "@/components/filters/query-form";
import type { TableColumn } from "@/components/table/columns";
import { change, href, type Query } from "@/lib/query/query";

import styles from "./column-choice.module.css";

/** Which columns the table shows, as a form that writes them into the address. */
export function ColumnChoice({ query, columns }: { query: Query; columns: TableColumn[] }) {
  return (
    <details className={styles.choice}>
      <summary>Columns</summary>
      <QueryForm label="Columns" address={href("/contracts", query)} className={styles.form}>
        <Carried query={{ ...query, cols: [] }} />
        <fieldset>
          <legend className="visually-hidden">Columns to show</legend>
          <ul className={styles.columns}>
            {columns.map(({ name, label, visible, help }) => (
              <li key={name}>
                <label title={help}>
                  <input type="checkbox" name="cols" value={name} defaultChecked={visible} /> {label}
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
        <p className={styles.ways}>
          <button type="submit" className="primary">
            Show these
          </button>
          <Link href={href("/contracts", change(query, { cols: [] }))} prefetch={false} scroll={false}>
            The usual ones
          </Link>
        </p>
      </QueryForm>
    </details>
  );
}
