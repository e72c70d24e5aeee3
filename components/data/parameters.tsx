import { TableRegion } from "@/components/figures/table-region";
import { Section } from "@/components/ui/section";
import { parameterNames, parameters } from "@/lib/query/filters";

import styles from "./tables.module.css";

/** The query parameters, the same for pages, JSON and exports. */
export function Parameters() {
  return (
    <Section
      id="parameters"
      title="Query parameters"
      subtitle="The same for pages, JSON and exports. Filters select actions, and every figure is a sum of the selected actions. An empty value is a parameter left out; one that cannot be understood is named, never guessed."
    >
      <TableRegion label="Table of query parameters">
        <table className={styles.middling}>
          <thead>
            <tr>
              <th scope="col">Parameter</th>
              <th scope="col">Meaning</th>
            </tr>
          </thead>
          <tbody>
            {parameterNames.map((name) => (
              <tr key={name}>
                <th scope="row">
                  <code>{name}</code>
                </th>
                <td>{parameters[name].help}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </Section>
  );
}
