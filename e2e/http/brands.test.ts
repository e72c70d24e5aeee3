import { expect, it } from "vitest";

import { pagesOf } from "./page";
import { cents, siteOf } from "./site";

const site = siteOf("bundled");
const page = pagesOf(site);

interface Totals {
  net: number;
  actions: number;
}
interface BrandList {
  overlaps: boolean;
  query: { brand: string[] };
  rows: { slug: string; totals: Totals }[];
}
interface OneBrand {
  brand: { pattern: string[] };
  totals: Totals;
  by_recipient: { totals: Totals }[];
}

it("gives the same figures, rule and holders of a brand at every endpoint", async () => {
  const list = await site.json<BrandList>("/api/brands?fy=2025&brand=cisco");
  expect(list.overlaps).toBe(true);
  expect(list.query.brand).toEqual([]);
  const row = list.rows.find(({ slug }) => slug === "office-365");
  expect(row).toMatchObject({ name: "Office 365", owner: { slug: "microsoft", name: "Microsoft" } });

  const one = await site.json<OneBrand>("/api/brands/office-365?fy=2025");
  expect(one.brand.pattern).toEqual(["office 365", "o365", "m365", "microsoft 365"]);
  expect(one.totals).toEqual(row?.totals);
  const parts = one.by_recipient.map(({ totals }) => totals);
  expect(parts.reduce((sum, { actions }) => sum + actions, 0)).toBe(one.totals.actions);
  expect(parts.reduce((sum, { net }) => sum + cents(String(net)), 0)).toBe(cents(String(one.totals.net)));
  const { totals } = await site.json<{ totals: Totals }>("/api/contracts?fy=2025&brand=office-365");
  expect(totals).toEqual(one.totals);

  const groups = await site.json<{ overlaps: boolean; groups: { key: string }[] }>(
    "/api/groups?by=brand&fy=2025",
  );
  expect(groups.overlaps).toBe(true);
  expect(groups.groups.find(({ key }) => key === "office-365")).toMatchObject({
    label: "Office 365",
    net: one.totals.net,
    actions: one.totals.actions,
  });
  expect(await site.json("/api/groups?by=office")).toMatchObject({ overlaps: false });
});

it("a brand's page has its rule and its owner", async () => {
  const tableau = await page("/brands/tableau");
  expect(tableau.all("h1").text).toBe("Tableau, named in the description of other companies’ awards");
  const lede = tableau.all("main p").at(0).text;
  expect(lede).toContain("descriptions name Tableau, a brand of Salesforce");
  expect(lede).toContain("A mention is not an award to Salesforce");
  const rule = tableau.named("The rule");
  expect(rule.text).toContain("A description names it with“tableau”");
  expect(rule.links("Salesforce").hrefs).toEqual(["/companies/salesforce"]);
  expect(rule.all("li").texts).toContain("TABLEAU SOFTWARE");
  expect(tableau.named("Latest descriptions that name Tableau").all("li").text).toContain("TABLEAU");
  expect(tableau.all("textarea", "Report of a wrong match").text).toMatch(
    /Wrong match of a brand: Tableau.*Pattern: tableau.*Award ID/,
  );
});

it("a brand's figures link to the records that they sum", async () => {
  const both = await page("/brands/microsoft?agency=7012&agency=7014");
  const net = both.all("dd").at(0);
  const records = await both.follow(/./, net);
  expect(records.address).toBe("/contracts?agency=7012&agency=7014&brand=microsoft");
  expect(records.named("Result").figures).toContain(net.figures[0]);
  expect(records.links("Remove Brand named: Microsoft").count).toBe(1);

  const ice = await page("/brands/microsoft");
  const held = ice.all("figure", "Obligations by company").all("[role=listitem]").at(0);
  const amount = /net (\S+)$/.exec(held.all("title").text)?.[1] ?? "no amount";
  const holder = await ice.follow(/net /, held);
  expect(holder.named("Result").figures).toContain(amount);
});

