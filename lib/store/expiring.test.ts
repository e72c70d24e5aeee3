import { join } from "node:path";

import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { EndingContract, EndName } from "@/lib/contracts/expiring";
import type { RecordedName } from "@/lib/contracts/recorded";
import { endingDays } from "@/lib/query/expiring";
import { change, defaults, type Query } from "@/lib/query/query";
import { findCompany, readCompany } from "@/lib/store/company";
import { wholeContract } from "@/lib/store/contract";
import { groups, listContracts, totals } from "@/lib/store/contracts";
import { endings, everyEnding, hasEnds, hasValues } from "@/lib/store/expiring";
import { openFile, type Store } from "@/lib/store/file";
import { search } from "@/lib/store/search";
import { inventAll } from "@/lib/store/testing/facts";
import { possibleEnd, select } from "@/lib/store/testing/oracle";
import { type Plain, readNames, readPlain, readRows } from "@/lib/store/testing/records";
import { type BundledSnapshot, openBundled } from "@/lib/store/testing/snapshot";
import { wholeVehicle } from "@/lib/store/vehicles";

const summary = "CONT_AWD_SUMMARY01_7012_-NONE-_-NONE-";
const ordered = "CONT_AWD_SUMMARY02_7012_GS35F0086U_4730";

let bundled: BundledSnapshot;
let plain: Plain;
/** The bundled records with invented facts, two contracts that award summaries alone know, and an agreement. */
let store: Store;

beforeAll(async () => {
  bundled = await openBundled();
  const narrow = readPlain(readRows(), await readNames(bundled.store));
  const file = join(bundled.root, "wide.duckdb");
  plain = await inventAll(narrow, bundled.file, file);
  await addSummaries(file);
  store = (await openFile(file)).store;
});
afterAll(() => bundled?.remove());

async function addSummaries(file: string) {
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  for (const [key, like, piid, end] of [
    [summary, "a.code = '7012' and p.vehicle = 'none'", "SUMMARY01", "2026-01-15"],
    [ordered, "a.code = '7012' and p.vehicle = 'GS35F0086U'", "SUMMARY02", "3017-01-15"],
  ]) {
    await connection.run(`insert into contracts (id, key, award_key, piid, company, recipient, agency, office, category, product,
        industry, parent, description, in_records_cents, actions, base_included, current_value_cents, potential_value_cents, start, current_end)
      select (select max(id) + 1 from contracts), '${key}', '${key}', '${piid}', c.company, c.recipient, c.agency, c.office, c.category,
        c.product, c.industry, c.parent, 'A SUMMARY', 0, 0, false, 10000, 35050, '2025-01-01', '${end}'
      from contracts c join agencies a on a.id = c.agency join parents p on p.id = c.parent join companies o on o.id = c.company
      where ${like} and o.slug = 'palantir' or '${piid}' = 'SUMMARY01' and ${like} and o.slug = 'geo-group' order by c.id limit 1`);
  }
  await connection.run(`insert into agreements (id, key, piid, agency, recipient, potential_value_cents, ordering_end, facts_as_of)
    values (1, 'CONT_IDV_GS35F0086U_4730', 'GS35F0086U', '4730', 'A HOLDER', 25000000000, '2029-03-31', '2026-09-03')`);
  connection.closeSync();
  instance.closeSync();
}

const ice = defaults("contracts");
const both = change(ice, { agency: ["7012", "7014"] });
const today = "2025-12-20";

