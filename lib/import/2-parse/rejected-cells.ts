import { unguard } from "@/lib/contracts/formulas";
import { kindColumn, type Mapping, type ReadName } from "@/lib/import/2-parse/header";
import { mask } from "@/lib/import/2-parse/mask";
import type { RawRow } from "@/lib/import/2-parse/rows";

/**
 * What is kept of a rejected row, masked: the cells of the columns that are read, under the names of those columns, and
 * the value that was wrong. Where the cells cannot be told apart for certain, nothing is kept that may be a person's.
 */
export function keptCells(
  mapping: Mapping,
  row: RawRow,
  column: ReadName | null,
  delimiter: string,
): { cells: Record<string, string>; value: string; masked: number } {
  const { positions, guarded, holds, kindAt, header, privateFrom } = mapping;
  let masked = 0;
  const clean = (cell: string | undefined) => {
    const raw = guarded ? unguard(cell ?? "") : (cell ?? "");
    const left = mask(raw);
    if (left !== raw) masked += 1;
    return left;
  };
  const hidesPeople = column === null && privateFrom < header.length;
  const safe = hidesPeople ? privateFrom - Math.max(0, header.length - row.cells.length) : header.length;
  const cells: Record<string, string> = {
    [kindColumn]: holds === "each" ? clean(row.cells[kindAt]) : holds,
  };
  for (const [name, at] of positions) {
    if (at >= safe || (hidesPeople && row.cells[at]?.includes(delimiter))) continue;
    cells[name] = clean(row.cells[at]);
  }
  const extra = hidesPeople ? "" : row.cells.slice(header.length).join(delimiter);
  const value = column === null ? clean(extra) : (cells[column] ?? "");
  return { cells, value, masked };
}
