import { DataTable } from "@/components/ui/data-table";
import { Section } from "@/components/ui/section";
import { actionKinds } from "@/lib/contracts/kinds";
import { endpoints } from "@/lib/endpoints";

import styles from "./tables.module.css";

/** The endpoints with examples. */
export function EndpointTable() {
  return (
    <Section
      id="api"
      title="API and downloads"
      subtitle="GET, no key, open to other sites. Money is in dollars, a day is ISO text, a missing value is null. Errors are problem documents that name each parameter."
    >
      <DataTable
        label="API endpoints"
        className={styles.middling}
        hasCards={false}
        columns={[
          {
            header: "Address",
            isRowHeader: true,
            className: "nowrap",
            cell: ({ path }) => <code>{path}</code>,
          },
          {
            header: "Answer",
            className: styles.help,
            cell: ({ answer }) => answer.replace("{kinds}", Object.keys(actionKinds).join(", ")),
          },
          { header: "Try", className: styles.text, cell: ({ example }) => <a href={example}>{example}</a> },
        ]}
        rows={endpoints}
        rowKey={({ path }) => path}
      />
    </Section>
  );
}
