import { z } from "zod";
import { withoutHyphens } from "@/lib/contracts/awards";
import { counted, formatCount } from "@/lib/contracts/money";
import {
  type Recorded,
  type RecordedName,
  type recorded,
  recordedColumn,
  recordedNames,
} from "@/lib/contracts/recorded";
import type { FileNotes } from "@/lib/import/2-parse/file-notes";
import {
  type DayOrder,
  firstYear,
  isSpreadsheetNumber,
  lastYear,
  readAmount,
  readCount,
  readDay,
} from "@/lib/import/2-parse/values";

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

/**
 * What a row cannot do without, and what tells it apart: where one of these does not fit, the row is rejected. Everything
 * else is a fact, which its reader makes a value or leaves out.
 */
const needed: Partial<Record<RecordedName, z.ZodType>> = {
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
};

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

/** What a row of one kind has to be, for the columns that it has. */
export const recordSchema = (columns: RecordedName[]) =>
  z.object(
    Object.fromEntries(
      columns.flatMap((name) => {
        const schema = needed[name];
        return schema ? [[name, schema]] : [];
      }),
    ),
  );

const respelled = (count: number, first: string) =>
  `${counted(count, "identifier is", "identifiers are")} changed to capitals, from 00 to 0 or to the form without hyphens, the first on ${first}.`;

/** A text that cannot be read, and why. */
export class Unreadable {
  constructor(readonly reason: string) {}
}

const longestCode = 200;

/** The longest text of a column; a longer one has swallowed other rows. USAspending's descriptions have at most 4,000. */
const longestTexts: Partial<Record<RecordedName, number>> = {
  recipient_name: 500,
  transaction_description: 10_000,
  prime_award_base_transaction_description: 10_000,
};

/** One spelling of what identifies an action: PIIDs and keys in capitals, PIIDs without hyphens, modification 0 for 00 and 000. */
const oneSpelling: Partial<Record<RecordedName, (text: string) => string>> = {
  award_id_piid: (text) => withoutHyphens(text).toUpperCase(),
  contract_award_unique_key: (text) => text.toUpperCase(),
  modification_number: (text) => (/^0+(?:\.0)?$/.test(text) ? "0" : text.toUpperCase()),
};

/**
 * How the text of a column becomes its value. A fact that cannot be read is not reported, and noted: no row is lost for
 * it. The day and the amount of an action are no such facts.
 */
export function valueReader(
  name: RecordedName,
  notes: FileNotes,
  order: DayOrder = "month first",
): (text: string) => string | number | null | Unreadable {
  const isFact = needed[name] === undefined;
  const unreadable = (text: string, reason: string) => {
    if (!isFact) return new Unreadable(reason);
    notes.unreadable(name, text);
    return null;
  };
  const { kind } = recordedColumn(name);
  switch (kind) {
    case "text": {
      const longest = longestTexts[name];
      return (text) => {
        if (longest && text.length > longest)
          return new Unreadable(`is longer than ${formatCount(longest)} characters`);
        return text.trim() === "" ? null : text;
      };
    }
    case "code":
      return (written) => {
        const text = oneSpelling[name]?.(written) ?? written;
        if (text !== written) notes.repeat(respelled, written);
        if (text === "") return null;
        return isFact && text.length > longestCode ? unreadable(text, "") : text;
      };
    case "day":
      return (text) => {
        if (text === "") return null;
        const reading = readDay(text, order);
        if (typeof reading === "string") return unreadable(text, reading);
        if (reading.year < firstYear || reading.year > lastYear) {
          if (!isFact) return unreadable(text, `is not between ${firstYear} and ${lastYear}`);
          notes.absurdDay(name, text);
        }
        if (reading.twoDigits) notes.shortYear();
        return reading.day;
      };
    case "money":
      return (text) => {
        if (text === "") return null;
        const cents = readAmount(text, () => notes.rounded(text));
        return typeof cents === "string" ? unreadable(text, cents) : cents;
      };
    case "count":
      return (text) => (text === "" ? null : (readCount(text) ?? unreadable(text, "")));
  }
}
