import { agencyNamed } from "@/lib/contracts/agencies";
import { withoutHyphens } from "@/lib/contracts/awards";
import { unguard } from "@/lib/contracts/formulas";
import { counted } from "@/lib/contracts/money";
import { type RecordedName, recordedColumn, telling } from "@/lib/contracts/recorded";
import {
  agencyInKey,
  type CodeColumn,
  codeColumns,
  hasWord,
  readActionType,
  readAgencyCode,
  readAwardType,
  readClass,
  withoutDecimals,
} from "@/lib/import/2-parse/codes";
import type { DayOrders } from "@/lib/import/2-parse/day-order";
import type { FileNotes } from "@/lib/import/2-parse/file-notes";
import { hashText } from "@/lib/import/2-parse/hash-text";
import type { Delimiter, Mapping, ReadName } from "@/lib/import/2-parse/header";
import { mask } from "@/lib/import/2-parse/mask";
import {
  type ActionRecord,
  type AwardRecord,
  type CheckedRecord,
  emptyRecord,
  ownColumns,
  type RecordKind,
  recordSchema,
  Unreadable,
  valueReader,
} from "@/lib/import/2-parse/record";
import { isCommaStyleZero, withDecimalPoint, withoutExponent } from "@/lib/import/2-parse/values";

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

