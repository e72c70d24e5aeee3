import { expect, it } from "vitest";
import { agreementOf } from "@/lib/contracts/facilities";

const day = "2026-04-09";

it.each([
  [["DIGSA"], "DIGSA"],
  [["FAMILY", "DIGSA"], "DIGSA"],
  [["IGSA", "USMS IGA"], "USMS IGA"],
  [["IGSA", "CDF"], undefined],
  [["USMS CDF"], undefined],
  [[], undefined],
])("reads the agreement of a facility that is listed as %j from its newest label", (type, label) => {
  expect(agreementOf({ type, last_listed: day })?.label).toBe(label);
});

it("says how and on which day ICE listed it", () => {
  expect(agreementOf({ type: ["IGSA"], last_listed: day })).toEqual({
    label: "IGSA",
    day,
    how: "under an intergovernmental service agreement",
  });
});
