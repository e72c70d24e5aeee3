import { formatMonth } from "@/lib/contracts/days";

/** A period's key in words: `August 2026`, or as short as an axis needs: `Aug 2026`; years are `FY2026` or `2026`. */
export function periodName(key: string, label: string, length: "long" | "short" = "long"): string {
  return /^\d{4}-\d{2}$/.test(key) ? formatMonth(key, length) : label;
}

/** The periods that an axis names: all where they are few, else the months that begin a (half) fiscal year. */
export function namedPeriods(keys: string[]): string[] {
  if (keys.length <= 8) return keys;
  const months = keys.length <= 30 ? ["-10", "-04"] : ["-10"];
  const named = keys.filter((key) => months.includes(key.slice(4)));
  if (named.length === 0) return keys.filter((_, index) => index % Math.ceil(keys.length / 8) === 0);
  return named.length <= 5 ? named : named.filter((_, index) => index % Math.ceil(named.length / 4) === 0);
}
