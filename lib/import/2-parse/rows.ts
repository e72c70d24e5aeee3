import Papa from "papaparse";
import { Refusal, refuseOtherFormats } from "@/lib/import/1-open/refusal";
import {
  type Delimiter,
  fewestNames,
  guessDelimiter,
  headerLines,
  knownNames,
  statedDelimiter,
} from "@/lib/import/2-parse/header";

/** One row of the file: its cells, the physical line it starts on, and why it is no row of the table. */
export interface RawRow {
  line: number;
  /** Whether a cell of it holds a line break. */
  broken: boolean;
  cells: string[];
  /** What is wrong with its quoting; `null` when nothing is. */
  malformed: string | null;
}

export interface RawChunk {
  rows: RawRow[];
  delimiter: Delimiter;
  /** Rows between them that hold separators and nothing else. */
  blank: number;
  /** Whether the last row of the chunk ends the file without a line end. */
  open: boolean;
}

/** What ends a line, whatever ends the rows of the file. */
export const lineBreak = /\r\n?|\n/;

/** No record comes near this many characters. */
const longestRow = 1_000_000;

/** What papaparse's row parser answers. */
interface Parsed {
  data: string[][];
  errors: { code: string; row?: number }[];
  meta: { cursor: number };
}

interface Form {
  newline: "\n" | "\r";
  delimiter: Delimiter;
}

/** How many lines end in a text. A CR alone ends one only where rows end with it. */
const countLines = (text: string, newline: Form["newline"]) => {
  if (newline === "\r") return text.match(/\r\n?|\n/g)?.length ?? 0;
  let count = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
};

/**
 * Splits text into rows. Reads LF and CRLF, also mixed in one file, or CR alone, and line breaks inside quotes; lines
 * that are empty, or hold separators alone, are no rows. Throws {@link Refusal} where the file is no table, a quote is never closed or a line never ends.
 */
export async function* splitRows(text: AsyncIterable<string>): AsyncGenerator<RawChunk> {
  let pending = "";
  let line = 1;
  let form: Form | undefined;

  function parse({ newline, delimiter }: Form, last: boolean): RawChunk {
    const result = new Papa.Parser({ delimiter, newline, quoteChar: '"' } as Papa.ParseConfig).parse(
      pending,
      0,
      !last,
    ) as Parsed;
    const consumed = last ? pending.length : result.meta.cursor;
    const text = pending.slice(0, consumed);
    const ended = text.endsWith(newline);
    const plain = countLines(text, newline) === result.data.length - (ended ? 0 : 1);
    const broken = !plain || (newline === "\n" && /\r(?!\n|$)/.test(text));
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
      if (!plain) for (const cell of cells) line += countLines(cell, newline);
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
        broken: broken && cells.some((cell) => lineBreak.test(cell)),
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

  /** Recognises the form, and passes over a first line that only states the delimiter. */
  function begin(last: boolean): Form | undefined {
    const head = firstLine(pending);
    const stated = head && statedDelimiter(head.line);
    if (!stated) return recognise(pending, head, last);
    const end = head.line.length + (pending.startsWith("\r\n", head.line.length) ? 2 : 1);
    line += Math.max(1, countLines(pending.slice(0, end), head.newline));
    pending = pending.slice(end);
    return { newline: head.newline, delimiter: stated };
  }

  for await (const part of text) {
    pending += part;
    form ??= begin(false);
    if (!form) continue;
    if (pending.includes(form.newline)) yield parse(form, false);
    else if (pending.length > longestRow) throw endless(pending, line);
  }
  form ??= begin(true);
  if (form) yield parse(form, true);
}

const unclosed = (line: number) =>
  new Refusal(
    `The row that begins on line ${line} opens a quotation mark that is never closed, so nothing after it can be read; close it or download the file again`,
  );

const endless = (pending: string, line: number) =>
  pending.includes('"')
    ? unclosed(line)
    : new Refusal(
        `Line ${line} goes on for more than a million characters, so the file is no table of rows; download it again`,
      );

/** The first line that is not blank, and what ends lines. */
interface Head {
  line: string;
  newline: Form["newline"];
}

/** How a file separates rows and cells, as its first lines show; `undefined` while more of them are needed. */
function recognise(start: string, head: Head | undefined, last: boolean): Form | undefined {
  if (!head && !last) {
    if (start.length <= longestRow) return undefined;
    if (start.trim() === "")
      throw new Refusal("The file begins with a million empty characters, so it is no table of rows");
    refuseOtherFormats(start);
    throw endless(start, 1);
  }
  const line = head?.line ?? start;
  refuseOtherFormats(line.trim() === "" ? start : line);
  const newline = head?.newline ?? "\n";
  const delimiter = guessDelimiter(line);
  if (knownNames(line, delimiter) >= fewestNames) return { newline, delimiter };
  // Titles stand above the header.
  const lines = start.split(newline, headerLines + 1);
  if (!last && lines.length <= headerLines && start.length <= longestRow) return undefined;
  const header = lines.find((one) => knownNames(one, guessDelimiter(one)) >= fewestNames);
  return { newline, delimiter: header === undefined ? delimiter : guessDelimiter(header) };
}

/** The first line that is not blank, and what ends it; line breaks inside quotes end nothing. */
function firstLine(text: string): Head | undefined {
  let quoted = false;
  const begin = text.search(/\S/);
  for (let at = begin; at >= 0 && at < text.length; at += 1) {
    const unit = text[at];
    if (unit === '"') quoted = !quoted;
    if (quoted) continue;
    if (unit === "\n") return { line: text.slice(0, at), newline: "\n" };
    // After a CR at the end of what has been read there may still come an LF.
    if (unit === "\r" && at + 1 < text.length)
      return { line: text.slice(0, at), newline: text[at + 1] === "\n" ? "\n" : "\r" };
  }
  return undefined;
}
