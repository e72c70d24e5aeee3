import { lookUp } from "@/lib/contracts/look-up";

const scales: Record<string, number> = {
  "": 0,
  k: 3,
  m: 6,
  mm: 6,
  mn: 6,
  mln: 6,
  b: 9,
  bn: 9,
  bln: 9,
  t: 12,
  tn: 12,
};
const words: Record<string, string> = { thousand: "k", million: "m", billion: "bn", trillion: "tn" };

/** The power of ten of a unit, in any case: 6 for `m` or `million`. `null` for any other word. */
export function unitScale(unit: string): number | null {
  const name = unit.toLowerCase();
  return lookUp(scales, lookUp(words, name.replace(/s$/, "")) ?? name) ?? null;
}

/** The parts of a typed amount: `$29.8m` has the whole digits 29, the decimals 8 and, for its unit, the scale 6. */
export interface WrittenNumber {
  negative: boolean;
  whole: string;
  decimals: string;
  /** The power of ten of the unit. */
  scale: number;
}

/** Reads a typed amount: `1.5m`, `$250k`, `2 bn`, `-1,000,000`. `null` if it is not a number. */
export function readNumber(text: string): WrittenNumber | null {
  const match = /^([-+−–]?)\s*\$?\s*([-−]?)\s*(\d[\d,]*|)(?:\.(\d*))?\s*([a-z]*)$/i.exec(text.trim());
  if (!match) return null;
  const [, before = "", after = "", grouped = "", decimals = "", unit = ""] = match;
  if ((before && after) || !/\d/.test(grouped + decimals)) return null;
  if (grouped.includes(",") && !/^\d{1,3}(,\d{3})+$/.test(grouped)) return null;
  const scale = unitScale(unit);
  if (scale === null) return null;
  const sign = before || after;
  return { negative: sign !== "" && sign !== "+", whole: grouped.replaceAll(",", ""), decimals, scale };
}

/** The digits before the point that a bound can have, so that its cents fit into 64 bits. */
const wholeDigits = 16;

/**
 * Reads a typed bound as decimal dollars in their shortest form (`1500000`, `-0.50`). `null` if it is not a number, finer
 * than a cent, or beyond {@link wholeDigits}.
 */
export function readBound(text: string): string | null {
  const written = readNumber(text);
  if (!written) return null;
  const { negative, decimals, scale } = written;
  const whole = `${written.whole}${decimals.slice(0, scale).padEnd(scale, "0")}`.replace(/^0+/, "");
  const cents = decimals.slice(scale).replace(/0+$/, "");
  if (whole.length > wholeDigits || cents.length > 2) return null;
  if (!whole && !cents) return "0";
  return `${negative ? "-" : ""}${whole || "0"}${cents ? `.${cents.padEnd(2, "0")}` : ""}`;
}

const suffixes = [
  ["B", 9],
  ["M", 6],
  ["K", 3],
] as const;

/** A bound of {@link readBound} in its shortest exact form: `$1.5M`, `$250K`, `-$0.01`. */
export function shortAmount(bound: string): string {
  const sign = bound.startsWith("-") ? "-" : "";
  const digits = bound.replace("-", "");
  const forms = suffixes.flatMap(([suffix, scale]) => {
    if (digits.includes(".") || digits.length <= scale) return [];
    const decimals = digits.slice(-scale).replace(/0+$/, "");
    return [`${sign}$${digits.slice(0, -scale)}${decimals ? `.${decimals}` : ""}${suffix}`];
  });
  const [shortest = `${sign}$${digits}`] = [`${sign}$${digits}`, ...forms].toSorted(
    (one, other) => one.length - other.length,
  );
  return shortest;
}

const spokenUnits: Record<string, string> = { K: "thousand", M: "million", B: "billion" };

/** A bound of {@link readBound} with its unit as a word: `$250 thousand`, `−$1.5 million`, `$1,234,567`. */
export function spokenAmount(bound: string): string {
  const [, number, unit] = /^(.*?)(K|M|B)$/.exec(shortAmount(bound)) ?? [];
  return unit === undefined ? formatBound(bound) : `${number} ${spokenUnits[unit]}`.replace("-", "−");
}

/** A bound as text: `$250,000`, `−$0.01`. It is never a `number`, which is too small for the largest bounds. */
export function formatBound(bound: string): string {
  const [whole = "0", cents] = bound.replace("-", "").split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${bound.startsWith("-") ? "−" : ""}$${grouped}${cents ? `.${cents}` : ""}`;
}

/** A bound of {@link readBound} in cents. A bigint, because a `number` does not hold every bound exactly. */
export function boundCents(bound: string): bigint {
  const [whole = "0", cents = ""] = bound.replace("-", "").split(".");
  const value = BigInt(whole) * 100n + BigInt(cents.padEnd(2, "0"));
  return bound.startsWith("-") ? -value : value;
}
