import { contractNumbers, noParent } from "@/lib/contracts/awards";
import {
  type Column,
  type ColumnName,
  column,
  columnsIn,
  type Kind,
  recordedIn,
  type View,
} from "@/lib/contracts/columns";
import { endSql } from "@/lib/contracts/ending";
import { formulaPattern } from "@/lib/contracts/formulas";
import { type Grouping, type GroupingName, grouping } from "@/lib/contracts/groupings";
import { placeSql } from "@/lib/contracts/places";
import type { RecordedName } from "@/lib/contracts/recorded";
import { amountBins } from "@/lib/query/amount-bins";
import { joined, list, raw, type Sql, sql } from "@/lib/query/fragments";
import {
  type AmountMeasure,
  boundsSelectedSums,
  type FilterName,
  filterNames,
  isBounded,
  type Query,
} from "@/lib/query/query";
import { searchTerms, type Term } from "@/lib/query/terms";

/**
 * From a query to SQL over the tables of `lib/snapshot/schema.ts`. Everything that a request brings is a bound
 * value; names come from the catalogues. `a` is an action, `c` a contract, `s` a contract's selected sums.
 */

/** The explaining tables, and the column of `a` or `c` whose numbers each explains. */
export const explaining = {
  company: { table: "companies", column: "company" },
  recipient: { table: "recipients", column: "recipient" },
  agency: { table: "agencies", column: "agency" },
  office: { table: "offices", column: "office" },
  category: { table: "categories", column: "category" },
  product: { table: "products", column: "product" },
  industry: { table: "industries", column: "industry" },
  parent: { table: "parents", column: "parent" },
} as const;
export type Explaining = keyof typeof explaining;

/** The explaining table that a column's text is read from, and the field there; `null` for any other column. */
export function explainer({ sql: value }: Pick<Column, "sql">): { name: Explaining; field: string } | null {
  const [name = "", field = ""] = value.split(".");
  return Object.hasOwn(explaining, name) ? { name: name as Explaining, field } : null;
}

/** The one sum of the program: net, added and taken back of the rows at hand, in dollars. */
export const sums = raw(`
  coalesce(sum(a.amount), 0) as net,
  coalesce(sum(a.amount) filter (a.amount > 0), 0) as added,
  coalesce(sum(a.amount) filter (a.amount < 0), 0) as taken_back,
  count(*) as actions`);

const explainedBy = (pointer: string, table: string, condition: Sql) =>
  sql`${raw(pointer)} in (select d.id from ${raw(table)} d where ${condition})`;

const anyOf = (parts: Sql[]) => sql`(${joined(parts, " or ")})`;

/** Codes or descriptions, whole and whatever their case. */
const describedBy = (pointer: string, table: string, values: string[]) =>
  explainedBy(
    pointer,
    table,
    sql`lower(d.description) in (${lower(values)}) or lower(d.code) in (${lower(values)})`,
  );

const lower = (values: string[]) =>
  joined(
    values.map((value) => sql`lower(${value})`),
    ", ",
  );

/** `none` and `unreported` are values beside the codes themselves; unreported is one that neither a key nor a column records. */
const parentIs = (name: "vehicle" | "agency", values: string[]) =>
  anyOf([
    explainedBy("a.parent", "parents", sql`d.${raw(name)} in (${list(values)})`),
    ...(values.includes("unreported")
      ? [raw(`(a.parent is null or a.parent in (select d.id from parents d where d.${name} is null))`)]
      : []),
  ]);

/** A fact of the contract, `unreported` among its values where the record does not say. */
const contractIs = (fact: string, values: string[]) =>
  values.length === 0
    ? []
    : [
        sql`a.contract in (select c.id from contracts c where ${raw(`coalesce(${fact}, 'unreported')`)} in (${list(values)}))`,
      ];

/** Where a search looks beside the action's own description and PIID: a few thousand texts instead of every row's. */
const searched = [
  { pointer: "recipient", table: "recipients", text: "name" },
  { pointer: "product", table: "products", text: "description" },
  { pointer: "industry", table: "industries", text: "description" },
];

/** More terms than these are looked up together: each look-up of its own is quick, and takes memory of its own. */
const fewTerms = 4;

