import { DataTable } from "@/components/ui/data-table";
import { FoldedOnPhone, Section } from "@/components/ui/section";
import { type ColumnKind, columnsIn, type View } from "@/lib/contracts/columns";
import { actionKinds } from "@/lib/contracts/kinds";
import { counted } from "@/lib/contracts/money";
import type { SnapshotInfo } from "@/lib/contracts/snapshots";
import { endpoints } from "@/lib/endpoints";
import { parameterNames, parameters } from "@/lib/query/filters";
import type { TableSort } from "@/lib/query/table-sort";
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

export function ColumnDictionary({
  has,
  sortOf,
}: {
  has: SnapshotInfo["has"];
  sortOf: (table: string) => TableSort;
}) {
  return (
    <Section
      id="columns"
      title="Column dictionary"
      subtitle="Exports, the API, and the parameters sort and cols use these names."
    >
      <ColumnTable view="contracts" has={has} sort={sortOf("columns_contracts")} />
      <ColumnTable view="actions" has={has} sort={sortOf("columns_actions")} />
    </Section>
  );
}

function ColumnTable({ view, has, sort }: { view: View; has: SnapshotInfo["has"]; sort: TableSort }) {
  const columns = columnsIn(view, has);
  return (
    <>
      <h3 id={`columns-${view}`}>
        {titles[view]} (<code>view={view}</code>)
      </h3>
      <FoldedOnPhone title={`Show ${counted(columns.length, "column")}`} isOpen={sort.isNamed}>
        <DataTable
          label={titles[view]}
          className={styles.middling}
          hasCards={false}
          columns={[
            {
              header: "Name",
              isRowHeader: true,
              value: ([name]) => name,
              cell: ([name]) => <code>{name}</code>,
            },
            { header: "Label", value: ([, { label }]) => label },
            { header: "Kind", value: ([, { kind }]) => kinds[kind] },
            { header: "Meaning", className: styles.help, cell: ([, { help }]) => help },
            { header: "Sorts", value: ([, { sortable }]) => (sortable ? "yes" : "no") },
          ]}
          rows={columns}
          rowKey={([name]) => name}
          sort={sort}
        />
      </FoldedOnPhone>
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
      <FoldedOnPhone title={`Show ${counted(parameterNames.length, "parameter")}`}>
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
      </FoldedOnPhone>
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
      <FoldedOnPhone title={`Show ${counted(endpoints.length, "address", "addresses")}`}>
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
      </FoldedOnPhone>
    </Section>
  );
}
