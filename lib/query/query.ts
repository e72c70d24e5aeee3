import { type ColumnName, column, columnsIn, recordedIn, type View } from "@/lib/contracts/columns";
import type { ShownGrouping } from "@/lib/contracts/groupings";
import type { RecordedName } from "@/lib/contracts/recorded";
import {
  absentValues,
  type FilterName,
  type FilterValues,
  filter,
  filterNames,
  type ParameterName,
  parameterNames,
} from "@/lib/query/filters";
import type { AmountMeasure } from "@/lib/query/measures";

/**
 * What a URL asks for; the names are the parameters' own. Filters select actions; every view aggregates the selected
 * actions. An empty list, an empty text or `null` means that the parameter was not given.
 */
export interface Query extends FilterValues {
  view: View;
  /**
   * `no` counts recipients as recorded; `owned` counts companies, and of a subsidiary only what was signed since it has belonged to
   * its company, as far as that is known.
   */
  grouped: "yes" | "owned" | "no";
  /** What `min` and `max` bound. */
  amount: AmountMeasure;
  /** A column name, after `-` where the largest comes first. */
  sort: string;
  page: number;
  size: number;
  cols: ColumnName[];
  show: ShownGrouping | null;
  snapshot: string | null;
}

const defaultsOf = (view: View): Query => ({
  ...absentValues,
  view,
  grouped: "yes",
  amount: view === "contracts" ? "period" : "action",
  sort: view === "contracts" ? "-net" : "-action_date",
  page: 1,
  size: 50,
  cols: [],
  show: null,
  snapshot: null,
});

const defaultQuery: Record<View, Query> = {
  contracts: defaultsOf("contracts"),
  actions: defaultsOf("actions"),
};

/** What each parameter means when a URL leaves it out. Some depend on the view. */
export const defaults = (view: View): Query => ({ ...defaultQuery[view] });

/** Whether a least or a most amount is given. */
export const isBounded = ({ min, max }: Query): boolean => min !== null || max !== null;

/** Whether contracts are selected by the sum of their actions. Narrowing such a query changes the sums too. */
export const boundsSelectedSums = (query: Query): boolean => query.amount === "period" && isBounded(query);

/** Whether actions count with companies, and not with recipients as recorded. */
export const groupsByCompany = ({ grouped }: Pick<Query, "grouped">): boolean => grouped !== "no";

/** The same query for every company, the one it selects among them: its rank and its share are of these. */
export const ofEveryCompany = (query: Query): Query =>
  change(query, { company: [], grouped: groupsByCompany(query) ? query.grouped : "yes" });

/** Whether a contract's figure may be of some of its actions only. */
export function picksActions(query: Query): boolean {
  return (
    filterNames.some((name) => filter(name).picksActions && isSet(query, name)) ||
    query.grouped === "owned" ||
    (query.amount === "action" && isBounded(query))
  );
}

/** Whether the only narrowing of a contract's actions is a window of time. */
export function picksOnlyTime(query: Query): boolean {
  return picksActions(query) && !picksActions(change(query, { fy: [], from: null, to: null }));
}

/** Whether a parameter has been given a meaning other than its default. */
export function isSet(query: Query, name: ParameterName): boolean {
  return !same(query[name], defaultQuery[query.view][name]);
}

/** Writes a query back, leaving defaults out, so equal queries share one URL. */
export function toSearchParams(query: Query): URLSearchParams {
  const params = new URLSearchParams();
  for (const name of parameterNames) {
    const bounded = name === "amount" && isBounded(query);
    if (name === "view" ? query.view === "contracts" : !bounded && !isSet(query, name)) continue;
    for (const value of [query[name]].flat()) params.append(name, String(value));
  }
  return params;
}

/**
 * The same query with something changed. It starts again at page 1, and a change of view drops the sort,
 * columns and unbounded amount that the other view lacks.
 */
export function change(query: Query, patch: Partial<Query>): Query {
  const next = { ...query, page: 1, ...patch };
  if (next.view === query.view) return next;
  const { sort, amount } = defaultQuery[next.view];
  return {
    ...next,
    sort: isSet(query, "sort") && column(next.view, next.sort.replace(/^-/, "")) ? next.sort : sort,
    cols: next.cols.filter((name) => column(next.view, name)),
    amount: isBounded(next) ? next.amount : amount,
  };
}

/** A filter taken away: all of it, or one value of a list. */
export function without(query: Query, name: FilterName, value?: string): Query {
  const current = query[name];
  const left =
    Array.isArray(current) && value !== undefined
      ? current.filter((item) => String(item) !== value)
      : undefined;
  const none = defaultQuery[query.view][name];
  return change(query, { [name]: left && left.length > 0 ? left : none });
}

/** The query with several filters taken away, all of them where none is named. */
export function withoutFilters(query: Query, names: readonly (FilterName | "amount")[] = filterNames): Query {
  return change(query, Object.fromEntries(names.map((name) => [name, defaultQuery[query.view][name]])));
}

/** All of a query's rows, in its order and with its columns, as a file gives them. */
export function everyRowOf(query: Query): Query {
  const { page, size, show } = defaultQuery[query.view];
  return { ...query, page, size, show };
}

/** What a query selects, however it is sorted, paged and laid out. */
export function selectionOf(query: Query): Query {
  const { sort, cols } = defaultQuery[query.view];
  return { ...everyRowOf(query), sort, cols };
}

/** The path with the query written after it. */
export function href<Path extends string>(path: Path, query: Query): Path {
  const text = toSearchParams(query).toString();
  return (text ? `${path}?${text}` : path) as Path;
}

/** The readers sort lists and remove repeats, so equal lists are equal item by item. */
function same(one: Query[ParameterName], other: Query[ParameterName]): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.length === other.length && one.every((item, index) => item === other[index]);
}

/** The columns of an export: the chosen ones, else the recorded ones of actions and all of contracts that the snapshot fills. */
export function exportColumns(query: Query, has?: readonly RecordedName[]): ColumnName[] {
  if (query.cols.length > 0) return query.cols;
  return query.view === "actions" ? recordedIn(has) : columnsIn("contracts", has).map(([name]) => name);
}
