import { boundCents, shortAmount, spokenAmount } from "@/lib/query/amounts";

/** Amounts from `min` to `max`, both in, as a query writes them; `null` where there is no end. */
export interface AmountBounds {
  min: string | null;
  max: string | null;
}
export type Side = keyof AmountBounds;

/** A bin holds the end that is nearer to zero, and not the other: `$100k to $300k` ends at $299,999.99. */
interface AmountBin extends AmountBounds {
  name: string;
}

/** The whole dollars at which the bins of one side of zero begin: half decades. Below the first is one bin more. */
const starts = [
  1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000, 10_000_000, 30_000_000, 100_000_000,
  300_000_000, 1_000_000_000,
];

const short = (dollars: number) => shortAmount(`${dollars}`);

/** The bins from zero up, and the same below it, each from nearest to zero on. */
const pairs = [0, ...starts].map((near, index): [AmountBin, AmountBin] => {
  const far = starts[index] ?? null;
  const least = near === 0 ? "0.01" : `${near}`;
  const most = far === null ? null : `${far - 1}.99`;
  const [up, down] =
    far === null
      ? [`${short(near)} or more`, `−${short(near)} or less`]
      : near === 0
        ? [`above $0, to ${short(far)}`, `below $0, to −${short(far)}`]
        : [`${short(near)} to ${short(far)}`, `−${short(far)} to −${short(near)}`];
  return [
    { min: least, max: most, name: up },
    { min: most && `-${most}`, max: `-${least}`, name: down },
  ];
});

/**
 * Amounts in bins of half a decade, the same on both sides of zero, which is a bin of its own; from the least to the
 * most. Every amount to the cent is in exactly one, and each is what `min` and `max` can say, so it is an address.
 */
export const amountBins: readonly AmountBin[] = [
  ...pairs.map(([, below]) => below).toReversed(),
  { min: "0", max: "0", name: "$0" },
  ...pairs.map(([above]) => above),
];

/** The place of the bin that holds $0 alone. */
export const zeroBin = pairs.length;

/** Whether some amount can be within both. */
export const overlap = (one: AmountBounds, other: AmountBounds): boolean =>
  isAtMost(one.min, other.max) && isAtMost(other.min, one.max);

const isAtMost = (least: string | null, most: string | null) =>
  least === null || most === null || boundCents(least) <= boundCents(most);

/** The bound at an edge between bins, counted from 0 before the first to their number after the last. */
export const boundAt = (side: Side, edge: number): string | null =>
  (side === "min" ? amountBins[edge]?.min : amountBins[edge - 1]?.max) ?? null;

/** A bound of a range as text: `$100 thousand`, `below $300 thousand` for one that ends a cent before, `no limit`. */
export function spokenBound(side: Side, bound: string | null): string {
  if (bound === null) return "no limit";
  const beyond = boundCents(bound) + (side === "min" ? -1n : 1n);
  if (beyond % 100n !== 0n) return spokenAmount(bound);
  return `${side === "min" ? "above" : "below"} ${spokenAmount(`${beyond / 100n}`)}`;
}

/** The edges between bins that are nearest to some bounds, at least one bin apart. */
export function nearestEdges({ min, max }: AmountBounds): Record<Side, number> {
  const least = min === null ? 0 : nearestEdge("min", min);
  const most = max === null ? amountBins.length : nearestEdge("max", max);
  return { min: least, max: Math.max(most, least + 1) };
}

function nearestEdge(side: Side, bound: string): number {
  const place = amountBins.findIndex((bin) => overlap(bin, { min: bound, max: bound }));
  const { min, max } = amountBins[place] as AmountBin;
  if (max === null || (side === "min" && bound === min)) return place;
  if (min === null || (side === "max" && bound === max)) return place + 1;
  const middle = Number(min) * Number(max);
  const isUpper = Number(bound) < 0 ? Number(bound) ** 2 < middle : Number(bound) ** 2 > middle;
  return isUpper ? place + 1 : place;
}

/** How many actions or contracts have an amount in each of {@link amountBins}, and of how many it is not reported. */
export interface AmountCounts {
  counts: number[];
  missing: number;
}
