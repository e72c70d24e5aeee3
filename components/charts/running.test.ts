import { describe, expect, it } from "vitest";

import { type Step, stepDays, stepFrame } from "@/components/charts/running";
import { dayNumber } from "@/lib/contracts/days";

const step = (day: string, amount: number, total: number): Step => ({
  day,
  modification: "P00001",
  kind: "money added",
  amount,
  total,
});

describe("a running total", () => {
  const days = stepDays([
    step("2024-02-28", 500, 500),
    step("2024-03-01", 300, 800),
    step("2024-03-01", -900, -100),
    step("2025-03-01", 0, -100),
  ]);

  it("ends each day with the day's last total", () => {
    expect(days.map(({ day, change, total, steps }) => [day, change, total, steps.length])).toEqual([
      ["2024-02-28", 500, 500, 1],
      ["2024-03-01", -600, -100, 2],
      ["2025-03-01", 0, -100, 1],
    ]);
  });

  it("places days by the calendar, a leap day between two", () => {
    expect((days[1]?.at ?? 0) - (days[0]?.at ?? 0)).toBe(2);
    expect((days[2]?.at ?? 0) - (days[1]?.at ?? 0)).toBe(365);
  });

  it("has space around its days, and names months inside", () => {
    const { from, to, months } = stepFrame(days);
    expect(from).toBeLessThan(days[0]?.at ?? 0);
    expect(to).toBeGreaterThan(days[2]?.at ?? 0);
    for (const { month } of months) {
      expect(dayNumber(`${month}-01`)).toBeGreaterThanOrEqual(from);
      expect(dayNumber(`${month}-01`)).toBeLessThanOrEqual(to);
    }
    expect(months.length).toBeGreaterThan(3);
  });
});
