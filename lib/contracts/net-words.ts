import { type Cents, formatMoney } from "@/lib/contracts/money";

/** A net as text in a list: `$5.00 obligated (net)`, or `$5.00 more taken back than added`. */
export const netWords = (net: Cents, write: (cents: Cents) => string = formatMoney): string =>
  `${write(Math.abs(net))} ${netMeasure(net)}`;

/** What follows the amount of a net without its sign. */
export const netMeasure = (net: Cents): string =>
  net < 0 ? "more taken back than added" : "obligated (net)";

/** The end of "ICE took back $5.00 more than it added". */
export const moreThanAdded = (who: string): string =>
  `more than ${who.includes(" and ") ? "they" : "it"} added`;
