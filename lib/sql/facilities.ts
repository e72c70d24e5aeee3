import type { Query } from "@/lib/query/query";
import { type Sql, sql } from "@/lib/sql/fragments";
import { inNumbers, sums } from "@/lib/sql/totals";
import { companyIdColumn, where } from "@/lib/sql/where";

/**
 * Every facility with its rule, as JSON, and the totals of the selected actions whose descriptions name it, in the order of
 * the names. A filter by place is left out, as a facet leaves out its own.
 */
export function facilitiesSql(query: Query): Sql {
  return sql`
    select f.slug, f.rule, ${inNumbers("net", "added", "taken_back", "actions", "contracts", "companies")}
    from facilities f
    left join (select m.facility, ${sums}, count(distinct a.contract) as contracts, count(distinct ${companyIdColumn(query)}) as companies
      from place_mentions m join actions a on a.id = m.action where ${where(query, "place")} group by m.facility) t on t.facility = f.id
    order by f.id`;
}

/** One facility with its rule as JSON. */
export const facilitySql = (slug: string): Sql =>
  sql`select f.slug, f.rule from facilities f where f.slug = ${slug}`;

/** The names and rules of all facilities, in the order of the names. */
export const facilityRulesSql: Sql = sql`select f.slug, f.rule from facilities f order by f.id`;

/** The totals of the selected actions that name any facility, each counted once. */
export const anyFacilitySql = (query: Query): Sql => sql`
  select ${inNumbers("net", "actions", "contracts")}
  from (select ${sums}, count(distinct a.contract) as contracts from actions a
    where ${where(query, "place")} and a.id in (select m.action from place_mentions m)) t`;

/** All actions, in the snapshot, of the contracts of which a selected action names a place. */
export const wholeContractsSql = (query: Query): Sql => sql`
  select ${inNumbers("net", "actions", "contracts")}
  from (select ${sums}, count(distinct a.contract) as contracts from actions a
    where a.contract in (select a.contract from actions a where ${where(query)})) t`;

/** The other facilities that the selected actions of a facility name too, and how many of the actions do. */
export const sharedSql = (query: Query, slug: string): Sql => sql`
  select f.slug, f.name, ${inNumbers("actions")}
  from (select m.facility, count(*) as actions from place_mentions m join actions a on a.id = m.action
    where ${where(query)} group by m.facility) t join facilities f on f.id = t.facility
  where f.slug <> ${slug} order by t.actions desc, f.id`;
