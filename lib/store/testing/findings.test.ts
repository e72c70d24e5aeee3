import { readdirSync, readFileSync } from "node:fs";

import Papa from "papaparse";
import { describe, expect, it } from "vitest";

import { type GroupingName, isTime } from "@/lib/contracts/groupings";
import { finding } from "@/lib/findings/finding";
import { headlineFinding } from "@/lib/findings/year-to-date";
import { parseQuery } from "@/lib/query/parse";
import { dailyTotals, groups, periods, totals } from "@/lib/store/contracts";
import { labels } from "@/lib/store/facets";
import type { Store } from "@/lib/store/open";
import { latestMonths, overviewQueries, sameDates } from "@/lib/store/overview";
import { recentActions, signedIn } from "@/lib/store/recent";
import { beforeAllBundled } from "@/lib/store/testing/snapshot";

/* The figures in titles, computed a second time from the record files by plain loops. */

let store: Store;
beforeAllBundled((bundled) => {
  store = bundled.store;
});

interface RecordRow {
  action_date: string;
  federal_action_obligation: string;
  awarding_sub_agency_code: string;
  recipient_name: string;
  award_id_piid: string;
  modification_number: string;
}

/** The rows of the files, without those that repeat another in every column. */
const rows = readdirSync("data/records")
  .filter((file) => file.endsWith(".csv") && file.includes("contract-actions"))
  .flatMap((file) => {
    const text = readFileSync(`data/records/${file}`, "utf8");
    const { data } = Papa.parse<RecordRow>(text, { header: true, skipEmptyLines: true });
    return [...new Map(data.map((row) => [JSON.stringify(row), row])).values()];
  })
  .map((row) => ({
    day: row.action_date,
    dollars: Number(row.federal_action_obligation),
    agency: row.awarding_sub_agency_code,
    recipient: row.recipient_name,
    piid: row.award_id_piid,
    modification: row.modification_number,
  }));

type PlainRow = (typeof rows)[number];

const isIce = ({ agency }: PlainRow) => agency === "7012";
const within = (from: string, to: string) => (row: PlainRow) =>
  isIce(row) && row.day >= from && row.day <= to;
const dollarsOf = (chosen: PlainRow[]) => chosen.reduce((sum, { dollars }) => sum + dollars, 0);

/** Sums of rows by a key, the largest first. */
function ranked(chosen: PlainRow[], keyOf: (row: PlainRow) => string) {
  const sums = new Map<string, number>();
  for (const row of chosen) sums.set(keyOf(row), (sums.get(keyOf(row)) ?? 0) + row.dollars);
  return [...sums].toSorted(([, one], [, other]) => other - one);
}

const billions = (dollars: number) => `$${(dollars / 1e9).toFixed(2)} billion`;

/** The finding of a chart on /contracts with these parameters. */
async function find(by: GroupingName, text = "") {
  const { query, problems } = parseQuery(new URLSearchParams(text));
  expect(problems).toEqual([]);
  const [found, whole, names, dates] = await Promise.all([
    isTime(by) ? periods(store, query, by) : groups(store, query, by).then((all) => all.groups),
    totals(store, query),
    labels(store, query),
    sameDates(store, query),
  ]);
  return finding({ by, query, days: store.info, names, groups: found, whole: whole.net, sameDates: dates });
}

const thisYear = within("2025-10-01", "2026-08-20");
const sameDatesBefore = within("2024-10-01", "2025-08-20");

