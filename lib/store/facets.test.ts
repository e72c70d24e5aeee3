import { expect, it } from "vitest";

import { mostValues } from "@/lib/query/parameters";
import { change, defaults } from "@/lib/query/query";
import { groups, totals } from "@/lib/store/contracts";
import { facets } from "@/lib/store/facets";
import type { Store } from "@/lib/store/open";
import { beforeAllBundled } from "@/lib/store/testing/snapshot";

let store: Store;
beforeAllBundled((bundled) => {
  store = bundled.store;
});

it("offers no more values when a filter has the most allowed", async () => {
  const all = defaults("actions");
  const { groups: found } = await groups(store, all, "company");
  const slugs = found.flatMap(({ key }) => (key === null ? [] : [key])).slice(-mostValues);
  const choicesOf = async (company: string[]) =>
    (await facets(store, change(all, { company }))).find(({ name }) => name === "company")?.values ?? [];
  expect(slugs).toHaveLength(mostValues);
  expect((await choicesOf(slugs)).filter(({ chosen }) => !chosen)).toEqual([]);
  expect((await choicesOf(slugs.slice(1))).filter(({ chosen }) => !chosen)).not.toEqual([]);
});

it("counts as new in each fiscal year what choosing that year selects", async () => {
  const isNew = { ...defaults("contracts"), new: ["yes" as const] };
  const years = (await facets(store, isNew)).find(({ name }) => name === "fy")?.values ?? [];
  expect(years.length).toBeGreaterThan(3);
  for (const { value, count, net } of years) {
    const found = await totals(store, change(isNew, { fy: [Number(value)] }));
    expect({ value, count: found.contracts, net: found.net }).toEqual({ value, count, net });
  }
});
