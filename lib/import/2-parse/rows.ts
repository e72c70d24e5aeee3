import Papa from "papaparse";
import { counted } from "@/lib/contracts/money";
import { decode } from "@/lib/import/1-open/open";
import { FileRefusal, refuseOtherFormats } from "@/lib/import/1-open/refusal";
import type { FileNotes } from "@/lib/import/2-parse/file-notes";
import {
  type Delimiter,
  fewestNames,
  findHeader,
  guessDelimiter,
  headerLines,
  knownNames,
  type Mapping,
  type ReadName,
  statedDelimiter,
} from "@/lib/import/2-parse/header";
import { readDay } from "@/lib/import/2-parse/values";

/** One row of a file. */
export interface RawRow {
  /** The physical line on which it starts, from 1. */
  line: number;
  /** Whether a cell contains a line break. */
  hasLineBreak: boolean;
  cells: string[];
  /** What is wrong with its quoting or bytes, as the end of a sentence; `null` if nothing is. */
  malformed: string | null;
}

export interface RawChunk {
  rows: RawRow[];
  delimiter: Delimiter;
  /** How many rows of separators alone were skipped. */
  blank: number;
  /** Whether the file ends inside the last row, without a line end. */
  open: boolean;
}

/** Some rows of a table of records, below its header. */
export interface TableRows {
  mapping: Mapping;
  delimiter: Delimiter;
  rows: RawRow[];
}

/**
 * The rows of a table of records, each with as many cells as the header unless it is damaged.
 * @throws {FileRefusal} if the bytes are no such table, the file is cut off, or a stray quotation mark swallows rows.
 */
export async function* tableRows(
  bytes: AsyncIterable<Uint8Array>,
  notes: FileNotes,
): AsyncGenerator<TableRows> {
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
        notes.add(`The header is on line ${titles[at]?.line}; what stands above it is no part of the table.`);
      rows = titles.slice(at + 1);
      titles = [];
    }
    const { length } = mapping.header;
    for (const row of rows) fitToHeader(row, mapping, notes);
    const last = rows.at(-1);
    if (open && last && last.cells.length < length) {
      throw new FileRefusal(
        `The file ends inside a row: line ${last.line} has ${last.cells.length} of ${length} cells and no line end; download it again`,
      );
    }
    for (const row of rows)
      if (row.hasLineBreak && swallowsRows(row, mapping, delimiter))
        throw new FileRefusal(
          `Line ${row.line} opens a quotation mark that swallows rows after it; double the mark or take it out, and load the file again`,
        );
    yield { mapping, delimiter, rows };
  }
  if (!mapping) findHeader(cellsOf(titles), true); // throws what is missing
}

const cellsOf = (rows: readonly RawRow[]) => rows.map(({ cells }) => cells);

async function* readText(bytes: AsyncIterable<Uint8Array>, notes: FileNotes) {
  const text = decode(bytes, () =>
    notes.add("The file is not UTF-8; its accented letters were read as Windows-1252 (Latin-1)."),
  );
  for await (const part of text) {
    notes.lossy ||= part.includes("\ufffd");
    yield part;
  }
}

/**
 * Pads a row that only lacks empty cells at the end, cuts one that only has extra empty cells, and removes the row number
 * that R writes in front.
 */
function fitToHeader(row: RawRow, { header, positions, named }: Mapping, notes: FileNotes): void {
  const { cells } = row;
  const { length } = header;
  notes.line = row.line;
  if (cells.length < length && cells.length >= named) {
    while (cells.length < length) cells.push("");
    notes.repeat(tooShort);
  }
  if (cells.length <= length) return;
  if (cells.slice(length + 1).some((cell) => cell.trim() !== "")) return;
  const isEmpty = cells[length]?.trim() === "";
  // A first column of numbers looks like R's row numbers: the date then shows whether the cells are shifted.
  const isInPlace = isSomeDay(cells[positions.get("action_date") ?? -1] ?? "");
  const isNumbered = /^\d+$/.test(cells[0] ?? "") && !(isEmpty && isInPlace);
  if (!isNumbered && !isEmpty) return;
  if (!isNumbered || cells.length > length + 1) notes.repeat(trailing);
  if (isNumbered) cells.shift();
  cells.length = length;
}

