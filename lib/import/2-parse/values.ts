import { withoutHyphens } from "@/lib/contracts/awards";
import { dayNumber, isDay, monthNames } from "@/lib/contracts/days";
import {
  type Cents,
  counted,
  formatCount,
  largestCents,
  parseDollars,
  toDollars,
} from "@/lib/contracts/money";
import { type ReportedName, recordedColumn } from "@/lib/contracts/recorded";
import type { FileNotes } from "@/lib/import/2-parse/file-notes";

export interface DayReading {
  /** Days since 1970-01-01. */
  day: number;
  year: number;
  /** Whether the year was written with two digits. */
  twoDigits: boolean;
}

/** The years of actions; two-digit years are read as years in this range. */
export const firstYear = 1978;
export const lastYear = 2049;

const clock = "(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:[.,:]\\d{1,9})?)?(?: ?[AP]\\.?M\\.?)?";
const compactClock = "(?:[01]\\d|2[0-3])[0-5]\\d(?:[0-5]\\d(?:[.,]\\d{1,9})?)?";
const zoneName = "(?:Z|UTC?|GMT|[ECMP]T|[A-Z]{1,3}[SD]T|[A-Z]{3,10}/[A-Z_]{3,20})";
const zone = `(?: ?(?:${zoneName}(?:[+-]\\d{1,2}(?::?\\d{2})?)?|[+-]\\d{2}(?::?\\d{2})?)(?: \\([A-Z ]{2,40}\\))?)`;
/** A time with or without its zone, or a zone alone, after a date. */
const timePart = `(?:(?:(?:T|,? {1,3})${clock}|T${compactClock})${zone}?| ?(?:Z|UTC|GMT)|[+-]\\d{2}:\\d{2})?`;
const weekday = "(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?[.,]{0,2} {1,3})?";
/** A date between an optional weekday and time. Every part has a bound, so that a long text fails fast. */
const dated = (form: string) => new RegExp(`^${weekday}${form}${timePart}$`, "i");

const isoDay = new RegExp(`^(\\d{4}-\\d{2}-\\d{2})${timePart}$`, "i");
/** The order of day and month in dates such as `05/04/2024`. */
export type DayOrder = "month first" | "day first";

/** Three numbers, the year last. The file shows the order of the other two. */
const numericDay = dated("(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4}|\\d{2})");
const yearFirst = dated("(\\d{4})([/.-]?)(\\d{1,2})\\2(\\d{1,2})");
const monthName = "([a-z]{3,9})\\.?";
const between = "(?:,? {1,3}|[/.-])";
const ordinal = "(?:st|nd|rd|th)?";
/** Forms that name the month, with the meaning of their groups. */
const named: [form: RegExp, parts: ("year" | "month" | "day")[]][] = [
  [dated(`(\\d{1,2})${ordinal}${between}?${monthName}${between}?(\\d{4}|\\d{2})`), ["day", "month", "year"]],
  [
    dated(`${monthName}${between}?(\\d{1,2})${ordinal}(?:${between}|,)(\\d{4}|\\d{2})`),
    ["month", "day", "year"],
  ],
  [dated(`(\\d{4})${between}?${monthName}${between}?(\\d{1,2})`), ["year", "month", "day"]],
  // The form of C, Java and Unix: `Wed May 01 00:00:00 EDT 2024`.
  [
    new RegExp(`^${weekday}${monthName} {1,3}(\\d{1,2}) {1,3}${clock}${zone}? {1,3}(\\d{4})$`, "i"),
    ["month", "day", "year"],
  ],
];

/** The first two numbers of a date whose order is ambiguous; `null` for any other text. */
export function unorderedDay(text: string): [first: number, second: number] | null {
  if (text[4] === "-" && text[1] !== "-" && text[2] !== "-") return null; // the year comes first
  const [, first, , second] = numericDay.exec(text) ?? [];
  return first === undefined ? null : [Number(first), Number(second)];
}

/** The number of a month by its name or an abbreviation of it; empty for any other text. */
function monthNumber(name: string): string {
  const place = monthNames.findIndex((month) => month.toLowerCase().startsWith(name.toLowerCase()));
  return place === -1 ? "" : String(place + 1);
}

/** Year, month and day as written; `null` if the text is no date. */
function dayParts(text: string, order: DayOrder): [year: string, month: string, day: string] | null {
  const [, one = "", , other = "", last = ""] = numericDay.exec(text) ?? [];
  if (one) return order === "day first" ? [last, other, one] : [last, one, other];
  const [, year = "", separator, month = "", day = ""] = yearFirst.exec(text) ?? [];
  if (year) return separator === "" && month.length + day.length < 4 ? null : [year, month, day];
  for (const [form, parts] of named) {
    const found = form.exec(text);
    if (!found) continue;
    const part = (name: (typeof parts)[number]) => found[parts.indexOf(name) + 1] as string;
    return [part("year"), monthNumber(part("month")), part("day")];
  }
  return null;
}

