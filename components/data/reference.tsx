import { DataTable } from "@/components/ui/data-table";
import { Section } from "@/components/ui/section";
import { type ColumnKind, columnsIn, type View } from "@/lib/contracts/columns";
import { actionKinds } from "@/lib/contracts/kinds";
import type { SnapshotInfo } from "@/lib/contracts/snapshots";
import { endpoints } from "@/lib/endpoints";
import { parameterNames, parameters } from "@/lib/query/filters";
import styles from "./tables.module.css";

const kinds: Record<ColumnKind, string> = {
  text: "text",
  code: "code (text)",
  day: "day, YYYY-MM-DD",
  money: "U.S. dollars, two decimals",
  count: "count",
  flag: "true or false",
};

const titles: Record<View, string> = {
  contracts: "One row per contract",
  actions: "One row per action",
};

export function ColumnDictionary({ has }: { has: SnapshotInfo["has"] }) {
  return (
    <Section
      id="columns"
      title="Column dictionary"
      subtitle="Exports, the API, and the parameters sort and cols use these names."
    >
      <ColumnTable view="contracts" has={has} />
      <ColumnTable view="actions" has={has} />
    </Section>
  );
}

function ColumnTable({ view, has }: { view: View; has: SnapshotInfo["has"] }) {
  return (
    <>
      <h3 id={`columns-${view}`}>
        {titles[view]} (<code>view={view}</code>)
      </h3>
      <DataTable
        label={titles[view]}
        className={styles.middling}
        hasCards={false}
        columns={[
          { header: "Name", isRowHeader: true, cell: ([name]) => <code>{name}</code> },
          { header: "Label", cell: ([, { label }]) => label },
          { header: "Kind", cell: ([, { kind }]) => kinds[kind] },
          { header: "Meaning", className: styles.help, cell: ([, { help }]) => help },
          { header: "Sorts", cell: ([, { sortable }]) => (sortable ? "yes" : "no") },
        ]}
        rows={columnsIn(view, has)}
        rowKey={([name]) => name}
      />
    </>
  );
}

export function ParameterTable() {
  return (
    <Section
      id="parameters"
      title="Query parameters"
      subtitle="They are the same for pages, JSON and exports. Filters select actions, and every figure is a sum of the selected actions. An empty value counts as none. A value that we cannot read is reported, never guessed."
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

export function EndpointTable() {
  return (
    <Section
      id="api"
      title="API and downloads"
      subtitle="Use GET. No key is needed, and other sites may call it. Money is in dollars, dates are ISO text, and a missing value is null. Errors are problem documents that name each parameter."
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
