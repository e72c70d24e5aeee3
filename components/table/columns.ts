import { type ColumnKind, type ColumnName, column, columnsIn } from "@/lib/contracts/columns";
import type { RecordedName } from "@/lib/contracts/recorded";
import { change, href, picksActions, picksOnlyTime, type Query } from "@/lib/query/query";

/** A column of the table as plain data, with its sort link. */
export interface TableColumn {
  name: ColumnName;
  label: string;
  kind: ColumnKind;
  help: string;
  visible: boolean;
  /** Whether the address names it. */
  isChosen: boolean;
  /** The address that a click on the header requests; `null` if the column does not sort. */
  sortHref: string | null;
  /** The current order, if the rows are sorted by this column. */
  sorted: "ascending" | "descending" | null;
}

/**
 * The columns of a view that the snapshot has, visible ones first and in their order. If the selected actions of a contract
 * are not all of it (`isPartial`), the table always shows their sum together with the whole contract's; else one of the two is enough.
 */
export function tableColumns(query: Query, isPartial: boolean, has?: readonly RecordedName[]): TableColumn[] {
  const all = columnsIn(query.view, has);
  const partialLabel = picksOnlyTime(query) ? "Obligated in this period" : "Obligated by matching actions";
  const defaultColumns = all
    .filter(([name, { shown }]) => shown && (isPartial || name !== "in_records"))
    .map(([name]) => name);
  const chosen = query.cols.length > 0 ? query.cols : defaultColumns;
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
      label: picksActions(query) && name === "net" ? partialLabel : found.label,
      kind: found.kind,
      help: found.help,
      visible: visible.includes(name),
      isChosen: query.cols.includes(name),
      sortHref: found.sortable ? href("/contracts", change(query, { sort: nextSort(query, name) })) : null,
      sorted: sortedBy(query, name),
    };
  });
}

function sortedBy({ sort }: Query, name: ColumnName): TableColumn["sorted"] {
  if (sort === name) return "ascending";
  return sort === `-${name}` ? "descending" : null;
}

/** The first click sorts figures and days from the largest, text from A. The next one reverses the order. */
function nextSort(query: Query, name: ColumnName): string {
  const sorted = sortedBy(query, name);
  const isDown = sorted ? sorted === "ascending" : column(query.view, name)?.largestFirst === true;
  return isDown ? `-${name}` : name;
}
