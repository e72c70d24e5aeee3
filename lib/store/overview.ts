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
import { type ActionRow, type Group, noFigures, type Totals } from "@/lib/contracts/facts";
import type { GroupingName } from "@/lib/contracts/groupings";
import { change, type Query } from "@/lib/query/query";
import { firstGroups, type Groups, groups, listActions, periods, totals } from "@/lib/store/contracts";
import type { Store } from "@/lib/store/open";

const companiesShown = 10;
const rowsShown = 6;
const monthsShown = 24;
const newestShown = 10;
const fillingInDays = 14;

/** The windows of an overview. Every one is reckoned from the records' last day, never from the clock. */
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

/** The current fiscal year to date beside the one before, the latest months, and what is newest. */
export interface YearToDate extends OverviewQueries {
  now: Totals;
  /** `null` where the records begin only after those dates, so that nobody can say. */
  then: Totals | null;
  byMonth: Group[];
  actions: ActionRow[];
}

/** The largest groups of a selection. */
export interface Leading {
  companies: Groups;
  categories: Groups;
  offices: Groups;
}

export interface Overview extends YearToDate, Leading {}

/** What the overview asks for, of the agencies and the company grouping of `query`. */
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

/** The first screen of the site: the current fiscal year to date beside the last one, and what is newest. */
export async function overview(store: Store, query: Query): Promise<Overview> {
  const { current } = overviewQueries(query, store.info.data_through);
  const [year, largest] = await Promise.all([yearToDate(store, query), leading(store, current)]);
  return { ...year, ...largest };
}

/** The current fiscal year to date of a selection beside the one before, its latest months and newest actions. */
export async function yearToDate(store: Store, query: Query): Promise<YearToDate> {
  const queries = overviewQueries(query, store.info.data_through);
  const { current, earlier, months, newest } = queries;
  const [now, then, byMonth, actions] = await Promise.all([
    totals(store, current),
    store.info.data_from > (earlier.to ?? "") ? null : totals(store, earlier),
    periods(store, months, "month"),
    listActions(store, { ...newest, size: newestShown }),
  ]);
  const last = store.info.data_through.slice(0, 7);
  return {
    ...queries,
    now,
    then,
    byMonth: everyPeriod(byMonth, monthsUntil(last, store.info.data_from)),
    actions,
  };
}

/** The largest companies, categories and offices of a selection. */
export async function leading(store: Store, query: Query): Promise<Leading> {
  const [companies, categories, offices] = await Promise.all([
    largest(store, query, "company", companiesShown),
    largest(store, query, "category", rowsShown),
    largest(store, query, "office", rowsShown),
  ]);
  return { companies, categories, offices };
}

/** The largest groups; where there are others, those to which nothing was obligated on the whole are among them. */
async function largest(store: Store, query: Query, by: GroupingName, most: number): Promise<Groups> {
  const { groups: all } = await groups(store, query, by);
  if (all.length <= most) return { groups: all, rest: null };
  const positive = all.filter(({ net }) => net > 0).length;
  return firstGroups(all, Math.min(most, Math.max(positive, 1)));
}

/** The months shown, up to the last of them; none before the records begin. */
export const monthsUntil = (last: Month, begin: Day): Month[] =>
  Array.from({ length: monthsShown }, (_, index) => addMonths(last, index + 1 - monthsShown)).filter(
    (month) => month >= begin.slice(0, 7),
  );

/** Some periods in their order, those without an action too. */
export function everyPeriod(found: Group[], keys: string[], label = (key: string) => key): Group[] {
  const known = new Map(found.map((group) => [group.key, group]));
  return keys.map((key) => known.get(key) ?? { key, label: label(key), ...noFigures });
}
