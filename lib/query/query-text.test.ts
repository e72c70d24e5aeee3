import { expect, it } from "vitest";

import { parseQuery } from "@/lib/query/parse";
import { href } from "@/lib/query/query";
import { filterTexts, selectionName, windowText } from "@/lib/query/query-text";

it("says each value of each filter, with the query without it", () => {
  const { query } = parseQuery(
    new URLSearchParams(
      "q=guard&company=palantir&fy=2024&fy=2025&from=2024-02-29&max=-0.01&amount=action&vehicle=none",
    ),
  );
  const words = filterTexts(query, { company: { palantir: "Palantir" } });
  expect(words.map(({ label, value }) => `${label}: ${value}`)).toEqual([
    "Words: guard",
    "Company: Palantir",
    "Fiscal year: FY2024",
    "Fiscal year: FY2025",
    "From: Feb. 29, 2024",
    "At most: −$0.01 (per action)",
    "Vehicle: None",
  ]);
  expect(href("/contracts", words[2]?.removed ?? query)).toBe(
    "/contracts?q=guard&company=palantir&fy=2025&from=2024-02-29&max=-0.01&amount=action&vehicle=none",
  );
});

it("says nothing of a query without filters", () => {
  expect(filterTexts(parseQuery(new URLSearchParams("show=month&grouped=no")).query, {})).toEqual([]);
});

it("names a selection by its agencies and its filters", () => {
  const read = (text: string) => parseQuery(new URLSearchParams(text)).query;
  expect(selectionName(read(""), {})).toBe("ICE");
  expect(
    selectionName(read("agency=7012&agency=7014&company=palantir&fy=2025"), {
      company: { palantir: "Palantir" },
    }),
  ).toBe("ICE and CBP, company Palantir, fiscal year FY2025");
});

it.each([
  ["", "Oct. 1, 2020 – Aug. 20, 2026"],
  ["fy=2024&fy=2025", "FY2024, FY2025"],
  ["fy=2026", "FY2026 through Aug. 20, 2026"],
  ["from=2025-01-20", "Jan. 20, 2025 – Aug. 20, 2026"],
  ["from=2030-01-01", "since Jan. 1, 2030"],
  ["to=2015-12-31", "through Dec. 31, 2015"],
  ["fy=2025&to=2025-03-31", "FY2025 within Oct. 1, 2020 – March 31, 2025"],
])("says the window of %s", (params, words) => {
  const { query } = parseQuery(new URLSearchParams(params));
  expect(windowText(query, "2020-10-01", "2026-08-20")).toBe(words);
});