/** {@link readDay} without its cache. */
function parseDay(text: string, order: DayOrder): DayReading | string {
  if (text === "") return "is empty";
  let iso = isoDay.exec(text)?.[1];
  let twoDigits = false;
  const [written = "", month = "", day = ""] = iso ? [] : (dayParts(text, order) ?? []);
  if (month) {
    let year = written;
    if (written.length === 2) {
      twoDigits = true;
      year = Number(written) > lastYear % 100 ? `19${written}` : `20${written}`;
      if (Number(year) < firstYear)
        return `has a year of two digits that is not between ${firstYear} and ${lastYear} in any century`;
    }
    iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  }
  if (iso === undefined || !isDay(iso))
    return order === "day first" && unorderedDay(text)
      ? "is not a day such as 20/08/2026"
      : "is not a day such as 2026-08-20";
  return { day: dayNumber(iso), year: Number(iso.slice(0, 4)), twoDigits };
}

/** Days by text: a file has few days and many rows. A long text is a slice of the file and would keep all of it in memory. */
const cache = {
  "month first": new Map<string, DayReading | string>(),
  "day first": new Map<string, DayReading | string>(),
};
const longestCached = 12;

/** Reads a day as USAspending, spreadsheets or people write it; returns why the text is no day, as the end of a sentence. */
export function readDay(text: string, order: DayOrder = "month first"): DayReading | string {
  if (text.length > longestCached) {
    const iso = isoDay.exec(text)?.[1];
    return iso === undefined ? parseDay(text, order) : readDay(iso);
  }
  const cached = cache[order].get(text);
  if (cached !== undefined) return cached;
  const day = parseDay(text, order);
  if (cache[order].size < 50_000) cache[order].set(text, day);
  return day;
}

/** Scientific notation of a program, which is exact: `1.0E7`, `12E-1`. */
const scientific = /^([+-]?)(\d+)(?:\.(\d*))?e(-?\d{1,2})$/i;
/** Scientific notation of any kind; with a plus, `1.23E+11`, a spreadsheet has rounded the number. */
const anyExponent = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)e[+-]?\d+$/i;

/**
 * Reads dollars as a record writes them (-1234.50), or as spreadsheets and programs do ($1,234.50, (1,234.50), -$5,
 * 1 234.50, 1,234.50-, USD 1234.50, 1.0E7, 29898236.000000004). Returns cents, or why the text is no amount, as the end of a
 * sentence. Calls `onRounded` if it rounds off the noise of binary fractions after the cents.
 */
export function readAmount(written: string, onRounded: () => void = () => {}): Cents | string {
  const plain = parseDollars(written);
  if (plain !== null) return plain;
  const text = withoutScientific(plainNumber(written));
  const cents = parseDollars(text);
  if (cents !== null) return cents;
  if (text === "") return "is empty";
  if (anyExponent.test(text))
    return "is written with an exponent, as spreadsheets shorten long numbers, so its exact value is lost";
  const [, sign, whole, decimals] = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === undefined) return "is not an amount in dollars such as -1234.50";
  if (whole.replace(/^0+/, "").length > 13) return `is beyond ${toDollars(largestCents)} dollars`;
  const rounded = roundNoise(whole, decimals ?? "");
  if (rounded === null) return "has more than two decimal places";
  onRounded();
  return sign === "-" && rounded !== 0 ? -rounded : rounded;
}

/** The cents of a number within a millionth of a cent of them; else `null`. */
function roundNoise(whole: string, decimals: string): Cents | null {
  const cents = Number(whole) * 100 + Number(decimals.slice(0, 2));
  const rest = decimals.slice(2).padEnd(7, "0");
  if (/^0{6}/.test(rest)) return cents;
  if (/^9{6}/.test(rest)) return cents + 1;
  return null;
}

