import { copies, type NarrowRow, readNarrowRows, writeTable } from "@/lib/bench/rows";
import { agreementFields, type RecordedName, recorded, recordedNames } from "@/lib/contracts/recorded";
import type { Home } from "@/lib/snapshot/paths";

/** A download of prime transactions has this many columns. */
const width = 297;
const own = [...recordedNames, ...agreementFields];
/** Columns that are not read fill the row to a realistic length. */
const others = Array.from({ length: width - own.length }, (_, index) => ({
  name: `other_column_${index + 1}`,
  value: index % 18 === 0 ? "DEPARTMENT OF HOMELAND SECURITY" : index % 2 === 0 ? "" : "f",
}));
const columns = [...own, ...others.map(({ name }) => name)];

/** Writes a full-width file of transactions: seeded rows that look like the narrow ones of another data folder. */
export async function writeWideRows(from: Home, path: string, count: number): Promise<void> {
  const originals = await readNarrowRows(from);
  function* rows() {
    let number = 0;
    for (const copy of copies(originals, count)) for (const row of copy) yield widen(row, ++number);
  }
  await writeTable(path, columns, rows());
}

const padding = Object.fromEntries(others.map(({ name, value }) => [name, value]));

/** A row with its own key, and values that differ between awards. */
function widen(row: NarrowRow, number: number): Record<string, string> {
  const award = hash(row.award_id_piid);
  const vendor = hash(row.recipient_name);
  const known: Partial<Record<RecordedName | (typeof agreementFields)[number], string>> = {
    ...row,
    contract_transaction_unique_key: `${row.awarding_sub_agency_code}_-NONE-_${row.award_id_piid}_${row.modification_number}_-NONE-_${number}`,
    action_type_code: ["A", "B", "C"][number % 3] ?? "",
    product_or_service_code: `S${100 + (hash(row.product_or_service_code_description) % 900)}`,
    naics_code: String(100_000 + (hash(row.naics_description) % 900_000)),
    award_type_code: ["A", "B", "C", "D"][award % 4] ?? "",
    awarding_office_code: row.award_id_piid.slice(0, 6),
    awarding_office_name: `OFFICE ${row.award_id_piid.slice(0, 6)}`,
    recipient_uei: code(vendor),
    recipient_parent_uei: code(vendor % 5000),
    recipient_parent_name: `PARENT ${vendor % 5000}`,
    prime_award_base_transaction_description: `${row.transaction_description.slice(0, 80)} ${code(award)}`,
    award_or_idv_flag: "AWARD",
  };
  const cells: Record<string, string> = { ...padding };
  for (const name of recordedNames) cells[name] = known[name] ?? made(name, award);
  for (const name of agreementFields) cells[name] = known[name] ?? "";
  return cells;
}

/** A value of the column's kind that an award always has. */
function made(name: RecordedName, award: number): string {
  const { kind } = recorded[name];
  if (kind === "day")
    return `20${20 + (award % 12)}-${String(1 + (award % 9)).padStart(2, "0")}-1${award % 9}`;
  if (kind === "money") return `${award % 9_000_000}.${10 + (award % 80)}`;
  if (kind === "count") return String(award % 12);
  return `${name.slice(0, 12).toUpperCase()} ${award % 900}`;
}

const code = (number: number) => number.toString(36).toUpperCase().padStart(12, "K");

function hash(text: string): number {
  let sum = 7;
  for (let at = 0; at < text.length; at += 1) sum = (Math.imul(sum, 31) + text.charCodeAt(at)) >>> 0;
  return sum;
}
