import { expect, it } from "vitest";

import { defaults, href } from "@/lib/query/query";
import { monthsUntil, overviewQueries } from "@/lib/store/overview";

const windows = (dataThrough: string) => {
  const { current, earlier, months, fillingInFrom } = overviewQueries(defaults("contracts"), dataThrough);
  return [...[current, earlier, months].map((query) => href("", query)), fillingInFrom];
};

it("the windows follow the last day of the records, whatever the clock says", () => {
  expect(windows("2026-08-20")).toEqual([
    "?fy=2026",
    "?from=2024-10-01&to=2025-08-20",
    "?from=2024-09-01&to=2026-08-31",
    "2026-08-07",
  ]);
});

it("the first and the last day of a fiscal year, and a leap day, have a year before", () => {
  expect(windows("2025-10-01").slice(0, 2)).toEqual(["?fy=2026", "?from=2024-10-01&to=2024-10-01"]);
  expect(windows("2025-09-30").slice(0, 2)).toEqual(["?fy=2025", "?from=2023-10-01&to=2024-09-30"]);
  expect(windows("2024-02-29").slice(0, 2)).toEqual(["?fy=2024", "?from=2022-10-01&to=2023-02-28"]);
});

it("no month is shown from before the records begin", () => {
  expect(monthsUntil("2026-08", "2020-10-01")).toHaveLength(24);
  expect(monthsUntil("2026-08", "2026-06-17")).toEqual(["2026-06", "2026-07", "2026-08"]);
});
