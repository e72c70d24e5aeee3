import { expect, it } from "vitest";

import { chosenMonthsFinding, chosenYearsFinding } from "@/lib/findings/chosen";

const days = { data_from: "2020-10-01", data_through: "2026-08-20" };
const years = ["2023", "2024", "2025", "2026"];
const line = (label: string, ...millions: number[]) => {
  const nets = millions.map((net) => net * 100_000_000);
  return { key: label, label, nets, net: nets.reduce((sum, net) => sum + net, 0) };
};
const found = (...lines: ReturnType<typeof line>[]) => chosenYearsFinding(years, lines, "companies", days);

it("names who had the most in most of the full fiscal years", () => {
  expect(found(line("A", 3, 3, 3, 0), line("B", 2, 2, 2, 9))).toBe(
    "A led these 2 companies in each of 3 full fiscal years",
  );
  expect(found(line("A", 3, 1, 3, 0), line("B", 2, 2, 2, 0))).toBe(
    "A led these 2 companies in 2 of 3 full fiscal years",
  );
});

it("names none where the lead changes, is shared, is of nothing or is over no other", () => {
  expect(found(line("A", 3, 1, 0), line("B", 2, 2, 0), line("C", 0, 0, 5))).toBeNull();
  expect(found(line("A", 2, 2, 2), line("B", 2, 2, 2))).toBeNull();
  expect(found(line("A", 0, 0, 0), line("B", -1, -1, -1))).toBeNull();
  expect(found(line("A", 3, 3, 3))).toBeNull();
});

it("names the largest month, unless two are as large", () => {
  const months = ["2025-08", "2025-09"];
  expect(chosenMonthsFinding(months, [line("A", 1, 52.3), line("B", 2, 3)])).toBe(
    "Largest month: A, $52.3 million in September 2025",
  );
  expect(chosenMonthsFinding(months, [line("A", 5, 1), line("B", 5, 3)])).toBeNull();
  expect(chosenMonthsFinding(months, [line("A", 0, -1)])).toBeNull();
});
