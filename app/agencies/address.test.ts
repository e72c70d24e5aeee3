import type { Route } from "next";
import { expect, it } from "vitest";

import { defaults } from "@/lib/query/query";
import { agencyRequest } from "@/lib/query/requests";

import { addressFor, yearsOf } from "./address";

function readYears(text: string) {
  const { value, problems } = agencyRequest.read(new URLSearchParams(text));
  return { years: yearsOf(value), problems };
}

it("reads some fiscal years, all of them, or none", () => {
  expect(readYears("")).toEqual({ years: undefined, problems: [] });
  expect(readYears("fy=").years).toBeUndefined();
  expect(readYears("fy=2025").years).toEqual([2025]);
  expect(readYears("fy=FY2024&fy=2023").years).toEqual([2023, 2024]);
  expect(readYears("fy=ALL")).toEqual({ years: [], problems: [] });
});

it("reports invalid parameters, and filters that only lists have", () => {
  expect(readYears("fy=all&fy=2025&min=5&x=1")).toMatchObject({
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
