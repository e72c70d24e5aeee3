import type { FilterName, Query } from "@/lib/query/query";
import { raw, type Sql, sql } from "@/lib/sql/fragments";
import { counted, where } from "@/lib/sql/where";

/** The one sum of the program: net, added and taken back of the rows at hand, in dollars. */
export const sums = raw(`
  coalesce(sum(a.amount), 0) as net,
  coalesce(sum(a.amount) filter (a.amount > 0), 0) as added,
  coalesce(sum(a.amount) filter (a.amount < 0), 0) as taken_back,
  count(*) as actions`);

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
