import type { FilterName, Query } from "@/lib/query/query";
import { searchTerms, type Term } from "@/lib/query/terms";
import { contractFact, usableEnd } from "@/lib/sql/derived";
import { contains } from "@/lib/sql/dialect";
import { joined, list, raw, type Sql, sql } from "@/lib/sql/fragments";

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
        sql`a.contract in (select c.id from contracts c where coalesce(${contractFact("c", fact)}, 'unreported') in (${list(values)}))`,
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
    explainedBy(`a.${pointer}`, table, contains(sql`lower(d.${raw(column)})`, sql`lower(${text})`)),
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

const signConditions = { pos: "a.amount > 0", neg: "a.amount < 0", zero: "a.amount = 0" };

/** What each filter asks of one action. The amount of a contract is asked in {@link where}. */
export const conditions: { [Name in FilterName]?: (value: Query[Name], query: Query) => Sql[] } = {
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
  competition: (codes) => contractIs("competition", codes),
  place: (codes) => contractIs("place", codes),
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
      : [sql`a.contract in (select c.id from contracts c where ${usableEnd("c", "current")} < ${day}::date)`],
};
