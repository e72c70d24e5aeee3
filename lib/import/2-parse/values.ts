import { dayNumber } from "@/lib/contracts/day-number";
import { isDay, monthNames } from "@/lib/contracts/days";
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

const clock = "(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:[.,:]\\d{1,9})?)?(?: ?[AP]\\.?M\\.?)?";
const compactClock = "(?:[01]\\d|2[0-3])[0-5]\\d(?:[0-5]\\d(?:[.,]\\d{1,9})?)?";
const zoneName = "(?:Z|UTC?|GMT|[ECMP]T|[A-Z]{1,3}[SD]T|[A-Z]{3,10}/[A-Z_]{3,20})";
const zone = `(?: ?(?:${zoneName}(?:[+-]\\d{1,2}(?::?\\d{2})?)?|[+-]\\d{2}(?::?\\d{2})?)(?: \\([A-Z ]{2,40}\\))?)`;
/** Behind a date there may be a time with its zone, or a zone alone. */
const behind = `(?:(?:(?:T|,? {1,3})${clock}|T${compactClock})${zone}?| ?(?:Z|UTC|GMT)|[+-]\\d{2}:\\d{2})?`;
const weekday = "(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?[.,]{0,2} {1,3})?";
/** A date of the form, whatever stands around it; every part is bounded, so that a long text fails as fast. */
const dated = (form: string) => new RegExp(`^${weekday}${form}${behind}$`, "i");

const isoDay = new RegExp(`^(\\d{4}-\\d{2}-\\d{2})${behind}$`, "i");
/** How a date that ends with its year is read: `05/04/2024`. */
export type DayOrder = "month first" | "day first";

/** Three numbers, the year last. The file has to show the order of the other two. */
const numericDay = dated("(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4}|\\d{2})");
const yearFirst = dated("(\\d{4})([/.-]?)(\\d{1,2})\\2(\\d{1,2})");
const monthName = "([a-z]{3,9})\\.?";
const between = "(?:,? {1,3}|[/.-])";
const ordinal = "(?:st|nd|rd|th)?";
/** Forms that name the month, and what each of their parts is. */
const named: [form: RegExp, parts: ("year" | "month" | "day")[]][] = [
  [dated(`(\\d{1,2})${ordinal}${between}?${monthName}${between}?(\\d{4}|\\d{2})`), ["day", "month", "year"]],
  [
    dated(`${monthName}${between}?(\\d{1,2})${ordinal}(?:${between}|,)(\\d{4}|\\d{2})`),
    ["month", "day", "year"],
  ],
  [dated(`(\\d{4})${between}?${monthName}${between}?(\\d{1,2})`), ["year", "month", "day"]],
  // As C, Java and Unix write a time: `Wed May 01 00:00:00 EDT 2024`.
  [
    new RegExp(`^${weekday}${monthName} {1,3}(\\d{1,2}) {1,3}${clock}${zone}? {1,3}(\\d{4})$`, "i"),
    ["month", "day", "year"],
  ],
];

/** The first two numbers of a date that only an order can tell apart; `null` where the text is none. */
export function unorderedDay(text: string): [first: number, second: number] | null {
  if (text[4] === "-" && text[1] !== "-" && text[2] !== "-") return null; // the year comes first
  const [, first, , second] = numericDay.exec(text) ?? [];
  return first === undefined ? null : [Number(first), Number(second)];
}

/** The number of a month by its name or the first three letters of it or more; empty where it is none. */
function monthNumber(name: string): string {
  const place = monthNames.findIndex((month) => month.toLowerCase().startsWith(name.toLowerCase()));
  return place === -1 ? "" : String(place + 1);
}

/** Year, month and day as they are written; nothing where the text is no date. */
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

