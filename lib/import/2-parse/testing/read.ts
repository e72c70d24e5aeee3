import { type Batch, type CheckedRecord, parseRecords } from "@/lib/import/2-parse/records";

/** Bytes in chunks of a given size, which can be read repeatedly. */
export const inParts = (bytes: Uint8Array, size: number): AsyncIterable<Uint8Array> => ({
  async *[Symbol.asyncIterator]() {
    for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
  },
});

/** Parses the text of a file, its batches joined. */
export async function readWhole(
  text: string | Uint8Array,
  { size = 7, onBatch = () => {} }: { size?: number; onBatch?: (batch: Batch) => void } = {},
): Promise<Batch> {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  const file: Batch = {
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

/** The reported values of a record. */
export const reported = ({ record }: { record: CheckedRecord }) =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null));

const quote = (cell: string) => (/[",;\t|\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A CSV table: a header, and a row for each object. */
export function csvTable(
  rows: Record<string, string>[],
  { columns = Object.keys(rows[0] ?? {}), delimiter = ",", end = "\n" } = {},
): string {
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ""))]
    .map((cells) => cells.map(quote).join(delimiter) + end)
    .join("");
}
