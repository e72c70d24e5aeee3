import { z } from "zod";

import { columnsOf, views } from "@/lib/contracts/columns";
import { isDay } from "@/lib/contracts/days";
import { groupingNames, shownViews } from "@/lib/contracts/groupings";
import { lookUp } from "@/lib/contracts/look-up";
import { formatCount } from "@/lib/contracts/money";
import { stateNames } from "@/lib/contracts/places";
import { boundCents, readBound } from "@/lib/query/amounts";
import { isPeriodName, periodNames } from "@/lib/query/comparison";
import { densities } from "@/lib/query/density";
import {
  type FilterName,
  filter,
  filterNames,
  type Kind,
  type ParameterName,
  parameterNames,
} from "@/lib/query/filters";
import { amountMeasures } from "@/lib/query/measures";
import {
  day,
  given,
  matching,
  one,
  oneOf,
  type ParameterProblem,
  pasted,
  repeated,
  tableSorts,
  text,
} from "@/lib/query/parameters";
import { defaults, isSet, type Query } from "@/lib/query/query";
import { searchTerms } from "@/lib/query/search-terms";

const code = (longest: number) =>
  matching(/^[\w.&/-]+$/, "must be a code of letters, digits and hyphens")
    .max(longest, `must have at most ${longest} characters`)
    .transform((value) =>
      ["none", "unreported"].includes(value.toLowerCase()) ? value.toLowerCase() : value.toUpperCase(),
    );
const slug = matching(/^[a-z0-9-]{1,120}$/i, "must be a short name of letters, digits and hyphens").transform(
  (value) => value.toLowerCase(),
);
/** The slug of a facility, or the code of a state, which no slug is as short as. */
const place = slug.transform((value) => {
  const state = value.toUpperCase();
  return lookUp(stateNames, state) ? state : value;
});
const dollars = z
  .string()
  .max(60, "must have at most 60 characters")
  .transform((value, context) => {
    const amount = readBound(value);
    if (amount !== null) return amount;
    context.addIssue(
      "must be an amount in dollars such as 250000, 250K or 1.5M, with at most 16 digits before the cents",
    );
    return z.NEVER;
  });
const year = matching(/^(?:fy)?\d{4}$/i, "must be a fiscal year such as 2025")
  .transform((value) => Number(value.slice(-4)))
  .refine((value) => value >= 1978 && value <= 2049, "must be a fiscal year from 1978 to 2049");
const whole = (most: number, detail: string) =>
  matching(/^\d{1,9}$/, detail)
    .transform(Number)
    .refine((value) => value >= 1 && value <= most, detail);

const periodDetail = `must be ${periodNames.join(", ")} or a first and a last day such as 2024-10-01..2025-08-20`;
const comparedPeriod = z.string().refine((value) => {
  if (isPeriodName(value)) return true;
  const [from = "", to = "", ...more] = value.split("..");
  return more.length === 0 && isDay(from) && isDay(to) && from <= to;
}, periodDetail);

/** The most excluded words of a search: each one is searched in every text. */
const mostExcluded = 16;
/** The words of a search. */
export const searchWords = pasted(500).refine(
  (value) => searchTerms(value).filter(({ excluded }) => excluded).length <= mostExcluded,
  `must exclude at most ${mostExcluded} words`,
);

/** The schema that reads a value, by the kind of its filter. */
const readers: Record<Kind<unknown>["reader"], (kind: Kind<unknown>) => z.ZodType> = {
  words: () => searchWords,
  text: ({ longest = 0 }) => text(longest),
  slug: () => slug,
  place: () => place,
  code: ({ longest = 0 }) => code(longest),
  year: () => year,
  day: () => day,
  dollars: () => dollars,
  option: ({ options = {} }) => oneOf(Object.keys(options) as [string, ...string[]]),
};

const filterReaders = Object.fromEntries(
  filterNames.map((name) => {
    const { kind } = filter(name);
    return [name, readers[kind.reader](kind)];
  }),
) as Record<FilterName, z.ZodType>;

/** The tables of the list of contracts: one of each grouping, and the largest groups by fiscal year. */
const groupingTables = tableSorts([...groupingNames, "years", "flow"]);

/** The schemas of the other parameters. `sort` and `cols` depend on the view, so {@link parseQuery} checks them. */
const settingReaders = {
  view: oneOf(views),
  grouped: oneOf(["yes", "owned", "no"]),
  amount: oneOf(amountMeasures),
  sort: z.string(),
  page: whole(999_999_999, "must be a page number from 1"),
  size: whole(500, "must be a whole number from 1 to 500"),
  cols: z.string(),
  show: oneOf(shownViews),
  table_sort: groupingTables.schema ?? z.string(),
  density: oneOf(densities),
  others: oneOf(["yes", "no"]),
  vs: comparedPeriod,
  snapshot: matching(/^[\w-]{1,64}$/, "must be the ID of a snapshot"),
} satisfies Record<Exclude<ParameterName, FilterName>, z.ZodType>;
export const parameterReaders: Record<ParameterName, z.ZodType> = { ...filterReaders, ...settingReaders };

/** The most characters of a query string. The longest that a link of a page has is about 1,500. */
export const longestQuery = 4_000;

/** The most unknown parameters that are listed by name. */
const mostUnknown = 10;

/**
 * Reads a query string. What cannot be read is left out of `query` and named in `problems`: a page shows the rest, an
 * endpoint refuses. `sorts` are the values of `sort`, if they are not the columns of the view.
 */
