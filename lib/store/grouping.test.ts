import { readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";

import { defaults } from "@/lib/query/query";
import { totals } from "@/lib/store/contracts";
import type { Store } from "@/lib/store/open";
import { readRows } from "@/lib/store/testing/records";
import { beforeAllBundled } from "@/lib/store/testing/snapshot";

/** What the reviewed rules make of the bundled records, held to the recorded names and amounts themselves. */

let store: Store;
beforeAllBundled((bundled) => {
  store = bundled.store;
});

const { data: rules } = Papa.parse<Record<string, string>>(
  readFileSync(join(process.cwd(), "data", "companies.csv"), "utf8"),
  { header: true, skipEmptyLines: true },
);
const rows = readRows();
const ice = rows.filter((row) => row.awarding_sub_agency_code === "7012");
const cents = (row: Record<string, string>) =>
  Number((row.federal_action_obligation as string).replace(".", ""));

/** Letters and digits alone, legal forms in one spelling: another way of comparing names than the program's own. */
const folded = (name: string) =>
  name
    .toUpperCase()
    .replace(/&/g, "AND")
    .replace(/[^A-Z0-9]/g, "")
    .replace(/^THE/, "")
    .replace(/INCORPORATED$/, "INC")
    .replace(/CORPORATION$/, "CORP")
    .replace(/COMPANY(?=INC$|$)/, "CO")
    .replace(/LIMITED$/, "LTD");

/** Net obligations of ICE by recipient as recorded, largest first. */
function largest(): [name: string, net: number][] {
  const nets = new Map<string, number>();
  for (const row of ice)
    nets.set(row.recipient_name as string, (nets.get(row.recipient_name as string) ?? 0) + cents(row));
  return [...nets].sort(([, one], [, other]) => other - one);
}

async function grouped(): Promise<Map<string, { slug: string; basis: string }>> {
  const found = await store.rows<{ name: string; slug: string; basis: string }>({
    text: "select r.name, c.slug, r.basis from recipients r join companies c on c.id = r.company",
    values: [],
  });
  expect(new Set(found.map(({ name }) => name)).size).toBe(found.length);
  return new Map(found.map(({ name, ...group }) => [name, group]));
}

describe.each([
  "geo-group",
  "akima",
  "caci",
  "dell",
  "deloitte",
  "thomson-reuters",
  "relx",
  "general-dynamics",
  "motorola-solutions",
  "att",
])("the group %s", (slug) => {
  it("is the sum of the recipients that its rules list", async () => {
    const listed = new Set(
      rules.filter((rule) => rule.slug === slug).map(({ value }) => folded(value ?? "")),
    );
    const own = ice.filter((row) => listed.has(folded(row.recipient_name as string)));
    expect(own.length).toBeGreaterThan(0);
    const found = await totals(store, { ...defaults("contracts"), company: [slug] });
    expect({ net: found.net, actions: found.actions }).toEqual({
      net: own.reduce((sum, row) => sum + cents(row), 0),
      actions: own.length,
    });
  });
});

it("puts every recorded name into one company", async () => {
  const groups = await grouped();
  expect(new Set(groups.keys())).toEqual(new Set(rows.map((row) => row.recipient_name as string)));
});

it("keeps look-alikes apart", async () => {
  const groups = await grouped();
  const members = (name: string) => {
    const slug = groups.get(name)?.slug;
    return [...groups].flatMap(([other, group]) => (group.slug === slug ? [other] : [])).sort();
  };
  for (const alone of [
    "SNAP, INC",
    "GEO INTERNATIONAL LLC",
    "GEO4S TECHNOLOGIES LLC",
    "SPECTRUM SECURITY SERVICES, INC.",
    "CLASSIC AIR CHARTER INC.",
    "FRAUD INC",
    "PARAGON SOLUTIONS (US) INC",
    "PARAGON ENVIRONMENTAL SERVICES, LLC",
    "PARAGON MICRO INC",
    "CELERITY GOVERNMENT SOLUTIONS LLC",
    "VERITAS MANAGEMENT GROUP, INC.",
    "GRANT THORNTON LLP",
    "BI2 TECHNOLOGIES, LLC",
    "SWARM TECHNOLOGIES INC",
  ])
    expect(members(alone)).toEqual([alone]);
  expect(members("PARAGON PROFESSIONAL SERVICES LLC").filter((name) => name.includes("PARAGON"))).toEqual([
    "PARAGON PROFESSIONAL SERVICES LLC",
  ]);
  expect(members("PARAGON SYSTEMS INC")).toEqual([
    "PARAGON SYSTEMS INC",
    "SECURITAS CRITICAL INFRASTRUCTURE SERVICES, INC.",
  ]);
  expect(members("THE GEO GROUP, INC.")).toEqual([
    "B.I. INCORPORATED",
    "CORNELL COMPANIES, INC.",
    "GEO CARE SERVICES, LLC",
    "GEO TRANSPORT, INC.",
    "THE GEO GROUP, INC.",
  ]);
});

/** Looked at by a person: none of them belongs to the leading recipient whose first word it shares. */
const leftApart = [
  "ACQUISITION WORKFORCE, INC.",
  "ACUITY CONSULTING INC",
  "ACUITY INTERNATIONAL, LLC",
  "ACUITY-CHS, LLC",
  "AIRCRAFT PERFORMANCE GROUP LLC",
  "ALPHA INTERNATIONAL RESOURCES LLC",
  "ALPHA RECOVERY LLC",
  "ALPHA SITE LOGISTICS INC",
  "ARDENT MANAGEMENT CONSULTING, LLC",
  "ATLANTIC EMERGENCY SOLUTIONS INC",
  "ATLANTIC JET REFINISHING INC",
  "ATLANTIC PACIFIC STANDARD LLC",
  "ATLANTIC SIGNAL LLC",
  "CREATIVE SIGN SERVICE INC",
  "CREDENCE DYNAMO SOLUTIONS LLC",
  "CSI ARMORING INC",
  "EASTERN COMMUNICATIONS LTD LLC",
  "EASTERN LIFT TRUCK CO INC",
  "EASTERN LIFT TRUCK CO., INC.",
  "FAMILY FIRST 5 INC.",
  "FOUR LLC",
  "FOUR SEASONS PET RESORT LLC",
  "FOUR STATE BORDER SOLUTIONS LLC",
  "GEM APPRAISALS UNLIMITED, LLC",
  "GEO INTERNATIONAL LLC",
  "GEO-MED, LLC",
  "HAMILTON ALLIANCE INC",
  "HAMILTON BUSINESS INTERIORS LLC",
  "HAMILTON PRODUCTS GROUP, INC.",
  "INSIGHT PUBLIC SECTOR INC",
  "ITC-DE, LLC",
  "KCI TECHNOLOGIES, INC.",
  "PARAGON ENVIRONMENTAL SERVICES, LLC",
  "PARAGON MICRO INC",
  "PARAGON SOLUTIONS (US) INC",
  "PARAGON SYSTEMS INC",
  "PEOPLE, TECHNOLOGY AND PROCESSES, LLC",
  "RELIANCE CONTRACTORS INC",
  "STELLA JV 2.0, LLC",
  "U.S. FEDERAL SOLUTIONS, INC.",
  "U.S. PAN AMERICAN SOLUTIONS LLC",
  "U.S. TACTICAL SUPPLY, INC.",
];

describe("the recipients that together hold 90% of ICE's net obligations", () => {
  const all = largest();
  const net = ice.reduce((sum, row) => sum + cents(row), 0);
  const leading: string[] = [];
  for (let sum = 0; sum < net * 0.9; ) {
    const [name, own] = all[leading.length] as [string, number];
    leading.push(name);
    sum += own;
  }

  it("are each named by a reviewed rule", async () => {
    const groups = await grouped();
    expect(leading.filter((name) => groups.get(name)?.basis === "automatic")).toEqual([]);
  });

  it("share a rare first word only with recipients that were looked at and left apart", async () => {
    const groups = await grouped();
    const first = (name: string) => name.replace(/^THE /, "").split(/[^A-Z0-9&']+/)[0] ?? "";
    const companies = new Map<string, Map<string, string>>();
    for (const [name, { slug }] of groups)
      companies.set(first(name), (companies.get(first(name)) ?? new Map<string, string>()).set(slug, name));
    const words = new Set(leading.map(first).filter((word) => (companies.get(word)?.size ?? 0) <= 5));
    const apart = [...groups.keys()].filter(
      (name) =>
        words.has(first(name)) &&
        !leading.some(
          (other) => first(other) === first(name) && groups.get(other)?.slug === groups.get(name)?.slug,
        ),
    );
    expect(apart.sort()).toEqual(leftApart);
  });
});
