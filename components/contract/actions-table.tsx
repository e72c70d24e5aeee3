import { TableRegion } from "@/components/figures/table-region";
import { Money } from "@/components/ui/money";
import { RecordedText } from "@/components/ui/recorded-text";
import type { ContractAction, ContractRow } from "@/lib/contracts/facts";

import styles from "./actions-table.module.css";

/** What says of which kind an action is. The words stand as they do in the record. */
function ReadFrom({ action: { kind_from: from, kind_words: words } }: { action: ContractAction }) {
  switch (from) {
    case "type":
      return <>recorded as: {words}</>;
    case "modification":
      return <>modification 0</>;
    case "text":
      return (
        <>
          read from the text: <q>{words}</q>
        </>
      );
    case "amount":
      return <>read from the amount</>;
  }
}

interface ActionsTableProps {
  contract: ContractRow;
  actions: ContractAction[];
  /** The modification that is meant, where one is. */
  marked?: string | null;
}

/** Every action of a contract, oldest first, with a running total of these records. */
export function ActionsTable({ contract, actions, marked = null }: ActionsTableProps) {
  return (
    <TableRegion label="Actions of this contract">
      <table className={styles.actions}>
        <caption>
          Every action of {contract.piid} in these records, oldest first. The running total adds the actions
          in these records
          {contract.base_included
            ? "."
            : "; earlier actions are not in these records, so it does not start with the contract."}
        </caption>
        <thead>
          <tr>
            <th scope="col">Signed</th>
            <th scope="col">Modification</th>
            <th scope="col">Kind</th>
            <th scope="col">Description, as recorded</th>
            <th scope="col" className="num">
              Obligated by the action
            </th>
            <th scope="col" className="num">
              Running total in these records
            </th>
          </tr>
        </thead>
        <tbody>
          {actions.map((action, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows are fixed, and nothing else of a row is unique
            <tr key={index} aria-current={action.modification_number === marked ? "true" : undefined}>
              <td className={styles.signed}>{action.action_date}</td>
              <th scope="row" className={styles.modification}>
                {action.modification_number}
              </th>
              <td className={styles.kind}>
                {action.kind}{" "}
                <small className="soft">
                  <ReadFrom action={action} />
                </small>
              </td>
              <td className={styles.description}>
                <RecordedText text={action.transaction_description} />
                {action.recipient_name !== contract.recipient && (
                  <small className="soft"> Recipient recorded as {action.recipient_name ?? "nothing"}.</small>
                )}
              </td>
              <td className="num" data-label="Obligated by the action">
                <Money cents={action.federal_action_obligation} exact />
              </td>
              <td className="num" data-label="Running total in these records">
                <Money cents={action.running_total} exact />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={4}>
              Obligated in these records (net)
            </th>
            <td className="num">
              <Money cents={contract.in_records} exact />
            </td>
            <td className={styles.empty} />
          </tr>
        </tfoot>
      </table>
    </TableRegion>
  );
}
