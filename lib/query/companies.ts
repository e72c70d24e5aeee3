import { type Day, fiscalYear, fiscalYearDays, yearBefore } from "@/lib/contracts/days";
import { type ParameterProblem, parseOnly, parseQuery } from "@/lib/query/parse";
import { change, defaults, isSet, type ParameterName, type Query, toSearchParams } from "@/lib/query/query";

/** What a list of companies can be ordered by. */
const orders = ["net", "added", "taken_back", "actions", "last_action", "company"];

/** A query for companies: the selection, and what their names must hold. */
export interface CompaniesQuery {
  query: Query;
  /** The words of a name, of the company's own or of one of its recipients'; empty where any will do. */
  name: string;
}

/** Reads the parameters of `/api/companies`: those of every list, and `name`. */
export function readCompanies(params: URLSearchParams): CompaniesQuery & { problems: ParameterProblem[] } {
  const { query, problems } = parseQuery(params, ["name"]);
  return withName(params, query, problems);
}

/** Reads the parameters of `/companies`, where only `names` and `name` have a meaning. */
export function readCompaniesPage(
  params: URLSearchParams,
  names: readonly ParameterName[],
): CompaniesQuery & { asked: Query; problems: ParameterProblem[] } {
  const others = new URLSearchParams([...params].filter(([parameter]) => parameter !== "name"));
  const { query, asked, problems } = parseOnly(others, names);
  return { ...withName(params, query, problems), asked };
}

function withName(params: URLSearchParams, query: Query, problems: ParameterProblem[]) {
  // A name is read as words are, and is a parameter of its own because words select actions, not companies.
  const words = parseQuery(new URLSearchParams(params.getAll("name").map((value) => ["q", value])));
  const isOrder = !isSet(query, "sort") || orders.includes(query.sort.replace(/^-/, ""));
  const unordered = {
    name: "sort",
    detail: `must be one of ${orders.join(", ")} here, after a - for the largest first`,
    values: [query.sort],
  };
  return {
    query: isOrder ? query : { ...query, sort: defaults(query.view).sort },
    name: words.query.q,
    problems: [
      ...problems,
      ...words.problems.map((problem) => ({ ...problem, name: "name" })),
      ...(isOrder ? [] : [unordered]),
    ],
  };
}

/** The path of a list of companies with its query written after it. */
export function companiesHref<Path extends string>(path: Path, { query, name }: CompaniesQuery): Path {
  const params = toSearchParams(query);
  if (name) params.set("name", name);
  const text = params.toString();
  return (text ? `${path}?${text}` : path) as Path;
}

/** Two times that are compared: a fiscal year, and the one before it as far as the same date. */
export interface Comparison {
  current: Query;
  earlier: Query;
  year: number;
  /** The last day of the records in the fiscal year, where it is not over, and the same day a year before. */
  through: { current: Day; earlier: Day } | null;
}

/**
 * What a list of companies compares: the one fiscal year it is of, else the current one, with the year before.
 * `null` where it is of several years, or the records do not reach back as far.
 */
export function comparisonOf(
  query: Query,
  { data_from: began, data_through: through }: { data_from: Day; data_through: Day },
): Comparison | null {
  const [year = fiscalYear(through), ...more] = query.fy;
  if (more.length > 0 || year > fiscalYear(through) || year <= fiscalYear(began)) return null;
  const all = change(query, { fy: [] });
  const current = change(all, { fy: [year] });
  const { from, to } = fiscalYearDays(year);
  if (through >= to) return { current, earlier: change(all, { fy: [year - 1] }), year, through: null };
  const earlier = yearBefore(through);
  return {
    current,
    earlier: change(all, { from: yearBefore(from), to: earlier }),
    year,
    through: { current: through, earlier },
  };
}
