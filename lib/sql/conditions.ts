import { type GroupingName, grouping, groupings } from "@/lib/contracts/groupings";
import { type FilterName, filter, type NamedFilter } from "@/lib/query/filters";
import type { Query } from "@/lib/query/query";
import { searchTerms, type Term } from "@/lib/query/search-terms";
import { contractFact, usableEnd } from "@/lib/sql/derived";
import { contains, fiscalYearOf } from "@/lib/sql/dialect";
import { keyOf } from "@/lib/sql/fields";
import { joined, list, raw, type Sql, sql } from "@/lib/sql/fragments";

const inLookup = (pointer: string, table: string, condition: Sql) =>
  sql`${raw(pointer)} in (select d.id from ${raw(table)} d where ${condition})`;

const anyOf = (parts: Sql[]) => sql`(${joined(parts, " or ")})`;

/** Codes or descriptions, whole and whatever their case. */
const describedBy = (pointer: string, table: string, values: string[]) =>
  inLookup(
    pointer,
    table,
    sql`lower(d.description) in (${lower(values)}) or lower(d.code) in (${lower(values)})`,
  );

const lower = (values: string[]) =>
  joined(
    values.map((value) => sql`lower(${value})`),
    ", ",
  );

/** The groups of a grouping by key; `unreported` selects rows whose record has none. */
function isInGroup(name: GroupingName, values: string[], hasUnreported = false): Sql {
  const { field, table, key = "id" } = grouping(name);
  const pointer = field.replace("action", "a");
  const rowKey = keyOf(raw("d"), key);
  const inTable = (condition: Sql) => inLookup(pointer, table as string, condition);
  const inGroup = inTable(sql`${rowKey} in (${list(values)})`);
  return hasUnreported && values.includes("unreported")
    ? anyOf([inGroup, sql`${raw(pointer)} is null`, inTable(sql`${rowKey} is null`)])
    : inGroup;
}

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
    inLookup(`a.${pointer}`, table, contains(sql`lower(d.${raw(column)})`, sql`lower(${text})`)),
  );
  return unless(excluded, anyOf([...inText(raw("a.search"), text, piid), ...named]));
}

/** A text, or the PIID that it stands for, in what a search reads of the action itself. */
const inText = (search: Sql, text: string, piid: string | undefined): Sql[] =>
  [text, ...(piid ? [piid] : [])].map((one) => contains(search, sql`lower(${one})`));

/** As {@link holds} for every one of many terms, with one look-up in each table. */
function holdsAll(terms: Term[]): Sql {
  const found = (column: string) =>
    joined(
      terms.map(
        ({ text }, index) =>
          sql`${contains(sql`lower(${raw(column)})`, sql`lower(${text})`)} as t${raw(`${index}`)}`,
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

const signConditions = { pos: "a.amount_cents > 0", neg: "a.amount_cents < 0", zero: "a.amount_cents = 0" };

const mentioned = (table: "left_out" | "mentions", slugs: string[]) =>
  sql`a.id in (select m.action from ${raw(table)} m join brands d on d.id = m.brand where d.slug in (${list(slugs)}))`;

/**
 * Whether the contract of an action is new: its award, which is its first action, was signed in the query's period. Where
 * the fiscal year is left out, as for its choices, the period is the action's own fiscal year.
 */
export function isNew({ fy, from, to }: Query, except?: FilterName): Sql {
  const year = fiscalYearOf(sql`c.first_action`);
  const period = [
    ...(from === null ? [] : [sql`c.first_action >= ${from}::date`]),
    ...(to === null ? [] : [sql`c.first_action <= ${to}::date`]),
    ...(except === "fy"
      ? [sql`${year} = a.fiscal_year`]
      : fy.length > 0
        ? [sql`${year} in (${joined(fy.map(smallint), ", ")})`]
        : []),
  ];
  return sql`a.contract in (select c.id from contracts c where ${joined([raw("c.base_included"), ...period], " and ")})`;
}

const smallint = (value: string | number) => sql`${value}::smallint`;

/** The conditions that filters name because no column says them. */
const named: { [Name in NamedFilter]: (value: Query[Name], query: Query, except?: FilterName) => Sql } = {
  q: (q) => {
    const terms = searchTerms(q);
    return terms.length > fewTerms ? holdsAll(terms) : joined([raw("true"), ...terms.map(holds)], " and ");
  },
  company: (slugs, { grouped }) =>
    grouped === "no"
      ? inLookup(
          "a.recipient",
          "recipients",
          sql`d.relation <> 'subsidiary' and d.company in (select id from companies where slug in (${list(slugs)}))`,
        )
      : inLookup("a.company", "companies", sql`d.slug in (${list(slugs)})`),
  recipient: (names) => inLookup("a.recipient", "recipients", sql`lower(d.name) in (${lower(names)})`),
  sign: (chosen) => anyOf(chosen.map((sign) => raw(signConditions[sign]))),
  new: (chosen, query, except) =>
    anyOf(chosen.map((value) => (value === "yes" ? isNew(query, except) : sql`not ${isNew(query, except)}`))),
  brand: (slugs) => mentioned("mentions", slugs),
  brand_words: (slugs) => sql`${mentioned("left_out", slugs)} and not ${mentioned("mentions", slugs)}`,
  place: (places) =>
    anyOf([
      sql`a.id in (select m.action from place_mentions m join facilities d on d.id = m.facility where d.slug in (${list(places)}))`,
      sql`a.id in (select m.action from state_mentions m where m.state in (${list(places)}))`,
    ]),
  estimated_before: (day) =>
    sql`a.contract in (select c.id from contracts c where c.option_ends < ${day}::date)`,
  ends_before: (day) =>
    sql`a.contract in (select c.id from contracts c where ${usableEnd("c", "current")} < ${day}::date)`,
};

/** The condition of a filter on an action; none where the filter is not given. The bounds of the amount are in `where`. */
export function conditionOf(query: Query, name: FilterName, except?: FilterName): Sql[] {
  const { kind, where, unreported } = filter(name);
  if (where === "bound" || !isGiven(query, name)) return [];
  if (where === "named") {
    const condition = named[name as NamedFilter] as (
      value: unknown,
      query: Query,
      except?: FilterName,
    ) => Sql;
    return [condition(query[name], query, except)];
  }
  const values = [query[name] ?? []].flat();
  const texts = values.map(String);
  if ("from" in where) return [sql`${raw(`a.${where.from}`)} >= ${texts[0] ?? null}::date`];
  if ("through" in where) return [sql`${raw(`a.${where.through}`)} <= ${texts[0] ?? null}::date`];
  if ("column" in where) {
    const bound = kind.reader === "year" ? values.map(smallint) : [list(values)];
    return [sql`${raw(`a.${where.column}`)} in (${joined(bound, ", ")})`];
  }
  if ("keyOf" in where) return [isInGroup(where.keyOf, texts, unreported)];
  if ("described" in where) {
    const { field, table } = groupings[where.described];
    return [describedBy(field.replace("action", "a"), table, texts)];
  }
  const fact = sql`coalesce(${contractFact("c", where.contract)}, 'unreported')`;
  return [sql`a.contract in (select c.id from contracts c where ${fact} in (${list(values)}))`];
}

/** Whether a filter has a value to compare with; the agency always has. */
export function isGiven(query: Query, name: FilterName): boolean {
  const value = query[name];
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== "";
}
