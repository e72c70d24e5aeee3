import { agencyNamed } from "@/lib/contracts/agencies";
import { unguard } from "@/lib/contracts/formulas";
import { type RecordedName, recordedColumn, telling } from "@/lib/contracts/recorded";
import { agencyInKey, readActionType, readAwardType, readClass, withoutDecimals } from "@/lib/intake/codes";
import { hashText } from "@/lib/intake/hash";
import type { Mapping, ReadName } from "@/lib/intake/header";
import { mask } from "@/lib/intake/mask";
import type { FileNotes } from "@/lib/intake/notes";
import {
  type ActionRecord,
  type AwardRecord,
  type CheckedRecord,
  emptyRecord,
  ownColumns,
  type RecordKind,
  recordSchema,
} from "@/lib/intake/record";

/** A row that may be stored. */
export type Accepted = {
  line: number;
  /** A hash of the description as it was before masking; 0 where masking changed nothing. */
  unmasked: number;
} & ({ kind: "action"; record: ActionRecord } | { kind: "award" | "agreement"; record: AwardRecord });

/** Why a row is not stored. */
export interface Refused {
  column: ReadName;
  reason: string;
}

export interface Reading {
  kind: RecordKind | "assistance";
  outcome: Accepted | Refused;
  /** Cells in which something was replaced. */
  masked: number;
}

type Raw = Record<ReadName, string>;

const isTelling = (name: ReadName): name is (typeof telling)[number] =>
  (telling as readonly string[]).includes(name);

const productCode = /^[A-Z0-9]{4}$/i;
const industryCode = /^\d{2,6}$/;

/** Makes the reader of a file's rows, which reads only the columns that the file has. */
export function rowReader(mapping: Mapping, notes: FileNotes): (cells: string[], line: number) => Reading {
  const present = [...mapping.positions].map(([name, at]) => ({
    name,
    at,
    isText: !isTelling(name) && recordedColumn(name).kind === "text",
  }));
  const columns = readColumns(mapping);
  const kinds = Object.fromEntries(
    (["action", "award", "agreement"] as const).map((kind) => {
      const own = ownColumns(columns, kind);
      return [
        kind,
        {
          schema: recordSchema(own, kind, notes),
          own,
          texts: own.filter((name) => recordedColumn(name).kind === "text"),
        },
      ];
    }),
  ) as Record<
    RecordKind,
    { schema: ReturnType<typeof recordSchema>; own: RecordedName[]; texts: RecordedName[] }
  >;
  const untangle = untanglers(mapping, notes);
  const raw = Object.fromEntries(columns.map((name) => [name, ""])) as Raw;
  const derived = columns.filter((name) => !mapping.positions.has(name));
  let { fromR } = mapping;

  function fill(cells: string[]) {
    for (const { name, at, isText } of present) {
      let text = cells[at] as string;
      if (mapping.guarded) text = unguard(text);
      if (!isText) text = text.trim();
      if (text === "NA" && (fromR || !isText)) {
        fromR = true;
        text = "";
      }
      raw[name] = text;
    }
    for (const name of derived) raw[name] = "";
    for (const step of untangle) step(raw);
  }

  return (cells, line) => {
    notes.line = line;
    fill(cells);
    const award = readAwardType(raw.award_type_code ?? "");
    if (raw.contract_award_unique_key?.startsWith("ASST_") || award.other === "assistance")
      return {
        kind: "assistance",
        outcome: {
          column: "award_type_code",
          reason: "is of assistance (a grant, loan or payment), not of a contract",
        },
        masked: 0,
      };
    const kind = isAgreement(raw, award.other) ? "agreement" : rowKind(mapping, cells);
    raw.award_type_code = award.type;
    const { schema, own, texts } = kinds[kind];
    const result = schema.safeParse(raw);
    if (!result.success) {
      const [issue] = result.error.issues;
      return {
        kind,
        outcome: {
          column: String(issue?.path[0] ?? "") as ReadName,
          reason: issue?.message ?? "does not fit",
        },
        masked: 0,
      };
    }
    const record: CheckedRecord = { ...emptyRecord };
    const values = result.data as Record<RecordedName, never>;
    for (const name of own) record[name] = values[name];
    const described = record.transaction_description ?? record.prime_award_base_transaction_description ?? "";
    const masked = maskTexts(record, texts, notes);
    const left = record.transaction_description ?? record.prime_award_base_transaction_description ?? "";
    checkPeriod(record, notes);
    const unmasked = left === described ? 0 : hashText(described);
    return { kind, outcome: { kind, line, record, unmasked } as Accepted, masked };
  };
}

