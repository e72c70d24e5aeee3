import { expect, it } from "vitest";

import type { FlowChart } from "@/components/charts/description";
import { flowChart } from "@/components/charts/flow";
import { flowFrame } from "@/components/charts/flow-frame";
import { flowGroups } from "@/components/charts/testing/flow";
import { foldFlow, howBought } from "@/lib/contracts/flow";

const chartOf = (groups = flowGroups) =>
  flowChart(foldFlow(groups), { stages: howBought, hrefOf: () => null });
const marksAt = ({ marks }: FlowChart, at: number) => marks.filter((mark) => mark.at === at);
const close = (value: number) => Math.round(value * 1_000) / 1_000;

it("has marks as high as what passes through them, from the top of each stage", () => {
  const chart = chartOf() as FlowChart;
  const perDollar = chart.links.map(({ width, value }) => close(width / value));
  expect(new Set(perDollar).size).toBe(1);
  for (const at of [0, 0.5, 1]) {
    const marks = marksAt(chart, at);
    expect(marks[0]?.top).toBe(flowFrame.top);
    for (const [index, { top, height, value }] of marks.entries()) {
      expect(close(height / value)).toBe(perDollar[0]);
      const next = marks[index + 1];
      if (next) expect(close(next.top - top - height)).toBe(flowFrame.padding);
    }
  }
});

it("draws no strand that takes back as much as it adds, and nothing where none is left", () => {
  const chart = chartOf() as FlowChart;
  expect(chart.links.some(({ text }) => text.startsWith("Delta"))).toBe(false);
  expect(marksAt(chart, 0).map(({ text }) => text)).toEqual([
    "Alpha: $700.00",
    "Beta: $300.00",
    "Gamma: $200.00",
  ]);
  expect(chartOf(flowGroups.filter(({ net }) => net <= 0))).toBeNull();
});

it("cuts a name where one from the other side is as high, and only there", () => {
  const long = "A kind of vehicle with a name that takes more than half of the space between";
  const label = (groups: typeof flowGroups, at: number) =>
    marksAt(chartOf(groups) as FlowChart, at)[0]?.labels.find(({ breakpoints }) =>
      breakpoints.includes("wide"),
    )?.name;
  const [first] = flowGroups;
  const facing = [{ ...first, key2: long, label2: long } as (typeof flowGroups)[number]];
  expect(label(facing, 0.5)).toMatch(/^A kind of vehicle.*…$/);
  expect(label(facing, 0)).toBe("Alpha");
});
