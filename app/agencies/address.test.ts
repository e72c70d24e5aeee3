import type { Route } from "next";
import { expect, it } from "vitest";

import { defaults } from "@/lib/query/query";

import { addressFor, readAsked } from "./address";

const years = (fy: string | string[]) => readAsked({ fy }).years;

it("reads fiscal years, all of them, or none", () => {
  expect(readAsked({})).toMatchObject({ years: undefined, problems: [] });
  expect(years("")).toBeUndefined();
  expect(years("2025")).toEqual([2025]);
  expect(years(["FY2024", "2023"])).toEqual([2023, 2024]);
  expect(readAsked({ fy: "ALL" })).toMatchObject({ years: [], problems: [] });
});

it("names what it cannot read, and what only lists read", () => {
  expect(readAsked({ fy: ["all", "2025"], min: "5", x: "1" })).toMatchObject({
    years: [2025],
    problems: [{ name: "x" }, { name: "fy", values: ["all"] }, { name: "min", values: ["5"] }],
  });
});

it("writes what it reads, without defaults", () => {
  const path = "/agencies/7012" as Route;
  const query = defaults("contracts");
  const recorded = { ...query, grouped: "no" as const };
  expect(addressFor(path, query, undefined)).toBe("/agencies/7012");
  expect(addressFor(path, query, [2025])).toBe("/agencies/7012?fy=2025");
  expect(addressFor(path, query, [])).toBe("/agencies/7012?fy=all");
  expect(addressFor(path, recorded, [])).toBe("/agencies/7012?grouped=no&fy=all");
});
