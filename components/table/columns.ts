import { type ColumnName, column, columnsIn, type Kind } from "@/lib/contracts/columns";
import type { RecordedName } from "@/lib/contracts/recorded";
import { change, href, picksActions, picksOnlyTime, type Query } from "@/lib/query/query";

/** A column as the table draws it: plain data, with the address that sorts by it. */
export interface TableColumn {
  name: ColumnName;
  label: string;
  kind: Kind;
  help: string;
  visible: boolean;
  /** Where a click on the header leads; `null` where the column does not sort. */
  sortHref: string | null;
  /** How the rows are sorted by this column now. */
  sorted: "ascending" | "descending" | null;
}

/**
 * The columns of a query's view that a snapshot with these recorded facts fills, and those asked for, the shown ones first and in their order. A contract's figure of matching actions
 * never stands without the whole contract's figure beside it; where all actions match, one of the two is enough.
 */
export function tableColumns(query: Query, has?: readonly RecordedName[]): TableColumn[] {
  const all = columnsIn(query.view, has);
  const isPartial = query.view === "contracts" && picksActions(query);
  const partialLabel = picksOnlyTime(query) ? "Obligated in this period" : "Obligated by matching actions";
  const usual = all
    .filter(([name, { shown }]) => shown && (isPartial || name !== "in_records"))
    .map(([name]) => name);
  const chosen = query.cols.length > 0 ? query.cols : usual;
  const visible =
    isPartial && chosen.includes("net") && !chosen.includes("in_records")
      ? chosen.flatMap((name): ColumnName[] => (name === "net" ? [name, "in_records"] : [name]))
      : chosen;
  const hidden = all.map(([name]) => name).filter((name) => !visible.includes(name));
  return [...visible, ...hidden].flatMap((name) => {
    const found = column(query.view, name);
    if (!found) return [];
    return {
      name,
      label: isPartial && name === "net" ? partialLabel : found.label,
      kind: found.kind,
      help: found.help,
      visible: visible.includes(name),
      sortHref: found.sortable ? href("/contracts", change(query, { sort: nextSort(query, name) })) : null,
      sorted: sortedBy(query, name),
    };
  });
}

function sortedBy({ sort }: Query, name: ColumnName): TableColumn["sorted"] {
  if (sort === name) return "ascending";
  return sort === `-${name}` ? "descending" : null;
}

/** The first click sorts figures and days from the largest, text from A; the next one turns it round. */
function nextSort(query: Query, name: ColumnName): string {
  const sorted = sortedBy(query, name);
  const isDown = sorted ? sorted === "ascending" : column(query.view, name)?.largestFirst === true;
  return isDown ? `-${name}` : name;
}
