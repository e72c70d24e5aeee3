import { type Day, isDay, monthDays, monthNames } from "@/lib/contracts/days";
import { counted } from "@/lib/contracts/money";
import { endOf, numberWords, option, patterns, type WordsFound, which } from "@/lib/contracts/option-words";

/** A length of time as words say it: 6 months. */
export interface OptionLength {
  count: number;
  unit: "day" | "week" | "month" | "year";
}

/** A length in words: "1 year". */
export const formatLength = ({ count, unit }: OptionLength): string => counted(count, unit);

const numbers: ReadonlyMap<string, number> = new Map([
  ...numberWords.map((word, index) => [word, index + 1] as const),
  ...["A", "AN", "ADDITIONAL", "ANOTHER"].map((word) => [word, 1] as const),
  ["TWENTY", 20],
  ["TWENTY-FOUR", 24],
  ["THIRTY", 30],
  ["FORTY-FIVE", 45],
  ["SIXTY", 60],
  ["NINETY", 90],
]);

/** The part of a text that leads to a place in it, from the last comma, full stop or "and". */
const clause = (text: string, index: number) =>
  text
    .slice(0, index)
    .split(/[.;,] |\bAND\b|\bTO (?=ADD|PROVIDE|FUND|OBLIGATE)/i)
    .at(-1) ?? "";
/** Clauses about money, whose days and lengths say how far it lasts, or about another time. */
const isAside = (text: string) =>
  /\bFUND|\bINVOIC|\bPAYMENT|\bNOTICE|(?<!EXTEN.*)\bBASE\b|\bWITHIN\b|\bREMAINING|\bPREVIOUS|\bPRIOR|\bINITIAL\b|\bTOTAL (?:POP|PERIOD|CONTRACT)|\bALL OPTION/i.test(
    text,
  );

const amount = `(?<![\\d/.$,#])(\\d{1,3}|(?:${[...numbers.keys()].reverse().join("|")})\\b)(?:[ -]*\\((\\d{1,3})\\))?`;
const lengths = patterns(
  `\\b${amount}[ -]*(?:(?:ADDITIONAL|CALENDAR|BUSINESS|WORKING|CONSECUTIVE|MORE|EXTRA)[ -])*(DAY|WEEK|MONTH|MO|YEAR|YR)(S?)\\b(?!['’]?S? (?:(?:OF|IN) )*(?:\\w+ )?(?:FUND|NOTICE|BASE|WARRANTY|BPA|LEASE|SUBSCRI|LICENSE)|[- ](?:CONTRACT|ORDER|OPTIONS)\\b|,? (?:AND|&)? ?\\d+ (?:DAY|WEEK|MONTH))`,
);
const unitOf = (word: string) =>
  (({ D: "day", W: "week", M: "month", Y: "year" }) as const)[word.charAt(0).toUpperCase() as "D"];

type Length = WordsFound & { value: OptionLength };

/** The length that words say around or after a place: "ONE-MONTH OPTION", "EXTENDS IT BY 30 DAYS". */
export function lengthOf(text: string, start: number): Length | null {
  for (const found of text.matchAll(lengths)) {
    const [whole, word = "", digits, unit = "", plural] = found;
    const after = text.slice(found.index + whole.length);
    const isOf =
      /^[- ]*(?:\(?(?:NO[- ]COST|PARTIAL|BRIDGE|TIME|CONTRACT|SERVICE|POP|PERIOD OF PERFORMANCE|OPTIONAL|FINAL)\)?[- ]*){0,3}(?:OPT|EXTENSION|OPTION)\b/i.test(
        after,
      );
    const isPart = found.index > start && found.index < start + 160 && !isAside(clause(text, found.index));
    const isRest = /(?:YEAR|MONTH|WEEK)S?,? (?:(?:AND|&) )?$/i.test(text.slice(0, found.index));
    const count = Number(digits ?? numbers.get(word.toUpperCase()) ?? word);
    if ((isOf || isPart) && !isRest && count > 0 && !(plural && /^A/i.test(word)))
      return Object.assign(found, { value: { count, unit: unitOf(unit) } });
  }
  return null;
}

const months = monthNames.map((name) => {
  const [short, rest] = [name.slice(0, 3), name.slice(3)];
  return rest === "" ? short : `${short}(?:${name === "September" ? "T(?:EMBER)?" : rest})?`;
});
const month = `(${months.join("|")})`;
const nth = "(?:ST|ND|RD|TH)?";

const isPlural = /(?:OPTIONS|PERIODS|YEARS|YRS|MONTHS|CLINS)\b/i;
const several = new RegExp(
  `^ ?(?:AND|&|THROUGH|THRU|TO|-|,|/) ?(?:${option}|${which}(?! ?(?:[-/]|${month})))`,
  "i",
);

