import { join } from "node:path";
import fc from "fast-check";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ColumnKind, columnsIn, columnsOf, recordColumns } from "@/lib/contracts/columns";
import { type GroupingName, grouping, groupingNames } from "@/lib/contracts/groupings";
import { actionKinds } from "@/lib/contracts/kinds";
import type { RecordedName } from "@/lib/contracts/recorded";
import type { Group } from "@/lib/contracts/totals";
import { readEnv } from "@/lib/env";
import { type AmountCounts, amountBins } from "@/lib/query/amount-bins";
import { boundCents } from "@/lib/query/amounts";
import type { Facet, FacetValue } from "@/lib/query/filters";
import { parseQuery } from "@/lib/query/parse";
import { type Query, toSearchParams } from "@/lib/query/query";
import { type Groups, groups, listActions, listContracts, totals, twoWayGroups } from "@/lib/store/contracts";
import { allRows, csvLines } from "@/lib/store/export";
import { amountCounts, facets } from "@/lib/store/facets";
import { openFile, type Store } from "@/lib/store/file";
import { inventAll } from "@/lib/store/testing/facts";
import {
  amountsOf,
  choicesOf,
  groupsOf,
  rowsOf,
  select,
  sortable,
  sumTotals,
  twoWayGroupsOf,
} from "@/lib/store/testing/oracle";
import { type Question, questions } from "@/lib/store/testing/queries";
import { type Plain, readNames, readPlain, readRows } from "@/lib/store/testing/records";
import { type BundledSnapshot, openBundled } from "@/lib/store/testing/snapshot";

/** The store's answers against plain loops over the bundled CSV files, for random queries. */

const isDeep = readEnv().TEST_DEEP;
/** Random queries of the bundled records, and of the same records with full-width facts. */
const runs = isDeep ? { narrow: 2_000, wide: 800 } : { narrow: 40, wide: 15 };
/** Another set of queries each day. `ORACLE_SEED=20261129` repeats the set of a day that failed. */
const today = readEnv().ORACLE_SEED ?? Number(new Date().toISOString().slice(0, 10).replaceAll("-", ""));
const seeds = isDeep ? [today, 20_260_820, 7_012] : [today];

let bundled: BundledSnapshot;
let store: Store;
let plain: Plain;
/** The same records with what only full-width files say, invented. */
let wide: { store: Store; plain: Plain };

beforeAll(async () => {
  bundled = await openBundled();
  store = bundled.store;
  plain = readPlain(readRows(), await readNames(store));
  const file = join(bundled.root, "wide.duckdb");
  const whole = await inventAll(plain, bundled.file, file);
  wide = { store: (await openFile(file)).store, plain: whole };
});
afterAll(() => bundled?.remove());

it("holds every row of the files once", () => {
  const ofActions = bundled.report.files.filter(({ format }) => format !== "USAspending subawards");
  expect(plain.actions).toHaveLength(ofActions.reduce((sum, { accepted }) => sum + accepted, 0));
  const identities = plain.actions.map(({ contract, modification }) => `${contract.key} ${modification}`);
  expect(new Set(identities).size).toBe(plain.actions.length);
  expect(plain.actions.some(({ subsidiary }) => subsidiary)).toBe(true);
});

it("can sort by every column that the catalog calls sortable", () => {
  for (const view of ["contracts", "actions"] as const) {
    const known = columnsOf(view).filter(([, { sortable: can }]) => can);
    expect(sortable[view].toSorted()).toEqual(known.map(([name]) => name).toSorted());
  }
});

/** Runs random questions and counts what they touched. A failure is shrunk for some minutes at most. */
async function ask(compared: Compared, numRuns: number, seed: number): Promise<(what: string) => number> {
  const seen = new Map<string, number>();
  const see = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);
  await fc.assert(
    fc.asyncProperty(questions(compared.plain), (question) => compare(compared, question, see)),
    { numRuns, seed, interruptAfterTimeLimit: 900_000, markInterruptAsFailure: true, endOnFailure: true },
  );
  return (what) => seen.get(what) ?? 0;
}