/** A term in one of an action's texts, or in none where it is excluded. */
function holds({ text, excluded, piid }: Term): Sql {
  const named = searched.map(({ pointer, table, text: column }) =>
    explainedBy(`a.${pointer}`, table, sql`contains(lower(d.${raw(column)}), lower(${text}))`),
  );
  return unless(excluded, anyOf([...inText(raw("a.search"), text, piid), ...named]));
}

/** A text, or the PIID that it stands for, in what a search reads of the action itself. */
const inText = (search: Sql, text: string, piid: string | undefined): Sql[] =>
  [text, ...(piid ? [piid] : [])].map((one) => sql`contains(${search}, lower(${one}))`);

/** As {@link holds} for every one of many terms, with one look-up in each table. */
function holdsAll(terms: Term[]): Sql {
  const found = (column: string) =>
    joined(
      terms.map(
        ({ text }, index) => sql`contains(lower(${raw(column)}), lower(${text})) as t${raw(`${index}`)}`,
      ),
      ", ",
    );
  const lookUps = searched.map(
    ({ pointer, table, text }) =>
      sql`left join (select id, ${found(text)} from ${raw(table)}) ${raw(table)} on ${raw(`${table}.id = s.${pointer}`)}`,
  );
  const held = terms.map(({ text, excluded, piid }, index) => {
    const named = searched.map(({ table }) => raw(`${table}.t${index}`));
    return unless(excluded, anyOf([...inText(raw("s.search"), text, piid), ...named]));
  });
  return sql`a.id in (select s.id from actions s ${joined(lookUps, " ")} where ${joined(held, " and ")})`;
}

const unless = (isExcluded: boolean, condition: Sql) =>
  isExcluded ? sql`${condition} is not true` : condition;

const signConditions = { pos: "a.amount > 0", neg: "a.amount < 0", zero: "a.amount = 0" };

const between = (value: Sql, { min, max }: Query): Sql[] => [
  ...(min === null ? [] : [sql`${value} >= ${min}::decimal(18,2)`]),
  ...(max === null ? [] : [sql`${value} <= ${max}::decimal(18,2)`]),
];

/** What each filter asks of one action. The amount of a contract is asked in {@link where}. */
const conditions: { [Name in FilterName]?: (value: Query[Name], query: Query) => Sql[] } = {
  q: (q) => {
    const terms = searchTerms(q);
    return terms.length > fewTerms ? [holdsAll(terms)] : terms.map(holds);
  },
  company: (slugs, { grouped }) =>
    slugs.length === 0
      ? []
      : grouped !== "no"
        ? [explainedBy("a.company", "companies", sql`d.slug in (${list(slugs)})`)]
        : [
            explainedBy(
              "a.recipient",
              "recipients",
              sql`d.relation <> 'subsidiary' and d.company in (select id from companies where slug in (${list(slugs)}))`,
            ),
          ],
  recipient: (names) =>
    names.length === 0
      ? []
      : [explainedBy("a.recipient", "recipients", sql`lower(d.name) in (${lower(names)})`)],
  // Every query has this filter: read from the action itself it takes half the time.
  agency: (codes) => [sql`a.agency_code in (${list(codes)})`],
  office: (codes) =>
    codes.length === 0 ? [] : [explainedBy("a.office", "offices", sql`d.code in (${list(codes)})`)],
  fy: (years) =>
    years.length === 0
      ? []
      : [
          sql`a.fiscal_year in (${joined(
            years.map((year) => sql`${year}::smallint`),
            ", ",
          )})`,
        ],
  from: (day) => (day === null ? [] : [sql`a.action_date >= ${day}::date`]),
  to: (day) => (day === null ? [] : [sql`a.action_date <= ${day}::date`]),
  sign: (chosen) => (chosen.length === 0 ? [] : [anyOf(chosen.map((sign) => raw(signConditions[sign])))]),
  category: (slugs) =>
    slugs.length === 0 ? [] : [explainedBy("a.category", "categories", sql`d.slug in (${list(slugs)})`)],
  psc: (values) => (values.length === 0 ? [] : [describedBy("a.product", "products", values)]),
  naics: (values) => (values.length === 0 ? [] : [describedBy("a.industry", "industries", values)]),
  type: (types) => (types.length === 0 ? [] : [sql`a.type in (${list(types)})`]),
  competition: (codes) => contractIs("c.competition", codes),
  place: (codes) => contractIs(placeSql("c"), codes),
  vehicle: (values) => (values.length === 0 ? [] : [parentIs("vehicle", values)]),
  vehicle_agency: (values) => (values.length === 0 ? [] : [parentIs("agency", values)]),
  brand: (slugs) =>
    slugs.length === 0
      ? []
      : [
          sql`a.id in (select m.action from mentions m join brands d on d.id = m.brand where d.slug in (${list(slugs)}))`,
        ],
  brand_words: (slugs) => {
    if (slugs.length === 0) return [];
    const ofBrands = (table: "left_out" | "mentions") =>
      sql`select m.action from ${raw(table)} m join brands d on d.id = m.brand where d.slug in (${list(slugs)})`;
    return [sql`a.id in (${ofBrands("left_out")}) and a.id not in (${ofBrands("mentions")})`];
  },
  ends_before: (day) =>
    day === null
      ? []
      : [
          sql`a.contract in (select c.id from contracts c where ${raw(endSql("c", "current_end"))} < ${day}::date)`,
        ],
};

