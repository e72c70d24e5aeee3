import { DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { RecordedText } from "@/components/ui/recorded-text";
import { Section } from "@/components/ui/section";
import { contractColumn } from "@/components/ui/shared-columns";
import { codeTitle } from "@/lib/contracts/code-titles";
import { formatDay } from "@/lib/contracts/days";
import { dayFault } from "@/lib/contracts/expiring";
import { lookUp } from "@/lib/contracts/look-up";
import { counted } from "@/lib/contracts/money";
import type { ActionRow, AwardDetails, ContractRow, SummarizedContract } from "@/lib/contracts/rows";
import { notReported } from "@/lib/contracts/text";
import { contractPage } from "@/lib/query/pages";
import type { TableSort } from "@/lib/query/table-sort";

import styles from "./contract-lists.module.css";

interface ContractListProps {
  label: string;
  limit: number;
  contracts: ContractRow[];
  snapshot: string | null;
  offices: Record<string, string>;
  sort: TableSort;
}

export function ContractList({ label, limit, contracts, snapshot, offices, sort }: ContractListProps) {
  return (
    <DataTable
      label={label}
      columns={[
        contractColumn(snapshot, { className: "nowrap" }),
        {
          id: "purpose",
          header: "What it is for, as recorded",
          cardLabel: false,
          kind: "long",
          value: ({ purpose }) => purpose,
          cell: ({ purpose, description: latest }) => (
            <>
              <RecordedText text={purpose} lines={2} className={styles.words} />
              {latest !== purpose && (
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
        { id: "net", header: "Obligated (net)", kind: "money", value: ({ net }) => net },
      ]}
      rows={contracts.slice(0, limit)}
      rowKey={({ key }) => key}
      sort={contracts.length <= limit ? sort : undefined}
    />
  );
}

export function LargestActions({ actions, snapshot }: { actions: ActionRow[]; snapshot: string | null }) {
  return (
    <ol className={styles.list}>
      {actions.map((action) => (
        <li key={`${action.contract} ${action.modification_number}`} className={styles.item}>
          <blockquote className={styles.quote}>
            <RecordedText text={action.transaction_description} />
          </blockquote>
          <p className={styles.source}>
            <Money cents={action.federal_action_obligation} />, signed {formatDay(action.action_date)}, on{" "}
            <Link href={contractPage(action.contract, { snapshot })}>{action.award_id_piid}</Link>
            {action.product_or_service_code_description && (
              <>, recorded as {codeTitle(action.product_or_service_code_description)}</>
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}

type SummaryRow = Pick<SummarizedContract, "key" | "piid" | "recipient" | "description"> &
  Pick<AwardDetails, "start" | "current_end" | "obligated_lifetime">;

export function SummaryContracts({
  contracts,
  snapshot,
  sort,
}: {
  contracts: SummaryRow[];
  snapshot: string | null;
  sort: TableSort;
}) {
  if (contracts.length === 0) return null;
  return (
    <Section
      id="summaries"
      title="Known only from award summaries"
      subtitle={`${counted(contracts.length, "contract")} without an action in these records. A summary covers the whole award since it began. It is in no figure, list or chart here.`}
    >
      <DataTable
        label="Contracts known only from award summaries"
        columns={[
          contractColumn(snapshot, { className: "nowrap" }),
          {
            header: "Description",
            kind: "long",
            value: ({ description }) => description,
            cell: ({ description }) => <RecordedText text={description} />,
          },
          {
            header: "Start",
            value: ({ start }) => start,
            cell: ({ start }) => shortRecordedDay(start, null),
          },
          {
            header: "Current end",
            value: (contract) => contract.current_end,
            cell: ({ current_end: end, start }) => shortRecordedDay(end, start),
          },
          {
            id: "obligated",
            header: "Obligated (reported, whole award)",
            kind: "money",
            value: (contract) => contract.obligated_lifetime,
          },
        ]}
        rows={contracts}
        rowKey={({ key }) => key}
        sort={sort}
      />
    </Section>
  );
}

function shortRecordedDay(day: string | null, start: string | null): string {
  if (day === null) return notReported;
  return dayFault(day, start) === null ? formatDay(day) : `${formatDay(day)} (as recorded; cannot be right)`;
}
