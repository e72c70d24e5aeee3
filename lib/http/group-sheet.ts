import { type GroupingName, othersName } from "@/lib/contracts/groupings";
import type { Group, Rest, ThreeWayGroup } from "@/lib/contracts/totals";
import { fields, type SheetColumn } from "@/lib/http/sheet";
import type { Query } from "@/lib/query/query";

type SheetRow = Group & Partial<ThreeWayGroup>;

/**
 * Groups by one to three groupings as a table whose rows add up to the totals of the query. The last row, without a key, is the
 * rest.
 */
export function groupSheet(query: Query, by: readonly GroupingName[]) {
  const named = (["", "2", "3"] as const).slice(0, by.length).flatMap((place): SheetColumn<SheetRow>[] => [
    { name: `key${place}`, kind: "code", value: (row) => row[`key${place}`] ?? null },
    { name: `label${place}`, kind: "text", value: (row) => row[`label${place}`] ?? null },
  ]);
  const columns = [
    ...named,
    ...fields("money", "net", "added", "taken_back"),
    ...fields("count", "actions", "contracts"),
  ];
  const [first] = by;
  const others = ({ groups: count, ...figures }: Rest): SheetRow => ({
    ...figures,
    key: null,
    label:
      by.length > 1 || first === undefined
        ? `All others (${count})`
        : othersName(first === "company" && query.grouped === "no" ? "recipient" : first, count),
  });
  return {
    columns,
    rows: ({ groups, rest }: { groups: SheetRow[]; rest: Rest | null }): SheetRow[] =>
      rest ? [...groups, others(rest)] : groups,
  };
}
