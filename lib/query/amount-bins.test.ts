import fc from "fast-check";
import { expect, it } from "vitest";

import { amountBins, boundAt, nearestEdges, overlap, spokenBound, zeroBin } from "@/lib/query/amount-bins";
import { boundCents, readBound } from "@/lib/query/amounts";

const text = (cents: bigint) => {
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, "0");
  return readBound(`${cents < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`) as string;
};
const holding = (bound: string) => amountBins.filter((bin) => overlap(bin, { min: bound, max: bound }));

it("has every amount to the cent in exactly one bin", () => {
  const most = 10n ** 18n - 1n;
  fc.assert(
    fc.property(
      fc.oneof(
        fc.bigInt({ min: -most, max: most }),
        // As many of every number of digits, and the cents around the edges.
        fc
          .tuple(fc.bigInt({ min: 1n, max: 99n }), fc.integer({ min: 0, max: 15 }), fc.constantFrom(-1n, 1n))
          .chain(([digits, power, sign]) =>
            fc.constantFrom(-1n, 0n, 1n).map((off) => sign * digits * 10n ** BigInt(power) + off),
          ),
      ),
      (cents) => {
        expect(holding(text(cents))).toHaveLength(1);
      },
    ),
    { numRuns: 2_000 },
  );
});

it("meets without a gap or an overlap, to the cent", () => {
  for (const [index, { min }] of amountBins.entries()) {
    const before = amountBins[index - 1];
    if (!before) expect(min).toBeNull();
    else expect(boundCents(min as string)).toBe(boundCents(before.max as string) + 1n);
  }
  expect(amountBins.at(-1)?.max).toBeNull();
  expect(amountBins[zeroBin]).toEqual({ min: "0", max: "0", name: "$0" });
});

it("bounds its bins as a query writes amounts", () => {
  for (const bound of amountBins.flatMap(({ min, max }) => [min, max])) {
    if (bound !== null) expect(readBound(bound)).toBe(bound);
  }
});

it.each([
  ["0", "$0"],
  ["0.01", "above $0, to $1K"],
  ["999.99", "above $0, to $1K"],
  ["1000", "$1K to $3K"],
  ["299999.99", "$100K to $300K"],
  ["300000", "$300K to $1M"],
  ["1000000000", "$1B or more"],
  ["-0.01", "below $0, to −$1K"],
  ["-1000", "−$3K to −$1K"],
  ["-2999.99", "−$3K to −$1K"],
  ["-3000", "−$10K to −$3K"],
  ["-1000000000", "−$1B or less"],
])("calls the bin that holds %s %s", (bound, name) => {
  expect(holding(bound).map((bin) => bin.name)).toEqual([name]);
});

it("finds the edges of its own bounds again", () => {
  for (let least = 0; least < amountBins.length; least++) {
    for (let most = least + 1; most <= amountBins.length; most++) {
      const bounds = { min: boundAt("min", least), max: boundAt("max", most) };
      expect(nearestEdges(bounds)).toEqual({ min: least, max: most });
      expect(amountBins.filter((bin) => overlap(bin, bounds))).toEqual(amountBins.slice(least, most));
    }
  }
});

it.each([
  ["250000", null, "300000", null],
  ["150000", null, "100000", null],
  [null, "250000", null, "299999.99"],
  [null, "150000", null, "99999.99"],
  ["-250000", "-150000", "-299999.99", "-100000"],
  ["5000000000", null, "1000000000", null],
  ["-5000000000", null, "-999999999.99", null],
  // Two bounds within one bin are that bin.
  ["110000", "120000", "100000", "299999.99"],
  ["2000000000", "3000000000", "1000000000", null],
])("places a handle for %s to %s at the edges of %s and %s", (min, max, least, most) => {
  const edges = nearestEdges({ min, max });
  expect([boundAt("min", edges.min), boundAt("max", edges.max)]).toEqual([least, most]);
});

it.each([
  ["min", null, "no limit"],
  ["min", "100000", "$100 thousand"],
  ["min", "0.01", "above $0"],
  ["min", "-2999.99", "above −$3 thousand"],
  ["min", "0", "$0"],
  ["max", "299999.99", "below $300 thousand"],
  ["max", "-0.01", "below $0"],
  ["max", "-1000", "−$1 thousand"],
  ["max", "250000", "$250 thousand"],
  ["max", "1234567.89", "$1,234,567.89"],
] as const)("says the bound %s %s as %s", (side, bound, words) => {
  expect(spokenBound(side, bound)).toBe(words);
});
