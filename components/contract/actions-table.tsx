import { Facts } from "@/components/figures/facts";
import { DataTable } from "@/components/ui/data-table";
import { Money } from "@/components/ui/money";
import { RecordedText } from "@/components/ui/recorded-text";
import { Disclosure } from "@/components/ui/section";
import { TermMark } from "@/components/ui/term";
import { type ActionKind, actionKinds } from "@/lib/contracts/kinds";
import type { ContractAction, ContractRow } from "@/lib/contracts/rows";
import type { TableSort } from "@/lib/query/table-sort";
import styles from "./actions-table.module.css";

/** The source of an action's kind. Recorded text is shown unchanged. */
function KindSource({ action: { kind_from: from, kind_words: text } }: { action: ContractAction }) {
  switch (from) {
    case "type":
      return <>recorded as: {text}</>;
    case "modification":
      return <>modification 0</>;
    case "text":
      return (
        <>
          read from the text: <q>{text}</q>
        </>
      );
    case "amount":
      return <>read from the amount</>;
  }
}

interface ActionsTableProps {
  contract: ContractRow;
  actions: ContractAction[];
  marked?: string | null;
  sort?: TableSort;
}

export function ActionsTable({ contract, actions, marked = null, sort }: ActionsTableProps) {
  return (
    <DataTable
      label="Actions of this contract"
      className={styles.actions}
      hasCards={false}
      caption={
        <>
          Every action of {contract.piid} in these records, oldest first. The running total adds the actions
          in these records
          {contract.base_included
            ? "."
            : "; earlier actions are not in these records, so it does not start with the contract."}
        </>
      }
      columns={[
        { header: "Signed", kind: "day", value: (action) => action.action_date },
        {
          header: "Modification",
          afterHeader: <TermMark name="modification" />,
          isRowHeader: true,
          value: (action) => action.modification_number,
        },
        {
          header: "Kind",
          value: ({ kind }) => kind,
          className: styles.kind,
          cell: (action) => (
            <>
              {action.kind}{" "}
              <small className="soft">
                <KindSource action={action} />
              </small>
            </>
          ),
        },
        {
          id: "description",
          header: "Description, as recorded",
          value: (action) => action.transaction_description,
          className: styles.description,
          cell: ({ transaction_description: description, recipient_name: recipient }) => (
            <>
              <RecordedText text={description} />
              {recipient !== contract.recipient && (
                <small className="soft"> Recipient recorded as {recipient ?? "nothing"}.</small>
              )}
            </>
          ),
        },
        {
          id: "obligated",
          header: "Obligated by the action",
          cardLabel: "Obligated by the action",
          kind: "money",
          value: (action) => action.federal_action_obligation,
          total: <Money cents={contract.in_records} exact />,
        },
        {
          id: "running_total",
          header: "Running total in these records",
          cardLabel: "Running total in these records",
          kind: "money",
          value: (action) => action.running_total,
        },
      ]}
      rows={actions}
      rowKey={(_, index) => index}
      sort={sort}
      rowAttributes={(action) => ({
        "aria-current": action.modification_number === marked ? "true" : undefined,
      })}
      totalLabel="Obligated in these records (net)"
    />
  );
}

export function KindMeanings({ actions }: { actions: { kind: ActionKind }[] }) {
  const here = new Set(actions.map(({ kind }) => kind));
  const kinds = (Object.keys(actionKinds) as ActionKind[]).filter((kind) => here.has(kind));
  return (
    <Disclosure title="What the kinds mean">
      <Facts facts={kinds.map((kind) => ({ label: kind, value: actionKinds[kind] }))} />
    </Disclosure>
  );
}
