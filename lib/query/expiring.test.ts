import { expect, it } from "vitest";
import { endingDays, listedDays } from "@/lib/query/expiring";

const today = "2026-11-29";

it("reaches from today to the chosen number of days ahead", () => {
  const choice = { within: 90, end: "potential" } as const;
  const days = { end: "potential", from: today, to: "2027-02-27", today };
  expect(endingDays(choice, today)).toEqual(days);
  expect(listedDays({ ...choice, passed: null }, today, "2026-08-20")).toEqual(days);
});

it("has the days between the end of the records and today", () => {
  expect(listedDays({ within: 90, end: "words", passed: "yes" }, today, "2026-08-20")).toEqual({
    end: "words",
    from: "2026-08-21",
    to: "2026-11-28",
    today,
  });
});