/** Writes out a number in scientific notation; leaves any other text as it is. */
function withoutScientific(text: string): string {
  const [, sign, whole, decimals = "", exponent] = scientific.exec(text) ?? [];
  if (whole === undefined) return text;
  const places = Number(exponent);
  if (places >= 0 && decimals.replace(/0+$/, "").length > places + 2) return text;
  const digits = (whole + decimals)
    .padStart(decimals.length - places + 1, "0")
    .padEnd(whole.length + places, "0");
  const point = digits.length - Math.max(0, decimals.length - places);
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** Whether a text is the zero of Excel's comma style. A dash alone, or between other blanks, may mean a missing value. */
export const isCommaStyleZero = (text: string): boolean => text === " -   ";

/** No genuine amount is longer. */
const longestAmount = 60;

/** Blanks between digits, and dashes for a minus. */
const blanks = /[\s\u00a0\u2007\u2009\u202f]+/g;
const dashes = /[\u2010-\u2013\u2212]/g;

/** A number without currency signs, separators and brackets; leaves any other text as it is. */
function plainNumber(written: string): string {
  if (written.length > longestAmount) return written;
  const text = written.trim().replace(dashes, "-");
  if (/^\$\s*-$/.test(text)) return "0"; // the zero of accounting formats
  const bare = text.replace(/^(?:US\s?(?=\$)|USD\s?)|\s?USD$/i, "");
  const match =
    /^(\()?\s*([+-])?\s*\$?\s*(\()?\s*([+-])?(\d{1,3}(?:,\d{3})+|\d{1,3}(?:[\s\u00a0\u2007\u2009\u202f]\d{3})+|\d*)((?:\.\d*)?(?:e-?\d{1,2})?)\s*(\))?(-)?$/i.exec(
      bare,
    );
  if (!match) return bare === text ? written : bare;
  const [, outer, sign, inner, innerSign, whole = "", decimals = "", closed, trailing] = match;
  const opened = (outer ? 1 : 0) + (inner ? 1 : 0);
  const signs = (sign ? 1 : 0) + (innerSign ? 1 : 0) + (trailing ? 1 : 0);
  if (opened !== (closed ? 1 : 0) || opened + signs > 1) return written;
  const negative = opened === 1 || sign === "-" || innerSign === "-" || trailing !== undefined;
  return `${negative ? "-" : ""}${whole.replaceAll(",", "").replace(blanks, "")}${decimals}`;
}

/**
 * Turns a decimal comma, `1.234,50` of European spreadsheets and R's write.csv2, into a point. Leaves an ambiguous number
 * such as `1,234` as it is.
 */
export const withDecimalPoint = (text: string): string =>
  /^[(\s$€-]*(?:\d+|\d{1,3}(?:\.\d{3})+)(?:,\d{1,2}\)?|,\d+e[+-]\d\d)$/.test(text)
    ? text.replaceAll(".", "").replace(",", ".").replace("€", "")
    : text;

/**
 * Writes out a number in R's notation `1e+05`, which has all its digits, unlike the rounded `1.23E+11` of spreadsheets.
 * Leaves any other text as it is.
 */
export function withoutExponent(text: string): string {
  const [, sign = "", whole, decimals = "", places] = /^(-?)(\d)(?:\.(\d+))?e([+-]\d\d)$/.exec(text) ?? [];
  if (whole === undefined) return text;
  const shift = Number(places);
  if (shift < 0) return `${sign}0.${"0".repeat(-shift - 1)}${whole}${decimals}`;
  const digits = (whole + decimals).padEnd(shift + 1, "0");
  return `${sign}${digits.slice(0, shift + 1)}.${digits.slice(shift + 1)}`;
}

/** Reads a count, `3` or `3.0`; `null` for any other text. */
export function readCount(text: string): number | null {
  return /^\d{1,9}(?:\.0+)?$/.test(text) ? Number.parseInt(text, 10) : null;
}

/** Whether a spreadsheet turned a text into a rounded number: `1.23E+11`. */
export const isSpreadsheetNumber = (text: string): boolean => /^\d+(?:\.\d+)?E\+\d+$/i.test(text);

/** Why a cell of a required column cannot be read. */
export class Unreadable {
  constructor(readonly reason: string) {}
}

const respelled = (count: number, first: string) =>
  `${counted(count, "identifier is", "identifiers are")} changed to capitals, from 00 to 0 or to the form without hyphens, the first on ${first}.`;

const longestCode = 200;

/** Longer texts have swallowed other rows. USAspending's descriptions have at most 4,000 characters. */
const longestTexts: Partial<Record<ReportedName, number>> = {
  recipient_name: 500,
  transaction_description: 10_000,
  prime_award_base_transaction_description: 10_000,
  subaward_description: 10_000,
  subawardee_name: 500,
};

/** One spelling for the columns that identify an action: capitals, PIIDs without hyphens, modification 0 for 00 and 000. */
const canonicalSpelling: Partial<Record<ReportedName, (text: string) => string>> = {
  award_id_piid: (text) => withoutHyphens(text).toUpperCase(),
  contract_award_unique_key: (text) => text.toUpperCase(),
  modification_number: (text) => (/^0+(?:\.0)?$/.test(text) ? "0" : text.toUpperCase()),
};

/** A cell's value: text, cents, days since 1970-01-01, a count, or `null` for not reported. */
type CellReader = (text: string) => string | number | null | Unreadable;

/**
 * Makes the reader of a column's cells. In an optional column a value that cannot be read is noted and not reported, so that
 * it costs no row; in a required one it is {@link Unreadable}.
 */
export function cellReader(
  name: ReportedName,
  isRequired: boolean,
  notes: FileNotes,
  order: DayOrder = "month first",
): CellReader {
  const unreadable = (text: string, reason: string) => {
    if (isRequired) return new Unreadable(reason);
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
        const text = canonicalSpelling[name]?.(written) ?? written;
        if (text !== written) notes.repeat(respelled, written);
        if (text === "") return null;
        return !isRequired && text.length > longestCode ? unreadable(text, "") : text;
      };
    case "day":
      return (text) => {
        if (text === "") return null;
        const reading = readDay(text, order);
        if (typeof reading === "string") return unreadable(text, reading);
        if (reading.year < firstYear || reading.year > lastYear) {
          if (isRequired) return unreadable(text, `is not between ${firstYear} and ${lastYear}`);
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
