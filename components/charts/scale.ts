import type { Cents } from "@/lib/contracts/money";

const steps = [1, 2, 2.5, 5, 10];

/** The two ends of a scale, of money or of counts. */
export interface ValueSpan {
  low: Cents;
  high: Cents;
}

/** An axis of money: its ends, and the round values between them at which it is marked. */
export interface ValueAxis extends ValueSpan {
  ticks: Cents[];
}

/**
 * An axis that holds a span: zero and about `most` steps, up to a round value above the largest; below zero only as far
 * as the span goes, so that a small negative value does not flatten the rest.
 */
export function axisOf({ low: least, high }: ValueSpan, most = 4): ValueAxis {
  const rough = Math.max(high - least, 400) / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (steps.find((size) => size * power >= rough) ?? 10) * power;
  const first = Math.ceil(least / step);
  const last = Math.max(Math.ceil(high / step), first + 1);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
  return { low: Math.min(least, first * step), high: last * step, ticks };
}

/** Where a value lies on a scale, from 0 at its low end to 1 at its high end. */
export function position(value: Cents, { low, high }: ValueSpan): number {
  return (value - low) / (high - low);
}

const units = [
  { size: 1e14, word: " trillion" },
  { size: 1e11, word: " billion" },
  { size: 1e8, word: " million" },
  { size: 1e5, word: " thousand" },
  { size: 1e2, word: "" },
] as const;

/** The marks of an axis from below, all in one unit; the highest names it in words: `0`, `0.5`, `$1 billion`. */
export function axisLabels({ ticks }: Pick<ValueAxis, "ticks">): string[] {
  const most = Math.max(...ticks.map(Math.abs));
  const { size, word } = units.find((unit) => most >= unit.size) ?? { size: 1e2, word: "" };
  return ticks.map((tick, index) => {
    const figure = String(Math.round((Math.abs(tick) / size) * 100) / 100);
    const sign = tick < 0 ? "−" : "";
    return index === ticks.length - 1 ? `${sign}$${figure}${word}` : `${sign}${figure}`;
  });
}
