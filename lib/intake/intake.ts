import type { RecordColumn } from "@/lib/contracts/columns";
import type { Reject } from "@/lib/contracts/facts";
import { unguard } from "@/lib/contracts/formulas";
import { type Mapping, mapHeader, Refusal } from "@/lib/intake/header";
import { mask } from "@/lib/intake/mask";
import { type CheckedRecord, recordSchema } from "@/lib/intake/record";
import { decode, type RawRow, splitRows } from "@/lib/intake/rows";

/** A row that may be stored. */
export interface Accepted {
  line: number;
  record: CheckedRecord;
  /** A hash of the description as it was before masking; 0 where masking changed nothing. */
  unmasked: number;
}

/** What a stretch of a file brought. `format` and `ignored` are the file's. */
export interface Batch {
  format: string;
  ignored: string[];
  accepted: Accepted[];
  rejected: Reject[];
  /** Cells in which something was replaced. */
  masked: number;
  /** Cells that hold characters which could not be decoded. */
  undecoded: number;
}

/**
 * Reads one file of records from its bytes: every row comes back either accepted or rejected with a reason.
 * Throws {@link Refusal} where the file as a whole is not what it claims; what was read of it before is void.
 */
export async function* intake(file: string, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Batch> {
  let mapping: Mapping | undefined;
  for await (const { rows, open } of splitRows(decode(bytes))) {
    let start = 0;
    if (!mapping) {
      const [first] = rows;
      if (!first) throw new Refusal("The file is empty; download it again");
      mapping = mapHeader(first.cells);
      start = 1;
    }
    const last = rows.at(-1);
    if (open && last && rows.length > start && last.cells.length < mapping.header.length) {
      throw new Refusal(
        `The file ends inside a row: line ${last.line} has ${last.cells.length} of ${mapping.header.length} cells and no line end; download it again`,
      );
    }
    yield readBatch(file, mapping, rows, start);
  }
}

function readBatch(file: string, mapping: Mapping, rows: RawRow[], start: number): Batch {
  const batch: Batch = {
    format: mapping.format,
    ignored: mapping.ignored,
    accepted: [],
    rejected: [],
    masked: 0,
    undecoded: 0,
  };
  const read = reader(mapping);
  for (let index = start; index < rows.length; index += 1) {
    const row = rows[index] as RawRow;
    const { cells, line } = row;
    if (mapping.guarded)
      for (let at = 0; at < cells.length; at += 1) cells[at] = unguard(cells[at] as string);
    const problem = rowProblem(row, mapping);
    if (problem) {
      batch.rejected.push(reject(file, mapping, row, "", "", problem, batch));
      continue;
    }
    const record = read(cells);
    const raw = record.transaction_description;
    if (raw.includes("\ufffd")) batch.undecoded += 1;
    record.transaction_description = mask(raw);
    const result = recordSchema.safeParse(record);
    if (!result.success) {
      const [issue] = result.error.issues;
      const column = String(issue?.path[0] ?? "") as RecordColumn;
      batch.rejected.push(
        reject(
          file,
          mapping,
          row,
          column,
          cells[mapping.positions[column]] ?? "",
          issue?.message ?? "does not fit",
          batch,
        ),
      );
      continue;
    }
    const changed = record.transaction_description !== raw;
    if (changed) batch.masked += 1;
    batch.accepted.push({ line, record: result.data, unmasked: changed ? hashText(raw) : 0 });
  }
  return batch;
}

function rowProblem({ cells, malformed }: RawRow, { header }: Mapping): string | null {
  if (malformed) return malformed;
  if (cells.length === header.length) return null;
  return `has ${cells.length} cells where the header has ${header.length}`;
}

/** Keys, codes, days and amounts lose the blanks around them; texts stay exactly as recorded. */
function reader({ positions: at }: Mapping) {
  const cell = (cells: string[], position: number) => (position < 0 ? "" : (cells[position] as string));
  return (cells: string[]): Record<RecordColumn, string> => ({
    contract_award_unique_key: cell(cells, at.contract_award_unique_key).trim(),
    award_id_piid: cell(cells, at.award_id_piid).trim(),
    modification_number: cell(cells, at.modification_number).trim(),
    action_date: cell(cells, at.action_date).trim(),
    federal_action_obligation: cell(cells, at.federal_action_obligation).trim(),
    awarding_sub_agency_code: cell(cells, at.awarding_sub_agency_code).trim(),
    awarding_sub_agency_name: cell(cells, at.awarding_sub_agency_name),
    recipient_name: cell(cells, at.recipient_name),
    product_or_service_code_description: cell(cells, at.product_or_service_code_description),
    naics_description: cell(cells, at.naics_description),
    transaction_description: cell(cells, at.transaction_description),
  });
}

function reject(
  file: string,
  { header }: Mapping,
  row: RawRow,
  column: string,
  value: string,
  reason: string,
  batch: Batch,
): Reject {
  const cells: Record<string, string> = {};
  for (const [index, raw] of row.cells.entries()) {
    const text = mask(raw);
    if (text !== raw) batch.masked += 1;
    // Cells beyond the header, and under blank names, are kept under their number.
    cells[header[index] || `column ${index + 1}`] = text;
  }
  return { file, line: row.line, column, value: mask(value), reason, row: cells };
}

/** A 53-bit hash of a text: two texts that differ practically never share it. Multiplicative, in two halves. */
function hashText(text: string): number {
  let one = 0xdeadbeef;
  let two = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    one = Math.imul(one ^ unit, 2_654_435_761);
    two = Math.imul(two ^ unit, 1_597_334_677);
  }
  one = Math.imul(one ^ (one >>> 16), 2_246_822_507) ^ Math.imul(two ^ (two >>> 13), 3_266_489_909);
  two = Math.imul(two ^ (two >>> 16), 2_246_822_507) ^ Math.imul(one ^ (one >>> 13), 3_266_489_909);
  return 4_294_967_296 * (2_097_151 & two) + (one >>> 0);
}
