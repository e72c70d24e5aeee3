import { boundCents, shortAmount, spokenAmount } from "@/lib/query/amounts";

/** Amounts from `min` to `max`, both included, as a query writes them; `null` for no limit. */
export interface AmountBounds {
  min: string | null;
  max: string | null;
}
export type Side = keyof AmountBounds;

/** A bin includes the bound nearer to zero and excludes the other: `$100K to $300K` ends at $299,999.99. */
interface AmountBin extends AmountBounds {
  name: string;
}

/** The dollars at which the bins on one side of zero begin, in steps of about three. One more bin is below the first. */
const starts = [
  1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000, 10_000_000, 30_000_000, 100_000_000,
  300_000_000, 1_000_000_000,
];

const short = (dollars: number) => shortAmount(`${dollars}`);

/** The bins above zero with their counterparts below it, from zero outward. */
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
 * The bins of a histogram of amounts, from the lowest to the highest, with $0 as a bin of its own. Every amount is in
 * exactly one bin, and a bin's bounds are values of `min` and `max`, so that its bar can be a link.
 */
export const amountBins: readonly AmountBin[] = [
  ...pairs.map(([, below]) => below).toReversed(),
  { min: "0", max: "0", name: "$0" },
  ...pairs.map(([above]) => above),
];

/** The index of the bin of $0. */
export const zeroBin = pairs.length;

/** Whether two ranges have an amount in common. */
export const overlap = (one: AmountBounds, other: AmountBounds): boolean =>
  isAtMost(one.min, other.max) && isAtMost(other.min, one.max);

const isAtMost = (least: string | null, most: string | null) =>
  least === null || most === null || boundCents(least) <= boundCents(most);

/** The bound at an edge between bins. Edge 0 is before the first bin, and the last edge is after the last bin. */
export const boundAt = (side: Side, edge: number): string | null =>
  (side === "min" ? amountBins[edge]?.min : amountBins[edge - 1]?.max) ?? null;

/** A bound of a range as text: `$100 thousand`, `no limit`, or `below $300 thousand` if it is a cent less than that. */
export function spokenBound(side: Side, bound: string | null): string {
  if (bound === null) return "no limit";
  const beyond = boundCents(bound) + (side === "min" ? -1n : 1n);
  if (beyond % 100n !== 0n) return spokenAmount(bound);
  return `${side === "min" ? "above" : "below"} ${spokenAmount(`${beyond / 100n}`)}`;
}

/** The edges nearest to two bounds, at least one bin apart. */
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

/** The number of actions or contracts in each of {@link amountBins}; `missing` counts those without a reported amount. */
export interface AmountCounts {
  counts: number[];
  missing: number;
}
