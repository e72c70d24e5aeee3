import { describe, expect, it } from "vitest";
import { currentYears, departmentOf, fiscalMonth, halves, variants, varyTypes } from "@/lib/usaspending/plan";

describe("halves", () => {
  it("cut days in two that touch and do not overlap", () => {
    expect(halves({ from: "2025-10-01", to: "2025-10-05" })).toEqual([
      { from: "2025-10-01", to: "2025-10-03" },
      { from: "2025-10-04", to: "2025-10-05" },
    ]);
    expect(halves({ from: "2026-02-28", to: "2026-03-01" })).toEqual([
      { from: "2026-02-28", to: "2026-02-28" },
      { from: "2026-03-01", to: "2026-03-01" },
    ]);
  });

  it("cannot cut a day", () => {
    expect(halves({ from: "2025-10-01", to: "2025-10-01" })).toBeNull();
  });
});

it("counts the API's months from October", () => {
  expect([1, 3, 4, 12].map((month) => fiscalMonth(2026, month))).toEqual([
    "2025-10",
    "2025-12",
    "2026-01",
    "2026-09",
  ]);
});

it("takes the fiscal year that began on 1 October and the two before it", () => {
  expect(currentYears("2026-09-30")).toEqual([2024, 2026]);
  expect(currentYears("2026-10-01")).toEqual([2025, 2027]);
});

it("knows the department of DHS's parts alone", () => {
  expect(departmentOf("7014")).toMatchObject({ name: "Department of Homeland Security", id: 63 });
  expect(departmentOf("7529")).toBeNull();
});

it("names the same award types in another way in each variant, whatever their order", () => {
  const all = ["A", "B", "C", "D"];
  const orders = Array.from({ length: variants }, (_, variant) => varyTypes(all, variant));
  expect(orders[0]).toEqual(all);
  expect(new Set(orders.map((types) => [...types].sort().join(""))).size).toBe(variants);
  for (const types of orders) expect([...new Set(types)].sort()).toEqual(all);
  expect([0, 1, 2].map((variant) => varyTypes(["C"], variant))).toEqual([["C"], ["C", "C"], ["C", "C", "C"]]);
});
