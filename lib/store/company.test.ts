import { describe, expect, it } from "vitest";

import type { Totals } from "@/lib/contracts/totals";
import { parseQuery } from "@/lib/query/parse";
import { defaults, href } from "@/lib/query/query";
import { companyLists, findCompany, readCompany, type WholeCompany } from "@/lib/store/company";
import { listActions, totals } from "@/lib/store/contracts";
import type { Store } from "@/lib/store/open";
import { beforeAllBundled } from "@/lib/store/testing/snapshot";

let store: Store;
beforeAllBundled((bundled) => {
  store = bundled.store;
});

async function company(slug: string, patch = {}): Promise<WholeCompany> {
  const found = await findCompany(store, slug);
  expect(found, slug).not.toBeNull();
  return readCompany(store, found as NonNullable<typeof found>, { ...defaults("contracts"), ...patch });
}

/** What the records behind a figure add up to, as its address asks for them. */
async function behind({ query }: { query: Parameters<typeof href>[1] }): Promise<Totals> {
  const { query: read, problems } = parseQuery(new URL(href("http://x/contracts", query)).searchParams);
  expect(problems).toEqual([]);
  return totals(store, read);
}

describe("a company with a reviewed rule", () => {
  /** Companies of many recipients, of subsidiaries, of both agencies. */
  const varied = ["dell", "geo-group", "google", "palantir"];

  async function expectWhole(isChosen: (slug: string, index: number) => boolean) {
    const slugs = await store.rows<{ slug: string }>({
      text: "select distinct c.slug from companies c join recipients r on r.company = c.id where r.basis <> 'automatic' order by 1",
      values: [],
    });
    expect(slugs.length).toBeGreaterThan(60);
    for (const { slug } of slugs.filter(({ slug }, index) => isChosen(slug, index))) {
      const found = await company(slug, { agency: ["7012", "7014"] });
      const { total, direct, subsidiaries, recipients, years } = found;
      const sum = (parts: { net: number; actions: number }[]) =>
        parts.reduce((all, part) => ({ net: all.net + part.net, actions: all.actions + part.actions }), {
          net: 0,
          actions: 0,
        });
      const whole = { net: total.totals.net, actions: total.totals.actions };
      expect(sum([direct.totals, ...(subsidiaries ? [subsidiaries.totals] : [])]), slug).toEqual(whole);
      expect(sum(recipients), slug).toEqual(whole);
      expect(sum(years), slug).toEqual(whole);
      for (const figure of [total, direct, ...(subsidiaries ? [subsidiaries] : [])])
        expect(await behind(figure), slug).toEqual(figure.totals);
    }
  }

  it("has figures that add up and open their records", () =>
    expectWhole((slug, index) => varied.includes(slug) || index % 12 === 0));

  it("has figures that add up and open their records, whichever it is", { tags: ["deep"] }, () =>
    expectWhole(() => true),
  );
});

