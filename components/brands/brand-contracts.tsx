import Link from "next/link";

import stack from "@/components/figures/stack.module.css";
import { TableRegion } from "@/components/figures/table-region";
import { Money } from "@/components/ui/money";
import { shortDay } from "@/lib/contracts/days";
import type { ContractRow } from "@/lib/contracts/facts";
import { notReported } from "@/lib/contracts/groupings";
import { formatCount } from "@/lib/contracts/money";

/** Contracts with actions that name a brand: what these actions come to, and beside it the whole contract. */
export function BrandContracts({ contracts, caption }: { contracts: ContractRow[]; caption: string }) {
  return (
    <TableRegion label="Table of contracts">
      <table className={stack.stack}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Contract (PIID)</th>
            <th scope="col">Recipient</th>
            <th scope="col">Latest description of the contract</th>
            <th scope="col" className="num">
              Obligated by matching actions
            </th>
            <th scope="col" className="num">
              Matching actions
            </th>
            <th scope="col" className="num">
              Whole contract in these records
            </th>
            <th scope="col">Last action</th>
          </tr>
        </thead>
        <tbody>
          {contracts.map((contract) => (
            <tr key={contract.key}>
              <th scope="row">
                <Link href={`/contracts/${encodeURIComponent(contract.key)}`} prefetch={false}>
                  {contract.piid}
                </Link>
              </th>
              <td data-label="Recipient">{contract.recipient ?? notReported}</td>
              <td className="long" data-label="Latest description of the contract">
                {contract.description ?? notReported}
              </td>
              <td className="num" data-label="Obligated by matching actions">
                <Money cents={contract.net} exact />
              </td>
              <td className="num" data-label="Matching actions">
                {formatCount(contract.actions)}
              </td>
              <td className="num" data-label="Whole contract in these records">
                <Money cents={contract.in_records} exact />
              </td>
              <td className="nowrap" data-label="Last action">
                <time dateTime={contract.last_action}>{shortDay(contract.last_action)}</time>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
