import { expect, it } from "vitest";
import { parseQuery } from "@/lib/query/parse";
import {
  boundsSelectedSums,
  change,
  everyRowOf,
  href,
  isSet,
  picksActions,
  picksOnlyTime,
  type Query,
  selectionOf,
  without,
  withoutFilters,
} from "@/lib/query/query";

const read = (text: string) => parseQuery(new URLSearchParams(text)).query;
const written = (query: Query) => href("/contracts", query);

it("knows which filters leave out some actions of a contract", () => {
  for (const text of ["q=a", "company=palantir", "fy=2025", "from=2025-01-01", "to=2025-01-01", "sign=neg"]) {
    expect(picksActions(read(text)), text).toBe(true);
  }
  for (const text of [
    "",
    "agency=7014",
    "office=70CTD0",
    "vehicle=none",
    "min=1m&amount=period",
    "amount=action",
  ]) {
    expect(picksActions(read(text)), text).toBe(false);
  }
  expect(picksActions(read("min=1m&amount=action"))).toBe(true);
  expect(picksActions(read("grouped=owned"))).toBe(true);
  expect(picksOnlyTime(read("fy=2025&grouped=owned"))).toBe(false);
});

it("knows when time alone leaves actions out", () => {
  expect(picksOnlyTime(read("fy=2025&office=70CTD0"))).toBe(true);
  expect(picksOnlyTime(read("from=2025-01-01&to=2025-12-31"))).toBe(true);
  expect(picksOnlyTime(read("fy=2025&company=palantir"))).toBe(false);
  expect(picksOnlyTime(read("office=70CTD0"))).toBe(false);
});

it("knows when contracts are in by the sum of their selected actions", () => {
  expect(boundsSelectedSums(read("min=1m"))).toBe(true);
  expect(boundsSelectedSums(read(""))).toBe(false);
  expect(boundsSelectedSums(read("max=1m&amount=in_records"))).toBe(false);
});

it("drops what another view lacks, and keeps what it has", () => {
  const contracts = read("sort=-company&cols=company&cols=net&amount=in_records&page=3");
  const actions = change(contracts, { view: "actions" });
  expect(actions).toMatchObject({ page: 1, sort: "-company", cols: ["company"], amount: "action" });
  expect(change(read("sort=-in_records"), { view: "actions" }).sort).toBe("-action_date");
  expect(change(read("min=1m&amount=in_records"), { view: "actions" }).amount).toBe("in_records");
  expect(change(contracts, { fy: [2025] })).toMatchObject({
    page: 1,
    sort: "-company",
    cols: ["company", "net"],
  });
});

it("takes away one value of a filter, or all of it; an agency is never empty", () => {
  const query = read("fy=2024&fy=2025&company=palantir&agency=7012&agency=7014&q=case&page=4");
  expect(without(query, "fy", "2024")).toMatchObject({ fy: [2025], page: 1 });
  expect(without(query, "fy").fy).toEqual([]);
  expect(without(query, "company", "palantir").company).toEqual([]);
  expect(without(query, "q", "case").q).toBe("");
  expect(without(query, "agency", "7012").agency).toEqual(["7014"]);
  expect(without(without(query, "agency", "7012"), "agency", "7014").agency).toEqual(["7012"]);
  expect(written(withoutFilters(query, ["fy", "q"]))).toBe(
    "/contracts?company=palantir&agency=7012&agency=7014",
  );
  expect(written(withoutFilters(query))).toBe("/contracts");
});

it("keeps order and columns for a file, and the filters alone for a selection", () => {
  const query = read("company=palantir&sort=-company&cols=net&page=2&size=25&show=month");
  expect(written(everyRowOf(query))).toBe("/contracts?company=palantir&sort=-company&cols=net");
  expect(written(selectionOf(query))).toBe("/contracts?company=palantir");
});

it("a list is another one when it is longer or has other values", () => {
  expect(isSet(read("agency=7012&agency=7014"), "agency")).toBe(true);
  expect(isSet(read("agency=7014"), "agency")).toBe(true);
  expect(isSet(read("agency=7012"), "agency")).toBe(false);
});
