import { dayNumber } from "@/lib/contracts/day-number";
import { isDay } from "@/lib/contracts/days";
import { type Cents, largestCents, parseDollars, toDollars } from "@/lib/contracts/money";

/** A day since 1970-01-01, and whether its century had to be supplied. */
export interface DayReading {
  day: number;
  year: number;
  twoDigits: boolean;
}

/** The years that an action can have; a year of two digits is one of them. */
export const firstYear = 1978;
export const lastYear = 2049;

const isoDay =
  /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?(?:Z|[+-]\d{2}:?\d{2}))?)?$/;
const spreadsheetDay =
  /^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4})(?: \d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AP]M)?)?$/i;

/** Reads a day as USAspending writes it, or as a spreadsheet does (month first); else says why it is none. */
function readNewDay(text: string): DayReading | string {
  if (text === "") return "is empty";
  let iso = isoDay.exec(text)?.[1];
  let twoDigits = false;
  const [, month = "", day = "", written = ""] = iso ? [] : (spreadsheetDay.exec(text) ?? []);
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
  if (iso === undefined || !isDay(iso)) return "is not a day such as 2026-08-20";
  return { day: dayNumber(iso), year: Number(iso.slice(0, 4)), twoDigits };
}

/** A file has few days and many rows. A longer text is a window into the file, which would be kept with it. */
const days = new Map<string, DayReading | string>();
const longestKept = 12;
export function readDay(text: string): DayReading | string {
  if (text.length > longestKept) {
    const iso = isoDay.exec(text)?.[1];
    return iso === undefined ? readNewDay(text) : readDay(iso);
  }
  const known = days.get(text);
  if (known !== undefined) return known;
  const day = readNewDay(text);
  if (days.size < 50_000) days.set(text, day);
  return day;
}

const exponent = /^[+-]?\d*\.?\d+e[+-]?\d+$/i;

/**
 * Reads dollars as a record writes them (-1234.50) or as a spreadsheet does ($1,234.50, (1,234.50), -$5); else says why
 * the text is no amount.
 */
export function readAmount(written: string): Cents | string {
  const plain = parseDollars(written);
  if (plain !== null) return plain;
  const text = plainNumber(written);
  const cents = parseDollars(text);
  if (cents !== null) return cents;
  if (text === "") return "is empty";
  if (exponent.test(text))
    return "is written with an exponent, as spreadsheets shorten long numbers, so its exact value is lost";
  if (/^[+-]?\d+(\.\d+)?$/.test(text)) {
    const [whole = ""] = text.replace(/^[+-]/, "").split(".");
    if (whole.replace(/^0+/, "").length > 13) return `is beyond ${toDollars(largestCents)} dollars`;
    return "has more than two decimal places";
  }
  return "is not an amount in dollars such as -1234.50";
}

/** No amount is longer, however it is written. */
const longestAmount = 60;

/** A spreadsheet's number without its dress; what is no number stays as it is. */
function plainNumber(text: string): string {
  if (text.length > longestAmount) return text;
  const match = /^(\()?\s*([+-])?\s*\$?\s*(\()?\s*([+-])?(\d{1,3}(?:,\d{3})+|\d*)(\.\d*)?\s*(\))?$/.exec(
    text,
  );
  if (!match) return text;
  const [, outer, sign, inner, innerSign, whole = "", decimals = "", closed] = match;
  const opened = (outer ? 1 : 0) + (inner ? 1 : 0);
  const signs = (sign ? 1 : 0) + (innerSign ? 1 : 0);
  if (opened !== (closed ? 1 : 0) || opened + signs > 1) return text;
  const negative = opened === 1 || sign === "-" || innerSign === "-";
  return `${negative ? "-" : ""}${whole.replaceAll(",", "")}${decimals}`;
}

/**
 * A number whose decimals follow a comma, `1.234,50`, as half of Europe and R's write.csv2 write it; what can be read
 * otherwise, such as `1,234`, stays as it is.
 */
export const withDecimalPoint = (text: string): string =>
  /^[(\s$€-]*(?:\d+|\d{1,3}(?:\.\d{3})+)(?:,\d{1,2}\)?|,\d+e[+-]\d\d)$/.test(text)
    ? text.replaceAll(".", "").replace(",", ".").replace("€", "")
    : text;

/**
 * A number as R writes it, `1e+05`, in full. R writes every digit that it has, where a spreadsheet rounds (`1.23E+11`);
 * what is no such number stays as it is.
 */
export function withoutExponent(text: string): string {
  const [, sign = "", whole, decimals = "", places] = /^(-?)(\d)(?:\.(\d+))?e([+-]\d\d)$/.exec(text) ?? [];
  if (whole === undefined) return text;
  const shift = Number(places);
  if (shift < 0) return `${sign}0.${"0".repeat(-shift - 1)}${whole}${decimals}`;
  const digits = (whole + decimals).padEnd(shift + 1, "0");
  return `${sign}${digits.slice(0, shift + 1)}.${digits.slice(shift + 1)}`;
}

/** Reads a count of things, `3` or `3.0`; `null` where the text is none. */
export function readCount(text: string): number | null {
  return /^\d{1,9}(?:\.0+)?$/.test(text) ? Number.parseInt(text, 10) : null;
}

/** What a spreadsheet makes of a text that looks like a number: `1.23E+11`. */
export const isSpreadsheetNumber = (text: string): boolean => /^\d+(?:\.\d+)?E\+\d+$/i.test(text);
