import { DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { RecordedText } from "@/components/ui/recorded-text";
import type { ContractRow } from "@/lib/contracts/rows";
import { companyPage, contractPage } from "@/lib/query/pages";

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
        {
          header: "Order (PIID)",
          isRowHeader: true,
          value: ({ piid }) => piid,
          cell: ({ key, piid }) => <Link href={contractPage(key, { snapshot })}>{piid}</Link>,
        },
        {
          header: "Company",
          value: ({ company }) => company.name,
          cell: ({ company, agency }) => (
            <Link href={companyPage(company.slug, { agency: [agency], snapshot })}>{company.name}</Link>
          ),
        },
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