describe.each(seeds)("with seed %i", (seed) => {
  it(`answers ${runs.narrow} random queries as a plain reading of the files does`, {
    timeout: 1_000_000,
  }, async () => {
    const seen = await ask({ store, plain }, runs.narrow, seed);
    // A few hundred queries need not touch everything.
    expect(seen("found")).toBeGreaterThan(runs.narrow * (isDeep ? 0.55 : 0.4));
    if (!isDeep) return;
    expect(seen("several pages")).toBeGreaterThan(runs.narrow * 0.3);
    for (const what of [
      ...groupingNames,
      "facets",
      "amounts",
      "export",
      "two-way groups",
      "deep page",
      "past the end",
      "found by brand",
    ]) {
      expect(seen(what), `Queries that showed: ${what}`).toBeGreaterThan(20);
    }
  });

  it(`answers ${runs.wide} random queries about what only full-width files say`, {
    timeout: 1_000_000,
  }, async () => {
    const seen = await ask(wide, runs.wide, seed);
    if (!isDeep) return;
    for (const what of [
      "found by a fact",
      "facets",
      "amounts",
      "export",
      "type",
      "competition",
      "performed_in",
    ]) {
      expect(seen(what), `Queries that showed: ${what}`).toBeGreaterThan(runs.wide / 50);
    }
  });
});

async function exportsWhole(text: string) {
  const { query } = parseQuery(new URLSearchParams(text));
  const rows = rowsOf(plain, select(plain, query), query);
  expect(rows.count).toBeGreaterThan(10_000);
  await compareExport({ store, plain }, query, rows.read(0, rows.count));
}

it("exports every row of a long result", () => exportsWhole(""));
it("exports every row of a long result in another order", { tags: ["deep"] }, () =>
  exportsWhole("view=actions&sort=transaction_description"),
);

interface Compared {
  store: Store;
  plain: Plain;
}

const factFilters = ["type", "competition", "performed_in"] as const;

async function compare(
  { store, plain }: Compared,
  { query, depth, by, top, extra }: Question,
  see: (what: string) => void,
) {
  const written = parseQuery(new URLSearchParams(toSearchParams(query).toString()));
  expect(written).toEqual({ query, problems: [] });

  // The store answers while the plain loops run.
  const answers = Promise.all([totals(store, query), groups(store, query, by[0], { top })]);
  const chosen = select(plain, query);
  const rows = rowsOf(plain, chosen, query);
  const pages = Math.max(1, Math.ceil(rows.count / query.size));
  const page = 1 + Math.floor((depth / 100) * pages);
  see(rows.count > 0 ? "found" : "not found");
  if (pages > 1) see("several pages");
  if (page > 10 && page <= pages) see("deep page");
  if (page > pages) see("past the end");
  if (query.brand.length > 0 && rows.count > 0) see("found by brand");
  if ((factFilters.some((name) => query[name].length > 0) || query.ends_before !== null) && rows.count > 0)
    see("found by a fact");

  const list = query.view === "actions" ? listActions : listContracts;
  const listed = list(store, { ...query, page });
  const all = sumTotals(chosen, query);
  const grouped = groupsOf(plain, chosen, query, by[0]);
  const [sums, found] = await answers;
  expect(sums).toEqual(all);
  const expected = rows.read((page - 1) * query.size, page * query.size);
  expect(await listed).toEqual(expected);

  see(by[0]);
  compareGroups(found, grouped, keptOf(grouped, by[0], top));
  if (!grouping(by[0]).overlaps) {
    const { net, added, taken_back, actions } = all;
    expect(addedUp(grouped)).toEqual({ net, added, taken_back, actions });
  }
  if (extra === "two-way groups" && by[0] !== by[1]) {
    see("two-way groups");
    const pairs = twoWayGroupsOf(plain, chosen, query, by);
    const { groups: kept, rest } = await twoWayGroups(store, query, by, { top });
    expect(kept).toEqual(keptOf(pairs, by[0], top));
    expect(addedUp([...kept, ...(rest ? [rest] : [])])).toEqual(addedUp(pairs));
  }
  if (extra === "facets") {
    see("facets");
    compareFacets(plain, await facets(store, query), query);
  }
  if (extra === "amounts") {
    see("amounts");
    expect(await amountCounts(store, query)).toEqual(countAmounts(amountsOf(plain, query)));
  }
  if (extra === "export" && rows.count <= 4_000) {
    see("export");
    await compareExport({ store, plain }, query, rows.read(0, rows.count));
  }
}

const bins = amountBins.map(({ min, max }) => ({
  from: min === null ? -Infinity : Number(boundCents(min)),
  to: max === null ? Infinity : Number(boundCents(max)),
}));

