import { expect, it } from "vitest";

import { periodOfWindow, windowPresets } from "@/lib/query/window-presets";

it("offers windows counted back from the newest day of the records", () => {
  const presets = windowPresets({ data_from: "2020-10-01", data_through: "2026-08-20" });
  expect(presets.map(({ label, from }) => [label, from])).toEqual([
    ["All", null],
    ["Since Jan. 20, 2025", "2025-01-20"],
    ["This fiscal year", "2025-10-01"],
    ["Last 12 months", "2025-08-21"],
  ]);
});

it("offers no window that is all of the records or none of them", () => {
  const from = (data_from: string, data_through: string) =>
    windowPresets({ data_from, data_through }).map((preset) => preset.from);
  expect(from("2025-10-01", "2026-01-10")).toEqual([null]);
  expect(from("2020-10-01", "2024-09-30")).toEqual([null, "2023-10-01", "2023-10-01"]);
});

it.each([
  ["2025-01-01", "2026-08-20", "month"],
  ["2024-09-30", "2026-08-20", "month"],
  ["2024-08-31", "2026-08-20", "fiscal_year"],
  ["2020-10-01", "2026-08-20", "fiscal_year"],
])("charts %s to %s by %s", (from, to, by) => {
  expect(periodOfWindow({ from, to })).toBe(by);
});
