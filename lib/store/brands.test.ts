import { describe, expect, it } from "vitest";

import type { BrandRule } from "@/lib/contracts/brands";
import { phraseFinder } from "@/lib/identity/phrases";
import { change, defaults, type Query } from "@/lib/query/query";
import { filterTexts } from "@/lib/query/query-text";
import { raw } from "@/lib/sql/fragments";
import { excludedActions, findBrand, listBrands, namedIn, namedInOf } from "@/lib/store/brands";
import { groups, listActions, totals } from "@/lib/store/contracts";
import { labels } from "@/lib/store/facets";
import type { Store } from "@/lib/store/open";
import { type Plain, type PlainAction, readNames, readPlain, readRows } from "@/lib/store/testing/records";
import { beforeAllBundled } from "@/lib/store/testing/snapshot";

/** The bundled brands on the bundled records, against a plain reading of both (`lib/store/testing/brands.ts`). */

let store: Store;
let plain: Plain;
let rules: BrandRule[];
beforeAllBundled(async (bundled) => {
  store = bundled.store;
  plain = readPlain(readRows(), await readNames(store));
  const rows = await store.rows<{ rule: string }>(raw("select rule from brands order by id"));
  rules = rows.map(({ rule }) => JSON.parse(rule) as BrandRule);
});

const ice = defaults("contracts");
const both = change(ice, { agency: ["7012", "7014"] });

function recount(query: Query, brands: string[]) {
  const named = plain.actions.filter(
    (action) =>
      query.agency.includes(action.agency) && action.brands.some(({ slug }) => brands.includes(slug)),
  );
  const sum = (some: PlainAction[]) => some.reduce((cents, action) => cents + action.cents, 0);
  return {
    net: sum(named),
    added: sum(named.filter(({ cents }) => cents > 0)),
    taken_back: sum(named.filter(({ cents }) => cents < 0)),
    actions: named.length,
    contracts: new Set(named.map(({ contract }) => contract)).size,
    companies: new Set(named.map(({ company }) => company.slug)).size,
  };
}

it("name a company in what names any of its brands, each action once", async () => {
  const companies = new Map<string, string[]>();
  for (const { slug, owner } of (await listBrands(store, both)).rows)
    companies.set(owner.slug, [...(companies.get(owner.slug) ?? []), slug]);
  const several = [...companies].filter(([, brands]) => brands.length > 1);
  expect(several.length).toBeGreaterThan(3);
  for (const [company, brands] of several) {
    const found = await namedInOf(store, both, company);
    expect(found?.totals, company).toEqual(recount(both, brands));
    expect(found?.query.brand, company).toEqual(brands.toSorted());
  }
});

describe("what a rule leaves out", () => {
  it("is, with what it counts, a plain search for its words: every brand, both agencies", async () => {
    const search = new Map<string, { actions: number; net: number }>();
    for (const { agency, brands, brandWords, cents } of plain.actions)
      for (const { slug } of [...brands, ...brandWords]) {
        const { actions, net } = search.get(`${agency} ${slug}`) ?? { actions: 0, net: 0 };
        search.set(`${agency} ${slug}`, { actions: actions + 1, net: net + cents });
      }
    let differ = 0;
    for (const agency of ["7012", "7014"]) {
      const query = change(ice, { agency: [agency] });
      for (const { slug, totals: counted } of (await listBrands(store, query)).rows) {
        const { totals: leftOut } = await excludedActions(store, change(query, { brand: [slug] }));
        const both = { actions: counted.actions + leftOut.actions, net: counted.net + leftOut.net };
        expect([slug, both]).toEqual([slug, search.get(`${agency} ${slug}`) ?? { actions: 0, net: 0 }]);
        if (leftOut.actions > 0) differ += 1;
      }
    }
    expect(differ).toBeGreaterThan(15);
  });

  it("is the same for all brands of a company together, each action once", { tags: ["deep"] }, async () => {
    const owners = new Set((await listBrands(store, both)).rows.map(({ owner }) => owner.slug));
    const brandsOf = (owner: string) =>
      new Set(rules.flatMap((rule) => (rule.owner === owner ? rule.slug : [])));
    let differ = 0;
    for (const owner of owners) {
      const own = brandsOf(owner);
      const words = plain.actions.filter(({ brands, brandWords }) =>
        [...brands, ...brandWords].some(({ slug }) => own.has(slug)),
      );
      const found = await namedInOf(store, both, owner);
      const sum = (found?.totals.net ?? 0) + (found?.left_out.totals.net ?? 0);
      const count = (found?.totals.actions ?? 0) + (found?.left_out.totals.actions ?? 0);
      expect([owner, count, sum]).toEqual([
        owner,
        words.length,
        words.reduce((net, { cents }) => net + cents, 0),
      ]);
      if ((found?.left_out.totals.actions ?? 0) > 0) differ += 1;
    }
    expect(differ).toBeGreaterThan(5);
  });

  it("is 47 actions of ICE for Glock, which names 48", async () => {
    const { totals: counted, left_out: leftOut } = await namedIn(store, ice, ["glock"]);
    expect(counted).toMatchObject({ actions: 1, net: 55_940_00 });
    expect(leftOut.totals).toMatchObject({ actions: 47, net: 18_289_329_34 - 55_940_00 });
    expect(await totals(store, leftOut.query)).toEqual(leftOut.totals);
  });
});