export function parseQuery(
  requested: URLSearchParams,
  sorts?: readonly string[],
): { query: Query; problems: ParameterProblem[] } {
  const params = withJoinedDays(requested);
  const problems = unknownParameters(params);
  function read<Name extends ParameterName>(name: Name, absent: Query[Name], reader: z.ZodType): Query[Name] {
    const parameter =
      name === "table_sort"
        ? groupingTables
        : Array.isArray(absent)
          ? repeated(reader as z.ZodType<string>)
          : one(reader, absent);
    const { value, faults } = parameter.read(given(params, name));
    problems.push(...faults.map((fault) => ({ name, ...fault })));
    return (Array.isArray(value) && value.length === 0 ? absent : value) as Query[Name];
  }

  const query = defaults(read("view", "contracts", parameterReaders.view));
  const columns = columnsOf(query.view);
  const names = columns.map(([name]) => name);
  const sortable = sorts ?? columns.filter(([, { sortable }]) => sortable).map(([name]) => name);
  const sort = z.string().refine((value) => sortable.includes(value.replace(/^-/, "")), {
    error: `must be one of ${sortable.join(", ")}, with - before it for the largest first`,
  });
  for (const name of parameterNames) {
    if (name === "view" || name === "cols") continue;
    Object.assign(query, {
      [name]: read(name, query[name], name === "sort" ? sort : parameterReaders[name]),
    });
  }

  const cols = given(params, "cols").flatMap((value) =>
    value
      .split(",")
      .map((name) => name.trim())
      .filter(Boolean),
  );
  const missing = cols.filter((name) => !names.includes(name as never));
  if (missing.length > 0)
    problems.push({ name: "cols", detail: `must be one of ${names.join(", ")}`, values: missing });
  query.cols = [...new Set(cols)].filter((name) => names.includes(name as never)) as Query["cols"];

  const { min, max, from, to } = query;
  if (min !== null && max !== null && boundCents(min) > boundCents(max)) {
    problems.push(
      { name: "min", detail: "must not be above max", values: given(params, "min") },
      { name: "max", detail: "must not be below min", values: given(params, "max"), sameAs: "min" },
    );
    query.min = query.max = null;
  }
  if (from !== null && to !== null && from > to) {
    problems.push(
      { name: "from", detail: "must not be after to", values: [from] },
      { name: "to", detail: "must not be before from", values: [to], sameAs: "from" },
    );
    query.from = query.to = null;
  }
  return { query, problems: unique(problems) };
}

/** A form has a field for each day of the compared period. */
function withJoinedDays(params: URLSearchParams): URLSearchParams {
  const days = given(params, "vs");
  if (days.length !== 2 || !days.every(isDay)) return params;
  const joined = new URLSearchParams(params);
  joined.set("vs", days.join(".."));
  return joined;
}

/** A problem for each unknown parameter; the last one counts those beyond the limit. */
function unknownParameters(params: URLSearchParams): ParameterProblem[] {
  const unknown = [...new Set(params.keys())].filter(
    (name) => !parameterNames.includes(name as ParameterName) && given(params, name).length > 0,
  );
  return unknown.slice(0, mostUnknown).map((name, at) => {
    const others = at === mostUnknown - 1 ? unknown.length - mostUnknown : 0;
    return {
      name: name.trim().slice(0, 60),
      detail: `is not a known parameter${others > 0 ? `, nor are ${formatCount(others)} others` : ""}`,
      values: given(params, name),
    };
  });
}

/** Joins the problems with the same parameter and detail, with all their values. */
function unique(problems: ParameterProblem[]): ParameterProblem[] {
  const found = new Map<string, ParameterProblem>();
  for (const problem of problems) {
    const key = `${problem.name}\n${problem.detail}`;
    const values = [...(found.get(key)?.values ?? []), ...problem.values];
    found.set(key, { ...problem, values: [...new Set(values)] });
  }
  return [...found.values()];
}

/**
 * Reads a query string where only the named parameters are used. All others are left out of `query` and named in
 * `problems`. `list` is the query that the list of contracts reads from the same address.
 */
export function parseOnly(
  params: URLSearchParams,
  names: readonly ParameterName[],
  sorts?: readonly string[],
): { query: Query; list: Query; problems: ParameterProblem[] } {
  const { query: read, problems } = parseQuery(params, sorts);
  const unread = new Set(problems.map(({ name }) => name));
  const others = parameterNames
    .filter((name) => !names.includes(name) && !unread.has(name))
    .map((name) => ({
      name,
      detail: "works only on the list of contracts",
      values: given(params, name),
    }))
    .filter(({ values }) => values.length > 0);
  const known = Object.fromEntries(names.map((name) => [name, read[name]]));
  const { view } = names.includes("view") ? read : defaults("contracts");
  if ("sort" in known && !isSet(read, "sort")) known.sort = defaults(view).sort;
  const list = sorts ? { ...read, sort: defaults(read.view).sort } : read;
  return { query: { ...defaults(view), ...known }, list, problems: [...problems, ...others] };
}

/** The search parameters that Next passes to a page, as one `URLSearchParams`. */
export function fromPage(search: Record<string, string | string[] | undefined>): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, values] of Object.entries(search)) {
    for (const value of [values ?? []].flat()) params.append(name, value);
  }
  return params;
}
