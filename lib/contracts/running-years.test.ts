import { expect, it } from "vitest";

import { isMonthEnd, type RunningDayTotal, runningYears } from "@/lib/contracts/running-years";

const on = (year: number, day: string, total: number): RunningDayTotal => ({ year, day, net: 0, total });
const records = { data_from: "2023-10-01", data_through: "2026-08-20" };

it("has the same dates of each fiscal year: every seventh day, the ends of months and the newest", () => {
  const { days, years } = runningYears([], records);
  expect(days.slice(0, 2)).toEqual(["2025-10-01", "2025-10-08"]);
  expect(days).toContain("2026-08-20");
  expect(days.at(-1)).toBe("2026-09-30");
  expect(days.filter(isMonthEnd)).toHaveLength(12);
  expect(days).toHaveLength(53 + 12 + 1 - 2); // Dec. 31 and Sept. 30 are both
  expect(years.map(({ year }) => year)).toEqual([2024, 2025, 2026]);
});

it("has what was obligated up to each date, and nothing after the newest day of the records", () => {
  const { days, years } = runningYears(
    [
      on(2025, "2024-10-03", 5),
      on(2025, "2025-08-20", 7),
      on(2025, "2025-08-21", 9),
      on(2026, "2026-08-20", 4),
    ],
    records,
  );
  const totalsOn = (day: string) => years.map(({ totals }) => totals[days.indexOf(day)]);
  expect(totalsOn("2025-10-01")).toEqual([0, 0, 0]);
  expect(totalsOn("2025-10-08")).toEqual([0, 5, 0]);
  expect(totalsOn("2026-08-20")).toEqual([0, 7, 4]);
  expect(totalsOn("2026-09-30")).toEqual([0, 9, null]);
});

it("counts February 29 with March 1, where the latest fiscal year has none", () => {
  const { days, years } = runningYears([on(2024, "2024-02-29", 5)], records);
  const totals = years[0]?.totals ?? [];
  const before = days.findLastIndex((day) => day <= "2026-02-28");
  expect(totals.slice(before, before + 2)).toEqual([0, 5]);
});

it("leaves out a fiscal year that the records have in part, and ends with one that is over", () => {
  const { days, years } = runningYears([], { data_from: "2023-10-02", data_through: "2025-09-30" });
  expect(years.map(({ year }) => year)).toEqual([2025]);
  expect(days.at(-1)).toBe("2025-09-30");
  expect(years[0]?.totals.includes(null)).toBe(false);
});
