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
    { series: "added", fill: fills.added, from: 0, to: 100 },
    { series: "back", fill: fills.back, from: 0, to: -30 },
  ]);
});

it("stacks parts away from zero, on both sides", () => {
  const part = (fill: string, added: number, taken_back: number) => ({
    ...group,
    key: fill,
    fill,
    added,
    taken_back,
    net: added + taken_back,
  });
  expect(pieces({ ...group, parts: [part("one", 60, -10), part("other", 40, -20)] })).toEqual([
    { series: "one", fill: "one", from: 0, to: 60 },
    { series: "one", fill: "one", from: 0, to: -10 },
    { series: "other", fill: "other", from: 60, to: 100 },
    { series: "other", fill: "other", from: -10, to: -30 },
  ]);
  const hidden = pieces({ ...group, parts: [part("one", 60, -10), part("other", 40, -20)] }, ["one"]);
  expect(hidden).toEqual([
    { series: "other", fill: "other", from: 0, to: 40 },
    { series: "other", fill: "other", from: 0, to: -20 },
  ]);
});
