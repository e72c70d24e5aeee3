import { daysLeftColumn, inRecordsColumn, weekMarks } from "@/components/expiring/shared-columns";
import { DataTable } from "@/components/ui/data-table";
import { companyColumn, contractColumn } from "@/components/ui/shared-columns";
import { formatDay } from "@/lib/contracts/days";
import type { EndingContract } from "@/lib/contracts/expiring";
import { estimateText } from "@/lib/contracts/option-ends";
import type { TableSort } from "@/lib/query/table-sort";

import styles from "./expiring-table.module.css";

interface EstimatedTableProps {
  label: string;
  rows: EndingContract[];
  snapshot: string | null;
  /** How the address sorts the rows, where they are all. */
  sort?: TableSort | undefined;
}

/** Contracts by the end that is estimated from the words of an action, with these words and what the estimate counts. */
export function EstimatedTable({ label, rows, snapshot, sort }: EstimatedTableProps) {
  return (
    <DataTable
      label={label}
      columns={[
        contractColumn(snapshot, { className: "nowrap" }),
        companyColumn(snapshot),
        {
          header: "The words",
          id: "words",
          kind: "long",
          value: (row) => row.option_words,
          cell: (row) => (
            <>
              <q>{row.option_words}</q>
              <small className={styles.note}>{estimateText(row)}</small>
            </>
          ),
        },
        {
          header: "Estimated end",
          value: (row) => row.ends,
          cell: ({ ends }) => (
            <time className="nowrap" dateTime={ends}>
              {formatDay(ends)}
            </time>
          ),
        },
        daysLeftColumn,
        inRecordsColumn,
      ]}
      rows={rows}
      rowKey={({ key }) => key}
      rowAttributes={weekMarks(rows)}
      sort={sort}
    />
  );
}
