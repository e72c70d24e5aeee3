import { type RecordColumn, recordColumns, snapshotColumn } from "@/lib/contracts/columns";

/** A file that cannot be read as contract records. The message is one sentence: what, where, what to do. */
export class Refusal extends Error {
  override name = "Refusal";
}

export type Delimiter = "," | ";" | "\t" | "|";
const delimiters: Delimiter[] = [",", ";", "\t", "|"];

/** How the cells of one file become a record. */
export interface Mapping {
  /** The name of the form the file has, for the report. */
  format: string;
  /** The names of all columns, as the file has them. */
  header: string[];
  /** Where each record column stands; -1 where the file lacks it. */
  positions: Record<RecordColumn, number>;
  ignored: string[];
  /** Whether the file is an export of ours, whose text cells carry a guarding `'`. */
  guarded: boolean;
}

/** The award key alone may be missing from a file: its rows then have none. */
const optional = new Set<RecordColumn>(["contract_award_unique_key"]);

/** Recognises from its beginning what is not a table of text; throws {@link Refusal}. */
export function refuseOtherFormats(start: string): void {
  const text = start.trimStart();
  if (text === "") throw new Refusal("The file is empty; download it again");
  const kinds: [boolean, string][] = [
    [
      /^<(?:!doctype|html|head|body|\?xml|script|div|h1|p|title)/i.test(text),
      "The file is a web page, not a table, most likely an error page; download it again",
    ],
    [
      text.startsWith("PK\u0003\u0004"),
      "The file is a zip archive or a workbook; unpack it or save it as CSV",
    ],
    [text.startsWith("\u001f"), "The file is compressed; unpack it first"],
    [/^[{[]\s*["{[\]}]/.test(text), "The file is JSON, not a table; save it as CSV"],
    [text.includes("\0"), "The file holds binary data, not text; save it as CSV"],
  ];
  for (const [found, sentence] of kinds) if (found) throw new Refusal(sentence);
}

const columnName = (cell: string) => cell.trim().toLowerCase();

/** The delimiter under which the header line names most of the columns that we know. */
export function guessDelimiter(line: string): Delimiter {
  const known = new Set<string>(recordColumns);
  const hits = (delimiter: Delimiter) =>
    line.split(delimiter).filter((cell) => known.has(columnName(cell.replaceAll('"', "")))).length;
  return delimiters.reduce((best, next) => (hits(next) > hits(best) ? next : best));
}

/** Finds the record columns in a header, in any order; throws {@link Refusal} where they are not all there. */
export function mapHeader(cells: string[]): Mapping {
  const header = cells.map((cell) => cell.trim());
  const names = header.map(columnName);
  const found = new Map<string, number>();
  for (const [index, name] of names.entries()) {
    if (name === "") continue;
    if (name === "__proto__")
      throw new Refusal("The header names a column __proto__, which no record file has; remove the column");
    if (found.has(name))
      throw new Refusal(
        `The header names the column ${header[index]} twice, as columns ${(found.get(name) ?? 0) + 1} and ${index + 1}; remove one`,
      );
    found.set(name, index);
  }
  const missing = recordColumns.filter((name) => !optional.has(name) && !found.has(name));
  if (missing.length > 0) {
    throw new Refusal(
      `The header lacks ${missing.length === 1 ? "the column" : "the columns"} ${missing.join(", ")}; it must name ${recordColumns.join(", ")}`,
    );
  }
  const guarded = names.at(-1) === snapshotColumn;
  const positions = Object.fromEntries(
    recordColumns.map((name) => [name, found.get(name) ?? -1]),
  ) as Mapping["positions"];
  const used = new Set(Object.values(positions));
  return {
    format: guarded ? "export of this tracker" : "contract actions, USAspending's column names",
    header,
    positions,
    ignored: header.filter(
      (name, index) => name !== "" && !used.has(index) && !(guarded && index === header.length - 1),
    ),
    guarded,
  };
}
