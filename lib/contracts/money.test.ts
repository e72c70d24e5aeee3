import { expect, it } from "vitest";

import {
  counted,
  formatCount,
  formatMoney,
  formatShare,
  largestCents,
  parseDollars,
  roundedMoney,
  shortMoney,
  toDollars,
} from "@/lib/contracts/money";

it.each([
  ["0.00", 0],
  ["29898236.00", 2989823600],
  ["-182924739.77", -18292473977],
  ["5", 500],
  [".5", 50],
  ["-0", 0],
  ["+1.10", 110],
  ["1.100", 110],
])("reads %s exactly", (text, cents) => {
  expect(parseDollars(text)).toBe(cents);
});

it("reads the largest amount, of either sign", () => {
  expect(parseDollars("10000000000000.00")).toBe(largestCents);
  expect(parseDollars("-10000000000000.00")).toBe(-largestCents);
  expect(toDollars(0)).toBe("0.00");
  expect(formatMoney(0)).toBe("$0.00");
  expect(formatMoney(7)).toBe("$0.07");
});

it.each(["", "-", ".", "1e5", "1,000", "1.234", "$5", "10000000000000.01", "Infinity", "0x10"])(
  "refuses %s",
  (text) => {
    expect(parseDollars(text)).toBeNull();
  },
);

it("writes dollars with two decimals and comes back equal", () => {
  for (const cents of [0, 1, -1, 99, 100, -101, 123456789, -18292473977]) {
    expect(parseDollars(toDollars(cents))).toBe(cents);
  }
  expect(toDollars(-5)).toBe("-0.05");
});

it.each([
  [31863842310, "$318.6 million", "$318.6M"],
  [677014046518, "$6.77 billion", "$6.77B"],
  [-152000000, "−$1.5 million", "−$1.5M"],
  [99_995_000_000, "$1.00 billion", "$1.00B"],
  [99_994_999_999, "$999.9 million", "$999.9M"],
  [99_949_999, "$999,500", "$999K"],
  [1_234_000, "$12,340", "$12K"],
  [-10, "−$0.10", "−$0.10"],
  [0, "$0", "$0"],
  [1_260_000, "$12,600", "$13K"],
  [-1_260_000, "−$12,600", "−$13K"],
  [99_950_000, "$1.0 million", "$1.0M"],
  [100_000_000, "$1.0 million", "$1.0M"],
  [100_000, "$1,000", "$1K"],
  [99_999, "$1,000", "$1,000"],
  [4_900, "$49", "$49"],
  [0, "$0", "$0"],
])("rounds %d cents to %s and %s", (cents, long, short) => {
  expect(roundedMoney(cents)).toBe(long);
  expect(shortMoney(cents)).toBe(short);
});

it("shows the exact figure with a true minus sign", () => {
  expect(formatMoney(-18292473977)).toBe("−$182,924,739.77");
});

it("separates figures as the language does", () => {
  for (const count of [0, 7, 999, 1_000, 12_345, 999_999, 1_000_000, -4_321, largestCents]) {
    expect(formatCount(count)).toBe(count.toLocaleString("en-US"));
  }
});

it("counts and shares in words", () => {
  expect(counted(1, "company", "companies")).toBe("1 company");
  expect(counted(2776, "action")).toBe("2,776 actions");
  expect(formatShare(169, 1000)).toBe("16.9%");
  expect(formatShare(1, 0)).toBe("—");
});

it.each([
  [-169, "−16.9%"],
  [-1, "−0.1%"],
  [-0.4, "−<0.1%"],
  [-0, "0.0%"],
  [0.4, "<0.1%"],
])("writes a share of %d in 1,000 as %s: only nothing is zero, and it has no sign", (part, text) => {
  expect(formatShare(part, 1000)).toBe(text);
});
