import type { Reject } from "@/lib/contracts/facts";
import { counted } from "@/lib/contracts/money";
import { type RecordedName, recorded, recordedColumn } from "@/lib/contracts/recorded";
import { decode } from "@/lib/import/1-open/decode";
import { Refusal } from "@/lib/import/1-open/refusal";
import { DayOrderProof, type DayOrders, needsDayOrder } from "@/lib/import/2-parse/day-order";
import { FileNotes } from "@/lib/import/2-parse/file-notes";
import {
  type Delimiter,
  findHeader,
  type Mapping,
  otherTables,
  type ReadName,
} from "@/lib/import/2-parse/header";
import { type Accepted, readColumns, rowReader } from "@/lib/import/2-parse/reader";
import { keptCells } from "@/lib/import/2-parse/rejected-cells";
import { lineBreak, type RawRow, splitRows } from "@/lib/import/2-parse/rows";
import { readDay } from "@/lib/import/2-parse/values";

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
 * Reads one file of records from its bytes: every row comes back either accepted or rejected with a reason. The bytes are
 * read twice where the file alone can say in which order its dates are written.
 * Throws {@link Refusal} where the file as a whole is not what it claims; what was read of it before is void.
 */
export async function* intake(file: string, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Batch> {
  const notes = new FileNotes();
  let form: Form | undefined;
  for await (const { mapping, delimiter, rows } of tableRows(bytes, notes)) {
    form ??= new Form(file, mapping, delimiter, notes);
    if (!form.orders && needsDayOrder(rows, form.days))
      form.orders = await dayOrders(bytes, form.days, notes);
    yield form.read(rows);
  }
  if (form) yield form.end();
}

/** Decides from the whole file in which order its dates are written. */
async function dayOrders(
  bytes: AsyncIterable<Uint8Array>,
  days: Form["days"],
  notes: FileNotes,
): Promise<DayOrders> {
  const proof = new DayOrderProof(days);
  for await (const { rows } of tableRows(bytes, new FileNotes())) proof.add(rows);
  const { orders, notes: sentences } = proof.decide();
  for (const sentence of sentences) notes.say(sentence);
  return orders;
}

interface TableRows {
  mapping: Mapping;
  delimiter: Delimiter;
  rows: RawRow[];
}

/** The rows below the header, each with as many cells as the header has unless it is damaged. */
async function* tableRows(bytes: AsyncIterable<Uint8Array>, notes: FileNotes): AsyncGenerator<TableRows> {
  let mapping: Mapping | undefined;
  let titles: RawRow[] = [];
  for await (const { rows: found, blank, delimiter, open } of splitRows(readText(bytes, notes))) {
    notes.blankRows(blank);
    let rows = found;
    if (!mapping) {
      titles.push(...found);
      const header = findHeader(cellsOf(titles), false);
      if (!header) continue;
      const { at } = header;
      mapping = header.mapping;
      if (at > 0)
        notes.say(`The header is on line ${titles[at]?.line}; what stands above it is no part of the table.`);
      rows = titles.slice(at + 1);
      titles = [];
    }
    const { length } = mapping.header;
    for (const row of rows) fitToHeader(row, mapping, notes);
    const last = rows.at(-1);
    if (open && last && last.cells.length < length) {
      throw new Refusal(
        `The file ends inside a row: line ${last.line} has ${last.cells.length} of ${length} cells and no line end; download it again`,
      );
    }
    for (const row of rows)
      if (row.broken && swallowsRows(row, mapping, delimiter))
        throw new Refusal(
          `Line ${row.line} opens a quotation mark that swallows rows after it; double the mark or take it out, and load the file again`,
        );
    yield { mapping, delimiter, rows };
  }
  if (!mapping) findHeader(cellsOf(titles), true); // says what is missing
}

const cellsOf = (rows: readonly RawRow[]) => rows.map(({ cells }) => cells);

/**
 * Gives a row as many cells as the header where only empty ones at the end make a difference, and takes away R's number
 * of the row in front.
 */
function fitToHeader(row: RawRow, { header, positions, named }: Mapping, notes: FileNotes): void {
  const { cells } = row;
  const { length } = header;
  notes.line = row.line;
  if (cells.length < length && cells.length >= named) {
    while (cells.length < length) cells.push("");
    notes.repeat(unended);
  }
  if (cells.length <= length) return;
  if (cells.slice(length + 1).some((cell) => cell.trim() !== "")) return;
  const isEmpty = cells[length]?.trim() === "";
  // A first column of numbers looks like R's: then the date shows whether the cells are shifted.
  const isInPlace = isSomeDay(cells[positions.get("action_date") ?? -1] ?? "");
  const isNumbered = /^\d+$/.test(cells[0] ?? "") && !(isEmpty && isInPlace);
  if (!isNumbered && !isEmpty) return;
  if (!isNumbered || cells.length > length + 1) notes.repeat(trailing);
  if (isNumbered) cells.shift();
  cells.length = length;
}

const trailing = (count: number, first: string) =>
  `${counted(count, "row ends", "rows end")} with a separator that has nothing behind it, the first on ${first}.`;
const unended = (count: number, first: string) =>
  `${counted(count, "row lacks", "rows lack")} the cells under separators at the end of the header that have nothing behind them, the first on ${first}.`;

/** The columns of which one dates a row, the surest first. */
const dating: ReadName[] = ["action_date", "award_base_action_date", "period_of_performance_start_date"];

/**
 * Whether lines inside a quoted cell are rows themselves: its quotation mark is a stray one. The first line then ends the
 * row that opens the mark, and the last one begins the row that closes it.
 */
function swallowsRows({ cells }: RawRow, { positions, header }: Mapping, delimiter: Delimiter): boolean {
  const place = (name: ReadName) => positions.get(name) ?? -1;
  const [piid, key] = [place("award_id_piid"), place("contract_award_unique_key")];
  const day = place(dating.find((name) => positions.has(name)) ?? "action_date");
  const isRow = (parts: string[]) =>
    (/^"?[A-Z0-9]{10,}"?$/i.test(parts[piid]?.trim() ?? "") || awardKey.test(parts[key] ?? "")) &&
    isSomeDay(parts[day]?.replaceAll('"', "") ?? "");

  return cells.some((cell, at) => {
    if (!lineBreak.test(cell)) return false;
    const [first = [], ...others] = cell.split(lineBreak).map((line) => line.split(delimiter));
    if (others.some((parts) => awardKey.test(parts[0] ?? "") || isRow(parts))) return true;
    const opening = [...cells.slice(0, at), ...first];
    if (!isRow(opening)) return false;
    // What tells a row must stand in the text: every honest text of several lines lies between the cells of its own row.
    if (at <= Math.min(piid, day)) return true;
    const closing = [...(others.at(-1) ?? []), ...cells.slice(at + 1)];
    return opening.length >= header.length && closing.length >= header.length && isRow(closing);
  });
}

const awardKey = /^\s*"?CONT_(?:AWD|IDV)_\w/;

const isSomeDay = (text: string) =>
  (["month first", "day first"] as const).some((order) => typeof readDay(text.trim(), order) !== "string");

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
  #readRow: ReturnType<typeof rowReader>;
  #orders: DayOrders | undefined;
  /** The columns of dates and where they stand. */
  readonly days: [name: ReadName, at: number][];
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
    this.days = [...mapping.positions].filter(
      ([name]) => Object.hasOwn(recorded, name) && recordedColumn(name as RecordedName).kind === "day",
    );
  }

  /** The order of the dates, once something has to be read by it. */
  get orders(): DayOrders | undefined {
    return this.#orders;
  }

  set orders(orders: DayOrders | undefined) {
    this.#orders = orders;
    this.#readRow = rowReader(this.mapping, this.notes, this.delimiter, orders);
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

  read(rows: RawRow[]): Batch {
    const batch = this.#batch();
    for (const row of rows) this.#read(row, batch);
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
