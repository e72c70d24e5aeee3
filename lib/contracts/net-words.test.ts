import { expect, it } from "vitest";

import { roundedMoney } from "@/lib/contracts/money";
import { moreThanAdded, netWords } from "@/lib/contracts/net-words";

it("says of a net below zero that more was taken back than added", () => {
  expect(netWords(-130_000_000_00, roundedMoney)).toBe("$130.0 million more taken back than added");
  expect(netWords(-1)).toBe("$0.01 more taken back than added");
  expect(netWords(0)).toBe("$0.00 obligated (net)");
  expect(netWords(5_00)).toBe("$5.00 obligated (net)");
  expect(["ICE", "ICE and CBP"].map(moreThanAdded)).toEqual(["more than it added", "more than they added"]);
});
