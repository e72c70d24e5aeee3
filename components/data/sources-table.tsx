import stack from "@/components/figures/stack.module.css";
import { TableRegion } from "@/components/figures/table-region";
import { Section } from "@/components/ui/section";
import type { Source } from "@/lib/contracts/facts";

import styles from "./tables.module.css";

/** Where each file came from, as `sources.csv` states it. */
export function SourcesTable({ sources, agencies }: { sources: Source[]; agencies: Record<string, string> }) {
  return (
    <Section
      id="sources"
      title="Sources"
      subtitle="As stated in data/records/sources.csv: who published each file, who retrieved it, when and through what, and what is known to be missing."
    >
      <TableRegion label="Table of sources">
        <table className={`${styles.wide} ${stack.stack}`}>
          <thead>
            <tr>
              <th scope="col">File</th>
              <th scope="col">Agency</th>
              <th scope="col">Fiscal year</th>
              <th scope="col">Publisher</th>
              <th scope="col">Retrieved</th>
              <th scope="col">Through</th>
              <th scope="col">Known limits</th>
            </tr>
          </thead>
          <tbody>
            {sources.map((source) => (
              <tr key={source.file}>
                <th scope="row" className="nowrap">
                  {source.file}
                </th>
                <td className={styles.text} data-label="Agency">
                  {agencies[source.agency] ?? source.agency}
                </td>
                <td data-label="Fiscal year">{source.fiscal_year}</td>
                <td className={styles.text} data-label="Publisher">
                  {source.publisher}
                </td>
                <td className="nowrap" data-label="Retrieved">
                  {source.retrieved}
                </td>
                <td className={styles.text} data-label="Through">
                  {source.retrieved_through}
                </td>
                <td className={`${styles.text} ${stack.long}`} data-label="Known limits">
                  {source.known_limits || "None stated"}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </Section>
  );
}
