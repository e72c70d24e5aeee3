import { type ColumnName, column, columnsIn, recordedIn, type View } from "@/lib/contracts/columns";
import type { ShownView } from "@/lib/contracts/groupings";
import type { RecordedName } from "@/lib/contracts/recorded";
import type { Density } from "@/lib/query/density";
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
 * What an address requests, under the names of its parameters. Filters select actions; every view aggregates the selected
 * actions. An empty list, an empty text or `null` means that the parameter is left out.
 */
export interface Query extends FilterValues {
  view: View;
  /**
   * `yes` counts companies and `no` recipients as recorded. `owned` counts companies, but a subsidiary's actions only
   * from the day of its acquisition on, if that is known.
   */
  grouped: "yes" | "owned" | "no";
  /** What `min` and `max` bound. */
  amount: AmountMeasure;
  /** A column name, after `-` where the largest comes first. */
  sort: string;
  page: number;
  size: number;
  cols: ColumnName[];
  show: ShownView | null;
  /** How the tables of a grouping are sorted. */
  table_sort: string[];
  /** The height of rows; `null` for what this browser remembers. */
  density: Density | null;
  /** Whether a chart of chosen groups has all the others too. */
  others: "yes" | "no" | null;
  /** The period that is compared: the name of a choice, or its first and last day with `..` between them. */
  vs: string | null;
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
  table_sort: [],
  density: null,
  others: null,
  vs: null,
  snapshot: null,
});

const defaultQuery: Record<View, Query> = {
  contracts: defaultsOf("contracts"),
  actions: defaultsOf("actions"),
};

/** The values of parameters that an address leaves out. Some depend on the view. */
export const defaults = (view: View): Query => ({ ...defaultQuery[view] });

/** Whether `min` or `max` is given. */
export const isBounded = ({ min, max }: Query): boolean => min !== null || max !== null;

/** Whether contracts are selected by the sum of their selected actions. Another filter then changes these sums too. */
export const boundsSelectedSums = (query: Query): boolean => query.amount === "period" && isBounded(query);

/** Whether actions count with companies, and not with recipients as recorded. */
export const groupsByCompany = ({ grouped }: Pick<Query, "grouped">): boolean => grouped !== "no";

/** The same query for all companies. A company's rank and share are among these. */
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

/** Whether a window of time is the only filter that leaves out actions of a contract. */
export function picksOnlyTime(query: Query): boolean {
  return picksActions(query) && !picksActions(change(query, { fy: [], from: null, to: null }));
}

/** Whether a parameter has another value than its default. */
export function isSet(query: Query, name: ParameterName): boolean {
  return !same(query[name], defaultQuery[query.view][name]);
}

/** Writes a query without its defaults, so that equal queries have one address. */
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
 * The query with a change. It starts again at page 1; another view drops the sort and the columns that it lacks, and
 * an amount without bounds.
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

/** The query without a filter, or without one value of it. */
export function without(query: Query, name: FilterName, value?: string): Query {
  const current = query[name];
  const left =
    Array.isArray(current) && value !== undefined
      ? current.filter((item) => String(item) !== value)
      : undefined;
  const none = defaultQuery[query.view][name];
  return change(query, { [name]: left && left.length > 0 ? left : none });
}

/** The query without some filters, or without any filter if none is named. */
export function withoutFilters(query: Query, names: readonly (FilterName | "amount")[] = filterNames): Query {
  return change(query, Object.fromEntries(names.map((name) => [name, defaultQuery[query.view][name]])));
}

/** All rows of a query, in its order and with its columns, as a file has them. */
export function everyRowOf(query: Query): Query {
  const { page, size, show, table_sort, density, others, vs } = defaultQuery[query.view];
  return { ...query, page, size, show, table_sort, density, others, vs };
}

/** The query with only its filters, without sort, page and columns. */
export function selectionOf(query: Query): Query {
  const { sort, cols } = defaultQuery[query.view];
  return { ...everyRowOf(query), sort, cols };
}

/** The path with the query written after it. */
export function href<Path extends string>(path: Path, query: Query): Path {
  const text = toSearchParams(query).toString();
  return (text ? `${path}?${text}` : path) as Path;
}

/** Lists are read sorted and without repeats, so equal lists are equal item by item. */
function same(one: Query[ParameterName], other: Query[ParameterName]): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.length === other.length && one.every((item, index) => item === other[index]);
}

/** The columns of an export: the chosen ones; otherwise the recorded columns of actions, or all columns of contracts that the snapshot has. */
export function exportColumns(query: Query, has?: readonly RecordedName[]): ColumnName[] {
  if (query.cols.length > 0) return query.cols;
  return query.view === "actions" ? recordedIn(has) : columnsIn("contracts", has).map(([name]) => name);
}