describe("contracts that end soon", () => {
  it.each<{ name: string; query: Query; end: EndName; within: 30 | 60 | 90 | 180 }>([
    { name: "ICE by current end", query: ice, end: "current", within: 90 },
    { name: "ICE by potential end", query: change(ice, { grouped: "no" }), end: "potential", within: 180 },
    {
      name: "both agencies, some types",
      query: change(both, { type: ["A", "C"] }),
      end: "current",
      within: 30,
    },
    {
      name: "a sum in a year",
      query: change(both, { fy: [2025], min: "100000", amount: "period" }),
      end: "current",
      within: 180,
    },
    { name: "words", query: change(both, { q: "detention -guard" }), end: "current", within: 180 },
    {
      name: "a value",
      query: change(both, { max: "250000", amount: "current", sign: ["pos"] }),
      end: "potential",
      within: 180,
    },
  ])("are those that plain loops find: $name", async ({ query, end, within }) => {
    const days = endingDays({ end, within }, today);
    const selected = [...new Set(select(plain, query).map(({ contract }) => contract))];
    const ends = selected.map((contract) => ({
      contract,
      end: possibleEnd(contract, end === "current" ? "currentEnd" : "potentialEnd"),
    }));
    const expected = ends
      .filter(({ end: day }) => day !== null && day >= days.from && day <= days.to)
      .sort(
        (one, other) =>
          ((one.end ?? "") < (other.end ?? "") ? -1 : (one.end ?? "") > (other.end ?? "") ? 1 : 0) ||
          one.contract.place - other.contract.place,
      );
    expect(expected.length).toBeGreaterThan(3);

    const rows = (await everyEnding(store, query, days)).filter(({ actions }) => actions > 0);
    expect(rows.map(({ key }) => key)).toEqual(expected.map(({ contract }) => contract.key));
    expect(rows.map(({ ends: day }) => day)).toEqual(expected.map(({ end: day }) => day));
    expect(rows.map(({ in_records }) => in_records)).toEqual(
      expected.map(({ contract }) => contract.inRecords),
    );
    expect(rows.map(({ options_not_used: options }) => options)).toEqual(
      expected.map(({ contract: { facts } }) => {
        const { currentValue: current, potentialValue: potential } = facts;
        return current === null || potential === null || potential < current ? null : potential - current;
      }),
    );

    const found = await endings(store, { ...query, size: 2, page: 2 }, days);
    const all = await everyEnding(store, query, days);
    expect(found.contracts).toBe(all.length);
    expect(found.rows).toEqual(all.slice(2, 4));
    expect(found.weeks.at(0)?.from).toBe(days.from);
    expect(found.weeks.at(-1)?.to).toBe(days.to);
    for (const { from, to, contracts } of found.weeks)
      expect(all.filter((row) => row.ends >= from && row.ends <= to)).toHaveLength(contracts);
    const without = all.length - rows.length;
    expect(found.known.usable).toBeGreaterThanOrEqual(ends.filter(({ end: day }) => day !== null).length);
    expect(found.known.contracts - selected.length).toBeLessThanOrEqual(2);
    expect(without).toBeLessThanOrEqual(1);
  });

  it("count the days that are left from the day that is given", async () => {
    const days = endingDays({ end: "current", within: 180 }, today);
    for (const { ends: day, days_left } of await everyEnding(store, ice, days)) {
      const left = (Date.parse(day) - Date.parse(today)) / 86_400_000;
      expect(days_left).toBe(left);
    }
  });

  /** Expects what the list says of the latest action of contracts to be what their pages say. */
  async function expectSameKinds(chosen: (rows: EndingContract[]) => EndingContract[]) {
    const rows = chosen(await everyEnding(store, ice, endingDays({ end: "current", within: 30 }, today)));
    const kinds = await Promise.all(
      rows.map(async ({ key }) => {
        const contract = await wholeContract(store, key);
        return contract && "actions" in contract ? (contract.actions.at(-1)?.kind ?? null) : null;
      }),
    );
    expect(rows.map(({ latest_kind }) => latest_kind)).toEqual(kinds);
    expect(kinds).toContain("closed out");
    expect(new Set(kinds).size).toBeGreaterThan(3);
  }

  it("say of the latest action what the contract's page says", () =>
    expectSameKinds((rows) =>
      rows.filter(
        ({ latest_kind }, index) =>
          index % 20 === 0 || index === rows.findIndex((row) => row.latest_kind === latest_kind),
      ),
    ));

  it("say of the latest action what the contract's page says, for every contract", { tags: ["deep"] }, () =>
    expectSameKinds((rows) => rows),
  );

  it("are not queried if the snapshot has no end dates", () => {
    expect(hasEnds(bundled.store)).toBe(false);
    expect(hasValues(bundled.store)).toBe(false);
    expect(hasEnds(store)).toBe(true);
    expect(hasValues(store)).toBe(true);
    const having = (...has: RecordedName[]) => ({ info: { ...bundled.store.info, has } });
    expect(hasEnds(having("period_of_performance_potential_end_date"))).toBe(true); // either end is one
    expect(hasValues(having("potential_total_value_of_award"))).toBe(false); // an option is the difference of two
  });
});

