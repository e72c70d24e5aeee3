import { z } from "zod";
import {
  type Recorded,
  type RecordedName,
  type recorded,
  recordedColumn,
  recordedNames,
} from "@/lib/contracts/recorded";
import type { FileNotes } from "@/lib/intake/notes";
import {
  firstYear,
  isSpreadsheetNumber,
  lastYear,
  readAmount,
  readCount,
  readDay,
} from "@/lib/intake/values";

type Value<Kind extends Recorded["kind"]> = Kind extends "text" | "code" ? string : number;

/**
 * One row, checked: a value or `null`, which is not reported, for everything that a file can say. Days count from
 * 1970-01-01, money is cents.
 */
export type CheckedRecord = { [Name in RecordedName]: Value<(typeof recorded)[Name]["kind"]> | null };

type With<Names extends RecordedName> = CheckedRecord & {
  [Name in Names]: NonNullable<CheckedRecord[Name]>;
};
/** An ordering agreement, or an award as its summary describes it: modification, date and amount are `null`. */
export type AwardRecord = With<"award_id_piid" | "awarding_sub_agency_code">;
export type ActionRecord = AwardRecord &
  With<"modification_number" | "action_date" | "federal_action_obligation">;

/** What a row is. */
export type RecordKind = "action" | "award" | "agreement";

export const emptyRecord = Object.fromEntries(recordedNames.map((name) => [name, null])) as CheckedRecord;

const spreadsheetNumber =
  "is the number that a spreadsheet made of it, so it is lost; take it from the file as it was downloaded";

const filled = (most: number) =>
  z
    .string()
    .min(1, "is empty")
    .refine((text) => !isSpreadsheetNumber(text), { error: spreadsheetNumber, abort: true })
    .max(most, `is longer than ${most} characters`);

/** What a row cannot do without: where one of these cannot be read, the row is rejected. */
const identity = {
  award_id_piid: filled(1_000).regex(
    /^[A-Za-z0-9_-]{1,50}$/,
    "is not up to 50 letters, digits, hyphens and underscores",
  ),
  awarding_sub_agency_code: z
    .string()
    .min(1, "is empty, and neither the sub-agency's name nor the award key says which it is")
    .max(20, "is longer than 20 characters"),
} satisfies Partial<Record<RecordedName, z.ZodType>>;

const award = {
  contract_award_unique_key: z
    .string()
    .max(200, "is longer than 200 characters")
    .transform((text) => text || null),
  award_type_code: z
    .string()
    .regex(
      /^[A-D]?$/,
      "is not a contract's: A (BPA call), B (purchase order), C (delivery order) or D (definitive contract)",
    )
    .transform((text) => text || null),
};

function action(notes: FileNotes) {
  return {
    modification_number: filled(50),
    action_date: z.string().transform((text, context) => {
      const reading = readDay(text);
      const problem =
        typeof reading === "string"
          ? reading
          : reading.year < firstYear || reading.year > lastYear
            ? `is not between ${firstYear} and ${lastYear}`
            : null;
      if (problem === null && typeof reading !== "string") {
        if (reading.twoDigits) notes.shortYear();
        return reading.day;
      }
      context.issues.push({ code: "custom", message: problem ?? "", input: text });
      return z.NEVER;
    }),
    federal_action_obligation: z.string().transform((text, context) => {
      const cents = readAmount(text);
      if (typeof cents === "number") return cents;
      context.issues.push({ code: "custom", message: cents, input: text });
      return z.NEVER;
    }),
  };
}

const longestCode = 200;

/** A fact that cannot be read is not reported, and noted; no row is lost for it. */
function fact(name: RecordedName, notes: FileNotes): z.ZodType {
  const unreadable = (text: string) => {
    notes.unreadable(name, text);
    return null;
  };
  switch (recordedColumn(name).kind) {
    case "text":
      return z.string().transform((text) => (text.trim() === "" ? null : text));
    case "code":
      return z
        .string()
        .transform((text) => (text === "" ? null : text.length > longestCode ? unreadable(text) : text));
    case "day":
      return z.string().transform((text) => {
        if (text === "") return null;
        const reading = readDay(text);
        if (typeof reading === "string") return unreadable(text);
        if (reading.twoDigits) notes.shortYear();
        if (reading.year < firstYear || reading.year > lastYear) notes.absurdDay(name, text);
        return reading.day;
      });
    case "money":
      return z.string().transform((text) => {
        if (text === "") return null;
        const cents = readAmount(text);
        return typeof cents === "string" ? unreadable(text) : cents;
      });
    case "count":
      return z.string().transform((text) => (text === "" ? null : (readCount(text) ?? unreadable(text))));
  }
}

/** What only an action has. */
const ofActions = new Set<RecordedName>([
  "contract_transaction_unique_key",
  "modification_number",
  "action_date",
  "federal_action_obligation",
  "action_type_code",
  "transaction_description",
]);

/** The columns, among those of a file, that a row of this kind has for its own. */
export const ownColumns = (columns: RecordedName[], kind: RecordKind): RecordedName[] =>
  kind === "action"
    ? columns
    : columns.filter((name) => !ofActions.has(name) && (kind === "award" || name !== "award_type_code"));

/** The schema of one kind of row, for the columns that it has. */
export function recordSchema(columns: RecordedName[], kind: RecordKind, notes: FileNotes) {
  const needed: Partial<Record<RecordedName, z.ZodType>> = {
    ...identity,
    ...award,
    ...(kind === "action" ? action(notes) : {}),
  };
  return z.object(
    Object.fromEntries(columns.map((name) => [name, needed[name] ?? fact(name, notes)])),
  ) as unknown as z.ZodType<Partial<CheckedRecord>>;
}
