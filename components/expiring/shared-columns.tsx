import type { DataColumn } from "@/components/ui/data-table";
import { Money } from "@/components/ui/money";
import type { EndingContract } from "@/lib/contracts/expiring";
import { type Cents, counted } from "@/lib/contracts/money";

import styles from "./expiring-table.module.css";

export const daysLeftColumn: DataColumn<EndingContract> = {
  header: "Days left",
  kind: "figure",
  value: (row) => row.days_left,
  cell: ({ days_left: days }) => (days === 0 ? "today" : counted(days, "day")),
};

export const inRecordsColumn: DataColumn<EndingContract> = {
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

export function AmountOr({ cents, missing }: { cents: Cents | null; missing: string }) {
  return cents === null ? <span className="soft">{missing}</span> : <Money cents={cents} exact />;
}

/** The week of a row, counted from today. The chart links to the first row of each week. */
const weekOf = ({ days_left }: EndingContract) => Math.floor(days_left / 7);

/** Marks the first row of each week. */
export function weekMarks(rows: readonly EndingContract[]) {
  const firstOfWeek = new Map(rows.toReversed().map((row) => [weekOf(row), row]));
  return (row: EndingContract) => ({
    id: firstOfWeek.get(weekOf(row)) === row ? `week-${weekOf(row)}` : undefined,
  });
}
