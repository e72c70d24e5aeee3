import "server-only";

import {
  addMonths,
  type Day,
  daysBefore,
  fiscalYear,
  fiscalYearDays,
  type Month,
  monthDays,
  yearBefore,
} from "@/lib/contracts/days";
import type { GroupingName } from "@/lib/contracts/groupings";
import type { Cents } from "@/lib/contracts/money";
import type { ActionRow } from "@/lib/contracts/rows";
import { type RunningYears, runningYears } from "@/lib/contracts/running-years";
import { type Group, noFigures, type Totals } from "@/lib/contracts/totals";
import type { FilterName } from "@/lib/query/filters";
import { boundsSelectedSums, change, type Query } from "@/lib/query/query";
import {
  dailyTotals,
  firstGroups,
  type Groups,
  groups,
  listActions,
  periods,
  totals,
} from "@/lib/store/contracts";
import type { Store } from "@/lib/store/open";
import { fillingInDays, type Recent, recentActions } from "@/lib/store/recent";

const companiesShown = 10;
const rowsShown = 6;
const monthsShown = 24;
const newestShown = 10;

/** The windows of an overview, counted back from the records' last day, never from today. */
export interface OverviewQueries {
  fiscalYear: number;
  /** The current fiscal year to date. */
  current: Query;
  from: Day;
  to: Day;
  /** The fiscal year before, to the same date. */
  earlier: Query;
  months: Query;
  newest: Query;
  /** From this day on, actions are still being added to the published record. */
  fillingInFrom: Day;
}

/** The current fiscal year to date and the one before. */
export interface YearToDate extends OverviewQueries {
  now: Totals;
  /** `null` where the records begin after those dates. */
  then: Totals | null;
}

export interface Overview extends YearToDate {
  /** Whether the records have no action of the selection at all. */
  isEmpty: boolean;
  byMonth: Group[];
  running: RunningYears;
  recent: Recent;
  /** The largest groups of the fiscal year to date. */
  companies: Groups;
  categories: Groups;
  offices: Groups;
}

/** The queries of the overview, with the agencies and the company grouping of `query`. */
export function overviewQueries(query: Query, dataThrough: Day): OverviewQueries {
  const year = fiscalYear(dataThrough);
  const { from } = fiscalYearDays(year);
  const lastMonth = dataThrough.slice(0, 7);
  return {
    fiscalYear: year,
    current: change(query, { fy: [year] }),
    from,
    to: dataThrough,
    earlier: change(query, { from: yearBefore(from), to: yearBefore(dataThrough) }),
    months: change(query, {
      from: monthDays(addMonths(lastMonth, 1 - monthsShown)).from,
      to: monthDays(lastMonth).to,
    }),
    newest: change(query, { view: "actions" }),
    fillingInFrom: daysBefore(dataThrough, fillingInDays - 1),
  };
}

/** The first screen of the site: fiscal years to date, the largest groups, and what is new. */
export async function overview(store: Store, query: Query): Promise<Overview> {
  const { current } = overviewQueries(query, store.info.data_through);
  const [year, byMonth, daily, recent, companies, categories, offices] = await Promise.all([
    yearToDate(store, query),
    latestMonths(store, query),
    dailyTotals(store, query),
    recentActions(store, query),
    largestGroups(store, current, "company"),
    largestGroups(store, current, "category"),
    largestGroups(store, current, "office"),
  ]);
  const running = runningYears(daily, store.info);
  return { ...year, isEmpty: daily.length === 0, byMonth, running, recent, companies, categories, offices };
}

/** The current fiscal year to date of a selection and the one before. */
export async function yearToDate(store: Store, query: Query): Promise<YearToDate> {
  const queries = overviewQueries(query, store.info.data_through);
  const { current, earlier } = queries;
  const [now, then] = await Promise.all([
    totals(store, current),
    store.info.data_from > (earlier.to ?? "") ? null : totals(store, earlier),
  ]);
  return { ...queries, now, then };
}

/** Net obligations of the unfinished fiscal year, and over the same dates of the year before. */
interface NetToDate {
  now: Cents;
  /** `null` if the records begin later. */
  earlier: Cents | null;
}

/**
 * How the unfinished fiscal year of a selection compares, for a title. `undefined` if the selection has a window, or
 * filters whose meaning depends on one.
 */
export async function sameDates(store: Store, query: Query): Promise<NetToDate | undefined> {
  if (!isComparable(query)) return undefined;
  const { now, then } = await yearToDate(store, query);
  return { now: now.net, earlier: then?.net ?? null };
}

const isComparable = (query: Query): boolean =>
  query.fy.length === 0 &&
  query.from === null &&
  query.to === null &&
  query.new.length === 0 &&
  !boundsSelectedSums(query);

/** The same for each group, by key; `except` leaves a filter out. */
export async function sameDatesOf(
  store: Store,
  query: Query,
  by: GroupingName,
  except?: FilterName,
): Promise<Map<string | null, NetToDate>> {
  if (!isComparable(query)) return new Map();
  const { current, earlier } = overviewQueries(query, store.info.data_through);
  const hasEarlier = store.info.data_from <= (earlier.to ?? "");
  const [now, then] = await Promise.all([
    groups(store, current, by, { except }),
    hasEarlier ? groups(store, earlier, by, { except }) : null,
  ]);
  const earlierNet = new Map(then?.groups.map(({ key, net }) => [key, net]));
  return new Map(
    now.groups.map(({ key, net }) => [key, { now: net, earlier: then && (earlierNet.get(key) ?? 0) }]),
  );
}

/** The latest months of a selection, including those without an action. */
export async function latestMonths(store: Store, query: Query): Promise<Group[]> {
  const { data_from: begin, data_through: through } = store.info;
  const found = await periods(store, overviewQueries(query, through).months, "month");
  return everyPeriod(found, monthsUntil(through.slice(0, 7), begin));
}

/** The newest actions of a selection. */
export const newestActions = (store: Store, query: Query): Promise<ActionRow[]> =>
  listActions(store, {
    ...overviewQueries(query, store.info.data_through).newest,
    size: newestShown,
  });

/** The largest groups. If some are left over, groups with a net of $0 or less are among those. */
export async function largestGroups(
  store: Store,
  query: Query,
  by: "company" | "category" | "office",
): Promise<Groups> {
  const most = by === "company" ? companiesShown : rowsShown;
  const { groups: all } = await groups(store, query, by);
  if (all.length <= most) return { groups: all, rest: null };
  const positive = all.filter(({ net }) => net > 0).length;
  return firstGroups(all, Math.min(most, Math.max(positive, 1)));
}

/** The months shown, through `last`; none before the records begin. */
export const monthsUntil = (last: Month, begin: Day): Month[] =>
  Array.from({ length: monthsShown }, (_, index) => addMonths(last, index + 1 - monthsShown)).filter(
    (month) => month >= begin.slice(0, 7),
  );

/** Periods in order, including those without an action. */
export function everyPeriod(found: Group[], keys: string[], label = (key: string) => key): Group[] {
  const known = new Map(found.map((group) => [group.key, group]));
  return keys.map((key) => known.get(key) ?? { key, label: label(key), ...noFigures });
}
