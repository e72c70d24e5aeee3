const scales: Record<string, number> = { "": 0, k: 3, m: 6, mn: 6, b: 9, bn: 9, t: 12, tn: 12 };
const words: Record<string, string> = { thousand: "k", million: "m", billion: "bn", trillion: "tn" };

/** The digits before the point that DECIMAL(18,2) holds. */
const wholeDigits = 16;

/**
 * Reads a bound as people type it (`1.5m`, `$250k`, `2 bn`, `-1,000,000`) into plain decimal dollars with no
 * needless zeros (`1500000`, `-0.50`). `null` when it is not a number, finer than a cent, or beyond DECIMAL(18,2).
 */
export function readAmount(text: string): string | null {
  const match = /^([-+−–]?)\s*\$?\s*([-−]?)\s*(\d[\d,]*|)(?:\.(\d*))?\s*([a-z]*)$/i.exec(text.trim());
  if (!match) return null;
  const [, before = "", after = "", grouped = "", decimals = "", suffix = ""] = match;
  if ((before && after) || !/\d/.test(grouped + decimals)) return null;
  if (grouped.includes(",") && !/^\d{1,3}(,\d{3})+$/.test(grouped)) return null;
  const unit = suffix.toLowerCase();
  const scale = scales[words[unit] ?? unit];
  if (scale === undefined) return null;

  const digits = grouped.replaceAll(",", "") + decimals.slice(0, scale).padEnd(scale, "0");
  const cents = decimals.slice(scale).replace(/0+$/, "");
  const whole = digits.replace(/^0+/, "");
  if (whole.length > wholeDigits || cents.length > 2) return null;
  if (!whole && !cents) return "0";
  const negative = (before || after) && !"+".includes(before || after);
  return `${negative ? "-" : ""}${whole || "0"}${cents ? `.${cents.padEnd(2, "0")}` : ""}`;
}

const suffixes = [
  ["bn", 9],
  ["m", 6],
  ["k", 3],
] as const;

/** A bound of {@link readAmount} as short as it can be written without losing anything: `$1.5m`, `$250k`, `-$0.01`. */
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

/** A bound of {@link readAmount} in cents, as a bigint: DECIMAL(18,2) goes beyond what a `number` holds exactly. */
export function boundCents(bound: string): bigint {
  const [whole = "0", cents = ""] = bound.replace("-", "").split(".");
  const value = BigInt(whole) * 100n + BigInt(cents.padEnd(2, "0"));
  return bound.startsWith("-") ? -value : value;
}