function asked(query: Query, name: FilterName): Sql[] {
  const condition = conditions[name] as ((value: unknown, query: Query) => Sql[]) | undefined;
  return condition?.(query[name], query) ?? [];
}

const isSet = (query: Query, name: FilterName) => asked(query, name).length > 0;

/** Whether an action was signed before its recipient belonged to the company that it counts with. */
export const beforeOwned = raw(
  "coalesce(a.action_date < (select d.owned_from from recipients d where d.id = a.recipient), false)",
);

/** What every filter but the amount asks of an action. */
function filtered(query: Query, except?: FilterName): Sql {
  const parts = filterNames.flatMap((name) => (name === except ? [] : asked(query, name)));
  const owned = query.grouped === "owned" ? [sql`not ${beforeOwned}`] : [];
  return joined([raw("true"), ...parts, ...owned], " and ");
}

/**
 * The condition that selects a query's actions. `except` leaves one filter out: a facet, and the chart of its
 * dimension, show what else could be chosen.
 */
export function where(query: Query, except?: FilterName): Sql {
  const chosen = filtered(query, except);
  if (!isBounded(query)) return chosen;
  switch (query.amount) {
    case "action":
      return joined([chosen, ...between(raw("a.amount"), query)], " and ");
    case "period":
      return sql`${chosen} and a.contract in (select a.contract from actions a where ${chosen} group by a.contract
        having ${joined(between(raw("sum(a.amount)"), query), " and ")})`;
    default:
      return sql`${chosen} and a.contract in (select id from contracts where ${joined(between(raw(contractFigures[query.amount]), query), " and ")})`;
  }
}

/** Where the amounts stand that are a contract's own, whatever actions of it are selected. */
const contractFigures = {
  in_records: "in_records",
  current: "current_value",
  potential: "potential_value",
} as const satisfies Partial<Record<AmountMeasure, string>>;

/** The amounts that `min` and `max` bound: of every action, or of every contract, that the other filters select. */
function amounts(query: Query): Sql {
  const chosen = filtered(query);
  switch (query.amount) {
    case "action":
      return sql`select a.amount from actions a where ${chosen}`;
    case "period":
      return sql`select sum(a.amount)::decimal(18,2) as amount from actions a where ${chosen} group by a.contract`;
    default:
      return sql`select ${raw(contractFigures[query.amount])} as amount from contracts
        where id in (select a.contract from actions a where ${chosen})`;
  }
}

/** Where each bin ends; the last one does not. */
const binEnds = raw(`[${amountBins.slice(0, -1).map(({ max }) => max)}]::decimal(18,2)[]`);

/** How many of the amounts are in each bin, up to the last that holds one, and how many are not reported. */
export function amountCountsSql(query: Query): Sql {
  return sql`select map_values(histogram(amount, ${binEnds}))::double[] as counts,
      (count(*) - count(amount))::double as missing
    from (${amounts(query)})`;
}

/** What is counted as a company: the group, or with `grouped=no` the recipient as recorded. */
export const counted = (query: Query) => raw(query.grouped === "no" ? "a.recipient" : "a.company");

/** The totals of a selection, one row. */
export function totalsSql(query: Query, except?: FilterName): Sql {
  return sql`select ${asCents(["net", "added", "taken_back"])}, actions::double as actions, contracts::double as contracts,
      companies::double as companies
    from (select ${sums}, count(distinct a.contract) as contracts, count(distinct ${counted(query)}) as companies
      from actions a where ${where(query, except)})`;
}

