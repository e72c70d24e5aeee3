import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  addMonths,
  ageInWords,
  dayNumber,
  dayOfNumber,
  daysAfter,
  daysBefore,
  firstDay,
  fiscalYear,
  fiscalYearDays,
  formatDay,
  formatMonth,
  formatSince,
  isDay,
  monthDays,
  yearBefore,
} from "@/lib/contracts/days";

it("says how old records are from the fifteenth day on", () => {
  const through = "2026-08-20";
  expect(ageInWords(through, "2026-09-03")).toBeNull();
  expect(ageInWords(through, "2026-09-04")).toBe("15 days old");
  expect(ageInWords(through, "2026-11-30")).toBe("102 days old");
  expect(ageInWords(through, "2029-11-30")).toBe("1,198 days old");
  expect(ageInWords(through, "2026-01-01")).toBeNull();
});

it("knows which days exist", () => {
  expect(["2024-02-29", "2000-02-29", "2025-12-31", "0001-01-01"].every(isDay)).toBe(true);
  expect(
    [
      "2023-02-29",
      "1900-02-29",
      "2025-13-01",
      "2025-00-10",
      "2025-1-1",
      "",
      "2025-06-31",
      "2025-06-00",
      "0000-01-01",
      "12025-06-01",
      "2025-06-011",
    ].filter(isDay),
  ).toEqual([]);
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
  expect(daysBefore("2026-03-15", 14)).toBe("2026-03-01");
  expect(yearBefore("2025-02-28")).toBe("2024-02-28");
  expect(fiscalYearDays(800)).toEqual({ from: "0799-10-01", to: "800-09-30" });
});

it("counts days after another across months and years, as before another backwards", () => {
  expect(daysAfter("2026-02-19", 14)).toBe("2026-03-05");
  expect(daysAfter("2025-12-31", 1)).toBe("2026-01-01");
  expect(daysAfter("2026-01-30", 1)).toBe("2026-01-31");
  expect(daysAfter("2024-02-28", 1)).toBe("2024-02-29");
  for (const count of [0, 1, 27, 59, 365, 400]) {
    expect(daysAfter(daysBefore("2026-08-20", count), count), `${count}`).toBe("2026-08-20");
  }
});

it("writes days without a clock", () => {
  expect(formatDay("2026-08-20")).toBe("Aug. 20, 2026");
  expect(formatDay("2026-08-02")).toBe("Aug. 2, 2026");
  expect(formatMonth("2026-12")).toBe("December 2026");
  expect(formatMonth("2026-12", "short")).toBe("Dec 2026");
});

describe("a day, a month or a year", () => {
  it.each([
    ["2022-09-12", "2022-09-12", "Sept. 12, 2022"],
    ["2023-07", "2023-07-01", "July 2023"],
    ["2021", "2021-01-01", "2021"],
  ])("%s begins on %s and is written %s", (text, first, written) => {
    expect(firstDay(text)).toBe(first);
    expect(formatSince(text)).toBe(written);
  });

  it.each(["", "22", "2022-9", "2022-13", "2022-02-30", "2022-09-12T00:00", "July 2023"])(
    "is not %j",
    (text) => {
      expect(firstDay(text)).toBeNull();
    },
  );
});

describe("dayNumber", () => {
  it("counts from Jan. 1, 1970", () => {
    expect(["1969-12-31", "1970-01-01", "2000-02-29", "2000-03-01", "2026-08-20"].map(dayNumber)).toEqual([
      -1, 0, 11_016, 11_017, 20_685,
    ]);
  });

  it("counts as a JavaScript Date in UTC does, and is turned back into the day", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          expect(dayNumber(day)).toBe(Math.floor(date.getTime() / 86_400_000));
          expect(dayOfNumber(dayNumber(day))).toBe(day);
        },
      ),
    );
  });
});