function countAmounts(amounts: (number | null)[]): AmountCounts {
  const counts = bins.map(() => 0);
  let missing = 0;
  for (const cents of amounts) {
    if (cents === null) missing += 1;
    for (const [place, { from, to }] of bins.entries()) {
      if (cents !== null && cents >= from && cents <= to) counts[place] = (counts[place] ?? 0) + 1;
    }
  }
  return { counts, missing };
}

type Figures = Omit<Group, "key" | "label">;

const addedUp = (parts: Figures[]) =>
  parts.reduce(
    (sum, { net, added, taken_back, actions }) => ({
      net: sum.net + net,
      added: sum.added + added,
      taken_back: sum.taken_back + taken_back,
      actions: sum.actions + actions,
    }),
    { net: 0, added: 0, taken_back: 0, actions: 0 },
  );

/** The first of some groups, of time those of the newest times. */
function keptOf<Entry extends Group>(all: Entry[], by: GroupingName, top = all.length): Entry[] {
  if (!["month", "fiscal_year", "calendar_year"].includes(by)) return all.slice(0, top);
  const times = [...new Set(all.map(({ key }) => key))].reverse();
  const newest = new Set(times.flatMap((time) => all.filter(({ key }) => key === time)).slice(0, top));
  return all.filter((group) => newest.has(group));
}

function compareGroups(found: Groups, all: Group[], kept: Group[]) {
  expect(found.groups).toEqual(kept);
  const left = all.filter((group) => !kept.includes(group));
  const contracts = left.reduce((sum, group) => sum + group.contracts, 0);
  expect(found.rest).toEqual(left.length === 0 ? null : { ...addedUp(left), contracts, groups: left.length });
  expect(addedUp([...found.groups, ...(found.rest ? [found.rest] : [])])).toEqual(addedUp(all));
}

/** The facets whose choices are options: each is what the selection would be with it. */
const optionFacets = {
  sign: ["pos", "neg", "zero"],
  new: ["yes", "no"],
  action_kind: Object.keys(actionKinds).map((kind) => kind.replaceAll(" ", "_")),
} as const;
const facetGroupings: Record<Exclude<Facet["name"], keyof typeof optionFacets>, GroupingName> = {
  company: "company",
  office: "office",
  fy: "fiscal_year",
  category: "category",
  vehicle_agency: "vehicle_agency",
  vehicle_kind: "vehicle_kind",
  brand: "brand",
  type: "type",
  competition: "competition",
  performed_in: "performed_in",
  place: "place",
};
/** The facets of what only some records say, and what these have to say for it. */
const needed: Partial<Record<Facet["name"], RecordedName>> = {
  type: "award_type_code",
  competition: "extent_competed_code",
  performed_in: "primary_place_of_performance_state_code",
};

function compareFacets(plain: Plain, found: Facet[], query: Query) {
  const names = [...Object.keys(facetGroupings), ...Object.keys(optionFacets)] as Facet["name"][];
  const expected = names.filter((name) => {
    const fact = needed[name];
    return fact === undefined || plain.has.includes(fact);
  });
  expect(found.map(({ name }) => name).toSorted()).toEqual(expected.toSorted());
  for (const facet of found) {
    const { name } = facet;
    if (name === "sign" || name === "new" || name === "action_kind") {
      const chosen: readonly string[] = query[name];
      const all = optionFacets[name].map((value) => {
        const { net, actions, contracts } = sumTotals(select(plain, { ...query, [name]: [value] }), query);
        const count = query.view === "contracts" ? contracts : actions;
        return { value, count, net, chosen: chosen.includes(value) };
      });
      // The kinds are many: those that nothing has are left out, unless they are chosen.
      const listed = all.filter(
        ({ count, chosen: isChosen }) => name !== "action_kind" || count > 0 || isChosen,
      );
      const found = facet.values.map(({ label, ...value }) => value);
      if (facet.more === 0) expect(new Set(found)).toEqual(new Set(listed));
      else expect(listed).toEqual(expect.arrayContaining(found));
      expect(facet.more).toBe(name === "action_kind" ? Math.max(0, listed.length - found.length) : 0);
      continue;
    }
    const chosen = query[name].map(String);
    const listing: Query =
      name === "company" && query.grouped === "no" ? { ...query, grouped: "yes" } : query;
    const all = choicesOf(plain, listing, name, facetGroupings[name])
      .filter(({ key }) => key !== null || (name !== "brand" && name !== "place" && name !== "type"))
      .map(({ key, label, net, actions, contracts }): FacetValue => {
        const value = key ?? "unreported";
        const count = query.view === "contracts" ? contracts : actions;
        return { value, label, count, net, chosen: chosen.includes(value) };
      })
      .filter(({ count }) => count > 0);
    if (query.sign.join() === "neg" && name !== "fy") all.sort((one, other) => one.net - other.net);
    const absent = chosen.filter((value) => !all.some((known) => known.value === value));

    const listed = facet.values.filter(({ value }) => !absent.includes(value));
    const reach = all.findLastIndex(
      (value) => !value.chosen && listed.some(({ value: own }) => own === value.value),
    );
    expect(listed).toEqual(all.filter((value, index) => value.chosen || index <= reach));
    expect(facet.more).toBe(all.length - listed.length);
    const unheld = facet.values.filter(({ value }) => absent.includes(value));
    expect(unheld.map(({ label, ...value }) => value)).toEqual(
      absent.map((value) => ({ value, count: 0, net: 0, chosen: true })),
    );
  }
}

