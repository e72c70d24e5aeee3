import { expect, it } from "vitest";

import type { Totals } from "./shapes";
import { refused, siteOf } from "./site";

const site = siteOf("bundled");

it("lists agencies with their figures, offices and years", async () => {
  const list = await site.json<{
    query: { agency: string[] };
    totals: Totals;
    rows: { code: string; totals: Totals }[];
  }>("/api/agencies?fy=2026");
  expect(list.query.agency).toEqual(["7012", "7014"]);
  expect(Object.keys(list.totals)).toEqual([
    "net",
    "added",
    "taken_back",
    "actions",
    "contracts",
    "companies",
  ]);
  expect(list.rows.map(({ code, totals }) => [code, totals.net])).toEqual([
    ["7014", 33488574630.94],
    ["7012", 6770140465.18],
  ]);
  expect(list.totals.net).toBe(40258715096.12);
  const ice = await site.json<{ totals: Totals; offices: object[]; years: object[] }>(
    "/api/agencies/7012?grouped=no",
  );
  expect(ice).toMatchObject({ code: "7012", name: "U.S. Immigration and Customs Enforcement" });
  expect(ice.totals.net).toBe(22474332130.39);
  expect(ice.offices[0]).toEqual({
    code: "70CDCR",
    name: "Detention Compliance and Removals",
    totals: {
      net: 15487129226.99,
      added: 15915542962.16,
      taken_back: -428413735.17,
      actions: 4973,
      contracts: 1170,
      companies: 486,
    },
  });
  expect(ice.years[0]).toMatchObject({ fiscal_year: 2021, totals: { net: 2531913298.35, actions: 5295 } });
});

it("names what the agency endpoints cannot answer", async () => {
  for (const { path, status, names } of [
    { path: "/api/agencies?color=blue", status: 400, names: ["color"] },
    { path: "/api/agencies/7012?agency=7014&min=x", status: 400, names: ["min", "agency"] },
    { path: "/api/agencies/9999", status: 404, names: undefined },
    { path: "/api/agencies/7012/offices", status: 404, names: undefined },
    { path: "/api/agencies?snapshot=other", status: 404, names: ["snapshot"] },
  ]) {
    const response = await site.fetch(path);
    expect(response.status, path).toBe(status);
    expect(await refused(response), path).toEqual(names);
  }
});
