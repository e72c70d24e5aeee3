import Papa from "papaparse";

import type { ColumnKind } from "@/lib/contracts/columns";
import { guard } from "@/lib/contracts/formulas";
import { toDollars } from "@/lib/contracts/money";

/** One column of a small table as a file. Money is in cents. */
export interface SheetColumn<Row> {
  name: string;
  kind: ColumnKind;
  value: (row: Row) => SheetCell;
}

type SheetCell = string | number | boolean | null;

/** Columns that have the names of fields of a row. */
export const fields = <const Name extends string>(
  kind: ColumnKind,
  ...names: Name[]
): SheetColumn<Record<Name, SheetCell>>[] => names.map((name) => ({ name, kind, value: (row) => row[name] }));

const formats: Record<ColumnKind, (value: NonNullable<SheetCell>) => string> = {
  text: (value) => guard(String(value)),
  code: (value) => guard(String(value)),
  day: String,
  money: (value) => toDollars(Number(value)),
  count: String,
  flag: String,
};

/** A table that fits into memory as CSV, like every CSV here: byte order mark, CRLF, formula guard, dollars. */
export function sheet<Row>(columns: readonly SheetColumn<Row>[], rows: readonly Row[]): string {
  const names = columns.map(({ name }) => name);
  const cells = rows.map((row) =>
    columns.map(({ kind, value }) => {
      const cell = value(row);
      return cell === null ? "" : formats[kind](cell);
    }),
  );
  return `\uFEFF${Papa.unparse([names, ...cells], { newline: "\r\n" })}\r\n`;
}