describe("a contract that an award summary alone knows", () => {
  const days = endingDays({ end: "current", within: 30 }, today);

  it("ends with the others, and has no figure of these records", async () => {
    const rows = await everyEnding(store, ice, days);
    expect(rows.find(({ key }) => key === summary)).toMatchObject({
      actions: 0,
      in_records: null,
      latest_kind: null,
      options_not_used: 25_050,
      ends: "2026-01-15",
      days_left: 26,
    });
    expect(rows.some(({ key }) => key === ordered)).toBe(false); // its year cannot be right
  });

  it.each<Partial<Query>>([
    { fy: [2025] },
    { from: "2020-10-01" },
    { sign: ["pos", "neg", "zero"] },
    { min: "0", amount: "period" },
    { min: "-1", amount: "in_records" },
    { min: "-1", amount: "action" },
    { agency: ["7014"] },
    { q: "palantir zebra" },
  ])("is not selected by what asks for an action or another contract: %o", async (patch) => {
    const rows = await everyEnding(store, change(ice, patch), days);
    expect(rows.some(({ key }) => key === summary)).toBe(false);
  });

  it.each<Partial<Query>>([
    { q: "summary01" },
    { q: '"a summary"' },
    { vehicle: ["none"] },
    { min: "100", max: "100", amount: "current" },
    { max: "350.50", amount: "potential", q: "summary01" },
    { competition: ["unreported"], performed_in: ["unreported"] },
  ])("is selected by what fits it: %o", async (patch) => {
    const rows = await everyEnding(store, change(ice, patch), days);
    expect(rows.some(({ key }) => key === summary)).toBe(true);
  });

  it("is not in any total, list of contracts or group", async () => {
    for (const query of [ice, change(ice, { vehicle: ["none"] }), change(ice, { vehicle: ["GS35F0086U"] })]) {
      expect(await totals(store, query)).toEqual(await totals(bundled.store, query));
      expect((await groups(store, query, "vehicle")).groups).toEqual(
        (await groups(bundled.store, query, "vehicle")).groups,
      );
    }
    expect(await totals(store, change(ice, { q: "summary01" }))).toMatchObject({ actions: 0, contracts: 0 });
    expect(await listContracts(store, change(ice, { q: "summary01" }))).toEqual([]);
  });

  it("has a page by its key and by its number", async () => {
    for (const key of [summary, "SUMMARY01", "7012-summary01"]) {
      expect(await wholeContract(store, key)).toMatchObject({
        summary: {
          key: summary,
          actions: 0,
          first_action: null,
          last_action: null,
          current_value: 10_000,
          potential_value: 35_050,
        },
      });
    }
  });

  it("is no sibling of the orders under its vehicle, and knows them as its own", async () => {
    const one = await wholeContract(store, "70CTD022FR0000170");
    const before = await wholeContract(bundled.store, "70CTD022FR0000170");
    if (!one || !before || !("contract" in one) || !("contract" in before))
      throw new Error("No such contract.");
    expect(one.siblings).toEqual(before.siblings);
    const own = await wholeContract(store, ordered);
    if (!own || !("summary" in own)) throw new Error("No such summary.");
    expect(own.siblings.length).toBe(one.siblings.length + 1);
  });

  it("is found by its number and described as an award without an action", async () => {
    const found = await search(store, "SUMMARY01");
    const contracts = found.find(({ kind }) => kind === "contract");
    expect(contracts?.hits).toMatchObject([{ label: "SUMMARY01", agencies: [] }]);
    expect(contracts?.hits[0]?.detail).toContain("known only from an award summary");
  });

  it("is listed separately on its company's page, whose figures stay as they are", async () => {
    const company = await findCompany(store, "palantir");
    if (!company) throw new Error("No such company.");
    const read = await readCompany(store, company, ice);
    expect(read.summarized.map(({ key }) => key)).toEqual([ordered]);
    const before = await readCompany(bundled.store, company, ice);
    expect(before.summarized).toEqual([]);
    expect(read.total.totals).toEqual(before.total.totals);
    expect(read.years).toEqual(before.years);
  });
});

it("an ordering agreement is on its vehicle's page, and its ceiling is in no figure", async () => {
  const wide = await wholeVehicle(store, ice, "gs35f0086u");
  const narrow = await wholeVehicle(bundled.store, ice, "gs35f0086u");
  expect(wide?.facts).toMatchObject([
    {
      piid: "GS35F0086U",
      recipient: "A HOLDER",
      potential_value: 25_000_000_000,
      ordering_end: "2029-03-31",
    },
  ]);
  expect(narrow?.facts).toEqual([]);
  expect(wide?.totals).toEqual(narrow?.totals);
  expect(wide?.orders.map(({ key }) => key)).toEqual(narrow?.orders.map(({ key }) => key));
});