const dollars = (cents: number) =>
  `${cents < 0 ? "-" : ""}${Math.floor(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, "0")}`;

function written(kind: ColumnKind | undefined, value: unknown): string {
  if (value === null) return "";
  if (kind === "money") return dollars(value as number);
  if (value !== null && typeof value === "object" && "name" in value) return String(value.name);
  return String(value);
}

async function whole(pieces: AsyncGenerator<Uint8Array>): Promise<string> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all).toString();
}

async function compareExport({ store, plain }: Compared, query: Query, rows: object[]) {
  const { signal } = new AbortController();
  const text = await whole(await csvLines(store, query, signal));
  expect(text === "" || text.endsWith("\r\n")).toBe(true);
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: ",", newline: "\r\n" });
  expect(errors).toEqual([]);
  data.pop(); // what follows the last line's end

  const catalog = columnsOf(query.view);
  const offered = columnsIn(query.view, plain.has);
  const defaultNames =
    query.view === "actions"
      ? [...recordColumns, ...offered.flatMap(([name, { needs }]) => (needs ? name : []))]
      : offered.map(([name]) => name);
  const names = query.cols.length > 0 ? query.cols : defaultNames;
  const kinds = names.map((name) => catalog.find(([own]) => own === name)?.[1].kind);
  const read = data.map((cells) => cells.map((cell, index) => unguarded(cell, kinds[index])));
  const last = query.view === "actions" ? [store.info.id] : [];
  const expected = rows.map((row) => [
    ...names.map((name, index) => written(kinds[index], row[name as never])),
    ...last,
  ]);
  expect(read).toHaveLength(expected.length);
  expect(read[differing(expected, read)]).toEqual(expected[differing(expected, read)]);

  const money = names.findIndex((name) => name === "federal_action_obligation" || name === "net");
  if (money !== -1) {
    const sum = read.reduce((cents, row) => cents + Number((row[money] as string).replace(".", "")), 0);
    expect(sum).toBe((await totals(store, query)).net);
  }

  const objects: object[] = [];
  const keep = (some: object[]) => {
    objects.push(...some);
    return "";
  };
  await whole(await allRows(store, query, keep, signal));
  const picked = rows.map((row) =>
    query.cols.length === 0 ? row : Object.fromEntries(query.cols.map((name) => [name, row[name as never]])),
  );
  expect(objects.length).toBe(picked.length);
  expect(objects[differing(picked, objects)]).toEqual(picked[differing(picked, objects)]);
}

/** The first place where two lists of rows differ, or -1: a difference in thousands of rows is reported for one. */
function differing(expected: object[], found: object[]): number {
  return expected.findIndex((row, index) => {
    const other = (found[index] ?? {}) as Record<string, unknown>;
    const entries = Object.entries(row);
    return (
      entries.length !== Object.keys(other).length ||
      entries.some(([name, value]) => value !== other[name] && name !== "company") ||
      JSON.stringify((row as { company?: unknown }).company) !== JSON.stringify(other.company)
    );
  });
}

/** Takes the guard of a text cell away, and asks that no text goes out that a spreadsheet would run. */
function unguarded(cell: string, kind: ColumnKind | undefined): string {
  if (kind !== "text" && kind !== "code") return cell;
  expect(/^[=+\-@\t\r\n]/.test(cell)).toBe(false);
  return /^'+[=+\-@\t\r\n]/.test(cell) ? cell.slice(1) : cell;
}