/** Sums of dollars as whole cents for JavaScript. */
export const asCents = (names: string[]) =>
  raw(names.map((name) => `(${name} * 100)::double as ${name}`).join(", "));

/** How a value of each kind leaves the database for JavaScript. Money as whole cents. */
const read: Record<Kind, (value: string) => string> = {
  text: (value) => value,
  code: (value) => value,
  day: (value) => `strftime(${value}, '%Y-%m-%d')`,
  money: (value) => `(${value} * 100)::double`,
  count: (value) => `${value}::double`,
  flag: (value) => value,
};

/** The order of a query's rows: the chosen column, then identity, so that pages never repeat or skip. */
function order(query: Query): { by: Sql; needs: "s" | "c" | "a" } {
  const name = query.sort.replace(/^-/, "");
  const { sql: shown, order: key } = column(query.view, name) as Column;
  const expression = key ?? shown;
  const identity = query.view === "contracts" ? "s.contract" : "a.id";
  const direction = query.sort.startsWith("-") ? "desc" : "asc";
  return {
    by: raw(`${expression} ${direction} nulls last, ${identity}`),
    needs: query.view === "actions" ? "a" : expression.startsWith("s.") ? "s" : "c",
  };
}

/**
 * The rows of a query's view in its order, as identities with their sums, before anything is explained; the
 * explaining tables are joined to what is left after `page`.
 */
function ordered(query: Query, page?: { size: number; number: number }): Sql {
  const { by, needs } = order(query);
  const limit = page
    ? sql`limit ${page.size}::bigint offset ${page.size * (page.number - 1)}::bigint`
    : raw("");
  if (query.view === "actions") {
    return sql`select a.id, row_number() over () as place
      from (select a.id from actions a where ${where(query)} order by ${by} ${limit}) a`;
  }
  return sql`select s.*, row_number() over () as place from (
      select s.* from (select a.contract, ${sums} from actions a where ${where(query)} group by a.contract) s
      ${raw(needs === "c" ? "join contracts c on c.id = s.contract" : "")} order by ${by} ${limit}) s`;
}

/** Rows of a view that are known by identity and `place`, joined to all that these columns are read from. */
function fromRows(view: View, rows: Sql, names: readonly ColumnName[]): Sql {
  const needsContract = names.some((name) => (column(view, name) as Column).sql.startsWith("c."));
  if (view === "contracts") return sql`(${rows}) s join contracts c on c.id = s.contract`;
  return sql`(${rows}) s join actions a on a.id = s.id
    ${raw(needsContract ? "join contracts c on c.id = a.contract" : "")}`;
}

/** Whose numbers the explaining tables explain. */
const owner = (view: View) => (view === "actions" ? "a" : "c");

/**
 * Columns of a view for rows that are known by identity and `place`. What an explaining table holds is given as its
 * number there: to look it up in memory takes less time than to plan eight joins.
 */
export function numberedRows(
  view: View,
  rows: Sql,
  names: readonly ColumnName[],
  has: readonly RecordedName[] | undefined,
): Sql {
  const values = names.map((name) => {
    const entry = column(view, name) as Column;
    const source = explainer(entry);
    const value = isLacking(entry, has)
      ? "null"
      : source
        ? `${owner(view)}.${explaining[source.name].column}`
        : read[entry.kind](entry.sql);
    return `${value} as "${name}"`;
  });
  return sql`select ${raw(values.join(", "))} from ${fromRows(view, rows, names)} order by s.place`;
}

/** Whether a column is of a fact that a snapshot does not have: asked for, it is blank. */
const isLacking = ({ needs }: Column, has: readonly RecordedName[] = []) =>
  needs !== undefined && !has.includes(needs);

const allColumns = (view: View, has: readonly RecordedName[] | undefined): ColumnName[] =>
  columnsIn(view, has).map(([name]) => name);

/** One page of rows with these columns; else with every one that a snapshot with these facts fills, and those asked for. */
export function rowsSql(query: Query, has?: readonly RecordedName[], only?: readonly ColumnName[]): Sql {
  const names = [...new Set(only ?? [...allColumns(query.view, has), ...query.cols])];
  return numberedRows(query.view, ordered(query, { size: query.size, number: query.page }), names, has);
}

