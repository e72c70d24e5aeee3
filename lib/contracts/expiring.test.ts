import { expect, it } from "vitest";

import { washingtonDay } from "@/lib/contracts/days";
import { dayFault, optionsNotUsed } from "@/lib/contracts/expiring";

const days = [
  { day: "2026-12-31", start: "2025-10-01", fault: null },
  { day: "2025-10-01", start: "2025-10-01", fault: null },
  { day: "2025-09-30", start: "2025-10-01", fault: "before the start" },
  { day: "3017-12-31", start: "2017-01-01", fault: "year" },
  { day: "2100-01-01", start: null, fault: "year" },
  { day: "2099-12-31", start: null, fault: null },
  { day: "1977-12-31", start: null, fault: "year" },
  { day: "2026-12-31", start: null, fault: null },
  // What is wrong here is the start.
  { day: "2026-12-31", start: "3017-01-01", fault: null },
];

it.each(days)("$day after a start of $start: $fault", ({ day, start, fault }) => {
  expect(dayFault(day, start)).toBe(fault);
});

it("says what options would add, or why that is unknown", () => {
  expect(optionsNotUsed({ current_value: 100, potential_value: 350 })).toEqual({ cents: 250 });
  expect(optionsNotUsed({ current_value: 100, potential_value: 100 })).toEqual({ cents: 0 });
  expect(optionsNotUsed({ current_value: 100, potential_value: 50 })).toEqual({
    why: "The potential value is recorded below the current value.",
  });
  expect(optionsNotUsed({ current_value: null, potential_value: 50 })).toEqual({
    why: "The current value is not reported.",
  });
  expect(optionsNotUsed({ current_value: 0 })).toEqual({ why: "The potential value is not reported." });
});

it("is the day in Washington, whatever the zone of the server", () => {
  expect(washingtonDay(new Date("2026-11-26T04:59:59Z"))).toBe("2026-11-25");
  expect(washingtonDay(new Date("2026-11-26T05:00:00Z"))).toBe("2026-11-26");
  expect(washingtonDay(new Date("2026-07-01T04:00:00Z"))).toBe("2026-07-01");
});
