import { expect, it } from "vitest";

import { change, defaults } from "@/lib/query/query";
import { suggest } from "@/lib/search/suggest";
import type { Store } from "@/lib/store/open";
import { beforeAllBundled } from "@/lib/store/testing/snapshot";

let store: Store;
beforeAllBundled((bundled) => {
  store = bundled.store;
});

const of = (q: string, agency = ["7012"]) =>
  suggest(store, change(defaults("contracts"), { q, agency }), null);
const first = async (q: string) => (await of(q))[0];

it.each([
  ["palantr", "company", "/companies/palantir"],
  ["pal", "company", "/companies/palantir"],
  ["AT and T", "company", "/companies/att"],
  ["microsoft", "company", "/companies/microsoft"],
  ["corrections corporation of america", "company", "/companies/corecivic"],
  ["west publishing", "company", "/companies/thomson-reuters"],
  ["azure", "brand", "/brands/azure"],
  ["70CTD0-22-FR-0000170", "contract", "/contracts/CONT_AWD_70CTD022FR0000170_7012_GS35F0086U_4730"],
  [
    "https://www.usaspending.gov/award/CONT_AWD_70CTD022FR0000170_7012_GS35F0086U_4730/",
    "contract",
    "/contracts/CONT_AWD_70CTD022FR0000170_7012_GS35F0086U_4730",
  ],
  ["gs35f0086", "vehicle", "/vehicles/GS35F0086U"],
  ["ice", "agency", "/agencies/7012"],
  ["70cmsd", "office", "/agencies/7012/offices/70CMSD"],
  ["operations support, dallas", "office", "/agencies/7012/offices/70CMSD"],
  ["$29.8M", "figure", "/find?amount=%2429.8M"],
  ["29.8 million", "figure", "/find?amount=29.8+million"],
])("suggests for %s first the %s at %s", async (typed, kind, href) => {
  expect(await first(typed)).toMatchObject({ kind, href });
});

it("names who published a figure", async () => {
  expect(await first("$139.3 million")).toMatchObject({ detail: "published by Forbes, Jan. 26, 2026" });
  expect(await first("$139.4 million")).toMatchObject({
    detail: "actions, contracts and sums with this amount",
  });
});

it("has at most 10 suggestions, at most 5 of one kind, the best fit first and then the largest", async () => {
  const found = await of("general");
  expect(found.length).toBe(10);
  const companies = found.filter(({ kind }) => kind === "company");
  expect(companies.length).toBe(5);
  expect(found[0]).toMatchObject({ kind: "company", label: "General Dynamics", detail: null });
  const nets = companies.map(({ net }) => net ?? 0);
  expect(nets).toEqual(nets.toSorted((one, other) => other - one));
});

it("has the dollars and the address of the agencies requested", async () => {
  const [ice] = await of("west publishing");
  expect(ice).toMatchObject({ detail: "recorded as WEST PUBLISHING CORPORATION" });
  const recipient = (found: Awaited<ReturnType<typeof of>>) => found.find(({ kind }) => kind === "recipient");
  expect(recipient(await of("west publishing"))).toMatchObject({ net: 773_934_36 });
  expect(recipient(await of("west publishing", ["7014"]))).toMatchObject({
    net: 159_777_96,
    href: "/contracts?recipient=WEST+PUBLISHING+CORPORATION&grouped=no&agency=7014",
  });
  expect((await of("palantir", ["7014"]))[0]).toMatchObject({ href: "/companies/palantir?agency=7014" });
});

it("suggests companies alone to the filter of companies", async () => {
  const found = await suggest(store, change(defaults("contracts"), { q: "mic" }), "company");
  expect(found.length).toBe(10);
  expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(["company"]));
});

it.each(["", " ", "zzzzqq", "$", "%", "-", "&", "'; drop table actions; --"])(
  "suggests nothing for %j",
  async (typed) => {
    expect(await of(typed)).toEqual([]);
  },
);

it("is no figure without a sign of money", async () => {
  for (const typed of ["7012", "2025", "360", "g4s"])
    expect((await of(typed))[0]?.kind, typed).not.toBe("figure");
});
