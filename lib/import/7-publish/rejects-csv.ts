import "server-only";
import Papa from "papaparse";
import { snapshotColumn } from "@/lib/contracts/columns";
import { guard } from "@/lib/contracts/formulas";
import type { Reject } from "@/lib/contracts/import-report";
import { agreementFields, lifetimeSuffix, recordedColumn, reportedNames } from "@/lib/contracts/recorded";
import { kindColumn } from "@/lib/import/2-parse/header";

const names = [...reportedNames, ...agreementFields];
const written = [
  ...reportedNames.map((name) => (recordedColumn(name).lifetime ? name + lifetimeSuffix : name)),
  ...agreementFields,
];

/**
 * Rejected rows as CSV, to be mended and loaded again: what each row was read as, all columns that are read, whatever
 * file it came from, then where and why. The last column marks the file as ours, so that the guards are taken off on the
 * way in.
 */
export function rejectsToCsv(rejects: Reject[], snapshot: string): string {
  const fields = [kindColumn, ...written, "file", "line", "column", "value", "reason", snapshotColumn];
  const data = rejects.map(({ file, line, column, value, reason, row }) => {
    const cells = [kindColumn, ...names].map((name) => row[name] ?? "");
    return [...cells, file, String(line), column, value, reason, snapshot].map(guard);
  });
  return `\ufeff${Papa.unparse({ fields, data }, { newline: "\r\n" })}\r\n`;
}
