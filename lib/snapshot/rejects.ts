import "server-only";
import Papa from "papaparse";
import { recordColumns, snapshotColumn } from "@/lib/contracts/columns";
import type { Reject } from "@/lib/contracts/facts";
import { guard } from "@/lib/contracts/formulas";

/**
 * Rejected rows as CSV, to be mended and loaded again: the record columns, then where and why. The last column
 * marks the file as ours, so that the guards are taken off on the way in.
 */
export function rejectsToCsv(rejects: Reject[], snapshot: string): string {
  const fields = [...recordColumns, "file", "line", "column", "value", "reason", snapshotColumn];
  const data = rejects.map(({ file, line, column, value, reason, row }) => {
    const cells = new Map(Object.entries(row).map(([name, cell]) => [name.toLowerCase(), cell]));
    const recorded = recordColumns.map((name) => cells.get(name) ?? "");
    return [...recorded, file, String(line), column, value, reason, snapshot].map(guard);
  });
  return `\ufeff${Papa.unparse({ fields, data }, { newline: "\r\n" })}\r\n`;
}
