import { DataTable } from "@/components/ui/data-table";
import { RecordedText } from "@/components/ui/recorded-text";
import { contractColumn } from "@/components/ui/shared-columns";
import { shortDay } from "@/lib/contracts/days";
import type { ContractRow } from "@/lib/contracts/rows";
import { notReported } from "@/lib/contracts/text";

import styles from "./brand-contracts.module.css";

interface BrandContractsProps {
  contracts: ContractRow[];
  /** The snapshot that addresses name. */
  snapshot: string | null;
  /** The description of each contract's latest action that names the brand, by contract key. */
  descriptions: Record<string, string | null>;
  caption: string;
}

/** Contracts with actions that name a brand: the description, the sum of these actions, and the whole contract. */
export function BrandContracts({ contracts, snapshot, descriptions, caption }: BrandContractsProps) {
  return (
    <DataTable
      label="Table of contracts"
      caption={caption}
      columns={[
        contractColumn(snapshot),
        { header: "Recipient", cell: ({ recipient }) => recipient ?? notReported },
        {
          header: "Latest description that names it",
          kind: "long",
          cell: ({ key }) => (
            <span className={styles.description} title={descriptions[key] ?? undefined}>
              <RecordedText text={descriptions[key] ?? null} />
            </span>
          ),
        },
        { header: "Obligated by matching actions", kind: "money", value: ({ net }) => net },
        { header: "Matching actions", kind: "count", value: ({ actions }) => actions },
        {
          header: "Whole contract in these records",
          kind: "money",
          value: (contract) => contract.in_records,
        },
        {
          header: "Last action",
          kind: "day",
          value: (contract) => contract.last_action,
          cell: ({ last_action: day }) => <time dateTime={day}>{shortDay(day)}</time>,
        },
      ]}
      rows={contracts}
      rowKey={({ key }) => key}
    />
  );
}