/** The length that the name of an option says: "OPTION YEAR 3", "OY2". */
export function lengthOfNoun(text: string, noun: WordsFound | null): Length | null {
  if (!noun || /\bPARTIAL\w*\W+(?:\w+ )?$/i.test(text.slice(0, noun.index))) return null;
  if (isPlural.test(noun[0]) || several.test(text.slice(endOf(noun)))) return null;
  const unit = /\bO\.?Y|YE?A?R/i.test(noun[0]) ? "year" : /MONTH/i.test(noun[0]) ? "month" : null;
  return unit && { index: noun.index, 0: noun[0], value: { count: 1, unit } };
}

const days = patterns(
  "(?<![\\d/.])(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4}|\\d{2})(?!\\d)",
  "(?<!\\d)(\\d{4})-(\\d{2})-(\\d{2})(?!\\d)",
  `\\b${month}\\.? ?(\\d{1,2})${nth},? ?(\\d{4})\\b`,
  `(?<![\\d/])(\\d{1,2})${nth}[ -]?${month}[ .,-]*(\\d{4}|\\d{2})\\b`,
  `\\b${month}\\.?,? (\\d{4})\\b`,
);
type Through = WordsFound & { value: Day };

/** The days of a text; of a month alone its last. */
function daysOf(text: string): Through[] {
  return [...text.matchAll(days)].flatMap((found) => {
    const [, m1, , d1, y1, y2, m2, d2, mon3, d3, y3, d4, mon4, y4, mon5, y5] = found;
    const year = y1 ?? y2 ?? y3 ?? y4 ?? y5 ?? "";
    const name = mon3 ?? mon4 ?? mon5;
    const month = name
      ? monthNames.findIndex((one) => one.slice(0, 3).toUpperCase() === name.slice(0, 3).toUpperCase()) + 1
      : Number(m1 ?? m2);
    const yearMonth = `${year.padStart(4, "20")}-${String(month).padStart(2, "0")}`;
    const value = y5
      ? monthDays(yearMonth).to
      : `${yearMonth}-${(d1 ?? d2 ?? d3 ?? d4 ?? "").padStart(2, "0")}`;
    return isDay(value) ? [Object.assign(found, { value })] : [];
  });
}

const toLast =
  /(?:\b(?:THROUGH(?:OUT)?|THROUGHT|THRU|UNTIL|UNTILL|TILL?|UP TO|ENDING|ENDS?|EXPIR(?:ES|ING)|(?:END|COMPLETION|DELIVERY|EXPIRATION|DUE|POP) DATES?)(?: (?:IS|ON|OF|TO|DATE|AND INCLUDING)){0,2}[ :=]*)$/i;
const rangeEnd = new RegExp(
  `(?:${month}\\.? ?\\d{1,2}${nth},?|\\d|\\d{4})\\)? ?(?:-|–|—|~|TO|THROUGH|THRU|UNTIL) ?$`,
  "i",
);

/** The last day that words name for an option or an extension: "THROUGH 9/17/2026", "7/1/25 - 6/30/26". */
export function throughOf(text: string): Through | null {
  const known = daysOf(text);
  const last = known.filter((day, index) => {
    const before = text.slice(0, day.index);
    const previous = known[index - 1];
    const isRange = rangeEnd.test(before);
    if (isRange && previous && endOf(previous) > day.index - 12 && previous.value > day.value) return false;
    const extends_ = /\bEXTEN[^.;]*\bTO $/i.test(before);
    return (isRange || toLast.test(before) || extends_) && !isAside(clause(text, day.index));
  });
  return last.reduce<Through | null>((one, other) => (one && one.value >= other.value ? one : other), null);
}

/** The last day of an option that is only named: of a range, or of the performance, that follows its name. */
export function throughOfNoun(text: string, noun: WordsFound | null): Through | null {
  if (!noun || isPlural.test(noun[0]) || /\b(?:INCREMENT|PARTIAL)(?!.*\bREMAINDER)/i.test(text)) return null;
  const end = endOf(noun);
  const through = throughOf(text.slice(end, end + 110));
  if (!through) return null;
  const between = text.slice(end, end + through.index);
  const isOfOption =
    /\bPERFORMANCE\b|\bPOP\b/i.test(between) ||
    /^[ ,:;().-]*(?:(?:FOR|OF|FROM|THE|PERIOD|EFFECTIVE|DATES?) ){0,5}\W*(?:\d|[A-Z]{3,9}\.? ?\d)[^.]{0,24}$/i.test(
      between,
    );
  return isOfOption ? Object.assign(through, { index: end + through.index }) : null;
}
