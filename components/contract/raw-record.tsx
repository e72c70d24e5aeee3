import { TableRegion } from "@/components/figures/table-region";
import { Disclosure } from "@/components/ui/disclosure";
import { type ColumnName, column } from "@/lib/contracts/columns";
import type { ContractAction } from "@/lib/contracts/facts";
import { counted, toDollars } from "@/lib/contracts/money";

import styles from "./raw-record.module.css";

/** Every recorded column of a contract's actions under its own name, folded away. */
export function RawRecord({ actions, columns }: { actions: ContractAction[]; columns: ColumnName[] }) {
  return (
    <Disclosure title={`Show the raw record of ${counted(actions.length, "action")}`}>
      <p className={`soft ${styles.note}`}>
        Every column as it came, under USAspending’s own names; only e-mail addresses and telephone numbers
        are taken out. An empty cell is empty in the record.
      </p>
      <TableRegion label="Raw record">
        <table className={styles.table}>
          <thead>
            <tr>
              {columns.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {actions.map((action, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the rows are fixed, and nothing else of a row is unique
              <tr key={index}>
                {columns.map((name) => (
                  <td key={name} className={styles[name]}>
                    {written(name, action)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </Disclosure>
  );
}

function written(name: ColumnName, action: ContractAction): string | number | null {
  const value = (action as Partial<Record<ColumnName, unknown>>)[name] as string | number | null;
  return column("actions", name)?.kind === "money" && typeof value === "number" ? toDollars(value) : value;
}
