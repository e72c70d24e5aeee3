import { type Cents, shortMoney } from "@/lib/contracts/money";

const steps = [1, 2, 2.5, 5, 10];

type Change = { added: Cents; taken_back: Cents };

/** The two ends of a scale of money. */
export interface MoneySpan {
  low: Cents;
  high: Cents;
}

/** An axis of money: its ends, and the round values between them at which it is marked. */
export interface MoneyAxis extends MoneySpan {
  ticks: Cents[];
}

/** From the most that was taken back in a group to the most that was added, zero between them; never empty. */
export function moneySpan(groups: Change[]): MoneySpan {
  return {
    low: Math.min(0, ...groups.map((group) => group.taken_back)),
    high: Math.max(1, ...groups.map((group) => group.added)),
  };
}

/**
 * The axis for what was added and taken back in each group: zero and about four steps, up to a round value above
 * the largest; below zero only as far as the bars go, so that little taken back does not flatten the rest.
 */
export function moneyAxis(groups: Change[]): MoneyAxis {
  const { low: least, high: most } = moneySpan(groups);
  const rough = Math.max(most - least, 400) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (steps.find((size) => size * power >= rough) ?? 10) * power;
  const first = Math.ceil(least / step);
  const last = Math.max(Math.ceil(most / step), first + 1);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
  return { low: Math.min(least, first * step), high: last * step, ticks };
}

/** Where a value lies on a scale, from 0 at its low end to 1 at its high end. */
export function position(value: Cents, { low, high }: MoneySpan): number {
  return (value - low) / (high - low);
}

/** A round value as an axis writes it: `$1.5bn`, `$500m`, `$0`. */
export function axisMoney(cents: Cents): string {
  return shortMoney(cents).replace(/(\.\d*?)0+(?=[a-z]+$)/, (_, kept: string) => (kept === "." ? "" : kept));
}
