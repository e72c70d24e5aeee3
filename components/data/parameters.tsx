import { DataTable } from "@/components/ui/data-table";
import { Section } from "@/components/ui/section";
import { parameterNames, parameters } from "@/lib/query/filters";

import styles from "./tables.module.css";

/** The query parameters of pages, JSON and exports. */
export function ParameterTable() {
  return (
    <Section
      id="parameters"
      title="Query parameters"
      subtitle="The same for pages, JSON and exports. Filters select actions, and every figure is a sum of the selected actions. An empty value is a parameter left out; one that cannot be understood is named, never guessed."
    >
      <DataTable
        label="Table of query parameters"
        className={styles.middling}
        hasCards={false}
        columns={[
          { header: "Parameter", isRowHeader: true, cell: (name) => <code>{name}</code> },
          { header: "Meaning", cell: (name) => parameters[name].help },
        ]}
        rows={parameterNames}
        rowKey={(name) => name}
      />
    </Section>
  );
}
