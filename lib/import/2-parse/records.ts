import { z } from "zod";
import { withoutHyphens } from "@/lib/contracts/awards";
import { unguard } from "@/lib/contracts/formulas";
import type { Reject } from "@/lib/contracts/import-report";
import { counted } from "@/lib/contracts/money";
import {
  isReported,
  type Recorded,
  type RecordedName,
  type ReportedName,
  type recorded,
  recordedColumn,
  recordedNames,
  type SubawardName,
} from "@/lib/contracts/recorded";
import { FileRefusal } from "@/lib/import/1-open/refusal";
import {
  codeColumns,
  combinedColumnSteps,
  combinedColumns,
  isAgreement,
  type RawCells,
  readAwardType,
} from "@/lib/import/2-parse/codes";
import { DayOrderProof, type DayOrders, needsDayOrder } from "@/lib/import/2-parse/day-order";
import { FileNotes } from "@/lib/import/2-parse/file-notes";
import { hashText } from "@/lib/import/2-parse/hash-text";
import {
  type Delimiter,
  kindColumn,
  type Mapping,
  otherTables,
  type ReadName,
} from "@/lib/import/2-parse/header";
import { mask } from "@/lib/import/2-parse/mask";
import { type RawRow, tableRows } from "@/lib/import/2-parse/rows";
import {
  cellReader,
  isCommaStyleZero,
  isSpreadsheetNumber,
  Unreadable,
  withDecimalPoint,
  withoutExponent,
} from "@/lib/import/2-parse/values";

type CellValue<Kind extends Recorded["kind"]> = Kind extends "text" | "code" ? string : number;

/** A checked row: a value for every recorded column, `null` for not reported. Days count from 1970-01-01, money is cents. */
export type CheckedRecord = { [Name in RecordedName]: CellValue<(typeof recorded)[Name]["kind"]> | null };

/** What a row says about one report of a subcontract. */
type ReportRecord = { [Name in SubawardName]: CellValue<Recorded["kind"]> | null };

type With<Names extends RecordedName> = CheckedRecord & {
  [Name in Names]: NonNullable<CheckedRecord[Name]>;
};
/** An agreement (IDV), or an award from its summary: modification, date and amount are `null`. */
export type AwardRecord = With<"award_id_piid" | "awarding_sub_agency_code">;
export type ActionRecord = AwardRecord &
  With<"modification_number" | "action_date" | "federal_action_obligation">;

/** A report of a subcontract, with facts about its prime award: `action_date` is that of the latest action they include. */
export type SubawardRecord = AwardRecord & ReportRecord;

type RecordKind = "action" | "award" | "agreement" | "subaward";

/** A row that passed every check. */
export type Accepted = {
  line: number;
  /** A hash of the description before masking; 0 if masking changed nothing. */
  unmasked: number;
} & (
  | { kind: "action"; record: ActionRecord }
  | { kind: "award" | "agreement"; record: AwardRecord }
  | { kind: "subaward"; record: SubawardRecord }
);

/** The result of some consecutive rows of a file. */
export interface Batch {
  /** The name of the file format. */
  format: string;
  columns: ReportedName[];
  /** The names of columns that are not read. */
  ignored: string[];
  accepted: Accepted[];
  rejected: Reject[];
  /** How many cells were masked. */
  masked: number;
  /** Sentences about the whole file. They come with the last batch, which has no rows. */
  notes: string[];
}

export const emptyRecord = Object.fromEntries(recordedNames.map((name) => [name, null])) as CheckedRecord;

/**
 * Parses one file of records: each row is accepted, or rejected with a reason. Reads the bytes twice if only the whole file
 * shows the order of day and month in its dates.
 * @throws {FileRefusal} if the file is no table of contract records; discard the batches before it.
 */
