import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumber, dayOfNumber } from "@/lib/contracts/day-number";
import { daysBefore } from "@/lib/contracts/days";

describe("dayNumber", () => {
  it("counts from 1 January 1970", () => {
    expect(["1969-12-31", "1970-01-01", "2000-02-29", "2000-03-01", "2026-08-20"].map(dayNumber)).toEqual([
      -1, 0, 11_016, 11_017, 20_685,
    ]);
  });

  it("agrees with counting back on the calendar", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9000 }), (count) => {
        expect(dayNumber("2026-08-20") - dayNumber(daysBefore("2026-08-20", count))).toBe(count);
      }),
    );
  });

  it("is turned back into the day", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          expect(dayOfNumber(dayNumber(day))).toBe(day);
        },
      ),
    );
  });
});
