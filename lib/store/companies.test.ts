import { expect, it } from "vitest";

import type { CompanyList } from "@/lib/contracts/companies";
import { comparisonOf } from "@/lib/query/comparison";
import { change } from "@/lib/query/query";
import { companiesApiRequest } from "@/lib/query/requests";
import { companyHistories, listCompanies } from "@/lib/store/companies";
import { totals } from "@/lib/store/contracts";
import type { Store } from "@/lib/store/open";
import { beforeAllBundled } from "@/lib/store/testing/snapshot";

/** Figures counted by a program of its own over data/records, its equal rows taken once. */

let store: Store;
beforeAllBundled((bundled) => {
  store = bundled.store;
});

const read = (text = "") => companiesApiRequest.read(new URLSearchParams(text)).value;
const list = (text: string): Promise<CompanyList> => listCompanies(store, read(text));

it("lists every recipient as recorded, from the largest net", async () => {
  const { rows, totals } = await list("grouped=no");
  expect(rows).toHaveLength(2_384);
  expect(totals.companies).toBe(2_384);
  expect(rows.slice(0, 3).map(({ rank, name, net }) => [rank, name, net])).toEqual([
    [1, "THE GEO GROUP, INC.", 3_042_212_889_29],
    [2, "CSI AVIATION, INC", 2_295_200_898_08],
    [3, "B.I. INCORPORATED", 1_552_321_720_67],
  ]);
  expect((await list("grouped=no&fy=2026")).rows).toHaveLength(758);
});

it.each([
  "",
  "fy=2026",
  "agency=7014",
  "grouped=no&fy=2025",
  "name=geo",
  "name=a&grouped=no&agency=7012&agency=7014",
])("the rows of %s add up to the totals above them", async (text) => {
  const { rows, totals } = await list(text);
  for (const name of ["net", "added", "taken_back", "actions"] as const) {
    expect(rows.reduce((sum, row) => sum + row[name], 0)).toBe(totals[name]);
  }
  expect(rows.length).toBe(totals.companies);
});

it("a name is found in the company or in one of its recipients, and keeps its rank among all", async () => {
  const { rows, totals, all } = await list("name=west publishing");
  expect(rows.map(({ slug }) => slug)).toEqual(["thomson-reuters"]);
  const whole = await list("");
  expect(all).toBe(whole.rows.length);
  expect(rows[0]).toEqual(whole.rows.find(({ slug }) => slug === "thomson-reuters"));
  expect(rows[0]?.rank).toBeGreaterThan(1);
  expect(totals.net).toBe(rows[0]?.net);
  const recorded = await list("name=west publishing&grouped=no");
  expect(
    recorded.rows.map(({ name, net, actions, contracts, last_action }) => ({
      name,
      net,
      actions,
      contracts,
      last_action,
    })),
  ).toEqual([
    {
      name: "WEST PUBLISHING CORPORATION",
      net: 773_934_36,
      actions: 20,
      contracts: 9,
      last_action: "2025-08-15",
    },
  ]);
});

it("names the companies of a name that have no action in the selection", async () => {
  const { rows, without, totals } = await list("name=west publishing&fy=2019");
  expect({ rows, net: totals.net }).toEqual({ rows: [], net: 0 });
  expect(without).toEqual([{ slug: "thomson-reuters", name: "Thomson Reuters" }]);
  expect((await list("name=zzzzqq")).without).toEqual([]);
});

it("orders by name, last day and amounts, and runs through all of them", async () => {
  const names = (await list("grouped=no&sort=company")).rows.map(({ name }) => name);
  expect(names.slice(0, 3)).toEqual(["10GFEDSUPPLY, LLC", "11400 LLC", "22ND CENTURY TECHNOLOGIES, INC."]);
  expect(names.slice(-2)).toEqual(["ZNET TECH LLC", "ZOLL MEDICAL CORPORATION"]);
  expect((await list("grouped=no&sort=-company")).rows.map(({ name }) => name)).toEqual(names.toReversed());
  const days = (await list("sort=-last_action")).rows.map(({ last_action }) => last_action);
  expect(days).toEqual(days.toSorted().toReversed());
  const nets = (await list("sort=net")).rows.map(({ net }) => net);
  expect(nets).toEqual(nets.toSorted((one, other) => one - other));
});

it("histories to the same date add up to the selection through that day, which counts", async () => {
  const { query } = read();
  const comparison = comparisonOf(query, store.info);
  const { rows } = await listCompanies(store, read());
  const histories = await companyHistories(
    store,
    query,
    rows.map(({ id }) => id),
    comparison,
  );
  const earlier = [...histories.values()].map((history) => history.earlier);
  const sum = (name: "net" | "actions") => earlier.reduce((all, figure) => all + figure[name], 0);
  const to = comparison?.through?.earlier ?? "";
  const whole = await totals(store, change(query, { fy: [2025], to }));
  expect({ net: sum("net"), actions: sum("actions") }).toEqual({ net: whole.net, actions: whole.actions });
  const onTheDay = await totals(store, change(query, { from: to, to }));
  expect(onTheDay.net).not.toBe(0);
});

it("a company's history is of every fiscal year, and of two to the same date", async () => {
  for (const text of ["name=palantir", "name=palantir&fy=2026"]) {
    const { query } = read(text);
    const { rows } = await list(text);
    const ids = rows.map(({ id }) => id);
    const histories = await companyHistories(store, query, ids, comparisonOf(query, store.info));
    expect(histories.get(ids[0] ?? 0)).toEqual({
      years: [
        { year: 2021, net: 23_472_268_41, actions: 9 },
        { year: 2022, net: 29_688_989_93, actions: 7 },
        { year: 2023, net: 20_462_150_54, actions: 6 },
        { year: 2024, net: 20_406_303_80, actions: 4 },
        { year: 2025, net: 81_098_690_32, actions: 7 },
        { year: 2026, net: 143_510_020_10, actions: 6 },
      ],
      current: { net: 143_510_020_10, actions: 6 },
      earlier: { net: 29_882_735_00, actions: 4 },
    });
  }
});

it("a past fiscal year is compared with the whole one before it", async () => {
  const { query } = read("fy=2024");
  const [csi] = (await list("name=csi aviation")).rows;
  const histories = await companyHistories(store, query, [csi?.id ?? 0], comparisonOf(query, store.info));
  const { current, earlier } = histories.get(csi?.id ?? 0) ?? {};
  expect({ current, earlier }).toEqual({
    current: { net: 344_456_145_66, actions: 18 },
    earlier: { net: 148_631_399_72, actions: 8 },
  });
});
