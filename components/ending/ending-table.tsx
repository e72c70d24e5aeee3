import stack from "@/components/figures/stack.module.css";
import { TableRegion } from "@/components/figures/table-region";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { RecordedText } from "@/components/ui/recorded-text";
import { type Day, shortDay } from "@/lib/contracts/days";
import { dayFault, type EndingContract, type EndName } from "@/lib/contracts/ending";
import { notReported } from "@/lib/contracts/groupings";
import { endingKinds } from "@/lib/contracts/kinds";
import { type Cents, counted } from "@/lib/contracts/money";
import { companyPage, contractPage } from "@/lib/query/pages";

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

/** The week of a row, as an anchor for the bars. */
const weekOf = ({ days_left }: EndingContract) => Math.floor(days_left / 7);

/** Contracts that end soon, the first to end first. */
export function EndingTable({ label, rows, end, hasValues, snapshot }: EndingTableProps) {
  return (
    <TableRegion label={label}>
      <table className={stack.stack}>
        <thead>
          <tr>
            <th scope="col">Contract (PIID)</th>
            <th scope="col">Company</th>
            <th scope="col">Latest description</th>
            <th scope="col">Current end</th>
            <th scope="col">Potential end</th>
            <th scope="col" className="num">
              Days left
            </th>
            {hasValues && (
              <th scope="col" className="num">
                Options not yet used
              </th>
            )}
            <th scope="col" className="num">
              Obligated in these records
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => {
            const before = rows[index - 1];
            const isFirst = before === undefined || weekOf(before) !== weekOf(row);
            return (
              <tr key={row.key} id={isFirst ? `week-${weekOf(row)}` : undefined}>
                <th scope="row" className="nowrap">
                  <Link href={contractPage(row.key, { snapshot })}>{row.piid}</Link>
                </th>
                <td data-label="Company">
                  <Link href={companyPage(row.company.slug, { agency: [row.agency], snapshot })}>
                    {row.company.name}
                  </Link>
                </td>
                <td data-label="Latest description" className="long">
                  <span className={styles.words} title={row.description ?? undefined}>
                    <RecordedText text={row.description} />
                  </span>
                  {row.latest_kind !== null && endingKinds.has(row.latest_kind) && (
                    <small className={styles.note}>latest action: {row.latest_kind}</small>
                  )}
                </td>
                <td data-label="Current end">
                  <End day={row.current_end} start={row.start} isAsked={end === "current"} />
                </td>
                <td data-label="Potential end">
                  <End day={row.potential_end} start={row.start} isAsked={end === "potential"} />
                </td>
                <td className="num" data-label="Days left">
                  {row.days_left === 0 ? "today" : counted(row.days_left, "day")}
                </td>
                {hasValues && (
                  <td className="num" data-label="Options not yet used">
                    <Amount cents={row.options_not_used} without={withoutOptions(row)} />
                  </td>
                )}
                <td className="num" data-label="Obligated in these records">
                  <Amount cents={row.in_records} without="no action here" />
                  {row.in_records !== null && !row.base_included && (
                    <small className={styles.note}>earlier actions are not here</small>
                  )}
                  {row.in_records === null && (
                    <small className={styles.note}>known from an award summary alone</small>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableRegion>
  );
}

function withoutOptions({ current_value: current, potential_value: potential }: EndingContract): string {
  return current === null || potential === null ? notReported : "potential below current";
}

function Amount({ cents, without }: { cents: Cents | null; without: string }) {
  return cents === null ? <span className="soft">{without}</span> : <Money cents={cents} exact />;
}

function End({ day, start, isAsked }: { day: Day | null; start: Day | null; isAsked: boolean }) {
  if (day === null) return <span className="soft">{notReported}</span>;
  const words = <time dateTime={day}>{shortDay(day)}</time>;
  switch (dayFault(day, start)) {
    case "year":
      return <>{words} (as recorded; cannot be right)</>;
    case "before the start":
      return <>{words} (as recorded; before the start)</>;
    default:
      return isAsked ? <strong className="nowrap">{words}</strong> : <span className="nowrap">{words}</span>;
  }
}
