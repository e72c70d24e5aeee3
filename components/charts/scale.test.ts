import { expect, it } from "vitest";

import { axisLabels, axisOf, position } from "@/components/charts/scale";

const dollars = (value: number) => value * 100;

it("an axis ends at a round value above the largest bar and goes no deeper than what was taken back", () => {
  const axis = axisOf({ low: dollars(-30_000_000), high: dollars(1_411_000_000) });
  expect(axisLabels(axis)).toEqual(["0", "0.5", "1", "$1.5 billion"]);
  expect(axis.low).toBe(dollars(-30_000_000));
  expect(position(axis.low, axis)).toBe(0);
  expect(position(axis.high, axis)).toBe(1);
});

it("deep de-obligations are marked below zero", () => {
  const axis = axisOf({ low: dollars(-90), high: dollars(50) });
  expect(axisLabels(axis)).toEqual(["−50", "0", "$50"]);
});

it.each([
  [900, "$1 thousand"],
  [480_000, "$600 thousand"],
  [999_999, "$1 million"],
  [72_000_000_000, "$80 billion"],
])("the highest mark of an axis over $%d says its unit in words: %s", (most, expected) => {
  expect(axisLabels(axisOf({ low: 0, high: dollars(most) })).at(-1)).toBe(expected);
});

it("an empty span still has an axis", () => {
  const axis = axisOf({ low: 0, high: 1 });
  expect(axis.ticks[0]).toBe(0);
  expect(axis.high).toBeGreaterThan(1);
});
