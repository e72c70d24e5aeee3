import { z } from "zod";

import { awardTypes } from "@/lib/contracts/award-types";
import { categories } from "@/lib/contracts/categories";
import { columnsOf, views } from "@/lib/contracts/columns";
import { isDay } from "@/lib/contracts/days";
import { shownGroupings } from "@/lib/contracts/groupings";
import { formatCount } from "@/lib/contracts/money";
import { boundCents, readAmount } from "@/lib/query/amounts";
import {
  amountMeasures,
  defaults,
  type ParameterName,
  parameterNames,
  type Query,
  signs,
} from "@/lib/query/query";
import { searchTerms } from "@/lib/query/terms";

/** What is wrong with one parameter, in words that follow its name: "`min` must be ...". */
export interface ParameterProblem {
  name: string;
  detail: string;
  /** What was given. */
  values: string[];
  /** The parameter whose problem is the other side of the same fault, which has to be read once. */
  sameAs?: string;
}

const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, { error: `must be one of ${values.join(", ")}` });

const unreadable = "must not contain control characters";
const text = (longest: number) =>
  z
    .string()
    .max(longest, `must have at most ${longest} characters`)
    .refine((value) => !/\p{Cc}/u.test(value), unreadable);

const matching = (pattern: RegExp, detail: string) => z.string().regex(pattern, detail);
const code = (longest: number) =>
  matching(/^[\w.&/-]+$/, "must be a code of letters, digits and hyphens")
    .max(longest, `must have at most ${longest} characters`)
    .transform((value) =>
      ["none", "unreported"].includes(value.toLowerCase()) ? value.toLowerCase() : value.toUpperCase(),
    );
