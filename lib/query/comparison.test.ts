import { expect, it } from "vitest";

import { comparisonOf } from "@/lib/query/comparison";
import { parseQuery } from "@/lib/query/parse";
import { href } from "@/lib/query/query";

const records = { data_from: "2020-10-01", data_through: "2026-08-20" };
const compared = (text: string, of = records) => {
  const found = comparisonOf(parseQuery(new URLSearchParams(text)).query, of);
  return found && [href("", found.current), href("", found.earlier)];
};

it("compares a fiscal year with the one before it, to the same date", () => {
  expect(compared("")).toEqual(["?fy=2026", "?from=2024-10-01&to=2025-08-20"]);
  expect(compared("fy=2026&agency=7014")).toEqual([
    "?agency=7014&fy=2026",
    "?agency=7014&from=2024-10-01&to=2025-08-20",
  ]);
  expect(compared("fy=2025")).toEqual(["?fy=2025", "?fy=2024"]);
  expect(compared("", { ...records, data_through: "2026-09-30" })).toEqual(["?fy=2026", "?fy=2025"]);
});

it("compares nothing with a year that the records do not reach, nor several at once", () => {
  expect(compared("fy=2021")).toBeNull();
  expect(compared("fy=2027")).toBeNull();
  expect(compared("fy=2024&fy=2025")).toBeNull();
});
