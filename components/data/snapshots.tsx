import type { Route } from "next";
import { DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { Section } from "@/components/ui/section";
import type { StoredSnapshot } from "@/lib/contracts/snapshots";
import { defaults, href } from "@/lib/query/query";

import styles from "./tables.module.css";

/** The stored snapshots with links. `shown` is the ID of the page's own. */
export function SnapshotList({ snapshots, shown }: { snapshots: StoredSnapshot[]; shown: string }) {
  const of = (path: Route, snapshot: string) => href(path, { ...defaults("contracts"), snapshot });
  return (
    <Section
      id="snapshots"
      title="Snapshots"
      subtitle={
        <>
          What is kept here of earlier states of the records. The address of any page, download or API call
          reads one of them with <code>snapshot=</code> and its id, and so stays what it is when newer records
          come. <a href="/api/snapshots">The list as JSON</a>
        </>
      }
    >
      <DataTable
        label="Table of snapshots"
        className={styles.middling}
        caption="All agencies together; U.S. dollars obligated (net), exact."
        columns={[
          {
            header: "Snapshot",
            isRowHeader: true,
            className: "nowrap",
            cell: ({ id }) => <code>{id}</code>,
          },
          { header: "Built (UTC)", kind: "day", cell: ({ built }) => built.slice(0, 16).replace("T", " ") },
          { header: "Data through", kind: "day", value: (snapshot) => snapshot.data_through },
          { header: "Retrieved", kind: "day", cell: ({ retrieved }) => retrieved ?? "Not reported" },
          { header: "Files", kind: "count", value: ({ files }) => files.length },
          { header: "Actions", kind: "count", value: ({ totals }) => totals.actions },
          {
            header: "Obligated (net)",
            kind: "money",
            value: ({ totals }) => totals.net,
            cell: ({ id, totals }) => (
              <Link href={of("/agencies", id)}>
                <Money cents={totals.net} exact />
              </Link>
            ),
          },
          {
            header: "Read it",
            cell: ({ id, current }) => (
              <>
                <Link href={of("/", id)} aria-label={`Read this one, ${id}`}>
                  Read this one
                </Link>
                {current && " (published)"}
                {id === shown && " (this page)"}
              </>
            ),
          },
        ]}
        rows={snapshots}
        rowKey={({ id }) => id}
        isComplete
      />
    </Section>
  );
}
