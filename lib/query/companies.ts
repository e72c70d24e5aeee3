import { type Day, fiscalYear, fiscalYearDays, yearBefore } from "@/lib/contracts/days";
import { joined, raw, type Sql, sql } from "@/lib/query/fragments";
import { type ParameterProblem, parseOnly, parseQuery } from "@/lib/query/parse";
import { change, defaults, isSet, type ParameterName, type Query, toSearchParams } from "@/lib/query/query";
import { asCents, beforeOwned, counted, sums, where } from "@/lib/query/sql";

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

/** The companies of a selection by number, each with its figures and its last day. */
export function companiesSql(query: Query): Sql {
  return sql`select id, ${asCents(["net", "added", "taken_back"])}, actions::double as actions,
      contracts::double as contracts, strftime(last_action, '%Y-%m-%d') as last_action
    from (select ${counted(query)} as id, ${sums}, count(distinct a.contract) as contracts, max(a.action_date) as last_action
      from actions a where ${where(query)} group by 1)`;
}

/** The net of a selection's actions from before a company owned the recipient, by the number of the company. */
export function beforeOwnedSql(query: Query): Sql {
  return sql`select id, ${asCents(["net"])} from (select ${counted(query)} as id, sum(a.amount) as net from actions a
    where ${where(query)} and a.recipient in (select id from recipients where owned_from is not null) and ${beforeOwned} group by 1)`;
}

/** The totals of a selection within some of its companies, by number. */
export function totalsWithinSql(query: Query, ids: readonly number[]): Sql {
  return sql`select ${asCents(["net", "added", "taken_back"])}, actions::double as actions, contracts::double as contracts,
      companies::double as companies
    from (select ${sums}, count(distinct a.contract) as contracts, count(distinct ${counted(query)}) as companies
      from actions a where ${where(query)} and ${among(query, ids)})`;
}

/** Some companies' net and actions of each fiscal year, whole and up to a day. */
export function historiesSql(query: Query, ids: readonly number[], until: Day): Sql {
  return sql`select id, year, ${asCents(["net", "net_until"])}, actions::double as actions, actions_until::double as actions_until
    from (select ${counted(query)} as id, a.fiscal_year as year, sum(a.amount) as net, count(*) as actions,
      coalesce(sum(a.amount) filter (a.action_date <= ${until}::date), 0) as net_until,
      count(*) filter (a.action_date <= ${until}::date) as actions_until
      from actions a where ${joined([where(change(query, { fy: [] })), among(query, ids)], " and ")} group by 1, 2)`;
}

/**
 * The selected actions that name a brand of a company they are not with, by the company's number, each action once. The
 * filter by company says who holds the awards, not who is named, and is left out.
 */
export function namedInSql(query: Query): Sql {
  return sql`select id, (select string_agg(slug, ',' order by slug) from brands b where b.owner = n.id) as brands,
      ${asCents(["net", "added", "taken_back"])}, actions::double as actions, contracts::double as contracts
    from (select named.owner as id, ${sums}, count(distinct a.contract) as contracts
      from (select distinct owner, action from mentions join brands on brands.id = brand) named
        join actions a on a.id = named.action
      where ${where(query, "company")} group by 1) n order by net desc, id`;
}

const among = (query: Query, ids: readonly number[]) =>
  sql`${counted(query)} in (${raw(ids.length > 0 ? ids.join(", ") : "null")})`;
