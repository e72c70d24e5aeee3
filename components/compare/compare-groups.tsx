import { CompareBox } from "@/components/compare/compare-box";
import { CompareForm } from "@/components/compare/compare-form";
import { HiddenFields } from "@/components/filters/hidden-fields";
import { type GroupingName, grouping, shownGroupings } from "@/lib/contracts/groupings";
import { mostCompared } from "@/lib/query/comparison";
import { change, type Query, without } from "@/lib/query/query";

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

/** The check box of a group; none for what no filter selects. */
export function GroupBox({
  query,
  by,
  group,
}: CompareGroupsProps & { group: { key: string | null; label: string } }) {
  const { parameter } = grouping(by);
  if (group.key === null) return null;
  const isChosen = [query[parameter]].flat().map(String).includes(group.key);
  return <CompareBox parameter={parameter} value={group.key} name={group.label} isChosen={isChosen} />;
}
