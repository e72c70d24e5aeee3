import { expect, it } from "vitest";

import { type ChartGroup, fills, pieces } from "@/components/charts/groups";

const group: ChartGroup = {
  key: "2026",
  label: "FY2026",
  net: 70,
  added: 100,
  taken_back: -30,
  actions: 3,
  contracts: 2,
  href: null,
};

it("draws what was added above zero and what was taken back below it", () => {
  expect(pieces(group)).toEqual([
    { fill: fills.added, from: 0, to: 100 },
    { fill: fills.back, from: 0, to: -30 },
  ]);
});

it("stacks parts away from zero, on both sides", () => {
  const part = (fill: string, added: number, taken_back: number) => ({
    ...group,
    fill,
    added,
    taken_back,
    net: added + taken_back,
  });
  expect(pieces({ ...group, parts: [part("one", 60, -10), part("other", 40, -20)] })).toEqual([
    { fill: "one", from: 0, to: 60 },
    { fill: "one", from: 0, to: -10 },
    { fill: "other", from: 60, to: 100 },
    { fill: "other", from: -10, to: -30 },
  ]);
});
