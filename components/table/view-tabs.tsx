import type { ReactNode } from "react";
import { InlineChoice } from "@/components/ui/joined";
import { Tabs } from "@/components/ui/tabs";
import { views } from "@/lib/contracts/columns";
import { grouping, isComparable, type ShownView, shownViews } from "@/lib/contracts/groupings";
import { comparedBy } from "@/lib/query/comparison";
import { change, href, isSet, type Query } from "@/lib/query/query";

import styles from "./view-tabs.module.css";

/** The tabs for the table, each grouping and the flow, and the switch between contracts and actions. `children` follow the switch. */
export function ViewTabs({ query, children }: { query: Query; children?: ReactNode }) {
  const compared = query.vs === null ? null : comparedBy({ ...query, grouped: "yes" });
  const nameOf = (show: ShownView) => (show === "flow" ? "How it is bought" : `By ${grouping(show).label}`);
  // What descriptions name is a view of actions that name something.
  const isOffered = (show: ShownView) =>
    show === "flow" ||
    !grouping(show).overlaps ||
    query.show === show ||
    isSet(query, grouping(show).parameter);
  const tabs = [null, ...shownViews.filter(isOffered)].map((show) => ({
    label: show === null ? "Table" : nameOf(show),
    // The table, the charts over time and the flow cannot compare two periods.
    href: href("/contracts", change(query, { show, ...(!isComparable(show) && { vs: null }) })),
    current: (compared ?? query.show) === show,
  }));
  return (
    <div className={styles.views}>
      <Tabs label="Show as" tabs={tabs} />
      <div className={styles.shown}>
        <p>
          Show{" "}
          <InlineChoice
            choices={views.map((view) => ({
              label: view === "actions" ? "individual actions" : view,
              href: href("/contracts", change(query, { view })),
              isChosen: query.view === view,
              name: `Show ${view === "actions" ? "individual actions" : view}`,
            }))}
          />
        </p>
        {children}
      </div>
    </div>
  );
}
