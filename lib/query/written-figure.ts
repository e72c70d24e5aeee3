import { type Cents, formatMoney, largestCents } from "@/lib/contracts/money";
import { readNumber, unitScale } from "@/lib/query/amounts";

/** A figure as written in a text, and the range of exact figures that it can mean. All amounts are cents. */
export interface WrittenFigure {
  /** The number as written, with its unit: `29.8 million`. */
  text: string;
  /** The words around the number that qualify it: `more than`. They do not change the range. */
  nearness: string | null;
  /** The unit as written; empty without one. */
  unit: string;
  value: Cents;
  /** The value of a one in the last digit: $100,000 for `29.8 million`. */
  step: Cents;
  /** The lowest figure that rounds or truncates to the written one. */
  from: Cents;
  /** The first figure above the range. Truncation goes toward zero, so the range extends below a negative figure. */
  below: Cents;
}

/**
 * What a written figure can match: the sum of the actions of the agency, a company or a contract, a contract's running
 * total on some day, or a single action.
 */
export const figureMatchKinds = ["agency", "company", "contract", "running", "action"] as const;
export type FigureMatchKind = (typeof figureMatchKinds)[number];

/** How an exact figure matches a written one: equal to the cent, or equal when rounded or truncated. */
export type Match = "exact" | "rounded" | "cut off";

const nearnessBefore =
  /(?:\b(?:(?:just|well|slightly|a little) )?(?:more than|less than|about|around|approximately|approx\.?|roughly|circa|nearly|almost|close to|up to|at least|at most|as much as|over|under|above|below|exceeding|some|an estimated)|[~≈><])\s*$/i;
const nearnessAfter = /^\s*(?:\+|or so\b|or more\b|or less\b)/i;
const currencyBefore = /(?:\bUSD?)?\s*\$?\s*$/i;
const otherCurrency = /[€£¥]|\b(?!us\$)[a-z]+\$|\b(?:EUR|GBP|euros?|pounds)\b/i;

/**
 * Reads the one figure of a text: `29.8M`, `$1.2 billion`, `more than $1.2bn`, `(4,500)`, `Palantir got about $81m`.
 * A problem follows the name of its parameter: "`amount` must be ...".
 */
export function parseWrittenAmount(text: string): WrittenFigure | { problem: string } {
  const plain = text.trim();
  if (otherCurrency.test(plain)) return { problem: "must be in U.S. dollars" };
  const [number, ...others] = plain.matchAll(/[\d.,]*\d/g);
  if (!number) return { problem: "must include a number, such as $29.8 million" };
  if (others.length > 0) return { problem: `must be one figure; this has ${others.length + 1} numbers` };

  const [digits] = number;
  const before = plain.slice(0, number.index);
  const after = plain.slice(number.index + digits.length);
  const [, gap = "", word = ""] = /^([\s-]*)([a-z]*)/i.exec(after) ?? [];
  const unit = unitScale(word) === null ? "" : word;
  const isGlued = (!unit && !gap && word !== "") || /(?<!\bUSD?)(?<=[a-z])$/i.test(before);
  const written = isGlued || /^\s*%/.test(after) ? null : readNumber(digits + unit);
  if (!written) return { problem: "must be an amount such as 29.8M, $1.2 billion, 250K or 29,898,236" };

  const exponent = written.scale - written.decimals.length + 2;
  if (exponent < 0) return { problem: "must not be finer than a cent" };
  const size = Number(`${written.whole}${written.decimals}`) * 10 ** exponent;
  if (size === 0) return { problem: "must not be zero" };
  if (size > largestCents) return { problem: `must not be beyond ${formatMoney(largestCents)}` };

  const behind = unit ? after.slice(gap.length + unit.length) : after;
  const approach = before.replace(currencyBefore, "").replace(/[-−–]\s*$/, "");
  const nearness = nearnessBefore.exec(approach)?.[0] ?? nearnessAfter.exec(behind)?.[0];
  return {
    text: digits + (unit && gap.replaceAll("-", " ") + unit),
    nearness: nearness?.trim().toLowerCase() ?? null,
    unit,
    ...interval(size, 10 ** exponent, isNegative(before, behind)),
  };
}

/** The signs of a negative number, at the end of the text before it. A dash followed by a space is only a dash. */
const minuses = [
  /^[-−–]\s*(?:USD?)?\s*\$?\s*$/i,
  /[\s(][-−–](?:USD?)?\$?$/i,
  /\$\s*[-−]$/,
  /\bminus\s+(?:USD?)?\s*\$?\s*$/i,
];

/** Whether a minus is before the number or its dollar sign, or parentheses are around both, as in accounting. */
function isNegative(before: string, behind: string): boolean {
  const isBracketed = /^(?:USD?)?\s*\$?\s*\(\s*(?:USD?)?\s*\$?\s*$/i.test(before) && /^\s*\)/.test(behind);
  return isBracketed || minuses.some((minus) => minus.test(before));
}

function interval(size: Cents, step: Cents, negative: boolean) {
  const nearest = size - Math.floor(step / 2);
  const next = size + step;
  return negative
    ? { value: -size, step, from: 1 - next, below: 1 - nearest }
    : { value: size, step, from: nearest, below: next };
}

/** How an exact figure matches the written one; empty if it does not. */
export function matchesOf({ value, step }: WrittenFigure, figure: Cents): Match[] {
  const beyond = value < 0 ? value - figure : figure - value;
  if (beyond === 0) return ["exact"];
  return [
    ...(beyond >= -Math.floor(step / 2) && beyond < Math.ceil(step / 2) ? (["rounded"] as const) : []),
    ...(beyond >= 0 && beyond < step ? (["cut off"] as const) : []),
  ];
}