/** Recipients of the selected actions of some contracts, where their latest action names another recipient. */
export function otherRecipientsSql(query: Query, keys: readonly string[]): Sql {
  return sql`select distinct c.key, recipient.name
    from actions a join contracts c on c.id = a.contract join recipients recipient on recipient.id = a.recipient
    where c.key in (${list(keys)}) and a.recipient <> c.recipient and ${where(query)} order by c.key, recipient.name`;
}

/** The description of each contract's latest selected action. */
export function latestDescriptionsSql(query: Query, keys: readonly string[]): Sql {
  return sql`select c.key, max_by(a.description, a.id) as description
    from actions a join contracts c on c.id = a.contract where c.key in (${list(keys)}) and ${where(query)} group by c.key`;
}

/** The columns of an export: the chosen ones, or of those that the snapshot fills for actions the recorded ones, for contracts all. */
export function exportColumns(query: Query, has?: readonly RecordedName[]): ColumnName[] {
  if (query.cols.length > 0) return query.cols;
  return query.view === "actions" ? recordedIn(has) : allColumns("contracts", has);
}

/** The pattern of `guard` in lib/contracts/formulas.ts, inside an SQL string. */
const formula = formulaPattern.source.replaceAll("'", "''");

/** How a value of each kind is written in CSV: text guarded and quoted where it must be, the rest as it is. */
const written: Record<Kind, (value: string) => string> = {
  text: guarded,
  code: guarded,
  day: (value) => `strftime(${value}, '%Y-%m-%d')`,
  money: (value) => `${value}::varchar`,
  count: (value) => `${value}::varchar`,
  flag: (value) => `case when ${value} then 'true' else 'false' end`,
};

function guarded(value: string): string {
  // The first character decides almost always; matching a pattern in every cell would cost more than all the rest.
  // Two short lists: the database makes a join of a long one, for each column.
  const runs = `(unicode(${value}) in (9, 10, 13) or unicode(${value}) in (43, 45, 61, 64) or unicode(${value}) = 39 and regexp_matches(${value}, '${formula}'))`;
  const safe = `case when ${runs} then '''' || ${value} else ${value} end`;
  const quoted = [",", '"', "\r", "\n"].map((sign) => `contains(${value}, chr(${sign.charCodeAt(0)}))`);
  return `case when ${quoted.join(" or ")} then '"' || replace(${safe}, '"', '""') || '"' else ${safe} end`;
}

/**
 * Every row of a query in its order, in two steps, so that memory does not grow with the result: `chosen` makes a
 * temporary table of the rows' identities by their `place` from 1, `slice` reads the places after one up to another.
 */
export interface EveryRow {
  chosen: Sql;
  slice(after: number, to: number): Sql;
}

/** Lines of CSV that leave the database in one piece. */
const linesTogether = 1_024;

/**
 * Every row of a query as lines of CSV in the query's order, with their ends: UTF-8 in a column `lines`, some
 * together in one value. The database builds them because JavaScript would take longer than to read and to send them.
 * `last` is a constant last cell.
 */
export function csvSql(query: Query, has?: readonly RecordedName[], last?: string): EveryRow {
  const { view } = query;
  const names = exportColumns(query, has);
  const entries = names.map((name) => column(view, name) as Column);
  const cells = entries.map((entry) =>
    raw(
      isLacking(entry, has)
        ? "''"
        : `coalesce(${explainer(entry) ? entry.sql : written[entry.kind](entry.sql)}, '')`,
    ),
  );
  const line = joined(last === undefined ? cells : [...cells, sql`${last}`], ", ");
  // The text of an explaining table is written once, not once for every row that points to it.
  const sources = entries.flatMap((entry) => explainer(entry) ?? []);
  const joins = [...new Set(sources.map(({ name }) => name))].map((name) => {
    const { table, column: pointer } = explaining[name];
    const fields = sources.filter((source) => source.name === name).map(({ field }) => field);
    const texts = [...new Set(fields)].map((field) => `${guarded(field)} as ${field}`);
    return `left join (select id, ${texts.join(", ")} from ${table}) ${name} on ${name}.id = ${owner(view)}.${pointer}`;
  });
  return everyRow(
    query,
    (rows) => sql`select encode(string_agg(line, '' order by place)) as lines
      from (select s.place, concat_ws(',', ${line}) || chr(13) || chr(10) as line
        from ${fromRows(view, rows, names)} ${raw(joins.join("\n"))})
      group by (place - 1) // ${linesTogether}::bigint order by min(place)`,
  );
}

