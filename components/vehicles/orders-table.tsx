import stack from "@/components/figures/stack.module.css";
import { TableRegion } from "@/components/figures/table-region";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { RecordedText } from "@/components/ui/recorded-text";
import type { ContractRow } from "@/lib/contracts/facts";
import { companyPage, contractPage } from "@/lib/query/pages";

import styles from "./orders-table.module.css";

/** Orders under one vehicle, each with a link to its page. */
export function OrdersTable({ orders, snapshot }: { orders: ContractRow[]; snapshot: string | null }) {
  return (
    <TableRegion label="Table of orders">
      <table className={stack.stack}>
        <thead>
          <tr>
            <th scope="col">Order (PIID)</th>
            <th scope="col">Company</th>
            <th scope="col">Latest description</th>
            <th scope="col">First and last action</th>
            <th scope="col" className="num">
              Obligated (net)
            </th>
          </tr>
        </thead>
        <tbody>
          {orders.map(({ key, piid, company, agency, description, first_action, last_action, net }) => (
            <tr key={key}>
              <th scope="row">
                <Link href={contractPage(key, { snapshot })}>{piid}</Link>
              </th>
              <td data-label="Company">
                <Link href={companyPage(company.slug, { agency: [agency], snapshot })}>{company.name}</Link>
              </td>
              <td className={`long ${styles.description}`} data-label="Latest description">
                <span title={description ?? undefined}>
                  <RecordedText text={description} />
                </span>
              </td>
              <td className="nowrap" data-label="First and last action">
                {first_action} to {last_action}
              </td>
              <td className="num" data-label="Obligated (net)">
                <Money cents={net} exact />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
