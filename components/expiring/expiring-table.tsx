import type { Route } from "next";
import { type DataColumn, DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { RecordedText } from "@/components/ui/recorded-text";
import { companyColumn, contractColumn } from "@/components/ui/shared-columns";
import { type Day, formatDay } from "@/lib/contracts/days";
import { dayFault, type EndingContract, type EndName } from "@/lib/contracts/expiring";
import { endingKinds } from "@/lib/contracts/kinds";
import { type Cents, counted } from "@/lib/contracts/money";
import { estimateText } from "@/lib/contracts/option-ends";
import { notReported } from "@/lib/contracts/text";
import type { TableSort } from "@/lib/query/table-sort";

import styles from "./expiring-table.module.css";

interface EndingTableProps {
  label: string;
  rows: EndingContract[];
  end: EndName;
  /** Whether the snapshot has current and potential values, whose difference are the options. */
  hasValues: boolean;
  snapshot: string | null;
  /** How the address sorts the rows, where they are all. */
  sort?: TableSort | undefined;
}

/** Contracts by a recorded end, or by the end that is estimated from the words of an action. */
export function EndingTable({ label, rows, end, hasValues, snapshot, sort }: EndingTableProps) {
  return (
    <DataTable
      label={label}
      columns={[
        contractColumn(snapshot, { className: "nowrap" }),
        companyColumn(snapshot),
        ...(end === "words" ? estimateColumns : recordedColumns(end)),
        rows.some(({ days_left: days }) => days >= 0)
          ? daysLeftColumn
          : { ...daysLeftColumn, header: "Passed" },
        end !== "words" &&
          hasValues && {
            header: "Options not yet used",
            kind: "money",
            value: (row) => row.options_not_used,
            cell: (row) => <AmountOr cents={row.options_not_used} missing={noOptionsText(row)} />,
          },
        inRecordsColumn,
      ]}
      rows={rows}
      rowKey={({ key }) => key}
      rowAttributes={weekMarks(rows)}
      sort={sort}
    />
  );
}

/** The words that an end is estimated from, what the estimate counts, and the end. */
const estimateColumns: DataColumn<EndingContract>[] = [
  {
    header: "The words",
    id: "words",
    kind: "long",
    value: (row) => row.option_words,
    cell: (row) => (
      <>
        <q>{row.option_words}</q>
        <small className={styles.note}>
          {estimateText(row)}. <Link href={"/method#estimated-end" as Route}>How sure is this?</Link>
        </small>
      </>
    ),
  },
  {
    header: "Estimated end",
    value: (row) => row.ends,
    cell: ({ ends }) => (
      <time className="nowrap" dateTime={ends}>
        {formatDay(ends)}
      </time>
    ),
  },
];

const recordedColumns = (end: EndName): DataColumn<EndingContract>[] => [
  {
    header: "Latest description",
    kind: "long",
    value: ({ description }) => description,
    cell: ({ description, latest_kind: kind }) => (
      <>
        <RecordedText text={description} lines={2} className={styles.text} />
        {kind !== null && endingKinds.has(kind) && (
          <small className={styles.note}>latest action: {kind}</small>
        )}
      </>
    ),
  },
  {
    header: "Current end",
    value: (row) => row.current_end,
    cell: (row) => <EndDay day={row.current_end} start={row.start} isStrong={end === "current"} />,
  },
  {
    header: "Potential end",
    value: (row) => row.potential_end,
    cell: (row) => <EndDay day={row.potential_end} start={row.start} isStrong={end === "potential"} />,
  },
];

const daysLeftColumn: DataColumn<EndingContract> = {
  header: "Days left",
  kind: "figure",
  value: (row) => row.days_left,
  cell: ({ days_left: days }) =>
    days === 0 ? "today" : days < 0 ? `${counted(-days, "day")} ago` : counted(days, "day"),
};

const inRecordsColumn: DataColumn<EndingContract> = {
  id: "in_records",
  header: "Obligated in these records",
  kind: "money",
  value: (row) => row.in_records,
  cell: ({ in_records: cents, base_included: isWhole }) => (
    <>
      <AmountOr cents={cents} missing="no action here" />
      {cents === null ? (
        <small className={styles.note}>known only from an award summary</small>
      ) : (
        !isWhole && <small className={styles.note}>earlier actions are not here</small>
      )}
    </>
  ),
};

function AmountOr({ cents, missing }: { cents: Cents | null; missing: string }) {
  return cents === null ? <span className="soft">{missing}</span> : <Money cents={cents} exact />;
}

/** The week of a row, counted from today. The chart links to the first row of each week. */
const weekOf = ({ days_left }: EndingContract) => Math.floor(days_left / 7);

/** Marks the first row of each week. */
function weekMarks(rows: readonly EndingContract[]) {
  const firstOfWeek = new Map(rows.toReversed().map((row) => [weekOf(row), row]));
  return (row: EndingContract) => ({
    id: firstOfWeek.get(weekOf(row)) === row ? `week-${weekOf(row)}` : undefined,
  });
}

function noOptionsText({ current_value: current, potential_value: potential }: EndingContract): string {
  return current === null || potential === null ? notReported : "potential below current";
}

function EndDay({ day, start, isStrong }: { day: Day | null; start: Day | null; isStrong: boolean }) {
  if (day === null) return <span className="soft">{notReported}</span>;
  const text = <time dateTime={day}>{formatDay(day)}</time>;
  switch (dayFault(day, start)) {
    case "year":
      return <>{text} (as recorded; cannot be right)</>;
    case "before the start":
      return <>{text} (as recorded; before the start)</>;
    default:
      return isStrong ? <strong className="nowrap">{text}</strong> : <span className="nowrap">{text}</span>;
  }
}
