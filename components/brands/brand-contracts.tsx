import stack from "@/components/figures/stack.module.css";
import { TableRegion } from "@/components/figures/table-region";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { RecordedText } from "@/components/ui/recorded-text";
import { shortDay } from "@/lib/contracts/days";
import type { ContractRow } from "@/lib/contracts/facts";
import { notReported } from "@/lib/contracts/groupings";
import { formatCount } from "@/lib/contracts/money";
import { contractPage } from "@/lib/query/pages";

import styles from "./brand-contracts.module.css";

interface BrandContractsProps {
  contracts: ContractRow[];
  /** The snapshot that addresses name. */
  snapshot: string | null;
  /** The description of each contract's latest action that names the brand, by contract key. */
  descriptions: Record<string, string | null>;
  caption: string;
}

/** Contracts with actions that name a brand: in which words, what these actions come to, and the whole contract. */
export function BrandContracts({ contracts, snapshot, descriptions, caption }: BrandContractsProps) {
  return (
    <TableRegion label="Table of contracts">
      <table className={stack.stack}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Contract (PIID)</th>
            <th scope="col">Recipient</th>
            <th scope="col">Latest description that names it</th>
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
                <Link href={contractPage(contract.key, { snapshot })}>{contract.piid}</Link>
              </th>
              <td data-label="Recipient">{contract.recipient ?? notReported}</td>
              <td className={stack.long} data-label="Latest description that names it">
                <span className={styles.description} title={descriptions[contract.key] ?? undefined}>
                  <RecordedText text={descriptions[contract.key] ?? null} />
                </span>
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
