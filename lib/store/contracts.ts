import { notReported } from "@/lib/contracts/text";
import type { FilterName } from "@/lib/query/filters";
import "server-only";

import type { ColumnName, View } from "@/lib/contracts/columns";
import { addMonths } from "@/lib/contracts/days";
import { type GroupingName, grouping, type TimeGrouping } from "@/lib/contracts/groupings";
import { lookUp } from "@/lib/contracts/look-up";
import type { ActionRow, ContractRow, ShownRow } from "@/lib/contracts/rows";
import type { RunningDayTotal } from "@/lib/contracts/running-years";
import {
  addUp,
  type Group,
  noFigures,
  onlyFigures,
  type Rest,
  type ThreeWayGroup,
  type Totals,
  type TwoWayGroup,
} from "@/lib/contracts/totals";
import { chartedGroups } from "@/lib/query/comparison";
import { picksActions, type Query } from "@/lib/query/query";
import { groupsSql } from "@/lib/sql/groups";
import { differsSql, latestDescriptionsSql, otherRecipientsSql, rowsSql } from "@/lib/sql/rows";
import { dailySql, totalsSql } from "@/lib/sql/totals";
import { withLookups } from "@/lib/store/lookups";
import type { Store } from "@/lib/store/open";

/** The figures of a query's selected actions. `except` leaves one filter out, as its facet does. */
export async function totals(store: Store, query: Query, except?: FilterName): Promise<Totals> {
  const [row] = await store.rows<Totals>(totalsSql(query, except));
  return row as Totals;
}

/** The days of a query with an action, each with its net and the running total of its fiscal year. */
export const dailyTotals = (store: Store, query: Query): Promise<RunningDayTotal[]> =>
  store.rows<RunningDayTotal>(dailySql(query));

/** One page of contracts, in the query's order. */
export async function listContracts(store: Store, query: Query): Promise<ContractRow[]> {
  return withLookups(
    store,
    "contracts",
    await store.rows(rowsSql({ ...query, view: "contracts" }, store.info.has)),
  );
}

/** Whether the selected actions of some contract do not add up to all of it. */
export async function selectsParts(store: Store, query: Query): Promise<boolean> {
  if (!picksActions(query)) return false;
  const [row] = await store.rows<{ differs: boolean }>(differsSql(query));
  return row?.differs ?? false;
}

const alwaysRead = {
  contracts: ["key", "piid", "company", "office", "base_included"],
  actions: ["contract", "award_id_piid", "modification_number", "company", "office"],
} as const satisfies Record<View, ColumnName[]>;

/** One page of a query's view with the columns that are shown: full-width records have many that are not. */
export async function listShown(
  store: Store,
  query: Query,
  shown: readonly ColumnName[],
): Promise<ShownRow[]> {
  const only = [...alwaysRead[query.view], ...shown];
  return withLookups(store, query.view, await store.rows(rowsSql(query, store.info.has, only)));
}

/**
 * The names under which the selected actions of listed contracts are recorded, where those are not the recipient of
 * the contract's latest action; by contract key.
 */
export async function recordedAs(
  store: Store,
  query: Query,
  keys: readonly string[],
): Promise<Record<string, string[]>> {
  if (keys.length === 0) return {};
  type Other = { key: string; name: string | null };
  const rows = await store.rows<Other>(otherRecipientsSql(query, keys));
  const names: Record<string, string[]> = {};
  for (const { key, name } of rows) names[key] = [...(lookUp(names, key) ?? []), name ?? notReported];
  return names;
}

/** The description of the latest selected action of listed contracts, by contract key. */
export async function latestDescriptions(
  store: Store,
  query: Query,
  keys: readonly string[],
): Promise<Record<string, string | null>> {
  if (keys.length === 0) return {};
  type Described = { key: string; description: string | null };
  const rows = await store.rows<Described>(latestDescriptionsSql(query, keys));
  return Object.fromEntries(rows.map(({ key, description }) => [key, description]));
}

/** One page of actions, in the query's order. */
export async function listActions(store: Store, query: Query): Promise<ActionRow[]> {
  return withLookups(
    store,
    "actions",
    await store.rows(rowsSql({ ...query, view: "actions" }, store.info.has)),
  );
}

/** Groups of a query, and what `top` left out of them. Money and actions of both together are the totals, unless they overlap. */
export interface Groups<Entry = Group> {
  groups: Entry[];
  rest: Rest | null;
}

/**
 * The groups of a query's selected actions: by size from the largest net, by time from the earliest without gaps.
 * `top` keeps the largest groups, or by time the newest, and puts the others into `rest`. `except` leaves a filter out.
 */