/** Every row of a query with the chosen columns (all that the snapshot fills without `cols`), as {@link rowsSql} gives them. */
export function allRowsSql(query: Query, has?: readonly RecordedName[]): EveryRow {
  const names = query.cols.length > 0 ? query.cols : allColumns(query.view, has);
  return everyRow(query, (rows) => numberedRows(query.view, rows, names, has));
}

const everyRow = (query: Query, told: (rows: Sql) => Sql): EveryRow => ({
  chosen: sql`create temp table chosen as ${ordered(query)}`,
  slice: (after, to) =>
    told(sql`select * from chosen where place > ${after}::bigint and place <= ${to}::bigint`),
});

/** How a grouping is written as the `index`-th of a statement: what it groups by, and its keys and names. */
function dimension(entry: Grouping, index: number) {
  const { table, column, key, name, repeats, through, ofContract } = entry;
  const own = ofContract ? ofContract(`k${index}`) : `${through ? `m${index}` : "a"}.${column}`;
  const told = (expression: string) =>
    table ? expression.replaceAll("d.", `e${index}.`) : expression.replaceAll("d.id", `g.d${index}`);
  const suffix = index ? index + 1 : "";
  return {
    number: repeats ? `same${index}.number` : own,
    numbers: repeats
      ? `left join (select d.id, case when ${key} is not null then min(d.id) over (partition by ${key}) end as number from ${table} d) same${index}
          on same${index}.id = ${own}`
      : through
        ? `left join ${through} m${index} on m${index}.action = a.id`
        : ofContract
          ? `join contracts k${index} on k${index}.id = a.contract`
          : "",
    label: table ? `left join ${table} e${index} on e${index}.id = g.d${index}` : "",
    written: `${told(key)} as key${suffix}, ${told(name)} as label${suffix}`,
  };
}

/**
 * Groups of the selected actions, by one grouping or two, from the largest net. Keys and labels come from the
 * explaining tables; numbers that stand for one key are counted as one. `except` leaves a filter out of the selection.
 */
export function groupsSql(query: Query, by: readonly GroupingName[], except?: FilterName): Sql {
  const dimensions = by.map((name, index) =>
    dimension(grouping(name === "company" && query.grouped === "no" ? "recipient" : name), index),
  );
  const each = (write: (dimension: (typeof dimensions)[number], index: number) => string, between = ", ") =>
    raw(dimensions.map(write).join(between));
  const keys = each(({ number }, index) => `${number} as d${index}`);
  const numbers = each((_, index) => `d${index}`);
  const from = sql`actions a ${each((one) => one.numbers, "\n")}`;
  return sql`
    select ${each(({ written }) => written)}, ${asCents(["net", "added", "taken_back"])},
      actions::double as actions, contracts::double as contracts
    from (select ${keys}, ${sums}, count(distinct a.contract) as contracts
      from ${from} where ${where(query, except)} group by ${numbers}) g
    ${each(({ label }) => label, "\n")}
    order by ${raw(groupOrder(by))}`;
}

/** A filter that offers choices, and what its values group by; of `sign` they are `pos`, `neg` and `zero`. */
export interface Choices {
  name: FilterName;
  by: GroupingName | "sign";
}

const signKey = "case when a.amount > 0 then 'pos' when a.amount < 0 then 'neg' else 'zero' end";

/**
 * What the selection would be with each choice that could stand in the place of a filter: the filter's name, key and
 * label of the choice, its net and its numbers of actions and contracts. Many filters are one statement: to plan each
 * by itself would take longer than to run it, and what most of them choose from is the same.
 */
export function choicesSql(query: Query, filters: readonly Choices[]): Sql {
  const needed = new Set(["id", "contract", "amount"]);
  const parts = filters.map(({ name, by }) => {
    const entry = by === "sign" ? null : grouping(by);
    const { number, numbers, label, written } = entry
      ? dimension(entry, 0)
      : { number: signKey, numbers: "", label: "", written: "g.d0 as key, null as label" };
    if (entry && !entry.through && !entry.ofContract) needed.add(entry.column);
    const key = raw(`${number} as d0`);
    return sql`select ${name} as filter, ${raw(written)}, (net * 100)::double as net,
        actions::double as actions, contracts::double as contracts
      from (${choicesOf(query, name, key, raw(numbers))}) g ${raw(label)}`;
  });
  const columns = raw([...needed].map((column) => `a.${column}`).join(", "));
  return sql`
    with selected as materialized (select ${columns} from actions a where ${where(query)})
    select * from (${joined(parts, " union all ")}) order by filter, net desc, key`;
}

