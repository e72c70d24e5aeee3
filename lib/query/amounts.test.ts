import { expect, it } from "vitest";

import { boundCents, formatBound, readBound, shortAmount, spokenAmount } from "@/lib/query/amounts";

it.each([
  ["0", "0"],
  ["250000", "250000"],
  ["1.5m", "1500000"],
  ["$250k", "250000"],
  ["2 bn", "2000000000"],
  ["1,234,567.89", "1234567.89"],
  ["-$1,000", "-1000"],
  ["$-1000", "-1000"],
  ["−5", "-5"],
  ["-0.01", "-0.01"],
  [".5", "0.50"],
  ["1.50", "1.50"],
  ["1.500", "1.50"],
  ["$29.8 million", "29800000"],
  ["3 millions", "3000000"],
  ["250mm", "250000000"],
  ["1.2 bln", "1200000000"],
  ["81 mln", "81000000"],
  ["1.234567m", "1234567"],
  ["-0", "0"],
  ["9999999999999999.99", "9999999999999999.99"],
])("reads %s as %s", (text, amount) => {
  expect(readBound(text)).toBe(amount);
});

it.each([
  "",
  "abc",
  "1.005",
  "1,00",
  "12,34,567",
  "1e6",
  "--1",
  "-$-1",
  "10000000000000000",
  "1x",
  "NaN",
  "1.2.3",
  "$",
])("refuses %s", (text) => {
  expect(readBound(text)).toBeNull();
});

it("counts a bound in cents", () => {
  expect(boundCents("-1234.50")).toBe(-123450n);
  expect(boundCents("9999999999999999.99")).toBe(999999999999999999n);
});

it.each([
  ["10000000", "$10M"],
  ["1500000", "$1.5M"],
  ["250000", "$250K"],
  ["-2000000000", "-$2B"],
  ["999", "$999"],
  ["1234567", "$1234567"],
  ["-0.01", "-$0.01"],
  ["0", "$0"],
])("writes %s as %s, which reads as the same", (bound, short) => {
  expect(shortAmount(bound)).toBe(short);
  expect(readBound(short)).toBe(bound);
});

it.each([
  ["0", "$0"],
  ["250000", "$250,000"],
  ["-0.01", "−$0.01"],
  ["9999999999999999.99", "$9,999,999,999,999,999.99"],
])("writes the bound %s as %s", (bound, text) => {
  expect(formatBound(bound)).toBe(text);
});

it.each([
  ["250000", "$250 thousand"],
  ["1500000", "$1.5 million"],
  ["-2000000000", "−$2 billion"],
  ["1234567", "$1,234,567"],
  ["299999.99", "$299,999.99"],
  ["0", "$0"],
])("says the bound %s as %s", (bound, text) => {
  expect(spokenAmount(bound)).toBe(text);
});