const slug = matching(/^[a-z0-9-]{1,120}$/i, "must be a short name of letters, digits and hyphens").transform(
  (value) => value.toLowerCase(),
);
const day = z.string().refine(isDay, "must be a day that exists, written YYYY-MM-DD");
const dollars = z
  .string()
  .max(60, "must have at most 60 characters")
  .transform((value, context) => {
    const amount = readAmount(value);
    if (amount !== null) return amount;
    context.addIssue(
      "must be an amount in dollars such as 250000, 250k, 1.5m or 2bn, within sixteen digits and to the cent",
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

/** The most words that a search leaves out: each is looked for in every text. */
const mostExcluded = 16;

/** How each parameter's text is read. `sort` and `cols` depend on the view and are read in {@link parseQuery}. */
const readers = {
  view: oneOf(views),
  q: z
    .string()
    .max(500, "must have at most 500 characters")
    .refine((value) => !/[^\P{Cc}\s]/u.test(value), unreadable)
    .refine(
      (value) => searchTerms(value).filter(({ excluded }) => excluded).length <= mostExcluded,
      `must leave out at most ${mostExcluded} words`,
    )
    .transform((value) => value.replace(/\p{Cc}/gu, " ").trim()), // tabs and line ends, from a paste
  company: slug,
  recipient: text(300),
  grouped: oneOf(["yes", "owned", "no"]),
  agency: code(20),
  office: code(20),
  fy: year,
  from: day,
  to: day,
  min: dollars,
  max: dollars,
  amount: oneOf(amountMeasures),
  sign: oneOf(signs),
  category: oneOf(Object.keys(categories) as [string, ...string[]]),
  psc: text(300),
  naics: text(300),
  type: oneOf(Object.keys(awardTypes) as [string, ...string[]]),
  competition: code(20),
  place: code(20),
  vehicle: code(60),
  vehicle_agency: code(20),
  brand: slug,
  brand_words: slug,
  ends_before: day,
  sort: z.string(),
  page: whole(999_999_999, "must be a page number from 1"),
  size: whole(500, "must be a whole number from 1 to 500"),
  cols: z.string(),
  show: oneOf(shownGroupings),
  snapshot: matching(/^[\w-]{1,64}$/, "must be the id of a snapshot"),
} satisfies Record<ParameterName, z.ZodType>;

/** The order in which codes, years and words are listed, so that equal queries share one URL. */
const inOrder = (one: string | number, other: string | number) => (one < other ? -1 : one > other ? 1 : 0);

/** The most values of a parameter that takes a list: each value stands in every link of a page. */
export const mostValues = 50;

/** The most characters of a query string; the longest that a page makes itself has some 1,500. */
export const longestQuery = 4_000;

/** The most unknown parameters that are named one by one. */
const mostUnknown = 10;

/** The values given for a parameter; an empty one is the parameter left out. */
export const given = (params: URLSearchParams, name: string) =>
  params.getAll(name).filter((value) => value.trim() !== "");

/**
 * Reads a query string. What cannot be understood is left out of `query` and named in `problems`, so a page can
 * carry on and an endpoint can refuse. `more` names what an
 * endpoint reads beyond the query (`by`, `top`, `format`).
 */
export function parseQuery(
  params: URLSearchParams,
  more: readonly string[] = [],
): { query: Query; problems: ParameterProblem[] } {
  const problems: ParameterProblem[] = [];

  function readAll<Name extends ParameterName>(
    name: Name,
    values: string[],
    reader: z.ZodType = readers[name],
  ) {
    return values.flatMap((value) => {
      const result = reader.safeParse(value);
      if (result.success) return [result.data as Query[Name] extends (infer Item)[] ? Item : Query[Name]];
      problems.push({ name, detail: result.error.issues[0]?.message ?? "cannot be read", values: [value] });
      return [];
    });
  }
  function single<Name extends ParameterName>(name: Name, reader?: z.ZodType) {
    const values = given(params, name);
    if (values.length <= 1) return readAll(name, values, reader)[0];
    problems.push({ name, detail: "must be given once", values });
    return undefined;
  }
  function list<Name extends ParameterName>(name: Name) {
    const values = given(params, name);
    if (values.length > mostValues) {
      problems.push({ name, detail: `must be given at most ${mostValues} times`, values });
      return [];
    }
    return [...new Set(readAll(name, values) as (string | number)[])].sort(inOrder);
  }

  const unknown = [...new Set(params.keys())].filter(
    (name) =>
      !parameterNames.includes(name as ParameterName) &&
      !more.includes(name) &&
      given(params, name).length > 0,
  );
  for (const [at, name] of unknown.slice(0, mostUnknown).entries()) {
    const others = at === mostUnknown - 1 ? unknown.length - mostUnknown : 0;
    problems.push({
      name: name.trim().slice(0, 60),
      detail: `is not a parameter that is known here${others > 0 ? `, nor are ${formatCount(others)} others` : ""}`,
      values: given(params, name),
    });
  }

  const query = defaults((single("view") as Query["view"] | undefined) ?? "contracts");
  const columns = columnsOf(query.view);
  const names = columns.map(([name]) => name);
  const sortable = columns.filter(([, { sortable }]) => sortable).map(([name]) => name);
  const special: Partial<Record<ParameterName, z.ZodType>> = {
    sort: z.string().refine((value) => sortable.includes(value.replace(/^-/, "") as never), {
      error: `must be one of ${sortable.join(", ")}, after a - for the largest first`,
    }),
  };
  for (const name of parameterNames) {
    if (name === "view" || name === "cols") continue;
    if (Array.isArray(query[name])) {
      const values = list(name);
      if (values.length > 0) Object.assign(query, { [name]: values });
    } else {
      const value = single(name, special[name]);
      if (value !== undefined) Object.assign(query, { [name]: value });
    }
  }

  const cols = given(params, "cols").flatMap((value) =>
    value
      .split(",")
      .map((name) => name.trim())
      .filter(Boolean),
  );
  const missing = cols.filter((name) => !names.includes(name as never));
  if (missing.length > 0)
    problems.push({ name: "cols", detail: `must be among ${names.join(", ")}`, values: missing });
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

/** One problem for each parameter and detail, with every value that it is about. */
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
 * Reads a query string where only the named parameters have a meaning. The others are left out of `query` and named in
 * `problems`, also those that lists know. `asked` is what a list would make of it.
 */
export function parseOnly(
  params: URLSearchParams,
  names: readonly ParameterName[],
): { query: Query; asked: Query; problems: ParameterProblem[] } {
  const { query: asked, problems } = parseQuery(params);
  const unread = new Set(problems.map(({ name }) => name));
  const others = parameterNames
    .filter((name) => !names.includes(name) && !unread.has(name))
    .map((name) => ({
      name,
      detail: "works on the list of contracts, not here",
      values: given(params, name),
    }))
    .filter(({ values }) => values.length > 0);
  const kept = Object.fromEntries(names.map((name) => [name, asked[name]]));
  return { query: { ...defaults("contracts"), ...kept }, asked, problems: [...problems, ...others] };
}

/** The search parameters of a page, as Next gives them, as one `URLSearchParams`. */
export function fromPage(search: Record<string, string | string[] | undefined>): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, values] of Object.entries(search)) {
    for (const value of [values ?? []].flat()) params.append(name, value);
  }
  return params;
}
