import { describe, expect, it } from "vitest";

import { type Group, noFigures } from "@/lib/contracts/totals";
import { change, defaults } from "@/lib/query/query";
import { groups, largestFirst, periods, totals } from "@/lib/store/contracts";
import { groupsByYear, leadersOf, netsOverTime } from "@/lib/store/leaders";
import type { Store } from "@/lib/store/open";
import { beforeAllBundled } from "@/lib/store/testing/snapshot";

let store: Store;
beforeAllBundled((bundled) => {
  store = bundled.store;
});

const ice = defaults("contracts");
const both = change(ice, { agency: ["7012", "7014"] });
const figures = ["net", "added", "taken_back", "actions"] as const;
const addUp = (parts: Omit<Group, "key" | "label">[]) => {
  const total = { ...noFigures };
  for (const part of parts) for (const name of figures) total[name] += part[name];
  const { net, added, taken_back, actions } = total;
  return { net, added, taken_back, actions };
};

describe("groups of time", () => {
  it.each(["month", "fiscal_year"] as const)(
    "by %s are their agencies' parts added up, each in its place",
    async (by) => {
      const found = await periods(store, both, by);
      expect(found.map(({ parts: _, ...group }) => group)).toEqual((await groups(store, both, by)).groups);
      for (const { parts = [], ...group } of found) {
        expect(parts.map(({ key }) => key)).toEqual(["7012", "7014"]);
        expect(addUp(parts)).toEqual(addUp([group]));
      }
    },
  );

  it("of one agency have no parts", async () => {
    expect(await periods(store, ice, "fiscal_year")).toEqual(
      (await groups(store, ice, "fiscal_year")).groups,
    );
  });

  it("can leave their own filter out, in the parts too", async () => {
    const one = change(both, { fy: [2025] });
    expect(await periods(store, one, "fiscal_year", "fy")).toEqual(await periods(store, both, "fiscal_year"));
  });
});

describe("the largest companies by fiscal year", () => {
  it("are those of the ranking, in its order, and with all the others the totals", async () => {
    const { leaders, rest } = leadersOf(await groupsByYear(store, ice, "company"), 5);
    const ranked = (await groups(store, ice, "company", { top: 5 })).groups;
    expect(leaders.map(({ total }) => [total.key, total.net])).toEqual(
      ranked.map(({ key, net }) => [key, net]),
    );
    const all = [...leaders, ...(rest ? [rest] : [])];
    const { net, added, taken_back, actions, companies } = await totals(store, ice);
    expect(addUp(all.map(({ total }) => total))).toEqual({ net, added, taken_back, actions });
    expect(leaders.length + (rest?.groups ?? 0)).toBe(companies);
    const years = (await groups(store, ice, "fiscal_year")).groups;
    for (const [index, year] of years.entries()) {
      expect(all.map((one) => one.years[index]?.key)).toEqual(all.map(() => year.key));
      expect(addUp(all.flatMap((one) => one.years[index] ?? []))).toEqual(addUp([year]));
    }
  });

  it("are recipients where companies are not grouped", async () => {
    const query = change(ice, { grouped: "no" });
    const { leaders } = leadersOf(await groupsByYear(store, query, "company"), 3);
    const ranked = (await groups(store, query, "company", { top: 3 })).groups;
    expect(leaders.map(({ label }) => label)).toEqual(ranked.map(({ label }) => label));
  });

  it.each(["agency", "office", "category"] as const)("can be groups by %s", async (by) => {
    const all = await groupsByYear(store, both, by);
    expect(all.map(({ total, label }) => [total.key, label, total.net])).toEqual(
      (await groups(store, both, by)).groups.map(({ key, label, net }) => [key, label, net]),
    );
    for (const { total, years } of all) expect(addUp(years)).toEqual(addUp([total]));
  });

  it("of nothing are none", async () => {
    const none = await groupsByYear(store, change(ice, { company: ["no-such-company"] }), "company");
    expect(leadersOf(none, 5)).toEqual({ leaders: [], rest: null });
  });
});

describe("the net of chosen groups over time", () => {
  it.each(["company", "office", "category", "recipient"] as const)(
    "by %s adds up to the totals",
    async (by) => {
      const query = change(ice, { company: ["caci", "deloitte", "palantir"] });
      for (const time of ["fiscal_year", "month"] as const) {
        const { keys, lines } = await netsOverTime(store, query, time, by);
        expect(keys).toEqual(keys.toSorted());
        expect(keys).toHaveLength(time === "month" ? 71 : 6);
        for (const { net, nets } of lines) {
          expect(nets).toHaveLength(keys.length);
          expect(nets.reduce((sum, one) => sum + one, 0)).toBe(net);
        }
        expect(lines.reduce((sum, { net }) => sum + net, 0)).toBe((await totals(store, query)).net);
      }
    },
  );

  it("lists the largest first, and nothing of an empty selection", async () => {
    const query = change(ice, { company: ["caci", "deloitte", "palantir"] });
    const { lines } = await netsOverTime(store, query, "fiscal_year", "company");
    expect(lines.map(({ key }) => key).toSorted()).toEqual(["caci", "deloitte", "palantir"]);
    expect(lines.map(({ net }) => net)).toEqual(lines.map(({ net }) => net).toSorted((a, b) => b - a));
    const empty = await netsOverTime(
      store,
      change(ice, { company: ["no-such-company"] }),
      "month",
      "company",
    );
    expect(empty).toEqual({ keys: [], lines: [] });
  });

  it.each(["brand", "place"] as const)(
    "has only the chosen ones by %s, where an action is in several groups, each with all of its actions",
    async (by) => {
      const { groups: all } = await groups(store, ice, by);
      const slugs = all.flatMap(({ key }) => key ?? []).slice(0, 6);
      const chosen = change(ice, { [by]: slugs.toSorted() });
      const named = (await groups(store, chosen, by)).groups.map(({ key }) => key);
      expect(named.length, "others that the same actions name").toBeGreaterThan(slugs.length);
      const { lines } = await netsOverTime(store, chosen, "fiscal_year", by);
      const byYear = await groupsByYear(store, chosen, by);
      const nets = await Promise.all(
        slugs.map(async (slug) => [slug, (await totals(store, change(ice, { [by]: [slug] }))).net]),
      );
      expect(lines.map(({ key, net }) => [key, net])).toEqual(nets);
      expect(byYear.map(({ total }) => [total.key, total.net])).toEqual(nets);
      expect((await largestFirst(store, chosen, by)).map(({ key, net }) => [key, net])).toEqual(nets);
      const every = await largestFirst(store, chosen, by, by);
      expect(every.map(({ key }) => key)).toEqual(all.flatMap(({ key }) => key ?? []));
    },
  );
});
