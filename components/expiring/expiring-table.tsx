import { AmountOr, daysLeftColumn, inRecordsColumn, weekMarks } from "@/components/expiring/shared-columns";
import { DataTable } from "@/components/ui/data-table";
import { RecordedText } from "@/components/ui/recorded-text";
import { companyColumn, contractColumn } from "@/components/ui/shared-columns";
import { type Day, formatDay } from "@/lib/contracts/days";
import { dayFault, type EndingContract, type EndName } from "@/lib/contracts/expiring";
import { endingKinds } from "@/lib/contracts/kinds";

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

export function EndingTable({ label, rows, end, hasValues, snapshot, sort }: EndingTableProps) {
  return (
    <DataTable
      label={label}
      columns={[
        contractColumn(snapshot, { className: "nowrap" }),
        companyColumn(snapshot),
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
        daysLeftColumn,
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
