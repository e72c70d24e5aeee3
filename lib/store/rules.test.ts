import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { categories } from "@/lib/contracts/categories";
import { readCategoryRules } from "@/lib/identity/categories";
import { readTable } from "@/lib/import/rule-tables";
import { parseQuery } from "@/lib/query/parse";
import { change, defaults, href } from "@/lib/query/query";
import { namedInOf } from "@/lib/store/brands";
import { groups, totals } from "@/lib/store/contracts";
import type { Store } from "@/lib/store/open";
import { contractsInOtherCategory } from "@/lib/store/other-category";
import { storedOtherCategory } from "@/lib/store/report";
import { beforeAllBundled } from "@/lib/store/testing/snapshot";

/** Figures that the reviewed rule tables decide, to the cent, and what a review of them has covered. */

let store: Store;
beforeAllBundled((bundled) => {
  store = bundled.store;
});

const ice = defaults("contracts");
const cbp = change(ice, { agency: ["7014"] });
const both = change(ice, { agency: ["7012", "7014"] });

describe("categories", () => {
  it("were reviewed for every product of over $5 million of either agency", async () => {
    const large = await store.rows<{ product: string }>({
      text: `select distinct description as product from (select p.description, a.agency_code, sum(a.amount_cents) as net
          from actions a join products p on p.id = a.product where p.description is not null group by all)
        where abs(net) > 500000000`,
      values: [],
    });
    const products = new Set(large.map(({ product }) => product));
    expect(products.size).toBe(246);
    const rules = readCategoryRules(
      await readTable(join(process.cwd(), "data", "categories.csv"), "data/categories.csv"),
    );
    expect([...products].filter((product) => rules.reviewedOn(product) === null)).toEqual([]);
  });

  it.each([
    ["HAZARD-DETECTING INSTRUMENTS AND APPARATUS", "Scanners and detectors"],
    ["CLOTHING, SPECIAL PURPOSE", "Clothing and badges"],
    ["BADGES AND INSIGNIA", "Clothing and badges"],
    ["VIDEO RECORDING AND REPRODUCING EQUIPMENT", "Cameras and recording"],
    ["PHONOGRAPHS, RADIOS, AND TELEVISION SETS: HOME TYPE", "Telecommunications"],
    [
      "IT AND TELECOM - PLATFORM PRODUCTS: DATABASE, MAINFRAME, MIDDLEWARE (HW, PERPETUAL LICENSE SOFTWARE)",
      "Software and IT services",
    ],
    [
      "MAINT/REPAIR/REBUILD OF EQUIPMENT- SHIPS, SMALL CRAFT, PONTOONS, AND FLOATING DOCKS",
      "Flights and transport",
    ],
  ])("puts %s under %s", async (product, label) => {
    const { groups: found } = await groups(store, change(both, { psc: [product] }), "category");
    expect(found.map((group) => group.label)).toEqual([label]);
  });

  it("leave scanners, clothing and badges out of weapons and protective gear", async () => {
    const net = async (query: typeof ice) => (await totals(store, query)).net;
    const weapons = { category: ["weapons"] };
    expect(await net(change(cbp, weapons))).toBe(342_249_016_84);
    expect(await net(change(ice, weapons))).toBe(295_693_938_48);
    const apart = [
      "HAZARD-DETECTING INSTRUMENTS AND APPARATUS",
      "CLOTHING, SPECIAL PURPOSE",
      "BADGES AND INSIGNIA",
    ];
    // What the category came to with them.
    expect(await net(change(cbp, weapons))).toBe(1_749_501_725_83 - (await net(change(cbp, { psc: apart }))));
  });
});

