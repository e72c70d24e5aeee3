import Papa from "papaparse";
import { type Delimiter, guessDelimiter, Refusal, refuseOtherFormats } from "@/lib/intake/header";

/** One row of the file: its cells, the physical line it starts on, and why it is no row of the table. */
export interface RawRow {
  line: number;
  cells: string[];
  /** What is wrong with its quoting; `null` when nothing is. */
  malformed: string | null;
}

export interface RawChunk {
  rows: RawRow[];
  /** Whether the last row of the chunk ends the file without a line end. */
  open: boolean;
}

/** No record comes near this many characters; a row that does began with a quote that is never closed. */
const longestRow = 1_000_000;

/** What papaparse's row parser answers. */
interface Parsed {
  data: string[][];
  errors: { code: string; row?: number }[];
  meta: { cursor: number };
}

/** Bytes as text: UTF-8, or UTF-16 where a byte order mark says so. The mark itself is dropped. */
export async function* decode(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  for await (const part of bytes) {
    decoder ??= new TextDecoder(part[0] === 0xff && part[1] === 0xfe ? "utf-16le" : "utf-8");
    const text = decoder.decode(part, { stream: true });
    if (text) yield text;
  }
  const rest = decoder?.decode();
  if (rest) yield rest;
}

const countLines = (text: string) => {
  let count = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
};

/**
 * Splits text into rows. Reads LF and CRLF, also mixed in one file, and line breaks inside quotes; empty lines
 * are no rows. Throws {@link Refusal} where the file is no table or a quote is never closed.
 */
export async function* splitRows(text: AsyncIterable<string>): AsyncGenerator<RawChunk> {
  let pending = "";
  let line = 1;
  let parser: { newline: string; delimiter: Delimiter } | undefined;

  function parse(last: boolean): RawChunk {
    parser ??= recognise(pending);
    const { newline, delimiter } = parser;
    const result = new Papa.Parser({ delimiter, newline, quoteChar: '"' } as Papa.ParseConfig).parse(
      pending,
      0,
      !last,
    ) as Parsed;
    const consumed = last ? pending.length : result.meta.cursor;
    const text = pending.slice(0, consumed);
    const breaks = newline === "\n" ? countLines(text) : 0;
    const ended = text.endsWith(newline);
    const plain = breaks === result.data.length - (ended ? 0 : 1);

    const malformed = new Map<number, string>();
    for (const error of result.errors) {
      if (error.row !== undefined && !malformed.has(error.row)) malformed.set(error.row, error.code);
    }
    const rows: RawRow[] = [];
    for (const [index, cells] of result.data.entries()) {
      const start = line;
      line += 1;
      if (!plain) for (const cell of cells) line += countLines(cell);
      const end = cells.length - 1;
      const tail = cells[end] ?? "";
      if (newline === "\n" && tail.endsWith("\r")) cells[end] = tail.slice(0, -1);
      if (cells.every((cell) => cell.trim() === "") && cells.length === 1) continue;
      const code = malformed.get(index);
      if (code === "MissingQuotes") throw unclosed(start);
      rows.push({
        line: start,
        cells,
        malformed: code ? "holds a quotation mark that is neither doubled nor at the end of its cell" : null,
      });
    }
    pending = pending.slice(consumed);
    if (pending.length > longestRow) throw unclosed(line);
    return { rows, open: last && !ended };
  }

  let started = false;
  for await (const part of text) {
    pending += part;
    if (!started) {
      // Enough to hold the whole header, by which the form of the file is recognised.
      if (pending.length < 65_536 && !pending.includes("\n")) continue;
      started = true;
    }
    if (pending.includes(parser?.newline ?? "\n")) yield parse(false);
  }
  yield parse(true);
}

const unclosed = (line: number) =>
  new Refusal(
    `The row that begins on line ${line} opens a quotation mark that is never closed, so nothing after it can be read; close it or download the file again`,
  );

function recognise(start: string): { newline: string; delimiter: Delimiter } {
  refuseOtherFormats(start);
  const newline = start.includes("\n") ? "\n" : start.includes("\r") ? "\r" : "\n";
  const [first = ""] = start.split(newline, 1);
  return { newline, delimiter: guessDelimiter(first) };
}
