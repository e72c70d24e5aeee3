import { expect, it } from "vitest";

import type { HitKind } from "@/lib/contracts/search-results";
import type { Store } from "@/lib/store/open";
import { contractNamed, search } from "@/lib/store/search";
import { beforeAllBundled } from "@/lib/store/testing/snapshot";

let store: Store;
beforeAllBundled((bundled) => {
  store = bundled.store;
});

const palantir = "/contracts/CONT_AWD_70CTD022FR0000170_7012_GS35F0086U_4730";

const group = async (typed: string, kind: HitKind) =>
  (await search(store, typed)).find((found) => found.kind === kind);
const first = async (typed: string, kind: HitKind) => (await group(typed, kind))?.hits[0];

it.each([
  "70CTD022FR0000170",
  "70ctd022fr0000170",
  "70CTD0-22-F-R0000170",
  " 70CTD0 22 FR 0000170",
  "7012-70CTD022FR0000170",
  "CONT_AWD_70CTD022FR0000170_7012_GS35F0086U_4730",
  "https://www.usaspending.gov/award/CONT_AWD_70CTD022FR0000170_7012_GS35F0086U_4730/",
  "70CTD022FR0000170 palantir",
  "the order 70CTD0-22-FR-0000170, signed in 2022",
])("the number %s names its contract", async (typed) => {
  expect(await contractNamed(store, typed)).toBe(palantir);
});

it.each(["", "palantir", "70CTD022FR000017", "GS35F0086U", "%' or 1=1 --"])(
  "%s names no contract",
  async (typed) => {
    expect(await contractNamed(store, typed)).toBeNull();
  },
);

it.each([
  ["palantir", "Palantir", "/companies/palantir"],
  ["Palantir Technologies, Incorporated", "Palantir", "/companies/palantir"],
  ["at&t", "AT&T", "/companies/att"],
  ["AT and T", "AT&T", "/companies/att"],
  ["b.i. incorporated", "The GEO Group", "/companies/geo-group"],
  ["geo group", "The GEO Group", "/companies/geo-group"],
  ["west publishing", "Thomson Reuters", "/companies/thomson-reuters"],
  ["alphabet", "Google", "/companies/google"],
  ["gdit", "General Dynamics", "/companies/general-dynamics"],
  ["aws", "Amazon", "/companies/amazon"],
  ["facebook", "Meta", "/companies/meta"],
  ["github", "Microsoft", "/companies/microsoft"],
  ["slack", "Salesforce", "/companies/salesforce"],
  ["b-i", "The GEO Group", "/companies/geo-group"],
])("%s finds the company %s first", async (typed, label, href) => {
  expect(await first(typed, "company")).toMatchObject({ label, href });
});

it("says why a company is found under another name", async () => {
  expect((await first("alphabet", "company"))?.detail).toMatch(/^Alphabet is the parent company of Google/);
});

it("says through which recipient a company was found, and its figures with each agency", async () => {
  const company = await first("west publishing", "company");
  expect(company?.detail).toBe("recorded as WEST PUBLISHING CORPORATION");
  const recipient = await first("west publishing", "recipient");
  expect(recipient?.detail).toBe("grouped under Thomson Reuters");
  // Counted by a program of its own over data/records.
  expect(recipient?.agencies).toMatchObject([
    {
      agency: "7012",
      href: "/contracts?recipient=WEST+PUBLISHING+CORPORATION&grouped=no",
      totals: { net: 773_934_36, actions: 20, contracts: 9 },
    },
    { agency: "7014", totals: { net: 159_777_96, actions: 4 } },
  ]);
});

it("says of a company without an award how often others' awards name it", async () => {
  // Counted by a program of its own over data/records: descriptions with one of its four brands.
  expect(await first("salesforce", "company")).toMatchObject({
    detail: "counted as named in the description of 158 actions of others",
    agencies: [],
  });
});

it("does not list a recipient whose name is its company's", async () => {
  expect(await group("zoll medical", "recipient")).toBeUndefined();
  expect(await first("zoll medical", "company")).toBeDefined();
});

it("lists contracts and vehicles by a part of their number, and says how many there are", async () => {
  const contracts = await group("70CTD0 22 FR 00001", "contract");
  expect(contracts?.hits.map(({ label }) => label)).toContain("70CTD022FR0000170");
  expect(contracts?.hits.every(({ label }) => label.startsWith("70CTD022FR00001"))).toBe(true);
  expect(contracts?.total).toBeGreaterThan(contracts?.hits.length ?? 0);
  const vehicle = await first("GS35F0086U", "vehicle");
  expect(vehicle).toMatchObject({ label: "GS35F0086U", href: "/vehicles/GS35F0086U" });
});

it("finds agencies and offices by name, code and initials", async () => {
  for (const typed of ["ice", "7012", "immigration and customs"]) {
    expect(await first(typed, "agency")).toMatchObject({ href: "/agencies/7012" });
  }
  for (const typed of ["70CMSD", "70cms", "support, dallas"]) {
    expect(await first(typed, "office")).toMatchObject({ href: "/agencies/7012/offices/70CMSD" });
  }
});

it("counts the words of the records for each agency, as the list of contracts does", async () => {
  const words = await first("west publishing", "words");
  expect(words?.href).toBe("/contracts?q=west+publishing&agency=7012&agency=7014");
  expect(words?.agencies).toMatchObject([
    { agency: "7012", href: "/contracts?q=west+publishing", totals: { net: 773_934_36, actions: 20 } },
    { agency: "7014", totals: { net: 159_777_96, actions: 4 } },
  ]);
});

it("finds nothing for what is not there, and nothing odd in odd characters", async () => {
  for (const typed of ["zzzzqq", "%", "_____", "'; drop table actions; --", "\\", "&"]) {
    const kinds = (await search(store, typed)).map(({ kind }) => kind).filter((kind) => kind !== "words");
    expect(kinds, typed).toEqual([]);
  }
});