describe("what a code leaves out of a category", () => {
  it("is large, is in none of its actions in the category, and adds up as its link says", async () => {
    const left = await contractsInOtherCategory(store, both);
    expect(left).toHaveLength((await storedOtherCategory(store)).length);
    for (const { category, title, query, totals: sum, within } of left) {
      expect(sum.net, title).toBeGreaterThanOrEqual(10_000_000_00);
      expect(within, title).not.toContain(categories[category]);
      const { query: read, problems } = parseQuery(new URL(href("http://x/contracts", query)).searchParams);
      expect([problems, await totals(store, read)]).toEqual([[], sum]);
    }
  });

  it("is named with a category for the agencies that are shown", async () => {
    const detention = await contractsInOtherCategory(store, change(ice, { category: ["detention"] }));
    expect(detention.map(({ title, totals: { net }, within }) => [title, net, within])).toEqual([
      ["Supervision program ISAP", 1_550_697_220_67, ["Professional support"]],
      ["Camp East Montana", 598_444_871_04, ["Professional support"]],
      ["Coordinators of custody and removal", 35_276_751_84, ["Other"]],
    ]);
    const ofCbp = await contractsInOtherCategory(store, change(cbp, { category: ["detention"] }));
    expect(ofCbp.map(({ query }) => query.agency)).toEqual([["7014"], ["7014"]]);
  });
});

describe("brands", () => {
  /** Net, and the number of actions, of ICE and of both agencies together. */
  it.each([
    ["google", [1_396_105_24, 18], [16_089_488_95, 38]],
    ["meta", [0, 0], [161_079_00, 1]],
    ["oracle", [16_501_930_98, 29], [258_939_318_12, 74]],
    ["motorola-solutions", [444_032_326_09, 33], [445_172_271_33, 40]],
  ])("name %s in awards to others", async (owner, own, all) => {
    const found = async (query: typeof ice) => {
      const { totals: sum } = (await namedInOf(store, query, owner)) ?? {};
      return [sum?.net, sum?.actions];
    };
    expect({ own: await found(ice), all: await found(both) }).toEqual({ own, all });
  });
});

describe("a brand", () => {
  /** Net of both agencies' actions of others that name it. */
  it.each([
    ["virustotal", 526_807_00],
    ["wiz", 3_577_618_50],
    ["hashicorp", 2_326_600_39],
    ["tririga", 2_634_775_70],
    ["bmc", 2_669_686_69],
    ["avaya", 4_528_571_14],
    ["toughbook", 2_843_270_53],
    ["konvoy", 8_685_843_00],
    ["silvus", 877_059_09],
    ["flir", 883_016_41],
    ["l3harris", 108_304_48],
    ["microstrategy", 430_711_38],
    ["blackberry", 15_936_396_97],
    ["netbackup", 12_266_346_89],
    ["extreme-networks", 2_241_992_71],
    ["whatsapp", 0],
  ])("%s is named for exactly that much", async (slug, net) => {
    expect((await totals(store, change(both, { brand: [slug] }))).net).toBe(net);
  });
});

describe("companies", () => {
  it.each([
    ["securitas", 12_951_128_74, 115_634_928_70],
    ["sls", 250_00, 2_915_240_900_90],
    ["guidehouse", 55_444_597_90, 140_348_855_20],
    ["kiewit", 0, 2_243_979_041_00],
    ["lmi", 0, 211_015_444_86],
    ["charter-communications", 772_175_11, 305_661_49],
    ["government-acquisitions", 4_583_873_01, 226_112_120_73],
  ])("are one as %s", async (slug, ofIce, ofCbp) => {
    const company = { company: [slug] };
    expect((await totals(store, change(ice, company))).net).toBe(ofIce);
    expect((await totals(store, change(cbp, company))).net).toBe(ofCbp);
  });

  it("have an address of more than a letter, also where the name is initials", async () => {
    const slugs = (
      await store.rows<{ slug: string }>({ text: "select slug from companies", values: [] })
    ).map(({ slug }) => slug);
    expect(slugs.filter((slug) => slug.length < 2)).toEqual([]);
    expect(slugs).toContain("g-l-p");
  });
});
