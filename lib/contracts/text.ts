import { type Cents, formatMoney } from "@/lib/contracts/money";

/** The text of a value that the record lacks. */
export const notReported = "Not reported";

/** A text with a capital first letter. */
export const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Names as prose: `A`, `A and B`, `A, B and C`. */
export const joinNames = (names: readonly string[]): string =>
  names.length < 2 ? names.join() : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

/** The names in a display name: the one outside the brackets, then each inside them. */
export function namesIn(shown: string): string[] {
  const bracketed = [...shown.matchAll(/\(([^()]*)\)/g)].map(([, inside = ""]) => inside);
  const names = [shown.replace(/\([^()]*\)/g, " "), ...bracketed].map((name) =>
    name.replace(/\s+/g, " ").trim(),
  );
  return [...new Set(names.filter(Boolean))];
}

/** A net as text: `$5.00 obligated (net)`, or `$5.00 more taken back than added`. */
export const netText = (net: Cents, write: (cents: Cents) => string = formatMoney): string =>
  `${write(Math.abs(net))} ${netMeasure(net)}`;

/** The text after the unsigned amount of a net. */
export const netMeasure = (net: Cents): string =>
  net < 0 ? "more taken back than added" : "obligated (net)";

/** The end of "ICE took back $5.00 more than it added". */
export const moreThanAdded = (who: string): string =>
  `more than ${who.includes(" and ") ? "they" : "it"} added`;

/** Dates and rounded amounts, which a title does not break in two: `Oct. 1, 2025`, `$6.77 billion`. */
const units = /(?:[A-Z][a-z]{2,4}\.?) \d{1,2}, \d{4}|\$[\d.]+ [bmt]r?illion/g;

/** A title in which dates and amounts stay on one line. */
export const unbroken = (title: string): string =>
  title.replaceAll(units, (unit) => unit.replaceAll(" ", "\u00a0"));