describe("figures in findings", () => {
  it("are the shares of the largest recipients", async () => {
    const found = (await find("recipient", "grouped=no&fy=2026")) ?? "";
    const chosen = rows.filter(thisYear);
    const [[first, most] = ["", 0], [second, next] = ["", 0]] = ranked(chosen, ({ recipient }) => recipient);
    const share = Math.round(((most + next) / dollarsOf(chosen)) * 100);
    expect(found).toBe(`${first} and ${second} account for ${share}% of what ICE obligated so far in FY2026`);
  });

  it("are the month with the most, of all months and of the latest", async () => {
    const months = ranked(rows.filter(isIce), ({ day }) => day.slice(0, 7));
    const [[month, most] = ["", 0]] = months;
    expect(month).toBe("2025-09");
    expect(await find("month")).toBe(
      `ICE obligations peaked in September 2025 at ${billions(most)}, the most of any month since October 2020`,
    );
    const { query } = parseQuery(new URLSearchParams());
    const latest = finding({
      by: "month",
      query: overviewQueries(query, store.info.data_through).months,
      days: store.info,
      groups: await latestMonths(store, query),
    });
    expect(latest).toBe(
      `ICE obligations peaked in September 2025 at ${billions(most)}, the most of any month since September 2024`,
    );
  });

  it("are those of the unfinished year and of the same dates a year before", async () => {
    const now = dollarsOf(rows.filter(thisYear));
    const earlier = dollarsOf(rows.filter(sameDatesBefore));
    const compared = `${(now / earlier).toFixed(1)} times the ${billions(earlier)} over the same dates a year earlier`;
    expect(await find("fiscal_year")).toBe(
      `ICE has obligated ${billions(now)} so far in FY2026, ${compared}`,
    );
    const { query } = parseQuery(new URLSearchParams());
    const dates = await sameDates(store, query);
    expect(dates).toEqual({ now: Math.round(now * 100), earlier: Math.round(earlier * 100) });
    const ice = { who: "ICE", has: "has", pronoun: "it", filters: "" } as const;
    expect(dates && headlineFinding(ice, "2025-10-01", dates)).toBe(
      `ICE has obligated ${billions(now)} to contractors since Oct. 1, 2025, ${compared}`,
    );
  });

  it("are those of both agencies", async () => {
    const sumOf = (code: string) =>
      dollarsOf(
        rows.filter(({ agency, day }) => agency === code && day >= "2024-10-01" && day <= "2025-09-30"),
      );
    const [ice, cbp] = [sumOf("7012"), sumOf("7014")];
    const [first, second] =
      ice > cbp
        ? [["ICE", ice] as const, ["CBP", cbp] as const]
        : [["CBP", cbp] as const, ["ICE", ice] as const];
    expect(await find("agency", "agency=7012&agency=7014&fy=2025")).toMatch(
      new RegExp(`obligated \\${billions(first[1])} and .* \\${billions(second[1])} in FY2025$`),
    );
  });

  it("are missing for a window, whose dates have no year before", async () => {
    const { query } = parseQuery(new URLSearchParams("from=2026-01-01"));
    expect(await sameDates(store, query)).toBeUndefined();
  });
});

it("says what is known of the bundled records", async () => {
  expect(await find("company", "fy=2026")).toMatchInlineSnapshot(
    `"CSI Aviation and The GEO Group account for 31% of what ICE obligated so far in FY2026"`,
  );
  expect(await find("company", "category=detention&fy=2025")).toMatchInlineSnapshot(
    `"The GEO Group accounts for 38% of what ICE obligated for Detention and guards in FY2025"`,
  );
  expect(await find("category", "fy=2026")).toMatchInlineSnapshot(
    `"Detention and guards: 36% of what ICE obligated so far in FY2026; Professional support: 22%"`,
  );
  expect(await find("office", "fy=2026")).toMatchInlineSnapshot(
    `"Detention Compliance and Removals: 76% of what ICE obligated so far in FY2026"`,
  );
  expect(await find("fiscal_year", "company=palantir")).toMatchInlineSnapshot(
    `"ICE has obligated $143.5 million to Palantir so far in FY2026, 4.8 times the $29.9 million over the same dates a year earlier"`,
  );
  expect(await find("psc", "company=palantir")).toMatchInlineSnapshot(
    `"IT and telecom - business application/application development support services (labor): 47% of what ICE obligated to Palantir since Oct. 1, 2020; IT and telecom - business application/application development software as a service: 41%"`,
  );
  expect(await find("brand")).toMatchInlineSnapshot(
    `"ICE obligated $444.0 million on actions whose descriptions name Motorola since Oct. 1, 2020, more than for any other brand"`,
  );
  expect(await find("vehicle_agency")).toMatchInlineSnapshot(
    `"Orders under vehicles of U.S. Immigration and Customs Enforcement account for 50% of what ICE obligated since Oct. 1, 2020"`,
  );
  expect(await find("agency", "agency=7012&agency=7014")).toMatchInlineSnapshot(
    `"CBP obligated $64.27 billion and ICE $22.47 billion since Oct. 1, 2020"`,
  );
});

