import { expect, it } from "vitest";

import { narrow } from "@/lib/query/narrow";
import { defaults, href, type Query } from "@/lib/query/query";

const query = (patch: Partial<Query> = {}): Query => ({ ...defaults("contracts"), fy: [2026], ...patch });
const link = (narrowed: Query | null) => narrowed && href("/contracts", narrowed);

it("a bar opens the records of its group under the same filters", () => {
  expect(link(narrow(query(), "company", "palantir"))).toBe("/contracts?company=palantir&fy=2026");
  expect(link(narrow(query({ grouped: "no" }), "company", "CACI NSS, LLC"))).toBe(
    "/contracts?recipient=CACI+NSS%2C+LLC&grouped=no&fy=2026",
  );
  expect(link(narrow(query({ fy: [2025, 2026] }), "fiscal_year", "2025"))).toBe("/contracts?fy=2025");
});

it("a month is its days, within the requested window", () => {
  expect(link(narrow(query({ fy: [] }), "month", "2024-02"))).toBe(
    "/contracts?from=2024-02-01&to=2024-02-29",
  );
  expect(link(narrow(query({ fy: [], from: "2024-02-10", to: "2025-01-01" }), "month", "2024-02"))).toBe(
    "/contracts?from=2024-02-10&to=2024-02-29",
  );
});

it("a group without a key is a link only where a parameter can say so", () => {
  expect(narrow(query(), "recipient", null)).toBeNull();
  expect(link(narrow(query(), "vehicle", null))).toBe("/contracts?fy=2026&vehicle=unreported");
});

it("a calendar year is its days, within the requested window", () => {
  const all = query({ fy: [] });
  expect(link(narrow(all, "calendar_year", "2024"))).toBe("/contracts?from=2024-01-01&to=2024-12-31");
  const window = query({ fy: [], from: "2023-06-01", to: "2024-06-30" });
  expect(link(narrow(window, "calendar_year", "2024"))).toBe("/contracts?from=2024-01-01&to=2024-06-30");
  expect(link(narrow(window, "calendar_year", "2023"))).toBe("/contracts?from=2023-06-01&to=2023-12-31");
});

it("groups that are no companies keep their own filter where companies are not grouped", () => {
  expect(link(narrow(query({ grouped: "no" }), "office", "70CTD0"))).toBe(
    "/contracts?grouped=no&office=70CTD0&fy=2026",
  );
});
