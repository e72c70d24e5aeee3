import type { Route } from "next";
import { expect, it } from "vitest";

import { defaults } from "@/lib/query/query";
import { agencyRequest } from "@/lib/query/requests";

import { addressFor, yearsOf } from "./address";

const readYears = (text: string) => yearsOf(agencyRequest.read(new URLSearchParams(text)).value);

it("reads some fiscal years, all of them, or none", () => {
  expect(readYears("")).toBeUndefined();
  expect(readYears("fy=")).toBeUndefined();
  expect(readYears("fy=2025")).toEqual([2025]);
  expect(readYears("fy=ALL")).toEqual([]);
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