/** The recorded columns that a file has, and those that its others tell. */
export function readColumns({ columns, positions }: Mapping): RecordedName[] {
  const told = new Set<RecordedName>(columns);
  told.add("awarding_sub_agency_code");
  if (positions.has("product_or_service_code")) told.add("product_or_service_code_description");
  if (positions.has("naics_code")) told.add("naics_description");
  return [...told];
}

/** What the cells of a row say together, one step for each matter that the file's columns raise. */
function untanglers({ positions }: Mapping, notes: FileNotes): ((raw: Raw) => void)[] {
  const steps: ((raw: Raw) => void)[] = [nameAgency];
  if (positions.has("product_or_service_code"))
    steps.push((raw) =>
      classify(raw, "product_or_service_code", "product_or_service_code_description", productCode),
    );
  if (positions.has("naics_code"))
    steps.push((raw) => classify(raw, "naics_code", "naics_description", industryCode));
  if (positions.has("action_type_code"))
    steps.push((raw) => {
      const type = readActionType(raw.action_type_code);
      if (type === null) notes.unreadable("action_type_code", raw.action_type_code);
      raw.action_type_code = type ?? "";
    });
  return steps;
}

/**
 * The code of the awarding sub-agency: as recorded, else by the sub-agency's name, else from the award key. The name comes
 * first because seven orders of ICE were awarded through another office, whose code their key carries. A short form of
 * the name is written out, as the record has it.
 */
function nameAgency(raw: Raw) {
  const name = raw.awarding_sub_agency_name ?? "";
  const agency = raw.awarding_sub_agency_code && name.length > 3 ? undefined : agencyNamed(name);
  if (agency && name.trim() === agency.short) raw.awarding_sub_agency_name = agency.name;
  raw.awarding_sub_agency_code =
    withoutDecimals(raw.awarding_sub_agency_code) ||
    (agency?.code ?? agencyInKey(raw.contract_award_unique_key ?? ""));
}

function classify(raw: Raw, code: RecordedName, description: RecordedName, pattern: RegExp) {
  const text = raw[code];
  if (text === "" || pattern.test(text)) return;
  const read = readClass(text, pattern);
  raw[code] = read.code;
  raw[description] ||= read.description;
}

const rowKind = ({ holds, kindAt }: Mapping, cells: string[]): "action" | "award" =>
  holds === "each" ? (cells[kindAt] === "award" ? "award" : "action") : holds;

/** The flag decides; without it the key, the agreement's own type or the award type may say so. */
function isAgreement(raw: Raw, type: "agreement" | "assistance" | undefined): boolean {
  if (raw.award_or_idv_flag) return raw.award_or_idv_flag.toUpperCase() === "IDV";
  return (
    (raw.contract_award_unique_key?.startsWith("CONT_IDV_") ?? false) ||
    Boolean(raw.idv_type_code) ||
    type === "agreement"
  );
}

function maskTexts(record: CheckedRecord, texts: RecordedName[], notes: FileNotes): number {
  let masked = 0;
  const values = record as Record<RecordedName, string | number | null>;
  for (const name of texts) {
    const text = values[name] as string | null;
    if (text === null) continue;
    if (notes.lossy && text.includes("\ufffd")) notes.undecoded();
    const left = mask(text);
    if (left === text) continue;
    values[name] = left;
    masked += 1;
  }
  return masked;
}

function checkPeriod(record: CheckedRecord, notes: FileNotes) {
  const start = record.period_of_performance_start_date;
  if (start === null) return;
  const ends = [
    record.period_of_performance_current_end_date,
    record.period_of_performance_potential_end_date,
  ];
  if (ends.some((end) => end !== null && end < start)) notes.backwards();
}
