import { snapshotColumn } from "@/lib/contracts/columns";
import { type GroupingName, othersName } from "@/lib/contracts/groupings";
import type { Group, Rest, ThreeWayGroup } from "@/lib/contracts/totals";
import type { SheetColumn } from "@/lib/http/sheet";
import type { Query } from "@/lib/query/query";

type SheetRow = Group & Partial<ThreeWayGroup>;

/**
 * Groups by one to three groupings as a table whose rows add up to the totals of the query. The last row, without a key, is the
 * rest.
 */
export function groupSheet(query: Query, by: readonly GroupingName[], snapshot: string) {
  const columns: SheetColumn<SheetRow>[] = [
    { name: "key", kind: "code", value: ({ key }) => key },
    { name: "label", kind: "text", value: ({ label }) => label },
    ...(by.length > 1
      ? ([
          { name: "key2", kind: "code", value: ({ key2 }) => key2 ?? null },
          { name: "label2", kind: "text", value: ({ label2 }) => label2 ?? null },
        ] satisfies SheetColumn<SheetRow>[])
      : []),
    ...(by.length > 2
      ? ([
          { name: "key3", kind: "code", value: ({ key3 }) => key3 ?? null },
          { name: "label3", kind: "text", value: ({ label3 }) => label3 ?? null },
        ] satisfies SheetColumn<SheetRow>[])
      : []),
    { name: "net", kind: "money", value: ({ net }) => net },
    { name: "added", kind: "money", value: ({ added }) => added },
    { name: "taken_back", kind: "money", value: ({ taken_back }) => taken_back },
    { name: "actions", kind: "count", value: ({ actions }) => actions },
    { name: "contracts", kind: "count", value: ({ contracts }) => contracts },
    { name: snapshotColumn, kind: "text", value: () => snapshot },
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
