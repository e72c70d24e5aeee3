import { DataTable } from "@/components/ui/data-table";
import { Section } from "@/components/ui/section";
import { type ColumnKind, columnsIn, type View } from "@/lib/contracts/columns";
import type { SnapshotInfo } from "@/lib/contracts/snapshots";

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

/** The columns of both views in the snapshot, from the column catalog. */
export function ColumnDictionary({ has }: { has: SnapshotInfo["has"] }) {
  return (
    <Section
      id="columns"
      title="Column dictionary"
      subtitle="The names are those of exports, of the API, and of the parameters sort and cols."
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
