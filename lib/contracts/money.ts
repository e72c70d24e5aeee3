declare const unit: unique symbol;

/**
 * Money is whole U.S. cents in a `number`. The import refuses an amount beyond ten trillion dollars
 * ({@link largestCents}), so every single amount is an exact integer; the database adds them in 128 bits. Any number can be
 * assigned to the type; `lib/http/json.ts` distinguishes it from other numbers, so that every answer has dollars.
 */
export type Cents = number & { readonly [unit]?: "cents" };

/** Whether a type is an amount. */
export type IsCents<Value> = Value extends number ? (typeof unit extends keyof Value ? true : false) : false;

/** The largest amount of one action that the import accepts, in cents: ten trillion dollars. */
export const largestCents: Cents = 1_000_000_000_000_000;

/**
 * Reads dollars as a record writes them (`-1234.5`, `1234`, `.50`) into cents.
 * `null` when the text is not a plain decimal with at most two places, or is beyond {@link largestCents}.
 */
export function parseDollars(text: string): Cents | null {
  const match = /^([+-]?)(\d*)(?:\.(\d{0,2})0*)?$/.exec(text);
  if (!match || !/\d/.test(text)) return null;
  const cents = Number(match[2] || "0") * 100 + Number((match[3] ?? "").padEnd(2, "0"));
  if (cents > largestCents) return null;
  return match[1] === "-" && cents !== 0 ? -cents : cents;
}

/** Cents as plain dollars with two decimals, the form of every export: `-1234.50`. */
export function toDollars(cents: Cents): string {
  const digits = Math.abs(cents).toString().padStart(3, "0");
  return `${cents < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** A count with separators: `2,776`. Without `Intl`, which takes a slow phone a tenth of a second to load. */
export const formatCount = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");

/** The exact figure as people write it, with a true minus sign: `−$1,234.50`. */
export function formatMoney(cents: Cents): string {
  const whole = Math.trunc(Math.abs(cents) / 100);
  const rest = (Math.abs(cents) % 100).toString().padStart(2, "0");
  return `${cents < 0 ? "−" : ""}$${formatCount(whole)}.${rest}`;
}

const units = [
  { from: 1e14, word: "trillion", short: "T", size: 1e14, digits: 2 },
  { from: 1e11, word: "billion", short: "B", size: 1e11, digits: 2 },
  { from: 1e8, word: "million", short: "M", size: 1e8, digits: 1 },
] as const;

/** A figure rounded to be read aloud, its unit spelled: `$318.6 million`, `−$1.5 million`, `$12,400`. */
export function roundedMoney(cents: Cents): string {
  return rounded(cents, (unit) => ` ${unit.word}`);
}

/** The rounded figure where a word does not fit (facets, axes): `$318.6M`, `$12K`. */
export function shortMoney(cents: Cents): string {
  const size = Math.abs(cents);
  if (size >= 1e5 && size < 99_950_000) return `${cents < 0 ? "−" : ""}$${Math.round(size / 1e5)}K`;
  return rounded(cents, (unit) => unit.short);
}

function rounded(cents: Cents, name: (unit: (typeof units)[number]) => string): string {
  const size = Math.abs(cents);
  const sign = cents < 0 ? "−" : "";
  for (const [index, unit] of units.entries()) {
    // A figure that rounds up to 1,000 of one unit is 1 of the next.
    const lower = units[index + 1];
    const reach = lower ? lower.size * (1000 - 0.5 * 10 ** -lower.digits) : 99_950_000;
    if (size >= unit.from || size >= reach) {
      return `${sign}$${(size / unit.size).toFixed(unit.digits)}${name(unit)}`;
    }
  }
  // Cents alone would round to no money.
  return size > 0 && size < 100 ? formatMoney(cents) : `${sign}$${formatCount(Math.round(size / 100))}`;
}

/** `1 contract`, `2 contracts`: a count with the right form of its noun. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** A share of a whole: `16.9%`, `−0.1%`; `<0.1%` for what would round to zero; `—` where there is no whole to share. */
export function formatShare(part: Cents, whole: Cents): string {
  if (whole <= 0) return "—";
  const tenths = Math.round((Math.abs(part) / whole) * 1000);
  const size = part !== 0 && tenths === 0 ? "<0.1" : (tenths / 10).toFixed(1);
  return `${part < 0 ? "−" : ""}${size}%`;
}
