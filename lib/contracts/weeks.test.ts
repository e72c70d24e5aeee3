import { expect, it } from "vitest";
import { daysAfter } from "./days";
import { weekDays, weekOf, weekText, wholeWeeks } from "./weeks";

it("knows the ISO week of days around a new year", () => {
  const weeks = {
    "2020-12-31": "2020-W53",
    "2021-01-03": "2020-W53",
    "2021-01-04": "2021-W01",
    "2024-12-30": "2025-W01",
    "2026-08-10": "2026-W33",
    "2026-08-16": "2026-W33",
    "2026-08-20": "2026-W34",
    "1969-12-29": "1970-W01",
  };
  expect(Object.fromEntries(Object.keys(weeks).map((day) => [day, weekOf(day)]))).toEqual(weeks);
});

it("gives a week its seven days, and no days to what is no week", () => {
  expect(weekDays("2026-W33")).toEqual({ from: "2026-08-10", to: "2026-08-16" });
  for (let day = "2019-12-20"; day < "2027-01-20"; day = daysAfter(day, 1)) {
    const { from = "", to = "" } = weekDays(weekOf(day)) ?? {};
    expect(from <= day && day <= to && daysAfter(from, 6) === to, day).toBe(true);
  }
  for (const text of ["2025-W53", "2026-W00", "2026-W54", "2026-w33", "0000-W01", "2026-33", "2026-W033"])
    expect(weekDays(text), text).toBeNull();
});

it("writes the days of a week once", () => {
  expect(
    ["2026-W33", "2026-W31", "2026-W01"].map((week) => weekText(weekDays(week) ?? { from: "", to: "" })),
  ).toEqual(["Aug. 10–16, 2026", "July 27 – Aug. 2, 2026", "Dec. 29, 2025 – Jan. 4, 2026"]);
});

it("lists whole weeks only", () => {
  const records = { data_from: "2026-08-01", data_through: "2026-08-20" };
  expect(wholeWeeks(records, 9)).toEqual(["2026-W33", "2026-W32"]);
  expect(wholeWeeks({ ...records, data_through: "2026-08-23" }, 1)).toEqual(["2026-W34"]);
});
