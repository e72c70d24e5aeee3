import { expect, it } from "vitest";

import { percentChange, ratioOf } from "@/lib/contracts/comparisons";

it.each([
  [150, 100, "+50%"],
  [95, 100, "−5%"],
  [100, 100, "0%"],
  [100_001, 100_000, "+<1%"],
  [1, 100_000, "−>99%"],
  [0, 100, "−100%"],
  [1_200, 100, "over tenfold"],
  // No share of nothing, of a negative amount or to one.
  [100, 0, null],
  [0, 0, null],
  [100, -100, null],
  [-100, 100, null],
])("writes the change to %i from %i", (current, earlier, expected) => {
  expect(percentChange(current, earlier)).toBe(expected);
  if (expected === null) expect(ratioOf(current, earlier)).toBeNull();
});
