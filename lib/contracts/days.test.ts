import { expect, it } from "vitest";

import {
  addMonths,
  daysBefore,
  fiscalYear,
  fiscalYearDays,
  formatDay,
  isDay,
  monthDays,
  yearBefore,
} from "@/lib/contracts/days";

it("knows which days exist", () => {
  expect(["2024-02-29", "2000-02-29", "2025-12-31"].every(isDay)).toBe(true);
  expect(
    ["2023-02-29", "1900-02-29", "2025-13-01", "2025-00-10", "2025-1-1", "", "2025-06-31"].some(isDay),
  ).toBe(false);
});

it("begins the fiscal year on 1 October", () => {
  expect(fiscalYear("2025-09-30")).toBe(2025);
  expect(fiscalYear("2025-10-01")).toBe(2026);
  expect(fiscalYearDays(2026)).toEqual({ from: "2025-10-01", to: "2026-09-30" });
});

it("counts on the calendar", () => {
  expect(monthDays("2024-02")).toEqual({ from: "2024-02-01", to: "2024-02-29" });
  expect(addMonths("2024-12", 1)).toBe("2025-01");
  expect(addMonths("2026-08", -23)).toBe("2024-09");
  expect(yearBefore("2024-02-29")).toBe("2023-02-28");
  expect(yearBefore("2026-08-20")).toBe("2025-08-20");
  expect(daysBefore("2026-03-05", 14)).toBe("2026-02-19");
  expect(daysBefore("2026-01-01", 1)).toBe("2025-12-31");
});

it("writes days without a clock", () => {
  expect(formatDay("2026-08-20")).toBe("20 August 2026");
});
