import { DataTable } from "@/components/ui/data-table";
import { Section } from "@/components/ui/section";
import type { Reject } from "@/lib/contracts/import-report";
import { counted, formatCount } from "@/lib/contracts/money";

import styles from "./tables.module.css";

/** Rejected rows and reasons. `total` also counts rows that are not listed. */
export function RejectedRows({
  rejects,
  total,
  snapshot,
}: {
  rejects: Reject[];
  total: number;
  snapshot: string;
}) {
  return (
    <Section
      id="rejects"
      title="Rejected rows"
      subtitle={
        total === 0
          ? "No row of these files was rejected."
          : `${counted(total, "row")} rejected${total > rejects.length ? `; the first ${formatCount(rejects.length)} reasons are listed` : ""}.`
      }
    >
      {rejects.length > 0 && (
        <DataTable
          label="Table of rejected rows"
          className={styles.middling}
          hasCards={false}
          columns={[
            { header: "File", isRowHeader: true, value: ({ file }) => file },
            { header: "Line", kind: "count", value: ({ line }) => line },
            { header: "Column", cell: ({ column }) => column },
            { header: "Value", className: styles.text, cell: ({ value }) => value },
            { header: "Reason", className: styles.text, value: ({ reason }) => reason },
          ]}
          rows={rejects}
          rowKey={({ file, line, column }) => `${file} ${line} ${column}`}
        />
      )}
      <p className={styles.prose}>
        All rejected rows, with line, column, value and reason, are in{" "}
        <code>snapshots/{snapshot}.rejects.csv</code> in the folder <code>CONTRACTS_HOME</code> (
        <code>.contracts</code> where it is not set). The file can be mended and loaded again.
      </p>
    </Section>
  );
}
