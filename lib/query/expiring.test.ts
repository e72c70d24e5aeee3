import { expect, it } from "vitest";
import { endingDays } from "@/lib/query/expiring";

it("reaches from today to the chosen number of days ahead", () => {
  expect(endingDays({ within: 90, end: "potential" }, "2026-11-29")).toEqual({
    end: "potential",
    from: "2026-11-29",
    to: "2027-02-27",
  });
});
