import { expect, it } from "vitest";

import { formatCount, formatMoney } from "@/lib/contracts/money";
import { parseQuery } from "@/lib/query/parse";
import { raw } from "@/lib/sql/fragments";
import type { Store } from "@/lib/store/open";
import { problemsOf } from "@/lib/store/problems";
import { storedLeftOut } from "@/lib/store/report";
import { beforeAllBundled } from "@/lib/store/testing/snapshot";

let store: Store;
beforeAllBundled((bundled) => {
  store = bundled.store;
});

const touching = (text: string) => problemsOf(store, parseQuery(new URLSearchParams(text)).query);
const shown = async (text: string) => (await touching(text)).map(({ id }) => id);

it.each([
  [
    "",
    [
      "unfinished-fy2026",
      "keyless-ice",
      "incomplete-ice-fy2023",
      "begins-2020-10-01",
      "duplicate-money-ice-fy2022",
      "key-names-7001",
    ],
  ],
  ["q=70CTD022FR0000170&fy=2025", []],
  ["company=palantir", ["unfinished-fy2026", "incomplete-ice-fy2023", "begins-2020-10-01"]],
  ["company=giant-oak", ["unfinished-fy2026", "keyless-ice", "begins-2020-10-01"]],
  ["fy=2022&q=70CMSD20FR0000208", ["duplicate-money-ice-fy2022", "begins-2020-10-01"]],
  ["agency=7014&fy=2021", ["keyless-cbp-fy2021", "begins-2020-10-01"]],
  ["company=no-such-company&fy=2022", []],
])("known problems of %j are those of its actions", async (text, ids) => {
  expect((await shown(text)).toSorted()).toEqual(ids.toSorted());
});

it("has the problem of a category where most of the money of a selection is in it", async () => {
  const has = async (text: string) => (await shown(text)).includes("agreements-detention");
  expect(await has("category=detention")).toBe(true);
  expect(await has("category=detention&fy=2021&sign=zero")).toBe(true);
  expect(await has("company=corecivic")).toBe(true);
  expect(await has("company=geo-group")).toBe(true);
  expect(await has("category=medical")).toBe(false);
  expect(await has("company=palantir")).toBe(false);
  expect(await has("")).toBe(false);
  expect(await has("agency=7014&category=detention")).toBe(false);
});

it("says of governments what the records and the table of what is left out say", async () => {
  const { detail = "" } = store.info.problems.find(({ id }) => id === "agreements-detention") ?? {};
  const [{ net } = { net: Number.NaN }] = await store.rows<{ net: number }>(
    raw(`select sum(a.amount_cents)::double as net from actions a join recipients r on r.id = a.recipient
      where a.agency_code = '7012'
        and regexp_matches(r.name, '\\b(COUNTY|COUNTIES|CITY OF|TOWN OF|VILLAGE OF|STATE OF|PARISH|SHERIFF)')`),
  );
  expect(detail).toContain("come to less than $2 million here");
  expect(net).toBeGreaterThan(0);
  expect(net).toBeLessThan(200_000_000);
  const agreements = (await storedLeftOut(store)).find(({ id }) => id === "agreements")?.detail ?? "";
  const [shared = "", carrying] = /(\d+) of \d+ facilities/.exec(detail) ?? [];
  expect(agreements).toContain(shared);
  const labels = [...agreements.matchAll(/(\d+) (?:USMS IGA|IGSA|DIGSA)/g)].map(([, count]) => Number(count));
  expect(labels).toHaveLength(3);
  expect(labels.reduce((sum, count) => sum + count)).toBe(Number(carrying));
});

it("says to how many of the actions of the selection a problem applies", async () => {
  const found = await touching("agency=7012&agency=7014&fy=2021&fy=2022");
  const counts = Object.fromEntries(found.map(({ id, actions }) => [id, actions]));
  expect(counts).toMatchObject({ "keyless-ice": 1658, "keyless-cbp-fy2021": 536 });
  expect((await touching("fy=2026"))[0]).toMatchObject({ id: "unfinished-fy2026", actions: null });
});

it("names actions without a key only where one is shown", async () => {
  const companies = await store.rows<{ slug: string; has: boolean }>(
    raw(`select c.slug, bool_or(a.award_key is null) as has from actions a join companies c on c.id = a.company
      where agency_code = '7012' group by c.slug having count(*) > 40 order by c.slug limit 25`),
  );
  expect(new Set(companies.map(({ has }) => has)).size).toBe(2);
  for (const { slug, has } of companies)
    expect([slug, (await shown(`company=${slug}`)).includes("keyless-ice")]).toEqual([slug, has]);
});

it("says of the actions without a key how many they are and what they come to", async () => {
  type Row = { agency_code: string; actions: number; net: number; most: number };
  const rows = await store.rows<Row>(
    raw(`select agency_code, count(*)::double as actions, sum(amount_cents)::double as net, max(amount_cents)::double as most
      from actions where award_key is null group by agency_code`),
  );
  const problems = store.info.problems.filter(({ applies }) => applies === "no award key");
  expect(problems).toHaveLength(rows.length);
  for (const { agency, title, detail } of problems) {
    const row = rows.find(({ agency_code }) => agency_code === agency);
    expect(title).toMatch(new RegExp(`^${formatCount(row?.actions ?? 0)} `));
    expect(detail).toContain(formatMoney(row?.net ?? 0));
    expect(row?.most).toBe(0);
  }
});

it("says how many contracts lack their modification 0, and which of them did not begin earlier", async () => {
  const rows = await store.rows<{ contracts: number; earlier: number }>(
    raw(`select count(*)::double as contracts, (count(*) filter (not base_included))::double as earlier
      from contracts where actions > 0 group by agency`),
  );
  const { detail = "" } = store.info.problems.find(({ id }) => id === "begins-2020-10-01") ?? {};
  for (const { contracts, earlier } of rows) {
    expect(detail).toContain(formatCount(contracts));
    expect(detail).toContain(formatCount(earlier));
  }
  const later = await store.rows<{ piid: string }>(
    raw(`select piid from contracts where not base_included and actions > 0 and regexp_matches(piid, '^70[A-Z]+2[1-9]')
      and agency = (select id from agencies where code = '7012') order by piid`),
  );
  expect([...detail.matchAll(/\b70\w{13,}/g)].map(([piid]) => piid).toSorted()).toEqual(
    expect.arrayContaining(later.map(({ piid }) => piid)),
  );
});

it("says that a missing action of FY2023 would have to take back more than any that is there", async () => {
  const [row] = await store.rows<{ least: number }>(
    raw(
      "select min(amount_cents)::double as least from actions where agency_code = '7012' and fiscal_year = 2023",
    ),
  );
  expect(store.info.problems.find(({ id }) => id === "incomplete-ice-fy2023")).toMatchObject({
    severity: "note",
    detail: expect.stringContaining(formatMoney(-(row?.least ?? 0))),
  });
});