it("a window of days holds for a brand's figures, chart, records, citation and endpoint", async () => {
  const days = "from=2025-01-20&to=2026-06-30";
  const { groups } = await site.json<{ groups: (Totals & { key: string; contracts: number })[] }>(
    `/api/groups?by=brand&${days}`,
  );
  const { net = 0, actions, contracts } = groups.find(({ key }) => key === "microsoft") ?? {};
  const exact = `$${net.toLocaleString("en-US", { minimumFractionDigits: 2 })}`;
  expect(await site.json(`/api/brands/microsoft?${days}`)).toMatchObject({
    totals: { net, actions, contracts },
  });
  const microsoft = await page(`/brands/microsoft?${days}`);
  expect(microsoft.all("main p").at(0).text).toContain(
    `${actions} contract actions whose descriptions name Microsoft, from Jan. 20, 2025, through June 30, 2026`,
  );
  const figure = microsoft.all("dd").at(0);
  expect(figure.figures[0]).toBe(exact);
  expect((await microsoft.follow(/./, figure)).address).toBe(`/contracts?${days}&brand=microsoft`);
  expect(microsoft.all("figure", "Obligations by month").count).toBe(1);
  expect(await site.text(`/brands/microsoft?${days}`)).toMatch(
    /whose descriptions name Microsoft by the rule at this address, with companies other than Microsoft: [^:]+ signed from Jan\. 20, 2025, through June 30, 2026\. Source: /,
  );
  const since = await microsoft.follow("Since Jan. 20, 2025");
  expect(since.address).toBe("/brands/microsoft?from=2025-01-20");
  const none = await page("/brands/microsoft?from=2021-01-02&to=2021-01-03");
  expect(
    none.notices("No description of an action by ICE names Microsoft in this window").links(/actions$/).hrefs,
  ).toEqual(["/brands/microsoft"]);
  const later = await page("/brands/microsoft?from=2030-01-01");
  const beyond = "These records end on Aug. 20, 2026, before the chosen dates";
  expect(later.notices(beyond).links(/actions$/).hrefs).toEqual(["/brands/microsoft"]);
  expect(later.all("main p").at(0).text).toContain(`${beyond}. We do not count awards`);
});

it("a brand's page and endpoint separate matches of the word only, and link to them", async () => {
  const glock = await page("/brands/glock");
  const lede = glock.all("main p").at(0);
  expect(lede.text).toContain("1 contract action that names Glock by the rule below,");
  expect(lede.text).toContain("only mention the word “glock”; the rule leaves them out.");
  expect(lede.figures).toContain("$18,233,389.34");
  const records = await glock.follow("47 further actions", lede);
  expect(records.address).toBe("/contracts?view=actions&brand_words=glock");
  expect(records.named("Result").figures).toContain("$18,233,389.34");
  expect(records.links("Remove Words only, not a mention of: Glock").count).toBe(1);
  expect(await site.json("/api/brands/glock")).toMatchObject({
    totals: { actions: 1, net: 55_940 },
    left_out: { actions: 47, net: 18_233_389.34 },
  });
  expect(await site.json("/api/companies/glock")).toMatchObject({
    named_in: { totals: { actions: 1 }, left_out: { actions: 47, net: 18_233_389.34 } },
  });
  const company = (await page("/companies/glock")).named(/^Other companies’ awards that name Glock/);
  expect(company.links("47 further actions").hrefs).toEqual([records.address]);
});

it("the list of brands runs from the largest net or by name, and links to brands and records", async () => {
  const list = await page("/brands");
  const brands = list.named("Table of brands");
  const nets = brands.all("td:nth-child(3) data").attributes("value").map(cents);
  expect(nets.length).toBeGreaterThan(40);
  expect(nets).toEqual(nets.toSorted((one, other) => other - one));
  const cisco = brands.row("Cisco");
  expect(cisco.all("td").texts[0]).toBe("Cisco");
  const records = await list.follow(/./, cisco.all("td").at(1));
  expect(records.address).toBe("/contracts?brand=cisco");
  expect(records.named("Result").figures).toContain(cisco.figures[0]);

  const byName = await list.follow("By name");
  expect(byName.address).toBe("/brands?sort=name");
  const names = byName.named("Table of brands").rows().all("th").texts;
  expect(names).toHaveLength(brands.rows().count);
  expect(names).toEqual(names.toSorted((one, other) => (one.toLowerCase() < other.toLowerCase() ? -1 : 1)));
  const grayKey = await byName.follow("GrayKey", byName.named("Table of brands"));
  expect(grayKey.all("h1").text).toBe("GrayKey, named in the description of other companies’ awards");
});

it("a brand that no description of the agency names says so and keeps its rule", async () => {
  const figma = await page("/brands/figma");
  expect(figma.all("aside", "No description of an action by ICE names Figma").count).toBe(1);
  expect(figma.named("The rule").text).toContain("figma");
  const cbp = await figma.follow("CBP");
  expect(cbp.address).toBe("/brands/figma?agency=7014");
  expect(cbp.named("Contracts").rows().count).toBe(2);
});

it("the brand facet counts the contracts that it leads to", async () => {
  const list = await page("/contracts?fy=2025");
  const facet = list.all("section", "Brand named in the description");
  expect(facet.text).toContain("Mentions in other companies’ awards. One action");
  const choice = facet.all("li").at(0);
  const [, count] = /(\d[\d,]*) contracts?/.exec(choice.text) ?? [];
  const chosen = await list.follow(/./, choice);
  expect(chosen.address).toMatch(/brand=/);
  expect(chosen.named("Result").text).toContain(`· ${count} contract`);
});
