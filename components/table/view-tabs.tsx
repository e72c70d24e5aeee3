import type { ReactNode } from "react";
import { InlineChoice } from "@/components/ui/joined";

import { Tabs } from "@/components/ui/tabs";
import { rowNoun, views } from "@/lib/contracts/columns";
import { grouping, shownGroupings } from "@/lib/contracts/groupings";
import { change, href, type Query } from "@/lib/query/query";

import styles from "./view-tabs.module.css";

/** Tabs for the table and for groupings of a selection, and links to rows per contract or action. */
export function ViewTabs({ query, children }: { query: Query; children?: ReactNode }) {
  const tabs = [null, ...shownGroupings].map((show) => ({
    label: show === null ? "Table" : `By ${grouping(show).label}`,
    href: href("/contracts", change(query, { show })),
    current: query.show === show,
  }));
  return (
    <div className={styles.views}>
      <Tabs label="Show as" tabs={tabs} />
      <div className={styles.rows}>
        <p>
          One row per{" "}
          <InlineChoice
            choices={views.map((view) => ({
              label: rowNoun(view),
              href: href("/contracts", change(query, { view })),
              isChosen: query.view === view,
              name: `One row per ${rowNoun(view)}`,
            }))}
          />
        </p>
        {children}
      </div>
    </div>
  );
}
