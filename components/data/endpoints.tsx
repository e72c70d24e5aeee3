import { TableRegion } from "@/components/figures/table-region";
import { Section } from "@/components/ui/section";
import { actionKinds } from "@/lib/contracts/kinds";
import { endpoints } from "@/lib/endpoints";

import styles from "./tables.module.css";

/** The data endpoints, each with an address to try. */
export function Endpoints() {
  return (
    <Section
      id="api"
      title="API and downloads"
      subtitle="GET, no key, open to other sites. Money is in dollars, a day is ISO text, a missing value is null. Errors are problem documents that name each parameter."
    >
      <TableRegion label="API endpoints">
        <table className={styles.middling}>
          <thead>
            <tr>
              <th scope="col">Address</th>
              <th scope="col">Answer</th>
              <th scope="col">Try</th>
            </tr>
          </thead>
          <tbody>
            {endpoints.map(({ path, example, answer }) => (
              <tr key={path}>
                <th scope="row" className="nowrap">
                  <code>{path}</code>
                </th>
                <td className={styles.help}>
                  {answer.replace("{kinds}", Object.keys(actionKinds).join(", "))}
                </td>
                <td className={styles.text}>
                  <a href={example}>{example}</a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </Section>
  );
}
