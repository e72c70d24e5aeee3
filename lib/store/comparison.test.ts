import { beforeAll, describe, expect, it } from "vitest";

import { comparedParts } from "@/lib/contracts/comparisons";
import { type ComparableGrouping, comparableGroupings } from "@/lib/contracts/groupings";
import { readEnv } from "@/lib/env";
import { periodsFinding } from "@/lib/findings/compared-periods";
import { type ComparedPeriods, comparedPeriods } from "@/lib/query/comparison";
import { parseQuery } from "@/lib/query/parse";
import type { Query } from "@/lib/query/query";
import { comparePeriods } from "@/lib/store/comparison";
import { labels } from "@/lib/store/facets";
import type { Store } from "@/lib/store/open";
import { groupsOf, select, sumTotals } from "@/lib/store/testing/oracle";
import { type Plain, readNames, readPlain, readRows } from "@/lib/store/testing/records";
import { beforeAllBundled } from "@/lib/store/testing/snapshot";

let store: Store;
beforeAllBundled((bundled) => {
  store = bundled.store;
});
let plain: Plain;
beforeAll(async () => {
  plain = readPlain(readRows(), await readNames(store));
});

function read(text: string): { query: Query; periods: ComparedPeriods } {
  const { query, problems } = parseQuery(new URLSearchParams(text));
  expect(problems).toEqual([]);
  const periods = comparedPeriods(query, store.info);
  if (typeof periods === "string") throw new Error(periods);
  return { query, periods };
}

/** Selections with windows of every kind: to date, whole, custom and overlapping, of one company and of two agencies. */
const selections = [
  "fy=2026&vs=year-earlier",
  "fy=2025&vs=previous",
  "fy=2024&fy=2025&vs=previous&agency=7012&agency=7014",
  "company=palantir&from=2025-01-20&vs=previous",
  "grouped=no&fy=2026&category=detention&vs=2024-10-01..2025-08-20",
  "from=2025-06-01&to=2025-12-31&vs=2025-01-01..2025-07-15",
  "sign=neg&fy=2026&vs=year-earlier",
  "fy=2026&min=1000000&amount=period&vs=year-earlier",
  "q=detention&grouped=owned&fy=2026&vs=year-earlier",
];

/** Each selection by one grouping, a different one each; the deep lane has all of them. */
const groupingsFor = (place: number) =>
  readEnv().TEST_DEEP
    ? comparableGroupings
    : [comparableGroupings[place % comparableGroupings.length] as ComparableGrouping];

describe.each(selections.map((text, place) => ({ text, place })))("$text", ({ text, place }) => {
  it.each(groupingsFor(place))("by %s is what plain loops over the records give", async (by) => {
    const { periods } = read(text);
    const [now, before] = [select(plain, periods.current), select(plain, periods.earlier)];
    const found = await comparePeriods(store, periods, by);
    expect(found.current).toEqual(sumTotals(now, periods.current));
    expect(found.earlier).toEqual(sumTotals(before, periods.earlier));
    expect(found.change).toBe(found.current.net - found.earlier.net);

    const nets = (query: Query, actions: typeof now) =>
      new Map(groupsOf(plain, actions, query, by as ComparableGrouping).map(({ key, net }) => [key, net]));
    const [ofNow, ofBefore] = [nets(periods.current, now), nets(periods.earlier, before)];
    const expected = new Map<string | null, [string, number]>();
    for (const key of new Set([...ofNow.keys(), ...ofBefore.keys()])) {
      const [net, earlier] = [ofNow.get(key), ofBefore.get(key)];
      const part =
        net === undefined
          ? "ended"
          : net < 0
            ? "taken_back"
            : earlier === undefined
              ? "began"
              : net > earlier
                ? "more"
                : net < earlier
                  ? "less"
                  : "same";
      expected.set(key, [part, (net ?? 0) - (earlier ?? 0)]);
    }
    expect(new Map(found.groups.map(({ key, part, change }) => [key, [part, change]]))).toEqual(expected);
    expect(found.groups).toHaveLength(expected.size);
  });

  it("adds up to the cent, by groups and by parts", async () => {
    const { periods } = read(text);
    const { change, groups, parts } = await comparePeriods(store, periods, "company");
    expect(groups.reduce((sum, group) => sum + group.change, 0)).toBe(change);
    expect(parts.map(({ part }) => part)).toEqual(Object.keys(comparedParts));
    expect(parts.reduce((sum, part) => sum + part.change, 0)).toBe(change);
    expect(parts.reduce((sum, part) => sum + part.groups, 0)).toBe(groups.length);
    for (const part of parts) expect(part.change).toBe(part.current - part.earlier);
  });
});

it("has the golden figures of the fiscal year to date", async () => {
  const { query, periods } = read("fy=2026&vs=year-earlier");
  expect(periods.earlierDays).toEqual({ from: "2024-10-01", to: "2025-08-20" });
  const found = await comparePeriods(store, periods, "company");
  expect([found.current.net, found.earlier.net]).toEqual([6_770_140_465_18, 2_435_372_233_36]);
  expect(periodsFinding(periods, found, store.info, await labels(store, query))).toBe(
    "ICE has obligated $6.77 billion so far in FY2026, 2.8 times the $2.44 billion over the same dates a year earlier",
  );
});
