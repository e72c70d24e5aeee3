import { expect, it } from "vitest";

import {
  chartedGroups,
  comparedPeriods,
  comparisonChoices,
  comparisonOf,
  isChosenOnly,
  periodText,
} from "@/lib/query/comparison";
import { parseQuery } from "@/lib/query/parse";
import { everyRowOf, href } from "@/lib/query/query";

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

const read = (text: string) => {
  const { query, problems } = parseQuery(new URLSearchParams(text));
  return { query, problems };
};
const periods = (text: string, of = records) => {
  const { query, problems } = read(text);
  expect(problems).toEqual([]);
  const found = comparedPeriods(query, of);
  return typeof found === "string" ? found : `${periodText(found.earlierDays)} | ${periodText(found.days)}`;
};

it.each([
  // A year to date, on the same dates; a whole year, a half and a February whole.
  ["fy=2026&vs=year-earlier", "Oct. 1, 2024 – Aug. 20, 2025 | Oct. 1, 2025 – Aug. 20, 2026"],
  ["fy=2025&vs=year-earlier", "Oct. 1, 2023 – Sept. 30, 2024 | Oct. 1, 2024 – Sept. 30, 2025"],
  ["fy=2025&vs=previous", "Oct. 1, 2023 – Sept. 30, 2024 | Oct. 1, 2024 – Sept. 30, 2025"],
  [
    "from=2025-07-01&to=2025-12-31&vs=previous",
    "Jan. 1, 2025 – June 30, 2025 | July 1, 2025 – Dec. 31, 2025",
  ],
  [
    "from=2025-02-01&to=2025-02-28&vs=year-earlier",
    "Feb. 1, 2024 – Feb. 29, 2024 | Feb. 1, 2025 – Feb. 28, 2025",
  ],
  ["from=2024-02-29&to=2024-02-29&vs=year-earlier", "Feb. 28, 2023 | Feb. 29, 2024"],
  [
    "from=2026-01-11&to=2026-01-20&vs=previous",
    "Jan. 1, 2026 – Jan. 10, 2026 | Jan. 11, 2026 – Jan. 20, 2026",
  ],
  ["fy=2024&fy=2025&vs=previous", "Oct. 1, 2021 – Sept. 30, 2023 | Oct. 1, 2023 – Sept. 30, 2025"],
  ["fy=2026&vs=2024-10-01..2025-03-31", "Oct. 1, 2024 – March 31, 2025 | Oct. 1, 2025 – Aug. 20, 2026"],
  // The two fields of a form.
  ["fy=2026&vs=2024-10-01&vs=2025-03-31", "Oct. 1, 2024 – March 31, 2025 | Oct. 1, 2025 – Aug. 20, 2026"],
])("finds the periods of %s", (text, expected) => {
  expect(periods(text)).toBe(expected);
});

it.each([
  ["fy=2022&fy=2025&vs=previous", "Only fiscal years in a row"],
  ["fy=2030&vs=previous", "These records do not reach this period"],
  ["fy=2021&vs=previous", "The records begin on Oct. 1, 2020, after Oct. 1, 2019 – Sept. 30, 2020"],
  ["fy=2021&vs=2021-01-01..2021-02-01", "must begin before Oct. 1, 2020"],
])("says why %s cannot be compared", (text, expected) => {
  expect(periods(text)).toContain(expected);
});

it("notes periods that overlap, and one that the records have a part of", () => {
  const notes = (text: string) => {
    const found = comparedPeriods(read(text).query, records);
    return typeof found === "string" ? found : found.notes;
  };
  expect(notes("fy=2026&vs=year-earlier")).toEqual([]);
  expect(notes("fy=2026&vs=2025-01-01..2025-10-01")).toEqual([
    "The two periods overlap, so some actions are in both.",
  ]);
  expect(notes("fy=2022&vs=2020-09-01..2021-09-01")).toEqual([
    "The records begin on Oct. 1, 2020, within the earlier period.",
  ]);
});

it.each([
  "vs=yesterday",
  "vs=2024-10-01",
  "vs=2024-10-01..2024-09-01",
  "vs=2024-10-01..2024-13-01",
  "vs=previous&vs=previous",
])("refuses %s", (text) => {
  const { query, problems } = read(text);
  expect(problems.map(({ name }) => name)).toEqual(["vs"]);
  expect(query.vs).toBeNull();
});

it("compares chosen brands and facilities, and not the facilities of a state", () => {
  const groups = ["aws", "azure", null].map((key) => ({ key }));
  const charted = (text: string) => chartedGroups(groups, read(text).query, "brand").map(({ key }) => key);
  expect(charted("brand=azure&brand=cisco")).toEqual(["azure"]);
  expect(charted("")).toEqual(["aws", "azure"]);
  expect(chartedGroups(groups, read("brand=azure").query, "office")).toBe(groups);
  const isAlone = (text: string) => isChosenOnly(read(text).query, "place");
  expect(isAlone("place=eloy&place=otay-mesa-detention-center")).toBe(true);
  expect(isAlone("place=AZ&place=CA")).toBe(false);
});

it("keeps the period in the address, and out of files of rows", () => {
  const { query } = read("fy=2026&vs=2024-10-01&vs=2025-03-31&others=yes&show=office");
  expect(href("/contracts", query)).toBe(
    "/contracts?fy=2026&show=office&others=yes&vs=2024-10-01..2025-03-31",
  );
  expect(href("/contracts.csv", everyRowOf(query))).toBe("/contracts.csv?fy=2026");
});

it("offers comparisons from the newest day of the records, never from the clock", () => {
  const offered = (text: string, of = records) =>
    comparisonChoices(read(text).query, of).map(({ label, query }) => `${label}: ${href("", query)}`);
  expect(offered("company=palantir")).toEqual([
    "FY2026 so far and the same dates of FY2025: ?company=palantir&fy=2026&vs=year-earlier",
    "FY2025 and FY2024: ?company=palantir&fy=2025&vs=year-earlier",
    "The last 12 months and the 12 before: ?company=palantir&from=2025-08-21&to=2026-08-20&vs=year-earlier",
  ]);
  expect(offered("", { ...records, data_through: "2026-09-30" })).toEqual([
    "FY2026 and FY2025: ?fy=2026&vs=year-earlier",
  ]);
  expect(offered("fy=2026")).toEqual([
    "The same dates a year earlier: ?fy=2026&vs=year-earlier",
    "The period before: ?fy=2026&vs=previous",
  ]);
  expect(offered("fy=2025")).toEqual(["The same dates a year earlier: ?fy=2025&vs=year-earlier"]);
  expect(offered("fy=2021")).toEqual([]);
});
