import { DataTable } from "@/components/ui/data-table";
import { RecordedText } from "@/components/ui/recorded-text";
import { companyColumn, contractColumn } from "@/components/ui/shared-columns";
import type { ContractRow } from "@/lib/contracts/rows";

import styles from "./orders-table.module.css";

interface OrdersTableProps {
  orders: ContractRow[];
  /** The maximum number of rows. */
  limit: number;
  /** The snapshot that addresses name. */
  snapshot: string | null;
}

/** The orders under a vehicle. */
export function OrdersTable({ orders, limit, snapshot }: OrdersTableProps) {
  return (
    <DataTable
      label="Table of orders"
      columns={[
        contractColumn(snapshot, { header: "Order (PIID)" }),
        companyColumn(snapshot),
        {
          header: "Latest description",
          kind: "long",
          className: styles.description,
          cell: ({ description }) => (
            <span title={description ?? undefined}>
              <RecordedText text={description} />
            </span>
          ),
        },
        {
          header: "First and last action",
          kind: "day",
          value: (order) => order.last_action,
          cell: (order) => `${order.first_action} to ${order.last_action}`,
        },
        { header: "Obligated (net)", kind: "money", value: ({ net }) => net },
      ]}
      rows={orders.slice(0, limit)}
      rowKey={({ key }) => key}
      isComplete={orders.length <= limit}
    />
  );
}
