import { expect, it } from "vitest";

import { pagesOf } from "./page";
import type { ContractJson, GroupsAnswer, ListAnswer } from "./shapes";
import { cents, siteOf } from "./site";

const site = siteOf("bundled");

// The known figures are in lib/store/golden.test.ts; this is what HTTP adds to them.
it("list, groups and file state one figure", async () => {
  const query = "company=palantir&from=2025-01-01&to=2025-12-31";
  const answer = await site.json<ListAnswer>(`/api/contracts?${query}`);
  expect(answer.totals).toMatchObject({ net: 81098690.32, actions: 7, contracts: 1 });

  const { groups, rest } = await site.json<GroupsAnswer>(`/api/groups?by=company&top=5&${query}`);
  const parts = [...groups, ...(rest ? [rest] : [])];
  expect(parts.reduce((sum, { net }) => sum + cents(String(net)), 0)).toBe(81_098_690_32);

  const rows = await site.rows(`/contracts.csv?view=actions&${query}`);
  expect(rows).toHaveLength(7);
  const sum = rows.reduce((total, row) => total + cents(row.federal_action_obligation ?? ""), 0);
  expect(sum).toBe(81_098_690_32);
});

it("finds a contract by its key, its PIID in any case, and agency with PIID", async () => {
  const { contract } = await site.json<ContractJson>("/api/contracts/70CTD022FR0000170");
  for (const name of [contract.key, "7012-70CTD022FR0000170", "70ctd022fr0000170"]) {
    const same = await site.json<ContractJson>(`/api/contracts/${name}`);
    expect(same.contract.key, name).toBe(contract.key);
  }
});

it("reads another spelling of a company in the filter as that company", async () => {
  const { totals } = await site.json<ListAnswer>("/api/contracts?company=geo-group");
  expect(totals.actions).toBeGreaterThan(0);
  for (const spelling of ["the-geo-group", "GEO-Group-Inc"]) {
    const other = await site.json<ListAnswer>(`/api/contracts?company=${spelling}`);
    expect(other, spelling).toMatchObject({ totals, query: { company: ["geo-group"] } });
    const page = await pagesOf(site)(`/contracts?company=${spelling}`);
    expect(page.links("Remove Company: The GEO Group").count, spelling).toBe(1);
  }
});

it("defaults to ICE, and sums several agencies", async () => {
  const ice = await site.json<ListAnswer>("/api/contracts?fy=2025");
  const cbp = await site.json<ListAnswer>("/api/contracts?fy=2025&agency=7014");
  const both = await site.json<ListAnswer>("/api/contracts?fy=2025&agency=7012&agency=7014");
  expect(cbp.totals.net).toBe(10172214196.52);
  expect(both.totals.actions).toBe(ice.totals.actions + cbp.totals.actions);
  expect(cents(String(both.totals.net))).toBe(cents(String(ice.totals.net)) + cents(String(cbp.totals.net)));
});

it("treats an empty value as a missing parameter", async () => {
  for (const path of [
    "/api/contracts?foo=&by=&min=%20&size=1",
    "/api/contracts/70CTD022FR0000170?x=&snapshot=",
    "/api/groups?by=office&by=&top=%20",
    "/api/columns?x=",
    "/api/health?x=%20",
    "/api/export?format=%20&company=palantir",
  ]) {
    await site.text(path);
  }
});

it("accepts the ID of the current snapshot at every endpoint", async () => {
  const { snapshot } = await site.json<ListAnswer>("/api/contracts?size=1");
  for (const path of [
    "/api/contracts?size=1",
    "/api/contracts/70CTD022FR0000170?",
    "/api/groups?by=office",
    "/api/columns?",
    "/api/export?company=palantir",
  ]) {
    await site.text(`${path}&snapshot=${snapshot.id}`);
    await site.text(`${path}&snapshot=another`, 404);
  }
});

it("gives no rows for values that the records lack", async () => {
  for (const query of [
    "company=no-such-company",
    "agency=9999",
    "psc=NOTHING",
    "vehicle=X1",
    "brand=no-such-brand",
    "fy=1980",
    "page=999999",
  ]) {
    const answer = await site.json<ListAnswer>(`/api/contracts?${query}`);
    expect(answer.rows, query).toEqual([]);
  }
});

it("new splits a selection by whether its contracts were awarded in the period", async () => {
  const read = async (choice: string) => {
    const query = `office=70CTD0&fy=2025${choice}`;
    const { totals } = await site.json<ListAnswer>(`/api/contracts?${query}`);
    const rows = await site.rows(`/contracts.csv?view=actions&${query}`);
    const keysOf = (some: typeof rows) => new Set(some.map((row) => row.contract_award_unique_key));
    const awards = rows.filter((row) => /^0+$/.test(row.modification_number ?? ""));
    return { totals, contracts: keysOf(rows), awarded: keysOf(awards) };
  };
  const [all, yes, no] = await Promise.all(["", "&new=yes", "&new=no"].map(read));
  for (const name of ["net", "actions", "contracts"] as const) {
    const sum = cents(String(yes?.totals[name])) + cents(String(no?.totals[name]));
    expect(sum, name).toBe(cents(String(all?.totals[name])));
  }
  expect(yes?.contracts.size).toBeGreaterThan(0);
  expect(yes?.awarded).toEqual(yes?.contracts);
  expect(no?.contracts.size).toBeGreaterThan(0);
  expect(no?.awarded.size).toBe(0);
});

it("action_kind selects the actions that a contract's page calls so", async () => {
  const piid = "70CTD022FR0000170";
  const { actions } = await site.json<ContractJson>(`/api/contracts/${piid}`);
  const called = (kind: string) =>
    actions.flatMap((action) => (action.kind === kind ? action.modification_number : []));
  expect(called("option exercised").length).toBeGreaterThan(0);
  for (const kind of ["option exercised", "money taken back"]) {
    const parameter = kind.replaceAll(" ", "_");
    const rows = await site.rows(`/contracts.csv?view=actions&q=${piid}&action_kind=${parameter}`);
    const found = rows.filter((row) => row.award_id_piid === piid).map((row) => row.modification_number);
    expect(found.toSorted(), kind).toEqual(called(kind).toSorted());
  }
});

it("explains every column of a response in the dictionary", async () => {
  const { columns } = await site.json<{ columns: { view: string; name: string; help: string }[] }>(
    "/api/columns",
  );
  for (const view of ["contracts", "actions"]) {
    const { rows } = await site.json<ListAnswer>(`/api/contracts?view=${view}&size=1`);
    const explained = columns
      .filter((column) => column.view === view && column.help.length > 20)
      .map(({ name }) => name);
    expect(Object.keys(rows[0] ?? {}).toSorted(), view).toEqual(explained.toSorted());
    const dictionary = (await pagesOf(site)("/data")).named(`One row per ${view.slice(0, -1)}`);
    for (const name of explained) expect(dictionary.row(name).count, `${view}: ${name}`).toBe(1);
  }
});

it("reports the snapshot, its rows and its age in /api/health", async () => {
  const health = await site.json<{ snapshot: string; age_seconds: number }>("/api/health");
  expect(health).toMatchObject({ status: "ok", rows: 62_963 });
  expect(health.age_seconds).toBeGreaterThanOrEqual(0);
  const { snapshot } = await site.json<ListAnswer>("/api/contracts?size=1");
  expect(health.snapshot).toBe(snapshot.id);
});
