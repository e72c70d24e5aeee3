import { readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import type { recordColumns } from "@/lib/contracts/columns";
import { mask } from "@/lib/import/2-parse/mask";

type SampleRow = Record<(typeof recordColumns)[number], string>;

const folder = join("data", "records");
/** One row in this many is picked regardless of its content. */
const oneOf = 40;
/** The number of rows, or groups of rows, of each unusual kind that are picked from each file. */
const ofEachKind = 6;

/** A hash of a text (FNV-1a), the same in every run. */
function numberOf(text: string): number {
  let number = 2_166_136_261;
  for (let index = 0; index < text.length; index += 1)
    number = Math.imul(number ^ text.charCodeAt(index), 16_777_619) >>> 0;
  return number;
}

const contractOf = (row: SampleRow) => row.contract_award_unique_key || row.award_id_piid;

/** The unusual kinds of rows. */
const kinds: Record<string, (row: SampleRow) => boolean> = {
  negative: (row) => row.federal_action_obligation.startsWith("-"),
  zero: (row) => Number(row.federal_action_obligation) === 0,
  "without a key": (row) => row.contract_award_unique_key === "",
  masked: (row) => mask(row.transaction_description) !== row.transaction_description,
};

/** Groups of rows that are picked together or not at all. `null`: no group. */
const groups: Record<string, (rows: SampleRow[]) => (row: SampleRow) => string | null> = {
  "repeated in full": () => (row) => JSON.stringify(row),
  "one PIID of several contracts": (rows) => {
    const contracts = new Map<string, Set<string>>();
    for (const row of rows)
      contracts.set(row.award_id_piid, (contracts.get(row.award_id_piid) ?? new Set()).add(contractOf(row)));
    return (row) => ((contracts.get(row.award_id_piid)?.size ?? 0) > 1 ? row.award_id_piid : null);
  },
  "one modification of a PIID, twice": () => (row) => `${row.award_id_piid} ${row.modification_number}`,
};

/**
 * About 150 rows of a bundled file, about 2,000 of all files, the same in every run: one in forty, and rows of every unusual
 * kind.
 */
export function sampleOf(file: string): SampleRow[] {
  const text = readFileSync(join(folder, file), "utf8");
  const { data: rows } = Papa.parse<SampleRow>(text, { header: true, skipEmptyLines: true });
  const picked = new Set(rows.filter((row) => numberOf(JSON.stringify(row)) % oneOf === 0));
  for (const fits of Object.values(kinds))
    for (const row of rows.filter(fits).slice(0, ofEachKind)) picked.add(row);
  for (const group of Object.values(groups)) {
    const nameOf = group(rows);
    const members = new Map<string, SampleRow[]>();
    for (const row of rows) {
      const name = nameOf(row);
      if (name !== null) members.set(name, [...(members.get(name) ?? []), row]);
    }
    for (const some of [...members.values()].filter(({ length }) => length > 1).slice(0, ofEachKind))
      for (const row of some) picked.add(row);
  }
  return rows.filter((row) => picked.has(row));
}

/** A record file of some rows. */
export const toFile = (rows: SampleRow[]): string => `${Papa.unparse(rows, { newline: "\n" })}\n`;
