import { DataTable } from "@/components/ui/data-table";
import { Disclosure } from "@/components/ui/section";
import { type ColumnName, column } from "@/lib/contracts/columns";
import { counted, toDollars } from "@/lib/contracts/money";
import type { ContractAction } from "@/lib/contracts/rows";

import styles from "./raw-record.module.css";

/** A collapsed table of every recorded column of a contract's actions. */
export function RawRecord({ actions, columns }: { actions: ContractAction[]; columns: ColumnName[] }) {
  return (
    <Disclosure title={`Show the raw record of ${counted(actions.length, "action")}`}>
      <p className={`soft ${styles.note}`}>
        Every column as it came, under USAspending’s own names; only e-mail addresses and telephone numbers
        are taken out. An empty cell is empty in the record.
      </p>
      <DataTable
        label="Raw record"
        className={styles.table}
        hasCards={false}
        columns={columns.map((name) => ({
          header: name,
          className: styles[name],
          cell: (action: ContractAction) => recordedValue(name, action),
        }))}
        rows={actions}
        rowKey={(_, index) => index}
      />
    </Disclosure>
  );
}

/** Money is in dollars, as in the file. */
function recordedValue(name: ColumnName, action: ContractAction): string | number | null {
  const value = (action as Partial<Record<ColumnName, unknown>>)[name] as string | number | null;
  return column("actions", name)?.kind === "money" && typeof value === "number" ? toDollars(value) : value;
}
