import { describe, expect, it } from "vitest";

import type { FigureMatch } from "@/lib/query/find";
import { parseQuery } from "@/lib/query/parse";
import { findRequest } from "@/lib/query/requests";
import type { WrittenFigure } from "@/lib/query/written-figure";
import { mostHits } from "@/lib/sql/find";
import { totals } from "@/lib/store/contracts";
import { type Found, find, nameCompany } from "@/lib/store/find";
import type { Store } from "@/lib/store/open";
import { beforeAllBundled } from "@/lib/store/testing/snapshot";

let store: Store;
beforeAllBundled((bundled) => {
  store = bundled.store;
});

/** What `/find` finds for a query string. */
async function found(text: string): Promise<Found> {
  const { value: request, problems } = findRequest.read(new URLSearchParams(text));
  expect(problems).toEqual([]);
  const named = await nameCompany(store, request.company);
  if (!("company" in named)) throw new Error(`${request.company} names ${named.found} companies`);
  return find(store, request.amount.figure as WrittenFigure, request, named.company);
}

/** The net of the list behind a hit. */
async function behind({ records }: FigureMatch): Promise<number> {
  const { pathname, searchParams } = new URL(records, "http://localhost");
  expect(pathname).toBe("/contracts");
  const { query, problems } = parseQuery(searchParams);
  expect(problems).toEqual([]);
  return (await totals(store, query)).net;
}

/** A hit as one line: kind, measure, cents, how it matches, and its window. */
const lineOf = ({ kind, measure, figure, match, window, action, contract }: FigureMatch) =>
  action
    ? `action ${contract?.piid} ${action.modification} ${window.from} ${figure} ${match.join("+")}`
    : `${kind} ${measure} ${figure} ${match.join("+")}, ${window.label}`;

const palantirActions = (match: string) => [
  `action 70CTD022FR0000170 P00009 2025-04-11 2989823600 ${match}`,
  `action 70CTD022FR0000170 P00012 2025-09-25 2989823600 ${match}`,
];

/** Figures counted apart from this program, and how they are written. */
const golden: [text: string, hits: string[]][] = [
  ["amount=29.8M", palantirActions("cut off")],
  ["amount=$29.8 million&company=palantir", palantirActions("cut off")],
  ["amount=29,898,236", palantirActions("exact")],
  ["amount=81m&company=palantir", ["company net 8109869032 rounded+cut off, calendar 2025"]],
  ["amount=3.7bn", ["agency net 369388692334 rounded, July to December 2025"]],
  ["amount=1.5bn", ["agency net 149269148760 rounded, January to June 2025"]],
  [
    "amount=more than 1.2bn&company=csi-aviation&from=2025-01-20&to=2026-01-15",
    ["company net 122998458377 rounded+cut off, the custom dates"],
  ],
  ["amount=$3.99 billion", ["agency net 398866148738 rounded, FY2025"]],
  ["amount=$4.0bn", ["agency net 398866148738 rounded, FY2025"]],
  ["amount=4,171,586,227.15", ["agency added 417158622715 exact, FY2025"]],
  ["amount=-$182.9m", ["agency taken_back -18292473977 rounded+cut off, FY2025"]],
  ["amount=6.77bn", ["agency net 677014046518 rounded+cut off, FY2026 through Aug. 20, 2026"]],
  ["amount=2.4bn", ["agency net 243537223336 rounded+cut off, FY2025 through Aug. 20, 2025"]],
  ["amount=318.6m&company=palantir", ["company net 31863842310 rounded+cut off, all records"]],
  ["amount=33.49bn&agency=7014", ["agency net 3348857463094 rounded, FY2026 through Aug. 20, 2026"]],
];

it.each(golden)("%s finds what is in the records", async (text, expected) => {
  const { hits } = await found(text);
  expect(hits.map(lineOf)).toEqual(expect.arrayContaining(expected));
});

/** Press figures that are what one contract had come to on the day of the article, and the days of that running total. */
const runningFigures = [
  ["139.3M", "palantir", "70CTD022FR0000170", ["2025-09-26 2026-03-03 13931402061"]],
  [
    "15.6M",
    "motorola",
    "70CTD023FR0000148",
    ["2025-05-02 2026-04-28 1556333256", "2026-04-29 2026-07-07 1556333237"],
  ],
  [
    "2.3M",
    "fedex",
    "70CMSW23FR0000048",
    ["2026-01-12 2026-02-19 227336755", "2026-02-20 2026-05-19 230336755"],
  ],
  ["51.9M", "booz allen", "70CTD022FR0000002", ["2024-09-28 2025-07-31 5187820081"]],
  // The contract passed to another company in its second action, and is found under both.
  ["9.6M", "general-dynamics", "70CMSD24FC0000012", ["2025-04-29 2026-08-20 961743885"]],
  ["9.6M", "celerity", "70CMSD24FC0000012", ["2025-04-29 2026-08-20 961743885"]],
] as const;