describe("the last 30 days of the records", () => {
  const recent = rows.filter(within("2026-07-22", "2026-08-20"));
  const amounts = (found: { federal_action_obligation: number }[]) =>
    found.map(({ federal_action_obligation: cents }) => cents);

  it("have the largest actions, and what was taken back", async () => {
    const { query } = parseQuery(new URLSearchParams());
    const found = await recentActions(store, query);
    expect([found.from, found.to]).toEqual(["2026-07-22", "2026-08-20"]);
    const sorted = recent
      .map(({ dollars }) => Math.round(dollars * 100))
      .toSorted((one, other) => other - one);
    expect(amounts(found.largest)).toEqual(sorted.slice(0, 5));
    expect(amounts(found.takenBack)).toEqual(sorted.toReversed().slice(0, 5));
    expect(sorted.at(-5)).toBeLessThan(0);
  });

  it("have the recipients that no earlier action names", async () => {
    const { query } = parseQuery(new URLSearchParams("grouped=no"));
    const found = await recentActions(store, query);
    const before = new Set(
      rows.filter((row) => isIce(row) && row.day < "2026-07-22").map(({ recipient }) => recipient),
    );
    const fresh = recent.filter(({ recipient }) => !before.has(recipient));
    const largest = ranked(fresh, ({ recipient }) => recipient).slice(0, 5);
    expect(found.newCompanies).toBe(new Set(fresh.map(({ recipient }) => recipient)).size);
    expect(found.companies.map(({ name, net }) => [name, net])).toEqual(
      largest.map(([name, dollars]) => [name, Math.round(dollars * 100)]),
    );
    expect(largest.length).toBeGreaterThan(1);
  });

  it("have the contracts awarded in them", async () => {
    const { query } = parseQuery(new URLSearchParams());
    const found = await signedIn(store, query, { days: 30, shown: 10 });
    expect([found.from, found.all.actions]).toEqual(["2026-07-22", recent.length]);
    expect(found.all.net).toBe(Math.round(dollarsOf(recent) * 100));
    const awarded = new Set(
      recent.filter(({ modification }) => modification === "0").map(({ piid }) => piid),
    );
    expect(found.fresh.contracts).toBe(awarded.size);
    const largest = ranked(
      recent.filter(({ piid }) => awarded.has(piid)),
      ({ piid }) => piid,
    ).slice(0, 10);
    expect(found.contracts.map(({ piid, net }) => [piid, net])).toEqual(
      largest.map(([piid, dollars]) => [piid, Math.round(dollars * 100)]),
    );
    const week = await signedIn(store, { ...query, from: "2026-08-18" }, { days: 7, shown: 1 });
    expect([week.from, week.contracts.length]).toEqual(["2026-08-18", 1]);
  });

  it("are empty where there is nothing, and have no new companies where the records begin with them", async () => {
    const { query } = parseQuery(new URLSearchParams("agency=7999"));
    expect(await recentActions(store, query)).toMatchObject({ largest: [], takenBack: [], companies: [] });
    const info = { ...store.info, data_from: "2026-08-01" };
    const { query: ice } = parseQuery(new URLSearchParams());
    expect((await recentActions({ ...store, info }, ice)).companies).toEqual([]);
  });
});

it("adds up each fiscal year by day", async () => {
  const { query } = parseQuery(new URLSearchParams());
  const daily = await dailyTotals(store, query);
  const lastOf = (year: number, day: string) =>
    daily.findLast((one) => one.year === year && one.day <= day)?.total;
  expect(lastOf(2026, "2026-08-20")).toBe(Math.round(dollarsOf(rows.filter(thisYear)) * 100));
  expect(lastOf(2025, "2025-08-20")).toBe(Math.round(dollarsOf(rows.filter(sameDatesBefore)) * 100));
  expect(daily.map(({ day }) => day)).toEqual(daily.map(({ day }) => day).toSorted());
});