const trailing = (count: number, first: string) =>
  `${counted(count, "row ends", "rows end")} with a separator that has nothing behind it, the first on ${first}.`;
const tooShort = (count: number, first: string) =>
  `${counted(count, "row lacks", "rows lack")} the cells under separators at the end of the header that have nothing behind them, the first on ${first}.`;

/** The columns that can date a row, best first. */
const datingColumns: ReadName[] = [
  "action_date",
  "award_base_action_date",
  "period_of_performance_start_date",
];

/**
 * Whether lines inside a quoted cell are rows themselves, so that its quotation mark is a stray one. In that case the first
 * line ends the row that opens the mark, and the last line begins the row that closes it.
 */
function swallowsRows({ cells }: RawRow, { positions, header }: Mapping, delimiter: Delimiter): boolean {
  const place = (name: ReadName) => positions.get(name) ?? -1;
  const [piid, key] = [place("award_id_piid"), place("contract_award_unique_key")];
  const day = place(datingColumns.find((name) => positions.has(name)) ?? "action_date");
  const isRow = (parts: string[]) =>
    (/^"?[A-Z0-9]{10,}"?$/i.test(parts[piid]?.trim() ?? "") || awardKey.test(parts[key] ?? "")) &&
    isSomeDay(parts[day]?.replaceAll('"', "") ?? "");

  return cells.some((cell, at) => {
    if (!lineBreak.test(cell)) return false;
    const [first = [], ...others] = cell.split(lineBreak).map((line) => line.split(delimiter));
    if (others.some((parts) => awardKey.test(parts[0] ?? "") || isRow(parts))) return true;
    const opening = [...cells.slice(0, at), ...first];
    if (!isRow(opening)) return false;
    // The PIID or the date must be inside the text: a genuine text of several lines lies between the cells of its own row.
    if (at <= Math.min(piid, day)) return true;
    const closing = [...(others.at(-1) ?? []), ...cells.slice(at + 1)];
    return opening.length >= header.length && closing.length >= header.length && isRow(closing);
  });
}

const awardKey = /^\s*"?CONT_(?:AWD|IDV)_\w/;

const isSomeDay = (text: string) =>
  (["month first", "day first"] as const).some((order) => typeof readDay(text.trim(), order) !== "string");

/** Any line break inside a cell, whatever ends the rows of the file. */
const lineBreak = /\r\n?|\n/;

/** No genuine row comes near this many characters. */
const longestRow = 1_000_000;

/** The result of papaparse's row parser. */
interface Parsed {
  data: string[][];
  errors: { code: string; row?: number }[];
  meta: { cursor: number };
}

interface Separators {
  newline: "\n" | "\r";
  delimiter: Delimiter;
}

/** Counts the line ends in a text. A lone CR counts only if CR ends the rows of the file. */
const countLines = (text: string, newline: Separators["newline"]) => {
  if (newline === "\r") return text.match(/\r\n?|\n/g)?.length ?? 0;
  let count = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
};

/**
 * Splits text into rows. Rows end with LF, CRLF, a mix of both, or CR alone; quoted cells may contain line breaks. Empty
 * lines and rows of separators alone are skipped.
 * @throws {FileRefusal} if the text is no table, a quotation mark is never closed, or a line never ends.
 */
