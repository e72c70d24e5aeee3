import { DataTable } from "@/components/ui/data-table";
import { Section } from "@/components/ui/section";
import type { RecordSource } from "@/lib/contracts/rule-tables";

import styles from "./tables.module.css";

/** The sources of the files, from `sources.csv`. */
export function SourcesTable({
  sources,
  agencies,
}: {
  sources: RecordSource[];
  agencies: Record<string, string>;
}) {
  return (
    <Section
      id="sources"
      title="Sources"
      subtitle="As stated in data/records/sources.csv: who published each file, who retrieved it, when and through what, and what is known to be missing."
    >
      <DataTable
        label="Table of sources"
        className={styles.wide}
        columns={[
          { header: "File", isRowHeader: true, className: "nowrap", value: ({ file }) => file },
          { header: "Agency", className: styles.text, value: ({ agency }) => agencies[agency] ?? agency },
          { header: "Fiscal year", cell: (source) => source.fiscal_year },
          { header: "Publisher", className: styles.text, cell: ({ publisher }) => publisher },
          { header: "Retrieved", kind: "day", cell: ({ retrieved }) => retrieved },
          { header: "Through", className: styles.text, cell: (source) => source.retrieved_through },
          {
            header: "Known limits",
            kind: "long",
            className: styles.text,
            cell: (source) => source.known_limits || "None stated",
          },
        ]}
        rows={sources}
        rowKey={({ file }) => file}
      />
    </Section>
  );
}
