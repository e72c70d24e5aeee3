import { expect, it } from "vitest";
import { reconcile } from "@/lib/usaspending/reconcile";

const year = {
  agency: { code: "7012", name: "ICE", apiName: "ICE", department: { name: "DHS", id: 63, code: "070" } },
  fiscal_year: 2026,
};
const totals = {
  rows: 3,
  net: 1_000,
  months: { "2025-10": { rows: 2, net: 700 }, "2026-09": { rows: 1, net: 300 } },
  rejected: 0,
  reason: null,
  foreign: 0,
};
const expected = (net: number, october = 700, september = 300) => ({
  count: 3,
  sums: { year: net, months: { "2025-10": october, "2026-09": september } },
});

it("lets sums differ by a cent a row and no more", () => {
  expect(reconcile(year, expected(1_003), totals)).toEqual([]);
  expect(reconcile(year, expected(997), totals)).toEqual([]);
  expect(reconcile(year, expected(1_004), totals)).toHaveLength(1);
  expect(reconcile(year, expected(1_000, 702), totals)).toEqual([]);
  expect(reconcile(year, expected(1_000, 700, 302), totals)).toEqual([
    "ICE FY2026, September 2026: the rows obligate $3.00, and the API adds up $3.02 (−$0.02 between them).",
  ]);
});

it("finds a month that only one side has", () => {
  const months = { "2025-10": 700, "2026-09": 300, "2026-08": 5 };
  expect(reconcile(year, { count: 3, sums: { year: 1_000, months } }, totals)).toEqual([
    "ICE FY2026, August 2026: the rows obligate $0.00, and the API adds up $0.05 (−$0.05 between them).",
  ]);
});

it("counts rows exactly, and names those that cannot be read or do not belong", () => {
  expect(reconcile(year, { ...expected(1_000), count: 4 }, totals)).toEqual([
    "ICE FY2026: 3 rows came, and the API counts 4.",
  ]);
  const damaged = { ...totals, rejected: 1, reason: "line 5 of a.csv: action_date is empty", foreign: 1 };
  expect(reconcile(year, { ...expected(1_000), count: 4 }, damaged)).toEqual([
    "ICE FY2026: 1 row cannot be read (line 5 of a.csv: action_date is empty).",
    "ICE FY2026: 1 row of another agency or year came with the answer.",
  ]);
});

it("expects no dollars where there are no rows", () => {
  const sums = { year: 100, months: { "2025-10": 100 } };
  expect(reconcile(year, { count: 0, sums }, null)).toHaveLength(2);
  expect(reconcile(year, { count: 0, sums: { year: 0, months: {} } }, null)).toEqual([]);
});