export async function* splitRows(text: AsyncIterable<string>): AsyncGenerator<RawChunk> {
  let pending = "";
  let line = 1;
  let separators: Separators | undefined;

  function parse({ newline, delimiter }: Separators, last: boolean): RawChunk {
    // `Papa.parse` neither parses a part of a text nor returns where the last whole row ends; its types leave out the parser's own configuration.
    const result = new Papa.Parser({ delimiter, newline, quoteChar: '"' } as Papa.ParseConfig).parse(
      pending,
      0,
      !last,
    ) as Parsed;
    const consumed = last ? pending.length : result.meta.cursor;
    const text = pending.slice(0, consumed);
    const ended = text.endsWith(newline);
    const isOneLineEach = countLines(text, newline) === result.data.length - (ended ? 0 : 1);
    const mayBreak = !isOneLineEach || (newline === "\n" && /\r(?!\n|$)/.test(text));
    const binary = text.includes("\0");

    const malformed = new Map<number, string>();
    for (const error of result.errors) {
      if (error.row !== undefined && !malformed.has(error.row)) malformed.set(error.row, error.code);
    }
    const rows: RawRow[] = [];
    let blank = 0;
    for (const [index, cells] of result.data.entries()) {
      const start = line;
      line += 1;
      if (!isOneLineEach) for (const cell of cells) line += countLines(cell, newline);
      const end = cells.length - 1;
      const tail = cells[end] ?? "";
      if (newline === "\n" && tail.endsWith("\r")) cells[end] = tail.slice(0, -1);
      const code = malformed.get(index);
      if (!code && (cells[0] as string).trim() === "" && cells.every((cell) => cell.trim() === "")) {
        if (cells.length > 1) blank += 1;
        continue;
      }
      if (code === "MissingQuotes") throw unclosed(start);
      rows.push({
        line: start,
        hasLineBreak: mayBreak && cells.some((cell) => lineBreak.test(cell)),
        cells,
        malformed: code
          ? "holds a quotation mark that is neither doubled nor at the end of its cell"
          : binary && cells.some((cell) => cell.includes("\0"))
            ? "holds bytes that are no text"
            : null,
      });
    }
    pending = pending.slice(consumed);
    if (pending.length > longestRow) throw endless(pending, line);
    return { rows, blank, delimiter, open: last && !ended };
  }

  /** Finds the separators, and skips a first line that only states the delimiter. */
  function begin(last: boolean): Separators | undefined {
    const head = firstLine(pending);
    const stated = head && statedDelimiter(head.line);
    if (!stated) return findSeparators(pending, head, last);
    const end = head.line.length + (pending.startsWith("\r\n", head.line.length) ? 2 : 1);
    line += Math.max(1, countLines(pending.slice(0, end), head.newline));
    pending = pending.slice(end);
    return { newline: head.newline, delimiter: stated };
  }

  for await (const part of text) {
    pending += part;
    separators ??= begin(false);
    if (!separators) continue;
    if (pending.includes(separators.newline)) yield parse(separators, false);
    else if (pending.length > longestRow) throw endless(pending, line);
  }
  separators ??= begin(true);
  if (separators) yield parse(separators, true);
}

const unclosed = (line: number) =>
  new FileRefusal(
    `The row that begins on line ${line} opens a quotation mark that is never closed, so nothing after it can be read; close it or download the file again`,
  );

const endless = (pending: string, line: number) =>
  pending.includes('"')
    ? unclosed(line)
    : new FileRefusal(
        `Line ${line} goes on for more than a million characters, so the file is no table of rows; download it again`,
      );

/** The first line that is not blank, and the line end. */
interface Head {
  line: string;
  newline: Separators["newline"];
}

/** The separators that the first lines show; `undefined` if it takes more of the text to know. */
function findSeparators(start: string, head: Head | undefined, last: boolean): Separators | undefined {
  if (!head && !last) {
    if (start.length <= longestRow) return undefined;
    if (start.trim() === "")
      throw new FileRefusal("The file begins with a million empty characters, so it is no table of rows");
    refuseOtherFormats(start);
    throw endless(start, 1);
  }
  const line = head?.line ?? start;
  refuseOtherFormats(line.trim() === "" ? start : line);
  const newline = head?.newline ?? "\n";
  const delimiter = guessDelimiter(line);
  if (knownNames(line, delimiter) >= fewestNames) return { newline, delimiter };
  // Titles may precede the header.
  const lines = start.split(newline, headerLines + 1);
  if (!last && lines.length <= headerLines && start.length <= longestRow) return undefined;
  const header = lines.find((one) => knownNames(one, guessDelimiter(one)) >= fewestNames);
  return { newline, delimiter: header === undefined ? delimiter : guessDelimiter(header) };
}

/** The first line that is not blank, and its line end. Line breaks inside quotes do not end it. */
function firstLine(text: string): Head | undefined {
  let quoted = false;
  const begin = text.search(/\S/);
  for (let at = begin; at >= 0 && at < text.length; at += 1) {
    const unit = text[at];
    if (unit === '"') quoted = !quoted;
    if (quoted) continue;
    if (unit === "\n") return { line: text.slice(0, at), newline: "\n" };
    // A CR at the end of the text so far may be half of a CRLF.
    if (unit === "\r" && at + 1 < text.length)
      return { line: text.slice(0, at), newline: text[at + 1] === "\n" ? "\n" : "\r" };
  }
  return undefined;
}