/** Reads a day as USAspending writes it, or as spreadsheets and people do; else says why it is none. */
function readNewDay(text: string, order: DayOrder): DayReading | string {
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

/** A file has few days and many rows. A longer text is a window into the file, which would be kept with it. */
const days = {
  "month first": new Map<string, DayReading | string>(),
  "day first": new Map<string, DayReading | string>(),
};
const longestKept = 12;

/** Reads a day; `order` is that of `05/04/2024`. */
export function readDay(text: string, order: DayOrder = "month first"): DayReading | string {
  if (text.length > longestKept) {
    const iso = isoDay.exec(text)?.[1];
    return iso === undefined ? readNewDay(text, order) : readDay(iso);
  }
  const known = days[order].get(text);
  if (known !== undefined) return known;
  const day = readNewDay(text, order);
  if (days[order].size < 50_000) days[order].set(text, day);
  return day;
}

/** Digits that a program shifted: `1.0E7`, `12E-1`. With a plus, `1.23E+11`, a spreadsheet has shortened them. */
const shifted = /^([+-]?)(\d+)(?:\.(\d*))?e(-?\d{1,2})$/i;
const shortened = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)e[+-]?\d+$/i;

/**
 * Reads dollars as a record writes them (-1234.50), or as spreadsheets and programs do ($1,234.50, (1,234.50), -$5,
 * 1 234.50, 1,234.50-, USD 1234.50, 1.0E7, 29898236.000000004); else says why the text is no amount. `onRounded` is told
 * where what a program's arithmetic left behind the cents was rounded off.
 */
export function readAmount(written: string, onRounded: () => void = () => {}): Cents | string {
  const plain = parseDollars(written);
  if (plain !== null) return plain;
  const text = unshifted(plainNumber(written));
  const cents = parseDollars(text);
  if (cents !== null) return cents;
  if (text === "") return "is empty";
  if (shortened.test(text))
    return "is written with an exponent, as spreadsheets shorten long numbers, so its exact value is lost";
  const [, sign, whole, decimals] = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === undefined) return "is not an amount in dollars such as -1234.50";
  if (whole.replace(/^0+/, "").length > 13) return `is beyond ${toDollars(largestCents)} dollars`;
  const rounded = withoutNoise(whole, decimals ?? "");
  if (rounded === null) return "has more than two decimal places";
  onRounded();
  return sign === "-" && rounded !== 0 ? -rounded : rounded;
}

/** The cents of a number that arithmetic left at most a millionth of a cent away from them; else `null`. */
function withoutNoise(whole: string, decimals: string): Cents | null {
  const cents = Number(whole) * 100 + Number(decimals.slice(0, 2));
  const rest = decimals.slice(2).padEnd(7, "0");
  if (/^0{6}/.test(rest)) return cents;
  if (/^9{6}/.test(rest)) return cents + 1;
  return null;
}

/** A number whose digits a program shifted, written out; what is none stays as it is. */
function unshifted(text: string): string {
  const [, sign, whole, decimals = "", exponent] = shifted.exec(text) ?? [];
  if (whole === undefined) return text;
  const places = Number(exponent);
  if (places >= 0 && decimals.replace(/0+$/, "").length > places + 2) return text;
  const digits = (whole + decimals)
    .padStart(decimals.length - places + 1, "0")
    .padEnd(whole.length + places, "0");
  const point = digits.length - Math.max(0, decimals.length - places);
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** A zero as Excel's comma style shows it. A dash alone, or in other blanks, may stand for what is missing. */
export const isCommaStyleZero = (text: string): boolean => text === " -   ";

/** No amount is longer, however it is written. */
const longestAmount = 60;

/** Blanks between or around digits, and dashes for a minus. */
const blanks = /[\s\u00a0\u2007\u2009\u202f]+/g;
const dashes = /[\u2010-\u2013\u2212]/g;

/** A number without the dress of a spreadsheet or an accountant; what is no number stays as it is. */
function plainNumber(written: string): string {
  if (written.length > longestAmount) return written;
  const text = written.trim().replace(dashes, "-");
  if (/^\$\s*-$/.test(text)) return "0"; // an accountant's zero
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
