import { awardTypes } from "@/lib/contracts/awards";
import type { ColumnName } from "@/lib/contracts/columns";
import { lookUp } from "@/lib/contracts/look-up";
import { type ReadingPiece, readingPieces } from "@/lib/contracts/recorded-text";
import type { ShownRow } from "@/lib/contracts/rows";
import { companyPage, contractPage } from "@/lib/query/pages";
import type { Query } from "@/lib/query/query";
import type { Labels } from "@/lib/query/words";

import type { TableColumn } from "./columns";
import { rowId } from "./row-id";

/** A row as the table draws it: the values of the shown columns, the addresses its cells lead to, and what it opens. */
export interface TableRow {
  /** Also the part of an address after its #, that opens the row. */
  id: string;
  opens: OpenedRow;
  values: Record<string, string | number | boolean | null | ReadingPiece[]>;
  companyHref: string;
  contractHref: string;
  /** Whether the contract began before these records do. */
  isCut: boolean;
  /** The names of the selected actions' recipients, where the contract carries a later one. */
  recordedAs: string[];
}

/** What is told of a row before its contract is loaded. */
export interface OpenedRow {
  /** The key of its contract. */
  contract: string;
  piid: string;
  /** The action that the row is; `null` where it is a contract. */
  modification: string | null;
  company: string;
  office: string;
}

/** The columns whose texts are recorded in capitals and meant to be read. */
const described: ReadonlySet<ColumnName> = new Set([
  "description",
  "transaction_description",
  "psc",
  "naics",
  "product_or_service_code_description",
  "naics_description",
]);

const named = (names: Record<string, string>, code: string) => lookUp(names, code) ?? code;

/** Rows for the browser: only what is shown is sent. Codes that have a name carry it. */
export function tableRows(
  query: Query,
  columns: TableColumn[],
  rows: readonly ShownRow[],
  labels: Labels,
  recordedAs: Record<string, string[]>,
): TableRow[] {
  const shown = columns.filter(({ visible }) => visible).map(({ name }) => name);
  const ids = new Set<string>();
  return rows.map((row) => {
    const isContract = "piid" in row;
    const office = lookUp(labels.office ?? {}, row.office) ?? row.office;
    const opens: OpenedRow = {
      contract: isContract ? row.key : row.contract,
      piid: isContract ? row.piid : row.award_id_piid,
      modification: isContract ? null : row.modification_number,
      company: row.company.name,
      office,
    };
    const all: Record<string, unknown> = {
      ...row,
      company: row.company.name,
      office,
      ...("type" in row && row.type ? { type: named(awardTypes, row.type) } : {}),
    };
    return {
      id: unused(rowId(opens), ids),
      opens,
      values: Object.fromEntries(
        shown.map((name) => {
          const value = (all[name] ?? null) as TableRow["values"][string];
          return [
            name,
            described.has(name) && typeof value === "string" && value ? readingPieces(value) : value,
          ];
        }),
      ),
      companyHref: companyPage(row.company.slug, query),
      contractHref: contractPage(opens.contract, query),
      isCut: isContract && !row.base_included,
      recordedAs: (isContract && recordedAs[row.key]) || [],
    };
  });
}

/** Two rows may be the same modification: the record has such. */
function unused(id: string, taken: Set<string>): string {
  const found = taken.has(id) ? `${id}/${taken.size}` : id;
  taken.add(found);
  return found;
}
