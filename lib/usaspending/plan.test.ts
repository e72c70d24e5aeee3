import { describe, expect, it } from "vitest";
import { currentYears, fiscalMonth, halves, toptierOf } from "@/lib/usaspending/plan";

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

it("begins a fiscal year on 1 October", () => {
  expect(currentYears("2026-09-30")).toEqual([2025, 2026]);
  expect(currentYears("2026-10-01")).toEqual([2026, 2027]);
});

it("knows the department of DHS's parts alone", () => {
  expect(toptierOf("7014")).toBe("Department of Homeland Security");
  expect(toptierOf("7529")).toBeNull();
});
