import { type Cents, formatMoney, largestCents } from "@/lib/contracts/money";
import { readNumber, unitScale } from "@/lib/query/amounts";

/** A figure as somebody wrote it, and every exact figure that it can stand for. All amounts are cents. */
export interface WrittenFigure {
  /** The number as it stands in the text, with its unit: `29.8 million`. */
  text: string;
  /** The words before or after the number that say how near it is: `more than`. They change nothing of the rest. */
  nearness: string | null;
  /** The unit as it was written, empty where there is none. */
  unit: string;
  value: Cents;
  /** What one more in the last digit would add: $100,000 for `29.8 million`. */
  step: Cents;
  /** The first figure that rounds to the written one or is cut off to it ... */
  from: Cents;
  /** ... and the first after it that does not. Cutting off goes toward zero, so it reaches below a negative one. */
  below: Cents;
}

/** How an exact figure stands to a written one: equal to the cent, or what rounding or cutting off would make of it. */
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
  if (!number) return { problem: "must hold a number, such as $29.8 million" };
  if (others.length > 0)
    return { problem: `must be one figure; this holds ${others.length + 1} numbers, so write one of them` };

  const [digits] = number;
  const before = plain.slice(0, number.index);
  const after = plain.slice(number.index + digits.length);
  const [, gap = "", word = ""] = /^([\s-]*)([a-z]*)/i.exec(after) ?? [];
  const unit = unitScale(word) === null ? "" : word;
  const isGlued = (!unit && !gap && word !== "") || /(?<!\bUSD?)(?<=[a-z])$/i.test(before);
  const written = isGlued || /^\s*%/.test(after) ? null : readNumber(digits + unit);
  if (!written) return { problem: "must be an amount such as 29.8M, $1.2 billion, 250k or 29,898,236" };

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

/** What stands before a negative number. Inside a sentence a dash with a space behind it is a dash. */
const minuses = [
  /^[-−–]\s*(?:USD?)?\s*\$?\s*$/i,
  /[\s(][-−–](?:USD?)?\$?$/i,
  /\$\s*[-−]$/,
  /\bminus\s+(?:USD?)?\s*\$?\s*$/i,
];

/** A minus before the number or its dollar sign, or brackets around all of it, as accounts write one. */
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

/** How a figure stands to the written one; nothing where it neither rounds to it nor is cut off to it. */
export function matchesOf({ value, step }: WrittenFigure, figure: Cents): Match[] {
  const beyond = value < 0 ? value - figure : figure - value;
  if (beyond === 0) return ["exact"];
  return [
    ...(beyond >= -Math.floor(step / 2) && beyond < Math.ceil(step / 2) ? (["rounded"] as const) : []),
    ...(beyond >= 0 && beyond < step ? (["cut off"] as const) : []),
  ];
}