export async function groups(
  store: Store,
  query: Query,
  by: GroupingName,
  { top, except }: { top?: number | undefined; except?: FilterName | undefined } = {},
): Promise<Groups> {
  const found = (await store.rows<Group>(groupsSql(query, [by], except))).map((group) => ({
    ...group,
    label: labelOf(by, group.key, group.label),
  }));
  if (!isTime(by)) return firstGroups(found, top);
  return newestGroups(withoutGaps(found, by), top);
}

const isTime = (by: GroupingName) => grouping(by).order === "time";

/**
 * All groups of a chart by size, from the largest net. Where no group has more added than taken back, the one with the
 * most taken back is first.
 */
export async function largestFirst(
  store: Store,
  query: Query,
  by: GroupingName,
  except?: FilterName,
): Promise<Group[]> {
  const found = await groups(store, query, by, { except });
  const all = chartedGroups(found.groups, query, by, except);
  return all.every(({ net }) => net <= 0) ? all.toReversed() : all;
}

/** The first `top` of some groups (all of them without it), the others added up. */
export function firstGroups<Entry extends Group>(all: Entry[], top: number | undefined): Groups<Entry> {
  if (top === undefined || all.length <= top) return { groups: all, rest: null };
  return { groups: all.slice(0, top), rest: restOf(all.slice(top)) };
}

/** The newest `top` groups of a grouping by time in their order, the earlier ones added up; of one time, the first of them. */
function newestGroups<Entry extends Group>(all: Entry[], top: number | undefined): Groups<Entry> {
  const newestFirst = all.toSorted((one, other) =>
    one.key === other.key ? 0 : (one.key ?? "") < (other.key ?? "") ? 1 : -1,
  );
  const { groups: newest, rest } = firstGroups(newestFirst, top);
  const kept = new Set(newest);
  return { groups: all.filter((group) => kept.has(group)), rest };
}

/** Groups by two groupings at once, from the largest net; in time where the first of them is time. */
export async function twoWayGroups(
  store: Store,
  query: Query,
  by: readonly [GroupingName, GroupingName],
  { top, except }: { top?: number | undefined; except?: FilterName | undefined } = {},
): Promise<Groups<TwoWayGroup>> {
  const rows = await store.rows<TwoWayGroup>(groupsSql(query, by, except));
  const found = rows.map((row) => ({
    ...row,
    label: labelOf(by[0], row.key, row.label),
    label2: labelOf(by[1], row.key2, row.label2),
  }));
  return isTime(by[0]) ? newestGroups(found, top) : firstGroups(found, top);
}

/** Groups by three groupings at once, from the largest net. */
export async function threeWayGroups(
  store: Store,
  query: Query,
  by: readonly [GroupingName, GroupingName, GroupingName],
  top?: number,
): Promise<Groups<ThreeWayGroup>> {
  const rows = await store.rows<ThreeWayGroup>(groupsSql(query, by));
  const found = rows.map((row) => ({
    ...row,
    label: labelOf(by[0], row.key, row.label),
    label2: labelOf(by[1], row.key2, row.label2),
    label3: labelOf(by[2], row.key3, row.label3),
  }));
  return firstGroups(found, top);
}

/** The groups of a query by time; where it is of several agencies, each with its parts by agency. */
export async function periods(
  store: Store,
  query: Query,
  by: TimeGrouping,
  except?: FilterName,
): Promise<Group[]> {
  const [{ groups: whole }, split] = await Promise.all([
    groups(store, query, by, { except }),
    query.agency.length > 1 ? twoWayGroups(store, query, [by, "agency"], { except }) : null,
  ]);
  if (!split) return whole;
  return whole.map((group) => ({
    ...group,
    parts: query.agency.map((agency) => {
      const part = split.groups.find(({ key, key2 }) => key === group.key && key2 === agency);
      return { key: agency, label: part?.label2 ?? agency, ...onlyFigures(part ?? noFigures) };
    }),
  }));
}

/** What a group is called, from its key and what the records call it. */
export function labelOf(by: GroupingName, key: string | null, recorded: string | null): string {
  const { named, none } = grouping(by);
  return (key !== null && named ? named(key) : recorded) ?? none ?? notReported;
}

const restOf = (parts: Group[]): Rest => ({ ...addUp(parts), groups: parts.length });

/** Time runs on: a year or month without an action is a group of nothing. */
function withoutGaps(found: Group[], by: GroupingName): Group[] {
  const sorted = found.toSorted((one, other) => ((one.key ?? "") < (other.key ?? "") ? -1 : 1));
  const [first] = sorted;
  const last = sorted.at(-1);
  if (!first?.key || !last?.key) return sorted;
  const known = new Map(sorted.map((group) => [group.key, group]));
  const next = (key: string) => (by === "month" ? addMonths(key, 1) : String(Number(key) + 1));
  const run: Group[] = [];
  for (let key = first.key; key <= last.key; key = next(key)) {
    const label = by === "fiscal_year" ? `FY${key}` : key;
    run.push(known.get(key) ?? { key, label, ...noFigures });
  }
  return run;
}