export async function* parseRecords(file: string, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Batch> {
  const notes = new FileNotes();
  let parser: TableParser | undefined;
  for await (const { mapping, delimiter, rows } of tableRows(bytes, notes)) {
    parser ??= new TableParser(file, mapping, delimiter, notes);
    if (!parser.orders && needsDayOrder(rows, parser.dayColumns))
      parser.orders = await dayOrders(bytes, parser.dayColumns, notes);
    yield parser.parse(rows);
  }
  if (parser) yield parser.end();
}

async function dayOrders(
  bytes: AsyncIterable<Uint8Array>,
  columns: TableParser["dayColumns"],
  notes: FileNotes,
): Promise<DayOrders> {
  const proof = new DayOrderProof(columns);
  for await (const { rows } of tableRows(bytes, new FileNotes())) proof.add(rows);
  const { orders, notes: sentences } = proof.decide();
  for (const sentence of sentences) notes.add(sentence);
  return orders;
}

/** Parses the rows of one file, once its header is known. */
class TableParser {
  #parseRow: ReturnType<typeof rowParser>;
  #orders: DayOrders | undefined;
  /** The date columns and their indexes. */
  readonly dayColumns: [name: ReadName, at: number][];
  readonly #columns: ReportedName[];
  /** Rows by kind, both accepted and rejected ones. */
  readonly #seen = { action: 0, award: 0, agreement: 0, subaward: 0, assistance: 0, unknown: 0 };

  constructor(
    readonly file: string,
    readonly mapping: Mapping,
    readonly delimiter: Delimiter,
    readonly notes: FileNotes,
  ) {
    this.#parseRow = rowParser(mapping, notes, delimiter);
    this.#columns = columnsOf(mapping);
    this.dayColumns = [...mapping.positions].filter(
      ([name]) => isReported(name) && recordedColumn(name).kind === "day",
    );
  }

  /** The order of day and month by column; `undefined` until a date needs it. */
  get orders(): DayOrders | undefined {
    return this.#orders;
  }

  set orders(orders: DayOrders | undefined) {
    this.#orders = orders;
    this.#parseRow = rowParser(this.mapping, this.notes, this.delimiter, orders);
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

  parse(rows: RawRow[]): Batch {
    const batch = this.#batch();
    for (const row of rows) this.#parse(row, batch);
    return batch;
  }

  /**
   * The last batch, with the notes.
   * @throws {FileRefusal} if no row describes a contract.
   */
  end(): Batch {
    const { action, award, agreement, subaward, assistance, unknown } = this.#seen;
    if (action + award + subaward + unknown === 0) {
      if (agreement > assistance)
        throw new FileRefusal(
          "The file holds ordering agreements (IDVs) only, under which contracts are awarded; download the contracts too, award types A to D",
          "other table",
        );
      if (assistance > 0) throw new FileRefusal(otherTables.assistance, "other table");
    }
    return { ...this.#batch(), notes: this.notes.end() };
  }

  #parse(row: RawRow, batch: Batch) {
    const { header } = this.mapping;
    const damage =
      row.malformed ??
      (row.cells.length === header.length
        ? null
        : `has ${row.cells.length} cells where the header has ${header.length}`);
    if (damage !== null) {
      this.#seen.unknown += 1;
      this.#reject(row, null, damage, batch);
      return;
    }
    const { kind, outcome, masked } = this.#parseRow(row.cells, row.line);
    this.#seen[kind] += 1;
    batch.masked += masked;
    if ("reason" in outcome) this.#reject(row, outcome.column, outcome.reason, batch);
    else batch.accepted.push(outcome);
  }

  #reject(row: RawRow, column: ReadName | null, reason: string, batch: Batch) {
    const { cells, value, masked } = rejectedCells(this.mapping, row, column, this.delimiter);
    batch.masked += masked;
    batch.rejected.push({ file: this.file, line: row.line, column: column ?? "", value, reason, row: cells });
  }
}

interface ParsedRow {
  kind: RecordKind | "assistance";
  /** The accepted row, or the column and reason of its rejection. */
  outcome: Accepted | { column: ReadName; reason: string };
  /** How many cells were masked. */
  masked: number;
}

/** Missing values of pandas, databases and spreadsheets. In a text column, None may be a text. */
const isMissing = (text: string, isText: boolean) =>
  text.length <= 5 && (/^(?:NaN|NULL|#?N\/A)$/i.test(text) || (text === "None" && !isText));

/** Makes the parser of a file's rows. It reads only the columns that the file has. */
function rowParser(
  mapping: Mapping,
  notes: FileNotes,
  delimiter: Delimiter,
  orders: DayOrders = new Map(),
): (cells: string[], line: number) => ParsedRow {
  const { positions, isOwnExport } = mapping;
  const columns = columnsOf(mapping);
  const correct = combinedColumnSteps(mapping, notes);
  const kinds = {
    action: kindParser(mapping, "action", notes, orders),
    award: kindParser(mapping, "award", notes, orders),
    agreement: kindParser(mapping, "agreement", notes, orders),
    subaward: kindParser(mapping, "subaward", notes, orders),
  };
  const names = [...combinedColumns(mapping)];
  const combined = names
    .filter((name) => positions.has(name) || (columns as readonly ReadName[]).includes(name))
    .map((name) => ({ name, at: positions.get(name) ?? -1, isText: isText(name) }));
  const raw = Object.fromEntries(names.map((name) => [name, ""])) as RawCells;
  let { fromR } = mapping;

  /** The text of a cell without what Excel, R or our own export adds to it. */
  function plainText(text: string, isText: boolean, isNumber = false): string {
    let plain = isOwnExport ? unguard(text) : text;
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
    if (isMissing(plain, isText)) return "";
    if (!isNumber) return plain;
    // Files separated by semicolons come from regions with a decimal comma.
    if (delimiter === ";") plain = withDecimalPoint(plain);
    return fromR ? withoutExponent(plain) : plain;
  }

  return (cells, line) => {
    notes.line = line;
    for (const { name, at, isText } of combined)
      raw[name] = at === -1 ? "" : plainText(cells[at] as string, isText);
    for (const step of correct) step(raw);
    const award = readAwardType(raw.award_type_code, withoutHyphens(raw.award_id_piid));
    if (award.other === "assistance" || raw.contract_award_unique_key.startsWith("ASST_")) return assistance;
    const stated = rowKind(mapping, cells);
    const isOfAgreement = isAgreement(raw, award.other, notes);
    if (isOfAgreement && stated === "subaward") return underAgreement;
    const kind = isOfAgreement ? "agreement" : stated;
    raw.award_type_code = award.type;

    const { own, schema } = kinds[kind];
    const record = { ...emptyRecord };
    let unmasked = 0;
    let masked = 0;
    for (const { name, at, read, isText, isNumber } of own) {
      let value = read(at === -1 ? raw[name] : plainText(cells[at] as string, isText, isNumber));
      if (value instanceof Unreadable)
        return { kind, outcome: { column: name, reason: value.reason }, masked: 0 };
      if (isText && value !== null) {
        const text = value as string;
        value = mask(text);
        if (value !== text) {
          masked += 1;
          if (name === descriptionColumn[kind]) unmasked = hashText(text);
        }
        if (notes.lossy && text.includes("\ufffd")) notes.undecoded();
      }
      (record as Record<ReportedName, typeof value>)[name] = value;
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

const assistance: ParsedRow = {
  kind: "assistance",
  outcome: {
    column: "award_type_code",
    reason: "is of assistance (a grant, loan or payment), not of a contract",
  },
  masked: 0,
};

const underAgreement: ParsedRow = {
  kind: "subaward",
  outcome: {
    column: "contract_award_unique_key",
    reason:
      "is of an ordering agreement (IDV); subcontracts are listed by the contract they are reported under",
  },
  masked: 0,
};

const descriptionColumn = {
  action: "transaction_description",
  award: "prime_award_base_transaction_description",
  agreement: "prime_award_base_transaction_description",
  subaward: "subaward_description",
} as const;

/** The columns of one kind of row, with -1 as the index of combined columns, and the check of its record. */
function kindParser(mapping: Mapping, kind: RecordKind, notes: FileNotes, orders: DayOrders) {
  const own = columnsOf(mapping).filter((name) => {
    const isOfReport = recordedColumn(name).of === "subaward";
    if (kind === "subaward") return isOfReport || name === "action_date" || !ofActions.has(name);
    if (isOfReport) return false;
    return kind === "action" || (!ofActions.has(name) && (kind === "award" || name !== "award_type_code"));
  });
  const combined = combinedColumns(mapping);
  // A report may leave out how new its facts about the award are.
  const requiredOf = (name: ReportedName) =>
    kind === "subaward" && name === "action_date" ? undefined : required[name];
  return {
    own: own.map((name) => ({
      name,
      at: combined.has(name) ? -1 : (mapping.positions.get(name) as number),
      read: cellReader(name, requiredOf(name) !== undefined, notes, orders.get(name)),
      isText: isText(name),
      isNumber: recordedColumn(name).kind === "money" || recordedColumn(name).kind === "count",
    })),
    schema: z.object(
      Object.fromEntries(
        own.flatMap((name) => {
          const schema = requiredOf(name);
          return schema ? [[name, schema]] : [];
        }),
      ),
    ),
  };
}

/** What only an action has. */
const ofActions = new Set<ReportedName>([
  "contract_transaction_unique_key",
  "modification_number",
  "action_date",
  "federal_action_obligation",
  "action_type_code",
  "transaction_description",
]);

const spreadsheetNumber =
  "is the number that a spreadsheet made of it, so it is lost; take it from the file as it was downloaded";

/** The checks of the columns that identify an action or cannot be missing. If one fails, the row is rejected. */
const required: Partial<Record<ReportedName, z.ZodType>> = {
  contract_award_unique_key: z.string().max(200, "is longer than 200 characters").nullable(),
  award_id_piid: z.string("is empty").regex(/^[A-Za-z0-9_]{1,50}$/, {
    error: ({ input }) =>
      isSpreadsheetNumber(String(input))
        ? spreadsheetNumber
        : "is not up to 50 letters, digits and underscores",
  }),
  modification_number: z.string("is empty").regex(/^(?!\d+(?:\.\d+)?E\+\d+$).{1,50}$/i, {
    error: ({ input }) =>
      isSpreadsheetNumber(String(input)) ? spreadsheetNumber : "is longer than 50 characters",
  }),
  action_date: z.int("is empty"),
  federal_action_obligation: z.int("is empty"),
  award_type_code: z
    .enum(
      ["A", "B", "C", "D"],
      "is not a contract's: A (BPA call), B (purchase order), C (delivery order) or D (definitive contract)",
    )
    .nullable(),
  awarding_sub_agency_code: z
    .string("is empty, and neither the sub-agency's name nor the award key says which it is")
    .max(20, "is longer than 20 characters"),
  subaward_fsrs_report_id: z.string("is empty").max(100, "is longer than 100 characters"),
  subaward_amount: z.int("is empty"),
  subaward_action_date: z.int("is empty"),
  subawardee_name: z.string("is empty"),
};

const isText = (name: ReadName) => isReported(name) && recordedColumn(name).kind === "text";

/** The recorded columns that a file has, and those that its other columns imply. */
function columnsOf({ columns, positions }: Mapping): ReportedName[] {
  const all = new Set<ReportedName>(columns);
  all.add("awarding_sub_agency_code");
  for (const { code, label, mayDescribe } of codeColumns)
    if (label && mayDescribe && positions.has(code)) all.add(label);
  return [...all];
}

function rowKind({ holds, kindAt }: Mapping, cells: string[]): "action" | "award" | "subaward" {
  if (holds !== "each") return holds;
  const stated = cells[kindAt];
  return stated === "award" || stated === "subaward" ? stated : "action";
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

/**
 * The cells of a rejected row by column, masked, and the invalid value. If the cells cannot be assigned to columns for
 * certain, cells that may be a person's name or phone number are left out.
 */
function rejectedCells(
  mapping: Mapping,
  row: RawRow,
  column: ReadName | null,
  delimiter: string,
): { cells: Record<string, string>; value: string; masked: number } {
  const { positions, isOwnExport, holds, kindAt, header, privateFrom } = mapping;
  let masked = 0;
  const clean = (cell: string | undefined) => {
    const raw = isOwnExport ? unguard(cell ?? "") : (cell ?? "");
    const text = mask(raw);
    if (text !== raw) masked += 1;
    return text;
  };
  const hidesPeople = column === null && privateFrom < header.length;
  const safe = hidesPeople ? privateFrom - Math.max(0, header.length - row.cells.length) : header.length;
  const cells: Record<string, string> = {
    [kindColumn]: holds === "each" ? clean(row.cells[kindAt]) : holds,
  };
  for (const [name, at] of positions) {
    if (at >= safe || (hidesPeople && row.cells[at]?.includes(delimiter))) continue;
    cells[name] = clean(row.cells[at]);
  }
  const extra = hidesPeople ? "" : row.cells.slice(header.length).join(delimiter);
  const value = column === null ? clean(extra) : (cells[column] ?? "");
  return { cells, value, masked };
}