describe("the reviewed brands", () => {
  it("are 40 or more, and each is named in some award of another company unless none is expected", async () => {
    const { rows } = await listBrands(store, both);
    expect(rows.length).toBeGreaterThanOrEqual(40);
    const unnamed = rows.filter(({ totals: sum }) => sum.actions === 0).map(({ slug }) => slug);
    const none = rules.filter(({ expected }) => expected === "none").map(({ slug }) => slug);
    expect(unnamed.toSorted()).toEqual(none.toSorted());
  });

  it("find every one of their true examples and none of their false ones", () => {
    const finder = phraseFinder(rules);
    const names = (rule: BrandRule, text: string) =>
      finder.find(text).some((place) => rules[place]?.slug === rule.slug);
    for (const rule of rules) {
      expect([rule.slug, rule.true.filter((text) => !names(rule, text))]).toEqual([rule.slug, []]);
      expect([rule.slug, rule.false.filter((text) => names(rule, text))]).toEqual([rule.slug, []]);
    }
  });

  it.each([
    "SAN FRANCISCO COURIER SERVICE",
    "APPLEWOOD",
    "APPLETON (PRAIRIE) MN CONTRACT DETENTION FACILITY SERVICES",
    "THE AWARD PROCURES OPTIC SIGHTS FOR GLOCK DUTY PISTOLS",
    "FURNITURE FOR THE RAVEN PROGRAM",
    "FURNITURE DESIGN - PATRIOTS PLAZA",
    "FIRING RANGE USAGE",
    "FALCON SUPPORT SERVICES",
    "CLEAR TRASH BAGS NEEDED AT DETENTION FACILITY",
    "BALLISTIC SHIELDS FOR NEW ERO SRT TEAMS",
    "PISTOL BOX",
    "REPLACEMENT OF BALLISTIC WINDOWS",
    "EXTREME COLD WEATHER GEAR",
    "TO VERIFY BIOLOGICAL RELATIVES",
    "FORENSIC FALCON NEO",
    "INVISIO HEADSET",
    "DEOB OF SAP LINE 350",
    "GENERAL DYNAMICS INFORMATION TECHNOLOGY SUPPORT SERVICES",
  ])("find nothing in %s", (description) => {
    expect(phraseFinder(rules).find(description)).toEqual([]);
  });

  it("are named by exactly the actions that a plain reading finds, to the cent", async () => {
    for (const query of [ice, both]) {
      const { rows } = await listBrands(store, query);
      for (const { slug, totals: sum } of rows) expect([slug, sum]).toEqual([slug, recount(query, [slug])]);
    }
  });

  it("are never named by an award to their owner's group", async () => {
    const rows = await store.rows(
      raw(`select b.slug, a.id from mentions m join brands b on b.id = m.brand join actions a on a.id = m.action
        where a.company = b.owner`),
    );
    expect(rows).toEqual([]);
  });
});

describe("what names a brand", () => {
  it.each(["microsoft", "cisco", "tableau", "graykey", "aws"])(
    "is the selection of brand=%s",
    async (slug) => {
      const named = await namedIn(store, both, [slug]);
      expect(named.totals).toEqual(recount(both, [slug]));
      expect(await totals(store, named.query)).toEqual(named.totals);
      const parts = named.by_recipient.map(({ totals: sum }) => sum);
      expect(parts.reduce((net, sum) => net + sum.net, 0)).toBe(named.totals.net);
      expect(parts.reduce((actions, sum) => actions + sum.actions, 0)).toBe(named.totals.actions);
    },
  );

  it("counts an action that names two brands once", async () => {
    const slugs = ["apple", "ipad", "iphone"] as const;
    const { totals: sum } = await namedIn(store, both, [...slugs]);
    expect(sum).toEqual(recount(both, [...slugs]));
    const each = slugs.map((slug) => recount(both, [slug]).actions);
    expect(sum.actions).toBeLessThan(each.reduce((one, other) => one + other, 0));
  });

  it("has the words of the brand in every description", async () => {
    const query = change(defaults("actions"), { brand: ["graykey"], size: 500 });
    const actions = await listActions(store, query);
    expect(actions.length).toBeGreaterThan(5);
    for (const { transaction_description: text } of actions) expect(text).toMatch(/gray ?key|gray ?shift/i);
  });

  it("leaves the actions that name none in a group of their own", async () => {
    const { groups: found } = await groups(store, ice, "brand");
    const none = found.find(({ key }) => key === null);
    expect(none?.label).toBe("No brand named");
    const count = plain.actions.filter(
      ({ agency, brands }) => agency === "7012" && brands.length === 0,
    ).length;
    expect(none?.actions).toBe(count);
  });
});

it("says the brand's name in the words of a filter", async () => {
  const query = change(ice, { brand: ["at-t", "power-bi"] });
  const words = filterTexts(query, await labels(store, query));
  expect(words.map(({ label, value }) => `${label}: ${value}`)).toEqual([
    "Brand named: at-t",
    "Brand named: Power BI",
  ]);
});

it("finds nothing under a slug that no rule has", async () => {
  expect(await findBrand(store, "no-such-brand")).toBeNull();
  expect((await totals(store, change(ice, { brand: ["no-such-brand"] }))).actions).toBe(0);
});
