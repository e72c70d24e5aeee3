import type { Reject } from "@/lib/contracts/facts";
import type { RecordedName } from "@/lib/contracts/recorded";
import { decode } from "@/lib/intake/decode";
import {
  type Delimiter,
  type Mapping,
  mapHeader,
  otherTables,
  type ReadName,
  Refusal,
} from "@/lib/intake/header";
import { FileNotes } from "@/lib/intake/notes";
import { type Accepted, readColumns, rowReader } from "@/lib/intake/reader";
import { keptCells } from "@/lib/intake/rejected";
import { type RawRow, splitRows } from "@/lib/intake/rows";

export type { Accepted };

/** What a stretch of a file brought. */
export interface Batch {
  /** The name of the form of the file, its columns that are read, and the names of those that are not. */
  format: string;
  columns: RecordedName[];
  ignored: string[];
  accepted: Accepted[];
  rejected: Reject[];
  /** Cells in which something was replaced. */
  masked: number;
  /** Sentences about the file as a whole; they come with its last batch, which has no rows. */
  notes: string[];
}

/**
 * Reads one file of records from its bytes: every row comes back either accepted or rejected with a reason.
 * Throws {@link Refusal} where the file as a whole is not what it claims; what was read of it before is void.
 */
export async function* intake(file: string, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Batch> {
  const notes = new FileNotes();
  let form: Form | undefined;
  for await (const { rows, blank, delimiter, open } of splitRows(readText(bytes, notes))) {
    notes.blankRows(blank);
    let start = 0;
    if (!form) {
      const [first] = rows;
      if (!first) throw new Refusal("The file is empty; download it again");
      form = new Form(file, mapHeader(first.cells), delimiter, notes);
      start = 1;
    }
    const { mapping } = form;
    const last = rows.at(-1);
    if (open && last && rows.length > start && last.cells.length < mapping.header.length) {
      throw new Refusal(
        `The file ends inside a row: line ${last.line} has ${last.cells.length} of ${mapping.header.length} cells and no line end; download it again`,
      );
    }
    yield form.read(rows, start);
  }
  if (form) yield form.end();
}

/** The text of the file; what had to be guessed or given up goes to the notes. */
async function* readText(bytes: AsyncIterable<Uint8Array>, notes: FileNotes) {
  const text = decode(bytes, () =>
    notes.say("The file is not UTF-8; its accented letters were read as Windows-1252 (Latin-1)."),
  );
  for await (const part of text) {
    notes.lossy ||= part.includes("\ufffd");
    yield part;
  }
}

/** One file, once its header is known. */
class Form {
  readonly #readRow: ReturnType<typeof rowReader>;
  readonly #columns: RecordedName[];
  /** Rows by what they are, wherever they went. */
  readonly #seen = { action: 0, award: 0, agreement: 0, assistance: 0, unknown: 0 };

  constructor(
    readonly file: string,
    readonly mapping: Mapping,
    readonly delimiter: Delimiter,
    readonly notes: FileNotes,
  ) {
    this.#readRow = rowReader(mapping, notes, delimiter);
    this.#columns = readColumns(mapping);
  }

  #batch = (): Batch => ({
    format: this.mapping.format,
    columns: this.#columns,
    ignored: this.mapping.ignored,
    accepted: [],
    rejected: [],
    masked: 0,
    notes: [],
  });

  read(rows: RawRow[], start: number): Batch {
    const batch = this.#batch();
    for (let index = start; index < rows.length; index += 1) this.#read(rows[index] as RawRow, batch);
    return batch;
  }

  /** Closes the account of the file. Throws {@link Refusal} where none of its rows was a contract's. */
  end(): Batch {
    const { action, award, agreement, assistance, unknown } = this.#seen;
    if (action + award + unknown === 0) {
      if (agreement > assistance)
        throw new Refusal(
          "The file holds ordering agreements (IDVs) only, under which contracts are awarded; download the contracts too, award types A to D",
          "other table",
        );
      if (assistance > 0) throw new Refusal(otherTables.assistance, "other table");
    }
    return { ...this.#batch(), notes: this.notes.end() };
  }

  #read(row: RawRow, batch: Batch) {
    const { header } = this.mapping;
    // R's write.table names no column for the numbers of the rows.
    if (row.cells.length === header.length + 1 && /^\d+$/.test(row.cells[0] ?? "")) row.cells.shift();
    const misfit =
      row.malformed ??
      (row.cells.length === header.length
        ? null
        : `has ${row.cells.length} cells where the header has ${header.length}`);
    if (misfit !== null) {
      this.#seen.unknown += 1;
      this.#reject(row, null, misfit, batch);
      return;
    }
    const { kind, outcome, masked } = this.#readRow(row.cells, row.line);
    this.#seen[kind] += 1;
    batch.masked += masked;
    if ("reason" in outcome) this.#reject(row, outcome.column, outcome.reason, batch);
    else batch.accepted.push(outcome);
  }

  #reject(row: RawRow, column: ReadName | null, reason: string, batch: Batch) {
    const { cells, value, masked } = keptCells(this.mapping, row, column, this.delimiter);
    batch.masked += masked;
    batch.rejected.push({ file: this.file, line: row.line, column: column ?? "", value, reason, row: cells });
  }
}
