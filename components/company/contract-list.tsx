import stack from "@/components/figures/stack.module.css";
import { TableRegion } from "@/components/figures/table-region";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { RecordedText } from "@/components/ui/recorded-text";
import type { ContractRow } from "@/lib/contracts/facts";
import { lookUp } from "@/lib/contracts/look-up";
import { contractPage } from "@/lib/query/pages";

import styles from "./contract-list.module.css";

interface ContractListProps {
  /** What the list is, for a screen reader. */
  label: string;
  contracts: (ContractRow & { main_description: string | null })[];
  /** The snapshot that addresses name. */
  snapshot: string | null;
  /** Names of offices by code. */
  offices: Record<string, string>;
}

/** Contracts of a company in short: what for, which office, from when to when, how much. */
export function ContractList({ label, contracts, snapshot, offices }: ContractListProps) {
  return (
    <TableRegion label={label}>
      <table className={stack.stack}>
        <thead>
          <tr>
            <th scope="col">Contract (PIID)</th>
            <th scope="col">Description of its largest action, as recorded</th>
            <th scope="col">Office</th>
            <th scope="col">First action</th>
            <th scope="col">Last action</th>
            <th scope="col" className="num">
              Obligated (net)
            </th>
          </tr>
        </thead>
        <tbody>
          {contracts.map((contract) => (
            <tr key={contract.key}>
              <th scope="row" className="nowrap">
                <Link href={contractPage(contract.key, { snapshot })}>{contract.piid}</Link>
              </th>
              <td data-label="Description" className="long">
                <span className={styles.words}>
                  <RecordedText text={contract.main_description} />
                </span>
                {contract.description !== contract.main_description && (
                  <small className={styles.latest}>
                    latest: <RecordedText text={contract.description} />
                  </small>
                )}
              </td>
              <td data-label="Office">{lookUp(offices, contract.office) ?? contract.office}</td>
              <td data-label="First action" className="nowrap">
                {contract.first_action}
                {!contract.base_included && (
                  <small className="soft" title="Earlier actions are not in these records">
                    {" "}
                    or earlier
                  </small>
                )}
              </td>
              <td data-label="Last action" className="nowrap">
                {contract.last_action}
              </td>
              <td className="num" data-label="Obligated (net)">
                <Money cents={contract.net} exact />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
