import { TableRegion } from "@/components/figures/table-region";
import { Section } from "@/components/ui/section";
import type { Reject } from "@/lib/contracts/facts";
import { counted, formatCount } from "@/lib/contracts/money";

import styles from "./tables.module.css";

/** The rows that were not accepted, each with its reason. `total` counts those that are not listed too. */
export function Rejects({
  rejects,
  total,
  snapshot,
}: {
  rejects: Reject[];
  total: number;
  snapshot: string;
}) {
  return (
    <Section
      id="rejects"
      title="Rejected rows"
      subtitle={
        total === 0
          ? "No row of these files was rejected."
          : `${counted(total, "row")} rejected${total > rejects.length ? `; the first ${formatCount(rejects.length)} reasons are listed` : ""}.`
      }
    >
      {rejects.length > 0 && (
        <TableRegion label="Table of rejected rows">
          <table className={styles.middling}>
            <thead>
              <tr>
                <th scope="col">File</th>
                <th scope="col" className="num">
                  Line
                </th>
                <th scope="col">Column</th>
                <th scope="col">Value</th>
                <th scope="col">Reason</th>
              </tr>
            </thead>
            <tbody>
              {rejects.map((reject) => (
                <tr key={`${reject.file} ${reject.line} ${reject.column}`}>
                  <th scope="row">{reject.file}</th>
                  <td className="num">{formatCount(reject.line)}</td>
                  <td>{reject.column}</td>
                  <td className={styles.text}>{reject.value}</td>
                  <td className={styles.text}>{reject.reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      )}
      <p className={styles.prose}>
        All rejected rows, with line, column, value and reason, are in{" "}
        <code>snapshots/{snapshot}.rejects.csv</code> in the folder <code>CONTRACTS_HOME</code> (
        <code>.contracts</code> where it is not set). The file can be mended and loaded again.
      </p>
    </Section>
  );
}
