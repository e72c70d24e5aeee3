import { Facts } from "@/components/figures/facts";
import { DataTable } from "@/components/ui/data-table";
import { Disclosure, Section } from "@/components/ui/section";
import { noParent } from "@/lib/contracts/awards";
import { type ColumnName, column } from "@/lib/contracts/columns";
import { fiscalYear, formatDay } from "@/lib/contracts/days";
import { counted, toDollars } from "@/lib/contracts/money";
import type { ContractAction, ContractRow } from "@/lib/contracts/rows";
import type { RecordSource } from "@/lib/contracts/rule-tables";
import type { SnapshotInfo } from "@/lib/contracts/snapshots";
import { netText } from "@/lib/contracts/text";
import { contractPage } from "@/lib/query/pages";
import { href, type Query } from "@/lib/query/query";

import styles from "./official-record.module.css";

interface OfficialRecordProps {
  contract: ContractRow;
  /** USAspending's award key; `null` if not recorded. */
  awardKey: string | null;
  /** The query of the contract's actions as a file, and the number of other contracts' actions in it. */
  rows: { query: Query; others: number };
  citation: string;
  request: string;
}

export function OfficialRecord({ contract, awardKey, rows, citation, request }: OfficialRecordProps) {
  return (
    <Section id="record" title="Check, download, cite">
      <Facts
        facts={[
          {
            label: "Official record",
            value: officialRecord(contract.piid, awardKey),
            note: !awardKey && "The records give no award key for this contract, so there is no direct link.",
          },
          {
            label: "This contract as JSON",
            isFile: true,
            value: <a href={`/api${contractPage(contract.key, rows.query)}`}>Contract and actions (JSON)</a>,
          },
          {
            label: "Its actions as a file",
            value: (
              <>
                <a href={href("/contracts.csv", rows.query)} download>
                  {counted(contract.actions + rows.others, "action")} (CSV)
                </a>{" "}
                · <a href={href("/contracts.json", rows.query)}>JSON</a>
              </>
            ),
            note:
              rows.others > 0 &&
              `The file also has ${counted(rows.others, "action")} of other contracts that name this number.`,
          },
          {
            label: "Citation",
            value: <p className={styles.citation}>{citation}</p>,
          },
          {
            label: "For a records request (FOIA)",
            value: <p className={styles.citation}>{request}</p>,
            note: "For your request: numbers, office, recipient and dates, as recorded.",
          },
        ]}
      />
    </Section>
  );
}

/** A link to the official record of an award, or how to find it without its key. */
export const officialRecord = (piid: string, awardKey: string | null) =>
  awardKey ? (
    <a href={awardUrl(awardKey)}>{piid} at USAspending.gov</a>
  ) : (
    <>
      Look for the award ID <q>{piid}</q> in the{" "}
      <a href="https://www.usaspending.gov/search">award search of USAspending.gov</a>.
    </>
  );

export const awardUrl = (awardKey: string) =>
  `https://www.usaspending.gov/award/${encodeURIComponent(awardKey)}`;

interface CitationFacts {
  contract: ContractRow;
  actions: ContractAction[];
  awardKey: string | null;
  agency: string;
  sources: RecordSource[];
  info: SnapshotInfo;
}

export function citation({ contract, actions, awardKey, agency, sources, info }: CitationFacts): string {
  const gap = contract.base_included ? "" : " Earlier actions are not in these records.";
  return [
    `${agency}, contract ${contract.piid}${awardKey ? ` (award ${awardKey})` : ""},`,
    `recipient ${contract.recipient ?? "not reported"}:`,
    `${netText(contract.in_records)} in these records,`,
    `${counted(actions.length, "contract action")} signed ${span(contract.first_action, contract.last_action)}.${gap}`,
    `Data through ${formatDay(info.data_through)}${retrieved(contract, actions, sources, info)}.`,
    `Source: USAspending.gov${awardKey ? `, ${awardUrl(awardKey)}` : " contract actions"}; snapshot ${info.id}.`,
  ].join(" ");
}

/** The text that identifies a contract in a records request to its agency. `office` is its name. */
export function recordsRequest({
  contract,
  agency,
  office,
}: Pick<CitationFacts, "contract" | "agency"> & { office: string }): string {
  const { piid, vehicle, recipient, actions, first_action, last_action } = contract;
  const parent = vehicle === null ? "not reported" : vehicle === noParent ? "none" : vehicle;
  return [
    `Contract or order number (PIID): ${piid}.`,
    `Parent agreement (parent PIID): ${parent}.`,
    `Agency: ${agency}.`,
    `Awarding office: ${office === contract.office ? office : `${office} (${contract.office})`}.`,
    `Recipient: ${(recipient ?? "not reported").replace(/\.$/, "")}.`,
    `${counted(actions, "action")} signed ${span(first_action, last_action)}${contract.base_included ? "" : ", and those before"}.`,
  ].join(" ");
}

/** The retrieval days of the files with the contract's agency and years, or else that of the snapshot. */
function retrieved(
  contract: ContractRow,
  actions: ContractAction[],
  sources: RecordSource[],
  info: SnapshotInfo,
): string {
  const years = new Set(actions.map(({ action_date }) => String(fiscalYear(action_date))));
  const days = sources
    .filter(({ agency, fiscal_year }) => agency === contract.agency && years.has(fiscal_year))
    .map((source) => source.retrieved)
    .sort();
  const first = days[0] ?? info.retrieved;
  const last = days.at(-1) ?? info.retrieved;
  return first && last ? `, retrieved ${span(first, last)}` : "";
}

const span = (from: string, to: string) =>
  from === to ? formatDay(from) : `from ${formatDay(from)}, to ${formatDay(to)}`;

export function RawRecord({ actions, columns }: { actions: ContractAction[]; columns: ColumnName[] }) {
  return (
    <Disclosure title={`Show the raw record of ${counted(actions.length, "action")}`}>
      <p className={`soft ${styles.note}`}>
        Every column as it came, under USAspending’s own names. Only email addresses and phone numbers are
        removed. An empty cell is empty in the record.
      </p>
      <DataTable
        label="Raw record"
        className={styles.table}
        hasCards={false}
        columns={columns.map((name) => ({
          header: name,
          className: styles[name],
          cell: (action: ContractAction) => recordedValue(name, action),
        }))}
        rows={actions}
        rowKey={(_, index) => index}
      />
    </Disclosure>
  );
}

/** Money is in dollars, as in the file. */
function recordedValue(name: ColumnName, action: ContractAction): string | number | null {
  const value = (action as Partial<Record<ColumnName, unknown>>)[name] as string | number | null;
  return column("actions", name)?.kind === "money" && typeof value === "number" ? toDollars(value) : value;
}