it.each(runningFigures)(
  "%s of %s is a running total of one contract",
  async (amount, company, piid, steps) => {
    const hits = (await found(`amount=${amount}&company=${company}`)).hits.filter(
      ({ kind }) => kind === "running",
    );
    expect(hits.map(({ contract }) => contract?.piid)).toEqual([piid]);
    expect(hits[0]?.steps.map(({ from, to, figure }) => `${from} ${to} ${figure}`)).toEqual(steps);
    for (const { figure, records } of hits[0]?.steps ?? []) {
      const query = parseQuery(new URL(records, "http://localhost").searchParams).query;
      expect((await totals(store, query)).net).toBe(figure);
    }
  },
);

it("119.9M of CACI is no contract on any day", async () => {
  expect((await found("amount=119.9M&company=caci")).hits).toEqual([]);
});

it("finds every contract with a running total of the figure between its first and its last movement of money", async () => {
  const actions = await store.rows<{ contract: number; day: string; cents: number }>({
    text: `select contract, strftime(action_date, '%Y-%m-%d') as day, amount_cents::double as cents
      from actions where agency_code = '7012' order by contract, id`,
    values: [],
  });
  const groupedBy = <Item, Key>(items: Item[], keyOf: (item: Item) => Key) => {
    const groups = new Map<Key, Item[]>();
    for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
    return [...groups.values()];
  };
  const own = groupedBy(actions, ({ contract }) => contract);
  const fits = (cents: number) => cents >= 500_000_00 && cents < 2_000_000_00;
  const plain = own.filter((all) => {
    let [total, moved] = [0, 0];
    const days = groupedBy(all, ({ day }) => day).flatMap((some) => {
      const sum = some.reduce((cents, action) => cents + action.cents, 0);
      total += sum;
      moved += some.filter(({ cents }) => cents !== 0).length;
      return some.some(({ cents }) => cents !== 0) ? [{ total, moved }] : [];
    });
    return days.slice(0, -1).some((day) => day.moved > 1 && fits(day.total));
  });
  const { hits, more } = await found("amount=1m");
  const stoodAt = hits.filter(({ kind }) => kind === "running").length + (more.running ?? 0);
  expect(plain.length).toBeGreaterThan(50);
  expect(stoodAt).toBe(plain.length);
});

it("gives the window of a month only the contracts with that running total in it", async () => {
  const running = async (month: string) =>
    (await found(`amount=139.3M&company=palantir&month=${month}`)).hits.map(({ kind }) => kind);
  expect(await running("2025-08")).toEqual([]);
  expect(await running("2025-09")).toEqual(["running"]);
  expect(await running("2026-03")).toEqual(["running"]);
  expect(await running("2026-04")).toEqual([]);
});

describe("the likeliest hit comes first:", () => {
  it.each([
    ["29.8M", "action", "of 70CTD022FR0000170, Palantir"],
    ["3.7bn", "agency", "U.S. Immigration and Customs Enforcement"],
    ["81m&company=palantir", "company", "Palantir"],
    ["86,361,425&from=2025-10-01&to=2026-07-14", "contract", "70CDCR25FR0000127"],
    ["598.4M", "action", "70CDCR26FR0000001"],
  ])("%s is of the %s %s", async (text, kind, subject) => {
    const [first] = (await found(`amount=${text}`)).hits;
    expect(first).toMatchObject({ kind, subject: expect.stringContaining(subject) });
  });
});

