import { expect, it } from "vitest";

import { earlierYears, unfinishedPeriod } from "@/components/charts/time";

it.each([
  ["month", "2026-08"],
  ["fiscal_year", "2026"],
  ["calendar_year", "2026"],
] as const)("the %s of the newest record is unfinished", (by, key) => {
  expect(unfinishedPeriod(by, "2026-08-20")).toEqual({ key, through: "Aug. 20, 2026" });
});

it.each([
  ["month", "2026-08-31"],
  ["fiscal_year", "2025-09-30"],
  ["calendar_year", "2025-12-31"],
] as const)("a %s is over with its last day", (by, day) => {
  expect(unfinishedPeriod(by, day)).toBeNull();
});

it("in the autumn the fiscal year and the calendar year that are unfinished are two", () => {
  expect(unfinishedPeriod("fiscal_year", "2026-10-05")?.key).toBe("2027");
  expect(unfinishedPeriod("calendar_year", "2026-10-05")?.key).toBe("2026");
});

it("finds the months before the fiscal year of the last one", () => {
  const months = ["2025-08", "2025-09", "2025-10", "2026-09"].map((key) => ({ key }));
  expect(months.filter(earlierYears(months)).map(({ key }) => key)).toEqual(["2025-08", "2025-09"]);
  const past = months.slice(0, 2);
  expect(past.filter(earlierYears(past))).toEqual([]);
});
