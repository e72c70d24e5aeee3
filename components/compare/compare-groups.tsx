import type { ReactNode } from "react";

import { CompareBox } from "@/components/compare/compare-box";
import { CompareForm } from "@/components/compare/compare-form";
import { HiddenFields } from "@/components/filters/hidden-fields";
import { type GroupingName, grouping, shownGroupings } from "@/lib/contracts/groupings";
import { mostCompared } from "@/lib/query/comparison";
import { change, type Query, without } from "@/lib/query/query";

import styles from "./compare.module.css";

interface CompareGroupsProps {
  query: Query;
  by: GroupingName;
}

/** The form that compares the checked groups of a list, under the other filters of its query. */
export function CompareGroups({ query, by }: CompareGroupsProps) {
  const { parameter, plural } = grouping(by);
  const show = shownGroupings.find((one) => one === (by === "recipient" ? "company" : by)) ?? "company";
  return (
    <CompareForm plural={plural} most={mostCompared}>
      <HiddenFields
        query={change(without(query, parameter), { show, others: null, vs: null, table_sort: [] })}
      />
    </CompareForm>
  );
}

interface GroupBoxProps extends CompareGroupsProps {
  group: { key: string | null; label: string };
  /** The group's name in its list. */
  children: ReactNode;
}

/** A group's name after its check box; what no filter selects has none. */
export function GroupBox({ query, by, group, children }: GroupBoxProps) {
  const { parameter } = grouping(by);
  if (group.key === null) return children;
  const isChosen = [query[parameter]].flat().map(String).includes(group.key);
  return (
    <div className={styles.choosable}>
      <CompareBox parameter={parameter} value={group.key} name={group.label} isChosen={isChosen} />
      <span>{children}</span>
    </div>
  );
}
