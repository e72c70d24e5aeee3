import type { Cents } from "@/lib/contracts/money";

const steps = [1, 2, 2.5, 5, 10];

/**
 * The round values at which an axis of money is marked, from below `low` to above `high`, zero among them;
 * about four steps between the ends.
 */
export function moneyTicks(low: Cents, high: Cents): Cents[] {
  const [least, most] = [Math.min(0, low), Math.max(0, high)];
  const rough = Math.max(most - least, 100) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (steps.find((size) => size * power >= rough) ?? 10) * power;
  const first = Math.floor(least / step);
  const count = Math.ceil(most / step) - first;
  return Array.from({ length: count + 1 }, (_, index) => (first + index) * step);
}

/** Where a value lies between the first and the last tick, from 0 to 1. */
export function position(value: Cents, ticks: Cents[]): number {
  const [first = 0, last = 1] = [ticks[0], ticks.at(-1)];
  return (value - first) / (last - first);
}
