import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { matchesOf, parseWrittenAmount, type WrittenFigure } from "@/lib/query/written-figure";

function read(text: string): WrittenFigure {
  const figure = parseWrittenAmount(text);
  if ("problem" in figure) throw new Error(`${text} ${figure.problem}`);
  return figure;
}

const million = 1_000_000_00;

it("finds what rounds to the figure or is cut off to it, up to but not including the next", () => {
  expect(read("29.8M")).toMatchObject({
    value: 29_800_000_00,
    step: 100_000_00,
    from: 29_750_000_00,
    below: 29_900_000_00,
  });
});

it.each([
  ["$29.8 million", 29_800_000_00, 100_000_00],
  ["29.8m", 29_800_000_00, 100_000_00],
  ["US$29.8m", 29_800_000_00, 100_000_00],
  ["USD 29.8 mln", 29_800_000_00, 100_000_00],
  ["$29.8-million", 29_800_000_00, 100_000_00],
  ["29.8 million dollars", 29_800_000_00, 100_000_00],
  ["29,898,236", 29_898_236_00, 1_00],
  ["29898236", 29_898_236_00, 1_00],
  ["1,229,984,583.77", 1_229_984_583_77, 1],
  ["1.2 bn", 1_200 * million, 100 * million],
  ["$1.2 billion", 1_200 * million, 100 * million],
  ["3.70bn", 3_700 * million, 10 * million],
  ["30 million", 30 * million, million],
  ["250k", 250_000_00, 1_000_00],
  ["250 thousand", 250_000_00, 1_000_00],
  ["1.5tn", 1_500_000 * million, 100_000 * million],
  ["29.8", 29_80, 10],
  [".5m", 500_000_00, 100_000_00],
  ["ICE obligated $29.8 million to Palantir.", 29_800_000_00, 100_000_00],
  ["a contract ($29.8 million) of April", 29_800_000_00, 100_000_00],
  ["Palantir – $29.8m", 29_800_000_00, 100_000_00],
  ["10,000,000,000,000", 10_000_000 * million, 1_00],
])("reads %s with the step of its last digit", (text, value, step) => {
  expect(read(text)).toMatchObject({ value, step });
});

it.each(["-29.8m", "$-29.8m", "−$29.8m", "minus $29.8 million", "(29.8m)", "($29.8 million)"])(
  "reads %s as money taken back, and cuts it off toward zero",
  (text) => {
    expect(read(text)).toMatchObject({
      value: -29_800_000_00,
      step: 100_000_00,
      from: -29_899_999_99,
      below: -29_749_999_99,
    });
  },
);

it.each([
  ["more than $1.2bn", "more than"],
  ["About $81m", "about"],
  ["just over 1.2 bn", "just over"],
  ["nearly 30 million", "nearly"],
  ["~30m", "~"],
  ["$1.2bn+", "+"],
  ["Palantir: more than $1.2 billion in all", "more than"],
  ["about -$5m", "about"],
  ["$1.2bn", null],
])("understands the nearness in %s", (text, nearness) => {
  expect(read(text).nearness).toBe(nearness);
});

it("shows the number as it was written", () => {
  expect(read("more than $1.2 billion for flights")).toMatchObject({ text: "1.2 billion", unit: "billion" });
  expect(read("29,898,236")).toMatchObject({ text: "29,898,236", unit: "" });
});

it.each([
  ["", /include a number/],
  ["a lot of money", /include a number/],
  ["between $10m and $15m", /one figure; this has 2 numbers/],
  ["$29.8 million in April 2025", /one figure; this has 2 numbers/],
  ["29 898 236", /one figure; this has 3 numbers/],
  ["FY2025", /must be an amount/],
  ["1e6", /one figure|must be an amount/],
  ["29.8x", /must be an amount/],
  ["29.898.236", /must be an amount/],
  ["1,00", /must be an amount/],
  ["81%", /must be an amount/],
  ["€29.8m", /U\.S\. dollars/],
  ["CA$29.8m", /U\.S\. dollars/],
  ["1.005", /finer than a cent/],
  ["0", /zero/],
  ["$0.0m", /zero/],
  ["11 trillion", /beyond \$10,000,000,000,000\.00/],
])("says clearly what is wrong with %j", (text, problem) => {
  expect(parseWrittenAmount(text)).toEqual({ problem: expect.stringMatching(problem) });
});

describe("the marks of a figure", () => {
  it.each([
    ["29.8M", 29_898_236_00, ["cut off"]],
    ["29.8M", 29_750_000_00, ["rounded"]],
    ["29.8M", 29_810_000_00, ["rounded", "cut off"]],
    ["29.8M", 29_800_000_00, ["exact"]],
    ["29.8M", 29_849_999_99, ["rounded", "cut off"]],
    ["29.8M", 29_850_000_00, ["cut off"]],
    ["29.8M", 29_749_999_99, []],
    ["29.8M", 29_900_000_00, []],
    ["1.2bn", 1_229_984_583_77, ["rounded", "cut off"]],
    ["3.7bn", 3_693_886_923_34, ["rounded"]],
    ["29,898,236", 29_898_236_00, ["exact"]],
    ["29,898,236", 29_898_235_50, ["rounded"]],
    ["0.01", 1, ["exact"]],
    ["-5m", -5_900_000_00, ["cut off"]],
    ["-5m", -4_500_000_01, ["rounded"]],
    ["-5m", 5_000_000_00, []],
  ])("%s of %d cents are %j", (text, cents, marks) => {
    expect(matchesOf(read(text), cents)).toEqual(marks);
  });

  it("are there exactly for what lies in the interval, above zero and below it", () => {
    const amount = fc.record({
      digits: fc.integer({ min: 1, max: 9_999 }),
      decimals: fc.integer({ min: 0, max: 2 }),
      unit: fc.constantFrom("", "k", "m", "bn"),
      minus: fc.boolean(),
      off: fc.double({ min: -2, max: 2, noNaN: true }),
    });
    fc.assert(
      fc.property(amount, ({ digits, decimals, unit, minus, off }) => {
        const figure = read(`${minus ? "-" : ""}${(digits / 10 ** decimals).toFixed(decimals)}${unit}`);
        const cents = figure.value + Math.round(off * figure.step);
        const isIn = cents >= figure.from && cents < figure.below;
        expect(matchesOf(figure, cents).length > 0).toBe(isIn);
      }),
    );
  });
});
