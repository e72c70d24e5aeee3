import { awardUrl } from "@/components/contract/official-record";
import { DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { Section } from "@/components/ui/section";
import { formatDay } from "@/lib/contracts/days";
import { counted, formatMoney } from "@/lib/contracts/money";
import type { ContractAction, ContractRow } from "@/lib/contracts/rows";
import type { SnapshotInfo } from "@/lib/contracts/snapshots";
import { contractPage } from "@/lib/query/pages";

import styles from "./worked-example.module.css";

interface WorkedExampleProps {
  contract: ContractRow;
  awardKey: string;
  actions: ContractAction[];
  info: SnapshotInfo;
}

/** One figure of the open snapshot, with the steps that give it on USAspending.gov. */
export function WorkedExample({ contract, awardKey, actions, info }: WorkedExampleProps) {
  const { piid, company, in_records: net, first_action: first } = contract;
  const page = contractPage(contract.key, { snapshot: null });
  return (
    <Section
      id="example"
      title="Check a figure yourself"
      subtitle={`${formatMoney(net)} obligated to ${company.name} on contract ${piid}, in ${counted(actions.length, "action")}.`}
    >
      <ol className={styles.steps}>
        <li>
          On <a href="https://www.usaspending.gov/search">USAspending.gov</a>, open Advanced Search. Under
          Characteristics, choose Award ID and enter <code>{piid}</code>. Under Time Period, include fiscal
          years from {first.slice(0, 4)} on.
        </li>
        <li>
          Submit the search and open the contract in the table of prime awards. Or follow this link:{" "}
          <a href={awardUrl(awardKey)}>the award on USAspending.gov</a>.
        </li>
        <li>
          Under Award History, Transaction History lists each action with Modification Number, Action Date and
          Amount.
        </li>
        <li>
          Add up the amounts from {formatDay(first)}, through {formatDay(info.data_through)}. The sum is{" "}
          <Link href={page}>
            <Money cents={net} exact />
          </Link>
          . Later actions are on USAspending.gov only.
        </li>
      </ol>
      <DataTable
        label="Actions of the example"
        caption={`The actions of ${piid} in these records, in U.S. dollars`}
        columns={[
          { header: "Action Date", kind: "day", isRowHeader: true, value: ({ action_date: day }) => day },
          { header: "Modification Number", value: ({ modification_number: number }) => number },
          { header: "Amount", kind: "money", value: ({ federal_action_obligation: amount }) => amount },
          { header: "Running total", kind: "money", value: ({ running_total: total }) => total },
        ]}
        rows={actions}
        rowKey={(_, index) => index}
      />
    </Section>
  );
}
