import { awardTypes } from "@/lib/contracts/award-types";
import type { Labels, ShownRow } from "@/lib/contracts/facts";
import { companyPage, contractPage } from "@/lib/query/pages";
import type { Query } from "@/lib/query/query";

import type { TableColumn } from "./columns";

/** A row as the table draws it: the values of the shown columns, and the addresses its cells lead to. */
export interface TableRow {
  id: string;
  values: Record<string, string | number | boolean | null>;
  companyHref: string;
  contractHref: string;
  /** Whether the contract began before these records do. */
  isCut: boolean;
  /** The names of the selected actions' recipients, where the contract carries a later one. */
  recordedAs: string[];
}

const named = (names: Record<string, string>, code: string) => names[code] ?? code;

/** Rows for the browser: only what is shown is sent. Codes that have a name carry it. */
export function tableRows(
  query: Query,
  columns: TableColumn[],
  rows: readonly ShownRow[],
  labels: Labels,
  recordedAs: Record<string, string[]>,
): TableRow[] {
  const shown = columns.filter(({ visible }) => visible).map(({ name }) => name);
  return rows.map((row, index) => {
    const isContract = "piid" in row;
    const all: Record<string, unknown> = {
      ...row,
      company: row.company.name,
      ...(row.office ? { office: labels.office?.[row.office] ?? row.office } : {}),
      ...("type" in row && row.type ? { type: named(awardTypes, row.type) } : {}),
    };
    return {
      id: isContract ? row.key : `${(query.page - 1) * query.size + index}`,
      values: Object.fromEntries(
        shown.map((name) => [name, (all[name] ?? null) as TableRow["values"][string]]),
      ),
      companyHref: companyPage(row.company.slug, query),
      contractHref: contractPage(isContract ? row.key : row.contract, query),
      isCut: isContract && !row.base_included,
      recordedAs: (isContract && recordedAs[row.key]) || [],
    };
  });
}
