import { expect, it } from "vitest";

import { roundedMoney } from "@/lib/contracts/money";
import { moreThanAdded, namesIn, netText, unbroken } from "@/lib/contracts/text";

it("says of a net below zero that more was taken back than added", () => {
  expect(netText(-130_000_000_00, roundedMoney)).toBe("$130.0 million more taken back than added");
  expect(netText(-1)).toBe("$0.01 more taken back than added");
  expect(netText(0)).toBe("$0.00 obligated (net)");
  expect(netText(5_00)).toBe("$5.00 obligated (net)");
  expect(["ICE", "ICE and CBP"].map(moreThanAdded)).toEqual(["more than it added", "more than they added"]);
});

it.each([
  ["Palantir", ["Palantir"]],
  ["Citrix (Cloud Software Group)", ["Citrix", "Cloud Software Group"]],
  ["xAI (X)", ["xAI", "X"]],
  ["One (two) three (four)", ["One three", "two", "four"]],
  ["Same (Same)", ["Same"]],
  ["Open (bracket", ["Open (bracket"]],
  ["()", []],
])("%s holds the names %j", (shown, names) => {
  expect(namesIn(shown)).toEqual(names);
});

it("keeps dates and amounts of a title on one line", () => {
  expect(unbroken("ICE has obligated $6.77 billion since Oct. 1, 2025, and $2 million on May 3, 2024")).toBe(
    "ICE has obligated $6.77\u00a0billion since Oct.\u00a01,\u00a02025, and $2\u00a0million on May\u00a03,\u00a02024",
  );
});
