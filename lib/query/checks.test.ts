import { describe, expect, it } from "vitest";
import type { Cents } from "@/lib/contracts/money";
import type { PublishedMeasure } from "@/lib/contracts/published-figures";
import { type CheckFacts, judge } from "@/lib/query/checks";
import { parseWrittenAmount, type WrittenFigure } from "@/lib/query/written-figure";

const million = (millions: number): Cents => Math.round(millions * 100_000_000);
const facts: CheckFacts = {
  net: million(81.1),
  added: million(84.2),
  taken_back: million(-3.1),
  actions: 7,
  contracts: 1,
  whole: million(150.7),
  repeated: 7 * million(150.7),
  potential: null,
};
const ofBoth = million(95.4);
const verdict = (
  figure: string,
  measure: PublishedMeasure = "obligated",
  change: Partial<CheckFacts> = {},
) => {
  const found = judge(parseWrittenAmount(figure) as WrittenFigure, measure, { ...facts, ...change }, ofBoth);
  return [found.verdict, found.other, found.ours];
};

describe("a figure of obligations", () => {
  it.each([
    ["81,100,000.00", ["equal", null, facts.net]],
    ["$81 million", ["rounded", null, facts.net]],
    ["more than $80 million", ["bound", null, facts.net]],
    ["$80 million", ["none", null, null]],
    ["almost $81 million", ["none", null, null]],
    ["almost $82 million", ["none", null, null]],
    ["$84.2m", ["measure", "added", facts.added]],
    ["$95.4 million", ["measure", "agencies", ofBoth]],
    ["$151 million", ["measure", "contracts", facts.whole]],
    ["$659.8 million", ["none", null, null]],
  ])("%s", (figure, expected) => {
    expect(verdict(figure)).toEqual(expected);
  });

  it("is not confirmed by a selection without an action", () => {
    expect(verdict("0.01", "obligated", { net: 1, actions: 0, added: 0, whole: 0 })[0]).toBe("none");
  });
});

describe("a figure of outlays or whole contracts", () => {
  it.each([
    ["$659.8 million", "outlays", "lifetime"],
    ["$150 million", "contracts", "measure"], // the whole contracts, each once
    ["$149 million", "contracts", "lifetime"],
    ["$90 million", "outlays", "measure"], // late reports may explain so little
    ["$1.1 billion", "outlays", "measure"], // more than the contracts come to
  ] as const)("%s of %s: %s", (figure, measure, expected) => {
    expect(verdict(figure, measure)[0]).toBe(expected);
  });

  it("has no factor of a net that is not above zero", () => {
    expect(verdict("$659.8 million", "outlays", { net: -1 })[0]).toBe("measure");
  });
});

it("a potential value is another measure, next to that of the contract if a file reports one", () => {
  expect(verdict("$165.2 million", "potential")).toEqual(["measure", "potential", null]);
  expect(verdict("$165.2 million", "potential", { potential: 5 })).toEqual(["measure", "potential", 5]);
});
