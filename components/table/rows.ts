import { awardTypes } from "@/lib/contracts/awards";
import { codeTitle } from "@/lib/contracts/code-titles";
import type { ColumnName } from "@/lib/contracts/columns";
import { lookUp } from "@/lib/contracts/look-up";
import { namePieces } from "@/lib/contracts/recorded-name";
import { type ReadingPiece, readingPieces } from "@/lib/contracts/recorded-text";
import type { ShownRow } from "@/lib/contracts/rows";
import { companyPage, contractPage } from "@/lib/query/pages";
import type { Query } from "@/lib/query/query";
import type { Labels } from "@/lib/query/query-text";

import type { TableColumn } from "./columns";
import { rowId } from "./row-id";

/** A row of the table: the values of its visible columns, the links of its cells, and the start of its panel. */
export interface TableRow {
  /** Also the fragment of the address that opens the row. */
  id: string;
  opens: OpenedRow;
  values: Record<string, string | number | boolean | null | ReadingPiece[]>;
  companyHref: string;
  contractHref: string;
  /** Whether earlier actions of the contract are not in these records. */
  isCut: boolean;
  /** The recipients of the selected actions, if they differ from the contract's latest. */
  recordedAs: string[];
}

/** What the panel of a row shows before its contract is loaded. */
export interface OpenedRow {
  contract: string;
  piid: string;
  /** The modification number; `null` in rows of contracts. */
  modification: string | null;
  company: string;
  office: string;
}

/** How the table writes text that is recorded in capitals. */
const shownTexts: Partial<Record<ColumnName, (text: string) => string | ReadingPiece[]>> = {
  purpose: readingPieces,
  description: readingPieces,
  transaction_description: readingPieces,
  psc: codeTitle,
  naics: codeTitle,
  product_or_service_code_description: codeTitle,
  naics_description: codeTitle,
  recipient: namePieces,
  recipient_name: namePieces,
};

const nameOf = (names: Record<string, string>, code: string) => lookUp(names, code) ?? code;

/** Rows for the browser, with visible columns only. Codes with a name are sent as names. */
export function shownRows(
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
      ...("type" in row && row.type ? { type: nameOf(awardTypes, row.type) } : {}),
    };
    return {
      id: unused(rowId(opens), ids),
      opens,
      values: Object.fromEntries(
        shown.map((name) => {
          const value = (all[name] ?? null) as TableRow["values"][string];
          return [name, typeof value === "string" && value ? (shownTexts[name]?.(value) ?? value) : value];
        }),
      ),
      companyHref: companyPage(row.company.slug, query),
      contractHref: contractPage(opens.contract, query),
      isCut: isContract && !row.base_included,
      recordedAs: (isContract && recordedAs[row.key]) || [],
    };
  });
}

/** A unique ID: the records have some modifications twice. */
function unused(id: string, taken: Set<string>): string {
  const found = taken.has(id) ? `${id}/${taken.size}` : id;
  taken.add(found);
  return found;
}
