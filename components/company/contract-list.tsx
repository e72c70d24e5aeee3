import { DataTable } from "@/components/ui/data-table";
import { RecordedText } from "@/components/ui/recorded-text";
import { contractColumn } from "@/components/ui/shared-columns";
import { lookUp } from "@/lib/contracts/look-up";
import type { ContractRow } from "@/lib/contracts/rows";

import styles from "./contract-list.module.css";

interface ContractListProps {
  /** The label for screen readers. */
  label: string;
  /** The maximum number of rows. */
  limit: number;
  contracts: (ContractRow & { main_description: string | null })[];
  snapshot: string | null;
  /** Names of offices by code. */
  offices: Record<string, string>;
}

/** A short list of a company's contracts: description, office, days and amount. */
export function ContractList({ label, limit, contracts, snapshot, offices }: ContractListProps) {
  return (
    <DataTable
      label={label}
      columns={[
        contractColumn(snapshot, { className: "nowrap" }),
        {
          header: "Description of its largest action, as recorded",
          cardLabel: "Description",
          kind: "long",
          cell: ({ main_description: main, description: latest }) => (
            <>
              <RecordedText text={main} lines={2} className={styles.words} />
              {latest !== main && (
                <small className={styles.latest}>
                  latest: <RecordedText text={latest} />
                </small>
              )}
            </>
          ),
        },
        { header: "Office", value: ({ office }) => lookUp(offices, office) ?? office },
        {
          header: "First action",
          kind: "day",
          value: (contract) => contract.first_action,
          cell: ({ first_action: first, base_included: isWhole }) => (
            <>
              {first}
              {!isWhole && (
                <small className="soft" title="Earlier actions are not in these records">
                  {" "}
                  or earlier
                </small>
              )}
            </>
          ),
        },
        { header: "Last action", kind: "day", value: (contract) => contract.last_action },
        { header: "Obligated (net)", kind: "money", value: ({ net }) => net },
      ]}
      rows={contracts.slice(0, limit)}
      rowKey={({ key }) => key}
      isComplete={contracts.length <= limit}
    />
  );
}