/** What pandas, databases and spreadsheets put in the place of what is missing; as a text, None may be one. */
const isAbsent = (text: string, isText: boolean) =>
  text.length <= 5 && (/^(?:NaN|NULL|#?N\/A)$/i.test(text) || (text === "None" && !isText));

const isTelling = (name: ReadName): name is (typeof telling)[number] =>
  (telling as readonly string[]).includes(name);

/**
 * Makes the reader of a file's rows, which reads only the columns that the file has. Where semicolons separate the
 * cells, a comma may separate decimals.
 */
export function rowReader(
  mapping: Mapping,
  notes: FileNotes,
  delimiter: Delimiter,
  orders: DayOrders = new Map(),
): (cells: string[], line: number) => Reading {
  const { positions, guarded } = mapping;
  const columns = readColumns(mapping);
  const steps = untanglers(mapping, notes);
  const forms = {
    action: form(mapping, "action", notes, orders),
    award: form(mapping, "award", notes, orders),
    agreement: form(mapping, "agreement", notes, orders),
  };
  const tangled = [...tangledIn(mapping)];
  const knotted = tangled
    .filter((name) => positions.has(name) || (columns as readonly ReadName[]).includes(name))
    .map((name) => ({ name, at: positions.get(name) ?? -1, isText: isText(name) }));
  const raw = Object.fromEntries(tangled.map((name) => [name, ""])) as Raw;
  let { fromR } = mapping;

  /** A cell without what Excel, R and we ourselves put around it. */
  function cell(text: string, isText: boolean, isNumber = false): string {
    let plain = guarded ? unguard(text) : text;
    if (plain.startsWith('="') && plain.endsWith('"') && plain.length > 2) {
      plain = plain.slice(2, -1);
      notes.repeat(formulas);
    }
    if (isNumber && isCommaStyleZero(plain)) return "0";
    if (!isText) {
      plain = plain.trim();
      if (plain.startsWith("'")) {
        plain = plain.slice(1);
        notes.repeat(apostrophes);
      }
    }
    if (plain === "NA" && (fromR || !isText)) {
      fromR = true;
      return "";
    }
    if (isAbsent(plain, isText)) return "";
    if (!isNumber) return plain;
    if (delimiter === ";") plain = withDecimalPoint(plain);
    return fromR ? withoutExponent(plain) : plain;
  }

  return (cells, line) => {
    notes.line = line;
    for (const { name, at, isText } of knotted)
      raw[name] = at === -1 ? "" : cell(cells[at] as string, isText);
    for (const step of steps) step(raw);
    const award = readAwardType(raw.award_type_code, withoutHyphens(raw.award_id_piid));
    if (award.other === "assistance" || raw.contract_award_unique_key.startsWith("ASST_")) return assistance;
    const kind = isAgreement(raw, award.other, notes) ? "agreement" : rowKind(mapping, cells);
    raw.award_type_code = award.type;

    const { own, schema } = forms[kind];
    const record = { ...emptyRecord };
    let unmasked = 0;
    let masked = 0;
    for (const { name, at, read, isText, isNumber } of own) {
      let value = read(at === -1 ? raw[name] : cell(cells[at] as string, isText, isNumber));
      if (value instanceof Unreadable)
        return { kind, outcome: { column: name, reason: value.reason }, masked: 0 };
      if (isText && value !== null) {
        const text = value as string;
        value = mask(text);
        if (value !== text) {
          masked += 1;
          if (name === description[kind]) unmasked = hashText(text);
        }
        if (notes.lossy && text.includes("\ufffd")) notes.undecoded();
      }
      (record as Record<RecordedName, typeof value>)[name] = value;
    }
    const result = schema.safeParse(record);
    if (!result.success) {
      const [issue] = result.error.issues;
      const column = String(issue?.path[0] ?? "") as ReadName;
      return { kind, outcome: { column, reason: issue?.message ?? "does not fit" }, masked: 0 };
    }
    checkPeriod(record, notes);
    return { kind, outcome: { kind, line, record, unmasked } as Accepted, masked };
  };
}

const formulas = (count: number, first: string) =>
  `${counted(count, "cell is a formula", "cells are formulas")} such as ="0045", read as ${count === 1 ? "its text" : "their texts"}, the first on ${first}.`;
const apostrophes = (count: number, first: string) =>
  `${counted(count, "cell begins", "cells begin")} with an apostrophe, as spreadsheets mark a text, read without it, the first on ${first}.`;

const assistance: Reading = {
  kind: "assistance",
  outcome: {
    column: "award_type_code",
    reason: "is of assistance (a grant, loan or payment), not of a contract",
  },
  masked: 0,
};

/** The column by which a row of each kind is described. */
const description = {
  action: "transaction_description",
  award: "prime_award_base_transaction_description",
  agreement: "prime_award_base_transaction_description",
} as const;

/** The columns of a file that are read together, because one can say what another leaves out. */
function tangledIn({ positions }: Mapping): Set<ReadName> {
  const names = new Set<ReadName>([
    ...telling,
    "contract_award_unique_key",
    "award_id_piid",
    "award_type_code",
    "awarding_sub_agency_code",
    "awarding_sub_agency_name",
    "action_type_code",
  ]);
  for (const { code, label } of codeColumns)
    if (positions.has(code)) for (const name of label ? [code, label] : [code]) names.add(name);
  return names;
}

/** The columns of one kind of row: where each stands, -1 for one that is read together with others. */
function form(mapping: Mapping, kind: RecordKind, notes: FileNotes, orders: DayOrders) {
  const own = ownColumns(readColumns(mapping), kind);
  return {
    own: own.map((name) => ({
      name,
      at: tangledIn(mapping).has(name) ? -1 : (mapping.positions.get(name) as number),
      read: valueReader(name, notes, orders.get(name)),
      isText: isText(name),
      isNumber: recordedColumn(name).kind === "money" || recordedColumn(name).kind === "count",
    })),
    schema: recordSchema(own),
  };
}

const isText = (name: ReadName) => !isTelling(name) && recordedColumn(name).kind === "text";

/** The recorded columns that a file has, and those that its other columns imply. */
export function readColumns({ columns, positions }: Mapping): RecordedName[] {
  const known = new Set<RecordedName>(columns);
  known.add("awarding_sub_agency_code");
  for (const { code, label, mayDescribe } of codeColumns)
    if (label && mayDescribe && positions.has(code)) known.add(label);
  return [...known];
}

/** What the cells of a row say together, one step for each matter that the file's columns raise. */
function untanglers({ positions }: Mapping, notes: FileNotes): ((raw: Raw) => void)[] {
  const steps: ((raw: Raw) => void)[] = [(raw) => nameAgency(raw, notes)];
  for (const column of codeColumns)
    if (positions.has(column.code)) steps.push((raw) => putRight(raw, column, notes));
  if (positions.has("action_type_code"))
    steps.push((raw) => {
      const type = readActionType(raw.action_type_code);
      if (type === null) notes.unreadable("action_type_code", raw.action_type_code);
      raw.action_type_code = type ?? "";
    });
  return steps;
}

/** No full name of an agency is as short as its short form may be, blanks included. */
const longestShortForm = 6;

/**
 * The code of the awarding sub-agency: as recorded, else by the sub-agency's name, else from the award key. The name comes
 * first because seven orders of ICE were awarded through another office, whose code their key carries. A short form of
 * the name is written out, as the record has it.
 */
function nameAgency(raw: Raw, notes: FileNotes) {
  const [given, named] = [raw.awarding_sub_agency_code, raw.awarding_sub_agency_name];
  if (hasWord(given) && !readAgencyCode(plainAgency(given)) && readAgencyCode(plainAgency(named)))
    exchange(raw, "awarding_sub_agency_code", "awarding_sub_agency_name", notes);
  const { awarding_sub_agency_code: code, awarding_sub_agency_name: name } = raw;
  if (code !== "" && name.length > longestShortForm) {
    raw.awarding_sub_agency_code = agencyNamed(code)?.code ?? plainAgency(code);
    return;
  }
  const agency = agencyNamed(name) ?? agencyNamed(code);
  if (agency && name.length <= longestShortForm) raw.awarding_sub_agency_name = agency.name;
  raw.awarding_sub_agency_code =
    (agencyNamed(code) ? "" : plainAgency(code)) ||
    (agency?.code ?? agencyInKey(raw.contract_award_unique_key));
}

/** An agency's code without what a program put around it: `7012.0`, `07012`. */
const plainAgency = (code: string) => withoutDecimals(code).replace(/^0+(?=\d{4}$)/, "");

/** Reads a code, and puts a code and its label in their places; a text that is no code is not reported. */
function putRight(raw: Raw, column: CodeColumn, notes: FileNotes) {
  const { code, label, read, needsDigit, mayDescribe, hidden } = column;
  const given = raw[code];
  if (given === "") return;
  const own = read(given);
  const isSure = (text: string) => !needsDigit || /\d/.test(text);
  if (own === null || !isSure(given)) {
    const named = label ? raw[label] : "";
    if (label && named !== "" && hasWord(given) && isSure(named) && read(named) !== null) {
      exchange(raw, code, label, notes);
      raw[code] = read(named) as string;
      return;
    }
    const product = label && mayDescribe && (named === "" || given.startsWith("{")) ? readClass(given) : null;
    if (label && product) {
      raw[label] ||= product.description;
      raw[code] = product.code === "" ? "" : (read(product.code) ?? "");
      if (product.code === "" || raw[code] !== "") return;
    }
  }
  if (own === null) notes.unreadable(code, hidden ? "" : given);
  raw[code] = own ?? "";
}

function exchange(raw: Raw, code: RecordedName, label: RecordedName, notes: FileNotes) {
  [raw[code], raw[label]] = [raw[label], raw[code]];
  notes.repeat(swapped.get(code) as (count: number, first: string) => string);
}

const swapped = new Map(
  [...codeColumns, { code: "awarding_sub_agency_code", label: "awarding_sub_agency_name" } as const].map(
    ({ code, label }) => [
      code,
      (count: number, first: string) =>
        `${counted(count, "row has", "rows have")} ${code} and ${label} in each other's place, put right, the first on ${first}.`,
    ],
  ),
);

const rowKind = ({ holds, kindAt }: Mapping, cells: string[]): "action" | "award" =>
  holds === "each" ? (cells[kindAt] === "award" ? "award" : "action") : holds;

/** The award key decides; without it the flag, the agreement's own type or the award type may say so. */
function isAgreement(raw: Raw, type: "agreement" | "assistance" | undefined, notes: FileNotes): boolean {
  const flag = raw.award_or_idv_flag.toUpperCase();
  const said = flag ? flag === "IDV" : raw.idv_type_code !== "" || type === "agreement";
  const [, kind] = /^CONT_(AWD|IDV)_/.exec(raw.contract_award_unique_key) ?? [];
  if (kind === undefined) return said;
  if (said && kind === "AWD") notes.repeat(calledAgreement);
  return kind === "IDV";
}

const calledAgreement = (count: number, first: string) =>
  `${counted(count, "row is", "rows are")} called an ordering agreement and ${count === 1 ? "has" : "have"} the key of a contract (CONT_AWD_), so ${count === 1 ? "it counts as a contract" : "they count as contracts"}, the first on ${first}.`;

function checkPeriod(record: CheckedRecord, notes: FileNotes) {
  const start = record.period_of_performance_start_date;
  if (start === null) return;
  const ends = [
    record.period_of_performance_current_end_date,
    record.period_of_performance_potential_end_date,
  ];
  if (ends.some((end) => end !== null && end < start)) notes.backwards();
}