describe.each([
  "amount=29.8M",
  "amount=1m",
  "amount=-250k",
  "amount=1m&agency=7014&grouped=no",
  "amount=43,693,693.46&grouped=no", // one of several recipients of a company
  "amount=5.5m&agency=7012&agency=7014&month=2025-04",
  "amount=12m&from=2024-02-10&to=2025-03-15",
  "amount=2m&company=dell",
])("%s", (text) => {
  async function expectLists(chosen: (hits: FigureMatch[]) => FigureMatch[]) {
    const { hits } = await found(text);
    expect(hits.length).toBeGreaterThan(0);
    for (const hit of chosen(hits))
      if (hit.records.includes("?")) expect(await behind(hit), hit.records).toBe(hit.figure);
  }

  it("finds sums and actions that their lists come to, to the cent", () =>
    expectLists((hits) => {
      const sorts = hits.map(({ kind, measure }) => `${kind} ${measure}`);
      return hits.filter(
        (_, index) => sorts.slice(0, index).filter((sort) => sort === sorts[index]).length < 2,
      );
    }));

  it("finds nothing else, whichever hit it is", { tags: ["deep"] }, () => expectLists((hits) => hits));

  it("finds each once, and says how every one fits", async () => {
    const { hits } = await found(text);
    const names = hits.map(({ kind, measure, subject, window }) =>
      [kind, measure, subject, window.label].join(),
    );
    const sums = names.filter((_, index) => hits[index]?.kind !== "action");
    expect(new Set(sums).size).toBe(sums.length);
    for (const { match } of hits) expect(match).not.toEqual([]);
  });
});

it("puts what is equal to the cent first, and of each kind what rounds to the figure, the nearest first", async () => {
  const { hits, more } = await found("amount=1m");
  const isExact = ({ match }: FigureMatch) => match.includes("exact");
  expect(hits.map(isExact)).toEqual(hits.map(isExact).toSorted((one, other) => Number(other) - Number(one)));
  for (const kind of ["agency", "company", "contract", "running", "action"]) {
    const own = hits.filter((hit) => hit.kind === kind);
    expect(own.length).toBeLessThanOrEqual(mostHits);
  }
  const actions = hits.filter(({ kind }) => kind === "action");
  const order = actions.map(({ match, figure }) => [
    match.join() === "cut off" ? 1 : 0,
    Math.abs(figure - 1_000_000_00),
  ]);
  expect(order).toEqual(
    order.toSorted(([one = 0, near = 0], [other = 0, far = 0]) => one - other || near - far),
  );
  expect(more.action).toBeGreaterThan(0);
});

it("counts the actions that it does not list", async () => {
  const { hits, more } = await found("amount=1m");
  const [row] = await store.rows<{ count: number }>({
    text: `select count(*)::double as count from actions
      where agency_code = '7012' and amount_cents >= 50000000 and amount_cents < 200000000`,
    values: [],
  });
  expect(hits.filter(({ kind }) => kind === "action").length + (more.action ?? 0)).toBe(row?.count);
});

it("limits to a month the actions signed in it and the windows that hold it", async () => {
  const { hits } = await found("amount=29.8M&month=2025-04");
  expect(hits.filter(({ kind }) => kind === "action").map(({ window }) => window.from)).toEqual([
    "2025-04-11",
  ]);
  for (const { window } of hits) expect(window.from <= "2025-04-30" && window.to >= "2025-04-01").toBe(true);
  expect(hits.map(({ window }) => window.label)).toContain("April 2025");
  expect((await found("amount=29.8M&month=2019-04")).hits).toEqual([]);
});

it("leaves out the agency where a company is named", async () => {
  const { hits } = await found("amount=1.5bn&company=geo-group");
  expect(hits.filter(({ kind, company }) => kind === "agency" || company?.slug !== "geo-group")).toEqual([]);
});

it("opens the contract where two of its actions agree in day and amount", async () => {
  const { hits } = await found("amount=3,900,000.00&agency=7014&month=2023-09");
  const alike = hits.filter(
    ({ contract, kind }) => kind === "action" && contract?.piid === "70B01C23F00000804",
  );
  expect(alike.map(({ records }) => records.split("?")[0])).toEqual(
    Array(2).fill(`/contracts/${alike[0]?.contract?.key}`),
  );
});

describe("a company", () => {
  it.each([
    ["palantir", "palantir"],
    ["Palantir Technologies Inc.", "palantir"],
    ["CSI AVIATION, INC", "csi-aviation"],
    ["the geo group", "geo-group"],
    ["GDIT", "general-dynamics"],
    ["b-i", "geo-group"],
  ])("is named by %s", async (text, slug) => {
    expect(await nameCompany(store, text)).toMatchObject({ company: { slug } });
  });

  it("that several share a word of is left to choose, whole words first", async () => {
    const named = await nameCompany(store, "geo");
    const slugs = "choices" in named ? named.choices.map(({ slug }) => slug) : [];
    expect(slugs.slice(0, 2)).toEqual(["geo-international", "geo-group"]);
    expect(slugs.length).toBeGreaterThan(2);
  });

  it.each(["xyzzy", "...", "%"])("is not guessed from %s", async (text) => {
    expect(await nameCompany(store, text)).toEqual({ choices: [], found: 0 });
  });
});