/** The figures of the choices of one filter, by `key`, which the tables of `joins` may give. */
function choicesOf(query: Query, name: FilterName, key: Sql, joins: Sql): Sql {
  if (boundsSelectedSums(query)) {
    // A contract's amount in the period is that of the choice's own actions.
    return sql`select d0, sum(net) as net, sum(actions) as actions, count(*) as contracts
      from (select ${key}, a.contract, sum(a.amount) as net, count(*) as actions
        from actions a ${joins} where ${filtered(query, name)} group by d0, a.contract
        having ${joined(between(raw("sum(a.amount)"), query), " and ")}) group by d0`;
  }
  const [from, condition] = isSet(query, name)
    ? [raw("actions"), where(query, name)]
    : [raw("selected"), raw("true")];
  return sql`select ${key}, sum(a.amount) as net, count(*) as actions, count(distinct a.contract) as contracts
    from ${from} a ${joins} where ${condition} group by d0`;
}

/**
 * Every brand with its owner and the totals of the selected actions that name it, in the order of the names. A filter
 * by brand is left out, as a facet leaves out its own.
 */
export function brandsSql(query: Query): Sql {
  const figures = [
    ...["net", "added", "taken_back"].map((name) => `(coalesce(${name}, 0) * 100)::double as ${name}`),
    ...["actions", "contracts", "companies"].map((name) => `coalesce(${name}, 0)::double as ${name}`),
  ];
  return sql`
    select b.slug, b.name, o.slug as owner_slug, o.name as owner_name,
      ${raw(figures.join(", "))}
    from brands b join companies o on o.id = b.owner
    left join (select m.brand, ${sums}, count(distinct a.contract) as contracts, count(distinct ${counted(query)}) as companies
      from mentions m join actions a on a.id = m.action where ${where(query, "brand")} group by m.brand) f on f.brand = b.id
    order by b.id`;
}

/** One brand with its owner and, as JSON, its rule. */
export function brandSql(slug: string): Sql {
  return sql`select b.slug, b.name, o.slug as owner_slug, o.name as owner_name, b.rule
    from brands b join companies o on o.id = b.owner where b.slug = ${slug}`;
}

/** The brands, or those of one company, with their owners, in the order of the names. */
export function brandNamesSql(owner?: string): Sql {
  const own = owner === undefined ? raw("true") : sql`o.slug = ${owner}`;
  return sql`select b.slug, b.name, o.slug as owner_slug, o.name as owner_name
    from brands b join companies o on o.id = b.owner where ${own} order by b.id`;
}

/** From the largest net; two at once, the first of them by time, run on in time. */
function groupOrder([first, second]: readonly GroupingName[]): string {
  const isTime = (name: GroupingName | undefined) => name !== undefined && grouping(name).order === "time";
  if (second === undefined) return "net desc, key";
  if (!isTime(first)) return "net desc, key, key2";
  return isTime(second) ? "key, key2" : "key, net desc, key2";
}

/** The number of the contract whose key this is exactly. */
export function contractByKeySql(key: string): Sql {
  return sql`select id from contracts where key = ${key} or award_key = ${key.toUpperCase()}`;
}

/** The numbers of the contracts of `<sub-agency>-<PIID>` or of a PIID, whatever the case of its letters or the text around it. */
export function contractsNamedSql(name: string): Sql {
  const isFile = /\.[a-z]{2,5}$/i.test(name); // there is no such file, whatever contract it names
  const numbers = list([name.toUpperCase(), ...(isFile ? [] : contractNumbers(name))]);
  return sql`select c.id from contracts c join agencies d on d.id = c.agency
    where upper(c.piid) in (${numbers}) or c.award_key in (${numbers}) or upper(d.code || '-' || c.piid) = upper(${name})
    order by c.id`;
}

/**
 * Contracts by their numbers, each with all its actions, in the order of the numbers; also those that award summaries
 * alone know.
 */
export function contractsSql(ids: readonly number[], has?: readonly RecordedName[]): Sql {
  return numberedRows(
    "contracts",
    sql`select a.contract, ${sums}, a.contract as place from actions a where a.contract in (${idList(ids)})
      group by a.contract
      union all select id, 0, 0, 0, 0, id from contracts where id in (${idList(ids)}) and actions = 0`,
    allColumns("contracts", has),
    has,
  );
}

