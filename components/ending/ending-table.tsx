import { DataTable } from "@/components/ui/data-table";
import { Money } from "@/components/ui/money";
import { RecordedText } from "@/components/ui/recorded-text";
import { companyColumn, contractColumn } from "@/components/ui/shared-columns";
import { type Day, shortDay } from "@/lib/contracts/days";
import { dayFault, type EndingContract, type EndName } from "@/lib/contracts/ending";
import { notReported } from "@/lib/contracts/groupings";
import { endingKinds } from "@/lib/contracts/kinds";
import { type Cents, counted } from "@/lib/contracts/money";

import styles from "./ending-table.module.css";

interface EndingTableProps {
  label: string;
  rows: EndingContract[];
  /** The end that the rows are listed by. */
  end: EndName;
  /** Whether the snapshot has the two values that options are read from. */
  hasValues: boolean;
  /** The snapshot that addresses name. */
  snapshot: string | null;
}

/** The week of a row. The bars of the chart link to the first row of each week. */
const weekOf = ({ days_left }: EndingContract) => Math.floor(days_left / 7);

/** Contracts that end soon, the first to end first. */
export function EndingTable({ label, rows, end, hasValues, snapshot }: EndingTableProps) {
  return (
    <DataTable
      label={label}
      columns={[
        contractColumn(snapshot, { className: "nowrap" }),
        companyColumn(snapshot),
        {
          header: "Latest description",
          kind: "long",
          cell: ({ description, latest_kind: kind }) => (
            <>
              <span className={styles.words} title={description ?? undefined}>
                <RecordedText text={description} />
              </span>
              {kind !== null && endingKinds.has(kind) && (
                <small className={styles.note}>latest action: {kind}</small>
              )}
            </>
          ),
        },
        {
          header: "Current end",
          cell: (row) => <End day={row.current_end} start={row.start} isStrong={end === "current"} />,
        },
        {
          header: "Potential end",
          cell: (row) => <End day={row.potential_end} start={row.start} isStrong={end === "potential"} />,
        },
        {
          header: "Days left",
          kind: "figure",
          cell: ({ days_left: days }) => (days === 0 ? "today" : counted(days, "day")),
        },
        hasValues && {
          header: "Options not yet used",
          kind: "money",
          cell: (row) => <Amount cents={row.options_not_used} without={withoutOptions(row)} />,
        },
        {
          header: "Obligated in these records",
          kind: "money",
          cell: ({ in_records: cents, base_included: isWhole }) => (
            <>
              <Amount cents={cents} without="no action here" />
              {cents === null ? (
                <small className={styles.note}>known from an award summary alone</small>
              ) : (
                !isWhole && <small className={styles.note}>earlier actions are not here</small>
              )}
            </>
          ),
        },
      ]}
      rows={rows}
      rowKey={({ key }) => key}
      rowAttributes={(row, index) => {
        const before = rows[index - 1];
        const isFirst = before === undefined || weekOf(before) !== weekOf(row);
        return { id: isFirst ? `week-${weekOf(row)}` : undefined };
      }}
    />
  );
}

function withoutOptions({ current_value: current, potential_value: potential }: EndingContract): string {
  return current === null || potential === null ? notReported : "potential below current";
}

function Amount({ cents, without }: { cents: Cents | null; without: string }) {
  return cents === null ? <span className="soft">{without}</span> : <Money cents={cents} exact />;
}

function End({ day, start, isStrong }: { day: Day | null; start: Day | null; isStrong: boolean }) {
  if (day === null) return <span className="soft">{notReported}</span>;
  const text = <time dateTime={day}>{shortDay(day)}</time>;
  switch (dayFault(day, start)) {
    case "year":
      return <>{text} (as recorded; cannot be right)</>;
    case "before the start":
      return <>{text} (as recorded; before the start)</>;
    default:
      return isStrong ? <strong className="nowrap">{text}</strong> : <span className="nowrap">{text}</span>;
  }
}
