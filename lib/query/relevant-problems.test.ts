import { expect, it } from "vitest";

import type { KnownProblem } from "@/lib/contracts/known-problems";
import { parseQuery } from "@/lib/query/parse";
import { comparisonProblems, relevantProblems, snapshotProblems } from "@/lib/query/relevant-problems";

const problem = (id: string, limits: Partial<KnownProblem>): KnownProblem => ({
  id,
  severity: "notice",
  title: id,
  detail: "",
  agency: null,
  from: null,
  to: null,
  ...limits,
});
const problems = [
  problem("ice-2022", { agency: "7012", from: "2021-10-01", to: "2022-09-30" }),
  problem("cbp-2021", { agency: "7014", from: "2020-10-01", to: "2021-09-30" }),
  problem("since-2026", { from: "2025-10-01" }),
  problem("everywhere", {}),
];
const hidden = [
  problem("on-data", { applies: "data page" }),
  problem("late-ice", { applies: "same date", agency: "7012", from: "2025-10-01" }),
  problem("unkeyed", { applies: "no award key" }),
];

it("shows beside lists no problem that is for the data page or for comparisons", () => {
  const of = (text: string) => parseQuery(new URLSearchParams(text)).query;
  expect(relevantProblems(hidden, of("")).map(({ id }) => id)).toEqual(["unkeyed"]);
  expect(comparisonProblems(hidden, of("fy=2026")).map(({ id }) => id)).toEqual(["late-ice"]);
  expect(comparisonProblems(hidden, of("fy=2025"))).toEqual([]);
  expect(comparisonProblems(hidden, of("agency=7014"))).toEqual([]);
});

it.each([
  ["", ["ice-2022", "since-2026", "everywhere"]],
  ["agency=7014", ["cbp-2021", "since-2026", "everywhere"]],
  ["agency=7012&agency=7014", ["ice-2022", "cbp-2021", "since-2026", "everywhere"]],
  ["agency=9999", ["since-2026", "everywhere"]],
  ["fy=2022", ["ice-2022", "everywhere"]],
  ["fy=2024", ["everywhere"]],
  ["fy=2024&fy=2026", ["since-2026", "everywhere"]],
  ["to=2021-09-30", ["everywhere"]],
  ["to=2021-10-01", ["ice-2022", "everywhere"]],
  ["from=2022-09-30&to=2022-12-31", ["ice-2022", "everywhere"]],
  ["from=2022-10-01&to=2025-09-30", ["everywhere"]],
  ["fy=2022&fy=2023&from=2022-10-01", ["everywhere"]],
])("a view of %j touches %j", (text, expected) => {
  const { query } = parseQuery(new URLSearchParams(text));
  expect(relevantProblems(problems, query).map(({ id }) => id)).toEqual(expected);
});

it("has the problem of a category unless a view is of other categories", () => {
  const ofDetention = [problem("agreements", { category: "detention" })];
  const touched = (text: string) =>
    relevantProblems(ofDetention, parseQuery(new URLSearchParams(text)).query).length > 0;
  expect(
    ["", "category=detention", "category=medical&category=detention", "category=medical"].map(touched),
  ).toEqual([true, true, true, false]);
});

it("reports a snapshot only if another one is read", () => {
  const of = (text: string) => snapshotProblems(parseQuery(new URLSearchParams(text)).query, "aaaaaaaaaaaa");
  expect(of("")).toEqual([]);
  expect(of("snapshot=aaaaaaaaaaaa")).toEqual([]);
  expect(of("snapshot=bbbbbbbbbbbb")).toEqual([
    {
      name: "snapshot",
      detail: "must be the ID of a stored snapshot (listed on /data#snapshots)",
      values: ["bbbbbbbbbbbb"],
    },
  ]);
});