/** Every action of a contract from the first to the latest. */
export function contractActionsSql(id: number, has?: readonly RecordedName[]): Sql {
  return numberedRows(
    "actions",
    sql`select a.id, a.id as place from actions a where a.contract in (${idList([id])})`,
    allColumns("actions", has),
    has,
  );
}

/** The day on which the newest file that says something of a whole contract was retrieved. */
export function factsAsOfSql(id: number): Sql {
  return sql`select ${raw(read.day("facts_as_of"))} as facts_as_of from contracts where id in (${idList([id])})`;
}

/** What award summaries say of the ordering agreements with a number, the one retrieved last first. */
export function agreementsSql(piid: string): Sql {
  const columns: [string, Kind][] = [
    ["key", "code"],
    ["piid", "code"],
    ["agency", "code"],
    ["recipient", "text"],
    ["uei", "code"],
    ["idv_type", "text"],
    ["potential_value", "money"],
    ["signed", "day"],
    ["start", "day"],
    ["ordering_end", "day"],
    ["base_description", "text"],
    ["facts_as_of", "day"],
  ];
  const values = columns.map(([name, kind]) => `${read[kind](name)} as ${name}`);
  return sql`select ${raw(values.join(", "))} from agreements where upper(piid) = upper(${piid}) order by facts_as_of desc nulls last, key`;
}

/** The other contracts that one agency ordered under the same vehicle, from the largest net. */
export function siblingsSql(id: number): Sql {
  return sql`select other.key, other.piid, ${raw(read.money("other.in_records"))} as net, other.company
    from contracts c join parents p on p.id = c.parent and p.vehicle <> ${noParent}
    join contracts other on other.parent = c.parent and other.agency = c.agency and other.id <> c.id
      and other.actions > 0
    where c.id in (${idList([id])}) order by other.in_records desc, other.id`;
}

/**
 * Every action of the contracts of the same agency, office and company as one contract, its own among them: what may
 * describe the same thing. Nothing where the company is not reported. At most so many.
 */
export function alikeSql(key: string, most: number): Sql {
  return sql`select other.key, other.piid, other.parent, ${raw(read.money("other.in_records"))} as in_records, a.modification, a.action_type as type, ${raw(read.day("a.action_date"))} as day, a.description,
      ${raw(read.money("a.amount"))} as amount
    from contracts c
      join agencies own on own.id = c.agency
      join companies company on company.id = c.company and company.slug <> 'not-reported'
      join contracts other on other.company = c.company and other.office = c.office
      join agencies its on its.id = other.agency and its.code = own.code
      join actions a on a.contract = other.id
    where c.key = ${key} order by a.id limit ${most}`;
}

/** In how many contracts each word of descriptions occurs, and under the empty word how many contracts were counted. */
export const raritySql: Sql = raw("select word, contracts::double as contracts from words");

/**
 * The selected actions by the parent agreement of their contracts, as its number in `parents` (`null`: not reported),
 * with the numbers of the companies, or with `grouped=no` of the recipients, that hold the orders.
 */
export function vehiclesSql(query: Query): Sql {
  return sql`select parent, ${asCents(["net", "added", "taken_back"])}, actions::double as actions,
      contracts::double as contracts, holders,
      ${raw(read.day("first_action"))} as first_action, ${raw(read.day("last_action"))} as last_action
    from (select a.parent, ${sums}, count(distinct a.contract) as contracts,
        list(distinct ${counted(query)}) as holders,
        min(a.action_date) as first_action, max(a.action_date) as last_action
      from actions a where ${where(query)} group by a.parent)
    order by net desc, parent`;
}

/** The brands that descriptions of a contract's actions name, the owner of each, and how many of the actions name it. */
export function contractBrandsSql(id: number): Sql {
  return sql`select b.slug, b.name, o.slug as owner_slug, o.name as owner_name, count(*)::double as actions
    from mentions m join brands b on b.id = m.brand join companies o on o.id = b.owner
    where m.action in (select a.id from actions a where a.contract in (${idList([id])}))
    group by b.id, b.slug, b.name, o.slug, o.name order by b.id`;
}

const idList = (ids: readonly number[]) =>
  joined(
    ids.map((id) => sql`${id}::integer`),
    ", ",
  );
