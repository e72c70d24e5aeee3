import type { Reject } from "@/lib/contracts/import-report";
import type { RecordedName } from "@/lib/contracts/recorded";
import type { CheckedRecord } from "@/lib/import/2-parse/records";
import { type Accepted, type Batch, parseRecords } from "@/lib/import/2-parse/records";

/** What the intake makes of a whole file. */
export interface ReadFile {
  format: string;
  columns: RecordedName[];
  ignored: string[];
  accepted: Accepted[];
  rejected: Reject[];
  masked: number;
  notes: string[];
}

/** Bytes in parts of a given size, as often as they are read. */
export const inParts = (bytes: Uint8Array, size: number): AsyncIterable<Uint8Array> => ({
  async *[Symbol.asyncIterator]() {
    for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
  },
});

/** Reads a file that the test has in its hands. */
export async function readWhole(
  text: string | Uint8Array,
  { size = 7, onBatch = () => {} }: { size?: number; onBatch?: (batch: Batch) => void } = {},
): Promise<ReadFile> {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  const file: ReadFile = {
    format: "",
    columns: [],
    ignored: [],
    accepted: [],
    rejected: [],
    masked: 0,
    notes: [],
  };
  for await (const batch of parseRecords("file.csv", inParts(bytes, size))) {
    file.format = batch.format;
    file.columns = batch.columns;
    file.ignored = batch.ignored;
    file.accepted.push(...batch.accepted);
    file.rejected.push(...batch.rejected);
    file.masked += batch.masked;
    file.notes.push(...batch.notes);
    onBatch(batch);
  }
  return file;
}

/** What a record has, without what it lacks. */
export const reported = ({ record }: { record: CheckedRecord }) =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null));

const quote = (cell: string) => (/[",;\t|\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A table as CSV: the names of its columns, and a row for each object. */
export function csv(
  rows: Record<string, string>[],
  { columns = Object.keys(rows[0] ?? {}), delimiter = ",", end = "\n" } = {},
): string {
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ""))]
    .map((cells) => cells.map(quote).join(delimiter) + end)
    .join("");
}
