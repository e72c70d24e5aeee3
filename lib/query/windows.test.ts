import { expect, it } from "vitest";

import { daysBefore } from "@/lib/contracts/days";
import { holdsMonth, periodsOf, requestedWindow, yearsBefore } from "@/lib/query/windows";

const records = { from: "2020-10-01", to: "2026-08-20" };

it("names every period that the records touch, and says where they do not cover it", () => {
  const years = periodsOf(records, "calendar_year");
  expect(years.map(({ label }) => label)).toEqual([
    "calendar 2020 from Oct. 1, 2020",
    "calendar 2021",
    "calendar 2022",
    "calendar 2023",
    "calendar 2024",
    "calendar 2025",
    "calendar 2026 through Aug. 20, 2026",
  ]);
  expect(years.at(-1)).toMatchObject({
    from: "2026-01-01",
    to: "2026-08-20",
    days: { from: "2026-01-01", to: "2026-12-31" },
  });
});

it("begins fiscal years in October, and halves and quarters of the calendar in January", () => {
  expect(periodsOf(records, "fiscal_year").map(({ label, days }) => [label, days.fy])).toEqual([
    ["FY2021", [2021]],
    ["FY2022", [2022]],
    ["FY2023", [2023]],
    ["FY2024", [2024]],
    ["FY2025", [2025]],
    ["FY2026 through Aug. 20, 2026", [2026]],
  ]);
  expect(periodsOf(records, "half").slice(0, 3)).toMatchObject([
    { label: "July to December 2020 from Oct. 1, 2020", from: "2020-10-01", to: "2020-12-31" },
    { label: "January to June 2021", from: "2021-01-01", to: "2021-06-30" },
    { label: "July to December 2021", from: "2021-07-01", to: "2021-12-31" },
  ]);
  expect(periodsOf(records, "quarter")).toHaveLength(24);
  expect(periodsOf(records, "month")).toHaveLength(71);
});

it.each(["fiscal_year", "calendar_year", "half", "quarter", "month"] as const)(
  "covers every day of the records once by each %s",
  (kind) => {
    const found = periodsOf({ from: "2023-11-15", to: "2025-02-03" }, kind);
    expect([found[0]?.from, found.at(-1)?.to]).toEqual(["2023-11-15", "2025-02-03"]);
    for (const [index, { from }] of found.slice(1).entries()) {
      expect(found[index]?.to).toBe(daysBefore(from, 1));
    }
  },
);

it("looks at the year before to the same date", () => {
  expect(yearsBefore(records).map(({ label, from, to }) => [label, from, to])).toEqual([
    ["FY2025 through Aug. 20, 2025", "2024-10-01", "2025-08-20"],
    ["calendar 2025 through Aug. 20, 2025", "2025-01-01", "2025-08-20"],
  ]);
});

it("ends a window without an end where the records end", () => {
  expect(requestedWindow(records, { from: "2025-01-20", to: null })).toMatchObject([
    {
      label: "the custom dates",
      from: "2025-01-20",
      to: "2026-08-20",
      days: { from: "2025-01-20", to: null },
    },
  ]);
  expect(requestedWindow(records, { from: null, to: null })).toEqual([]);
  expect(requestedWindow(records, { from: "2027-01-01", to: null })).toEqual([]);
});

it("knows which windows a month lies in, the unfinished one too", () => {
  const holding = (month: string) =>
    [...periodsOf(records, "fiscal_year"), ...yearsBefore(records)]
      .filter((window) => holdsMonth(records, window, month))
      .map(({ label }) => label);
  expect(holding("2025-07")).toEqual([
    "FY2025",
    "FY2025 through Aug. 20, 2025",
    "calendar 2025 through Aug. 20, 2025",
  ]);
  expect(holding("2025-08")).toEqual(["FY2025"]);
  expect(holding("2026-08")).toEqual(["FY2026 through Aug. 20, 2026"]);
  expect(holding("2020-09")).toEqual([]);
  expect(holding("2026-09")).toEqual([]);
});
