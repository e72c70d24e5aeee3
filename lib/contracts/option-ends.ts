import { addMonths, type Day, daysAfter, formatDay, monthDays } from "@/lib/contracts/days";
import type { ActionKind } from "@/lib/contracts/kinds";
import type { OptionLength } from "@/lib/contracts/option-terms";
import type { OptionReading } from "@/lib/contracts/options";
import type { OptionWords } from "@/lib/contracts/rows";

/** An action of a contract whose words name an option or an extension, or whose kind ends or resumes the work. */
export interface OptionAction {
  day: Day;
  kind: ActionKind;
  reading: OptionReading | null;
  description: string | null;
}

/** What the actions of a contract say together: of its newest option or extension, and when the next decision may come. */
export interface ContractOption {
  does: OptionReading["does"];
  /** The words, as recorded. */
  words: string;
  /** The day on which their action was signed. */
  signed: Day;
  /** The length from that day that `ends` counts; `null` where the words name the last day, or neither. */
  length: OptionLength | null;
  /** An estimate, never a recorded date: the last day that the words name, else their length after the day of signature. */
  ends: Day | null;
}

/** No option runs longer, so that a longer one is a misread or mistyped number. */
const mostYears = 10;

/** A day some length after another: of a month that is shorter its last day. */
function lengthAfter(day: Day, { count, unit }: OptionLength): Day {
  if (unit === "day" || unit === "week") return daysAfter(day, unit === "day" ? count : 7 * count);
  const month = addMonths(day.slice(0, -3), unit === "month" ? count : 12 * count);
  const same = `${month}${day.slice(-3)}`;
  const { to } = monthDays(month);
  return same < to ? same : to;
}

/** The last day that words name or, where they name none, the length that they state after a day. */
function estimate({ length, through }: OptionReading, signed: Day): Pick<ContractOption, "length" | "ends"> {
  const latest = lengthAfter(signed, { count: mostYears, unit: "year" });
  const ends = through ?? (length && lengthAfter(signed, length));
  return ends !== null && ends >= signed && ends <= latest
    ? { ends, length: through === null ? length : null }
    : { ends: null, length: null };
}

/** Options to buy more, which do not move an end. */
const ofQuantity = /CLIN|SLIN|\bLINE|SURGE|QUANTIT|\bUNIT|\bITEM|52\.217-[67]|OPTIONAL|TRAVEL|TRAINING/i;
const numerals = ["ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE", "TEN"];
const romans = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

/** The number of an option: 2 of "OPTION PERIOD II", "OY2" and "OPTION TWO". */
function optionNumber(phrase: string): number | null {
  const [, number = ""] =
    /(?:OPTION|OPT\.?|PERIOD|YEAR|YR\.?|\bO[YP])[ #:(-]{0,3}(\d+|[IVX]+|[A-Z]+)\b/i.exec(
      phrase.replace(/\b(?:OPTION|OPT\.?) (?=PERIOD|YEAR|YR)/i, ""),
    ) ?? [];
  const upper = number.toUpperCase();
  const place = Math.max(numerals.indexOf(upper), romans.indexOf(upper));
  return /^\d+$/.test(upper) ? Number(upper) : place < 0 ? null : place + 1;
}

/** Whether a later action repeats the words of an option that still runs: descriptions are often copied. */
function isRepeated(current: ContractOption, last: OptionAction, action: OptionAction, phrase: string) {
  if (current.ends === null || action.day > current.ends) return false;
  const [one, other] = [optionNumber(current.words), optionNumber(phrase)];
  return one !== null || other !== null ? one === other : last.description === action.description;
}

/** What the actions of a contract, the first first, say of its newest option; `null` where none names one. */
export function contractOption(actions: readonly OptionAction[]): ContractOption | null {
  let current: ContractOption | null = null;
  let last: OptionAction | null = null;
  let isOver = false;
  for (const action of actions) {
    const { kind, day, reading } = action;
    if (kind === "terminated" || kind === "cancelled" || kind === "closed out") isOver = true;
    if (kind === "resumed") isOver = false;
    if (!reading) continue;
    const { does, phrase } = reading;
    const next = estimate(reading, day);
    const isNewer: boolean =
      current === null ||
      last === null ||
      (does === "names" ? next.ends !== null : !(next.ends === null && ofQuantity.test(phrase)));
    if (!isNewer || (current && last && isRepeated(current, last, action, phrase))) continue;
    // An extension of one delivery or line does not bring the end of the whole nearer.
    if (does === "extends" && current?.ends && next.ends && next.ends < current.ends) continue;
    current = { does, words: phrase, signed: day, ...next };
    last = action;
  }
  return current && isOver ? { ...current, length: null, ends: null } : current;
}

/** What an estimate is read from, as words: `an option of 1 year exercised on Sept. 19, 2025; 1 year later is Sept. 19, 2026`. */
export function estimateText({
  option_does: does,
  option_signed: signed,
  option_length: length,
  option_ends: ends,
}: Partial<OptionWords>): string | null {
  if (!does || !signed) return null;
  const what = does === "extends" ? "an extension" : "an option";
  const deed = { exercises: "exercised", extends: "signed", names: "named" }[does];
  const begun = `${what}${length ? ` of ${length}` : ""} ${deed} on ${formatDay(signed)}`;
  if (!ends) return begun;
  return length ? `${begun}; ${length} later is ${formatDay(ends)}` : `${begun}, through ${formatDay(ends)}`;
}
