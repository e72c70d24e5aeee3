import { expect, it } from "vitest";

import { queryOfGroup } from "@/lib/query/group-query";
import { defaults, href, type Query } from "@/lib/query/query";

const query = (patch: Partial<Query> = {}): Query => ({ ...defaults("contracts"), fy: [2026], ...patch });
const link = (narrowed: Query | null) => narrowed && href("/contracts", narrowed);

it("a bar opens the records of its group under the same filters", () => {
  expect(link(queryOfGroup(query(), "company", "palantir"))).toBe("/contracts?company=palantir&fy=2026");
  expect(link(queryOfGroup(query({ grouped: "no" }), "company", "CACI NSS, LLC"))).toBe(
    "/contracts?recipient=CACI+NSS%2C+LLC&grouped=no&fy=2026",
  );
  expect(link(queryOfGroup(query({ fy: [2025, 2026] }), "fiscal_year", "2025"))).toBe("/contracts?fy=2025");
});

it("a month is its days, within the requested window", () => {
  expect(link(queryOfGroup(query({ fy: [] }), "month", "2024-02"))).toBe(
    "/contracts?from=2024-02-01&to=2024-02-29",
  );
  expect(
    link(queryOfGroup(query({ fy: [], from: "2024-02-10", to: "2025-01-01" }), "month", "2024-02")),
  ).toBe("/contracts?from=2024-02-10&to=2024-02-29");
});

it("a group without a key is a link only if a parameter can select it", () => {
  expect(queryOfGroup(query(), "recipient", null)).toBeNull();
  expect(link(queryOfGroup(query(), "vehicle", null))).toBe("/contracts?fy=2026&vehicle=unreported");
});

it("a calendar year is its days, within the requested window", () => {
  const all = query({ fy: [] });
  expect(link(queryOfGroup(all, "calendar_year", "2024"))).toBe("/contracts?from=2024-01-01&to=2024-12-31");
  const window = query({ fy: [], from: "2023-06-01", to: "2024-06-30" });
  expect(link(queryOfGroup(window, "calendar_year", "2024"))).toBe(
    "/contracts?from=2024-01-01&to=2024-06-30",
  );
  expect(link(queryOfGroup(window, "calendar_year", "2023"))).toBe(
    "/contracts?from=2023-06-01&to=2023-12-31",
  );
});

it("other groups than companies keep their own filter when companies are not grouped", () => {
  expect(link(queryOfGroup(query({ grouped: "no" }), "office", "70CTD0"))).toBe(
    "/contracts?grouped=no&office=70CTD0&fy=2026",
  );
});