describe("one company", () => {
  it.each(["dell", "google"])(
    "has empty lists as recorded where all of it is of subsidiaries: %s",
    async (slug) => {
      const { selected, total } = await company(slug, { grouped: "no" });
      expect(selected.totals.actions).toBe(0);
      expect(total.totals.actions).toBeGreaterThan(0);
      expect(await companyLists(store, selected.query, { recent: 3, largest: 3, products: 3 })).toMatchObject(
        {
          recent: [],
          largest: [],
          products: { groups: [] },
        },
      );
    },
  );

  it("has whole figures for a recipient without an action of the agency, listed after the others", async () => {
    const { recipients } = await company("boeing");
    expect(recipients.map(({ name }) => name)).toContain("INSITU, INC.");
    for (const { net, added, taken_back, actions, contracts } of recipients)
      expect([net, added, taken_back, actions, contracts]).toEqual([0, 0, 0, 0, 0]);
    const { recipients: cable } = await company("cox-communications");
    expect(cable.at(-1)).toMatchObject({ net: 0, actions: 0 });
    expect(cable.find(({ net }) => net < 0)).toMatchObject({ name: "COX ARIZONA TELECOM LLC", net: -200586 });
  });

  it("has the figures of a window of days, with the records behind each", async () => {
    const window = { from: "2025-01-01" };
    const palantir = await company("palantir", window);
    expect(palantir.total.totals).toMatchObject({ net: 224_608_710_42, actions: 13, contracts: 3 });
    expect(palantir.years.map(({ fiscal_year, net }) => [fiscal_year, net])).toEqual([
      [2025, 81_098_690_32],
      [2026, 143_510_020_10],
    ]);
    expect(palantir.always?.totals.actions).toBe(39);
    expect((await company("palantir")).always).toBeNull();
    for (const slug of ["palantir", "geo-group", "microsoft", "google"]) {
      const { total, direct, subsidiaries, named, recipients, elsewhere } = await company(slug, {
        from: "2021-01-01",
        to: "2023-06-30",
      });
      const figures = [
        total,
        direct,
        subsidiaries,
        named,
        ...elsewhere.flatMap(({ own, named }) => [own, named]),
      ];
      for (const figure of figures) if (figure) expect(await behind(figure), slug).toEqual(figure.totals);
      expect(
        recipients.reduce((sum, { net }) => sum + net, 0),
        slug,
      ).toBe(total.totals.net);
    }
  });

  it("splits a window at an acquisition, unless the window begins later", async () => {
    const mandiant = async (patch: object) =>
      (await company("google", patch)).recipients.find(({ name }) => name === "MANDIANT, INC.");
    const split = (await mandiant({ from: "2022-01-01", to: "2022-12-31" }))?.owned;
    expect(await behind(split?.before as never)).toEqual(split?.before.totals);
    expect(await behind(split?.while_owned as never)).toEqual(split?.while_owned.totals);
    expect(split?.before.query).toMatchObject({ from: "2022-01-01", to: "2022-09-11" });
    const later = await company("google", { from: "2022-10-01" });
    expect(later.total.totals.actions).toBeGreaterThan(0);
    expect(later.owned).toBeNull();
  });

  it("names each brand with its actions, and leaves out those that no action names", async () => {
    const { named } = await company("microsoft");
    expect(named?.by_brand.length).toBeGreaterThan(5);
    for (const { slug, actions } of named?.by_brand ?? [])
      expect((await totals(store, { ...defaults("contracts"), brand: [slug] })).actions, slug).toBe(actions);
    const palantir = (await company("palantir")).named;
    expect(palantir?.by_brand).toEqual([]);
    expect(palantir?.brands.map(({ name }) => name)).toEqual(["Palantir"]);
  });

  it("ranks by net obligations of the year among all companies", async () => {
    const all = (await store.rows({
      text: `select c.slug, sum(a.amount_cents)::double as net from actions a join companies c on c.id = a.company
        where a.agency_code = '7012' and a.fiscal_year = 2025 group by all`,
      values: [],
    })) as { slug: string; net: number }[];
    const own = all.find(({ slug }) => slug === "palantir")?.net ?? 0;
    const year = (await company("palantir")).years.find(({ fiscal_year }) => fiscal_year === 2025);
    expect(year).toMatchObject({
      net: own,
      place: all.filter(({ net }) => net > own).length + 1,
      companies: all.length,
      whole: 398_866_148_738,
    });
  });

  it("leaves subsidiaries out where recipients are shown as recorded, and still shows what they add", async () => {
    const found = await company("geo-group", { grouped: "no" });
    expect(found.selected.totals).toEqual(found.direct.totals);
    expect(found.total.totals.net).toBeGreaterThan(found.direct.totals.net);
    expect(found.years.every(({ place }) => place === null)).toBe(true);
  });

  it("counts the letters of a name where it has neither an action nor a brand", async () => {
    const { words } = await company("anthropic");
    expect(words).toMatchObject([{ name: "Anthropic", totals: { actions: 0 } }]);
    expect((await company("meta")).words).toBeNull();
    expect((await company("palantir")).words).toBeNull();
  });

  it("looks for the name outside brackets and for each inside them", async () => {
    const both = { agency: ["7012", "7014"] };
    const { words: citrix } = await company("citrix", both);
    expect(citrix?.map(({ name, totals }) => [name, totals.actions, totals.net])).toEqual([
      ["Citrix", 5, 54_815_10],
      ["Cloud Software Group", 0, 0],
    ]);
    for (const one of citrix ?? []) expect(await behind(one)).toEqual(one.totals);
    // A brand finds what the letters did: 3 actions of ICE and 2 of CBP.
    expect((await company("microstrategy", both)).named?.totals).toMatchObject({
      actions: 5,
      net: 81_000_00 + 349_711_38,
    });
    expect((await company("xai", both)).words?.map(({ name }) => name)).toEqual(["xAI", "X"]);
  });

  it("finds a company by a former slug, and none by an unknown slug", async () => {
    expect(await findCompany(store, "west-publishing")).toMatchObject({ slug: "thomson-reuters" });
    expect(await findCompany(store, "no-such-company")).toBeNull();
  });

  it("names the other agency that has it", async () => {
    const { elsewhere } = await company("dell");
    expect(elsewhere.map(({ agency }) => agency)).toEqual(["7014"]);
    const [cbp] = (await company("salesforce")).elsewhere;
    expect(cbp?.own.totals.actions).toBe(0);
    expect(cbp?.named?.totals.net).toBe(
      (await company("salesforce", { agency: ["7014"] })).named?.totals.net,
    );
    expect((await company("dell", { agency: ["7012", "7014"] })).elsewhere).toEqual([]);
  });

  it("quotes its largest actions, each text once", async () => {
    const { selected } = await company("palantir");
    const { largest, recent } = await companyLists(store, selected.query, {
      recent: 5,
      largest: 4,
      products: 3,
    });
    const texts = largest.map(({ transaction_description: text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
    const [most] = await listActions(store, {
      ...defaults("actions"),
      company: ["palantir"],
      sort: "-federal_action_obligation",
      size: 1,
    });
    expect(largest[0]).toEqual(most);
    const days = recent.map(({ last_action }) => last_action);
    expect(days).toEqual(days.toSorted().reverse());
  });
});
