import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { cp, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import Papa from "papaparse";
import { seeded } from "@/lib/bench/random";
import { type RecordColumn, recordColumns } from "@/lib/contracts/columns";
import { parseDollars, toDollars } from "@/lib/contracts/money";
import { listRecordFiles, ruleTableNames } from "@/lib/snapshot/fingerprint";
import { type Home, recordsFolder } from "@/lib/snapshot/paths";

export type NarrowRow = Record<RecordColumn, string>;

const seed = 20_260_820;
/** The share of vendors with another name in each copy of the records. */
const renamed = 0.25;
/** The share of descriptions with the end of another one. */
const spliced = 0.5;
/** Days by which an action may move, either way. */
const movedDays = 15;
/** Characters. */
const writtenAtOnce = 1 << 18;

/**
 * Writes a data folder of `count` rows that look like the records of another: each copy of them is its own file,
 * with other award IDs, days, amounts and descriptions, and some vendors under other names. The rows are the same in every run.
 */
export async function writeRows(from: Home, to: Home, count: number): Promise<void> {
  await mkdir(recordsFolder(to), { recursive: true });
  for (const name of ruleTableNames) await cp(join(from.data, name), join(to.data, name));
  for (const [index, copy] of [...copies(await readNarrowRows(from), count)].entries())
    await writeTable(
      join(recordsFolder(to), `copy-${String(index + 1).padStart(3, "0")}.csv`),
      recordColumns,
      copy,
    );
}

/** Rows that look like some records; each copy differs from the others. */
export function* copies(originals: NarrowRow[], count: number): Generator<Iterable<NarrowRow>> {
  const random = seeded(seed);
  const words = vendorWords(originals);
  const span = {
    first: originals.reduce((day, row) => (row.action_date < day ? row.action_date : day), "9999"),
    last: originals.reduce((day, row) => (row.action_date > day ? row.action_date : day), ""),
  };
  function* variations(copy: number, rows: NarrowRow[]) {
    const names = new Map<string, string>();
    const vendor = (name: string) => {
      const known = names.get(name) ?? (random() < renamed ? rename(name, words, random) : name);
      names.set(name, known);
      return known;
    };
    for (const row of rows) {
      const other = originals[Math.floor(random() * originals.length)] as NarrowRow;
      yield vary(row, other, { copy, random, vendor, span });
    }
  }
  for (let copy = 0, left = count; left > 0; copy += 1, left -= originals.length)
    yield variations(copy, originals.slice(0, left));
}

/** Writes rows as CSV. */
export async function writeTable<Column extends string>(
  path: string,
  columns: readonly Column[],
  rows: Iterable<Record<Column, string>>,
): Promise<void> {
  const file = createWriteStream(path);
  let text = `${columns.join(",")}\n`;
  for (const row of rows) {
    text += `${columns.map((name) => cell(row[name])).join(",")}\n`;
    if (text.length < writtenAtOnce) continue;
    if (!file.write(text)) await once(file, "drain");
    text = "";
  }
  file.end(text);
  await finished(file);
}

/** The narrow rows of a data folder. */
export async function readNarrowRows(from: Home): Promise<NarrowRow[]> {
  const names = await listRecordFiles(from);
  const texts = await Promise.all(names.map((name) => readFile(join(recordsFolder(from), name), "utf8")));
  return texts.flatMap((text) => Papa.parse<NarrowRow>(text, { header: true, skipEmptyLines: true }).data);
}

interface Variation {
  copy: number;
  random: () => number;
  vendor: (name: string) => string;
  span: { first: string; last: string };
}

function vary(row: NarrowRow, other: NarrowRow, { copy, random, vendor, span }: Variation): NarrowRow {
  const piid = `${row.award_id_piid}${copy.toString(36).toUpperCase().padStart(2, "0")}`;
  return {
    ...row,
    contract_award_unique_key: row.contract_award_unique_key.replace(row.award_id_piid, piid),
    award_id_piid: piid,
    action_date: move(row.action_date, Math.round((random() * 2 - 1) * movedDays), span),
    federal_action_obligation: toDollars(
      Math.round((parseDollars(row.federal_action_obligation) ?? 0) * (0.8 + random() * 0.4)),
    ),
    recipient_name: vendor(row.recipient_name),
    transaction_description:
      random() < spliced
        ? splice(row.transaction_description, other.transaction_description)
        : row.transaction_description,
  };
}

function move(day: string, days: number, { first, last }: Variation["span"]): string {
  const moved = new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  return moved < first || moved > last ? day : moved;
}

/** The first half of one text's words and the second half of another's. */
function splice(text: string, other: string): string {
  const head = text.split(" ");
  const tail = other.split(" ");
  return [...head.slice(0, Math.ceil(head.length / 2)), ...tail.slice(Math.floor(tail.length / 2))].join(" ");
}

/** The words of vendors' names, without short ones and legal forms. */
function vendorWords(rows: NarrowRow[]): string[] {
  const words = rows.flatMap((row) => row.recipient_name.match(/[A-Z]{5,}/g) ?? []);
  return [...new Set(words)].sort();
}

/** A name whose first word is another vendor's. */
function rename(name: string, words: string[], random: () => number): string {
  const [, ...rest] = name.split(" ");
  return [words[Math.floor(random() * words.length)], ...rest].join(" ");
}

const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
