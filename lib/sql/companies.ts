import type { Day } from "@/lib/contracts/days";
import { change, type Query } from "@/lib/query/query";
import { asDay } from "@/lib/sql/dialect";
import { joined, raw, type Sql, sql } from "@/lib/sql/fragments";
import { inNumbers, sums, totalsOf } from "@/lib/sql/totals";
import { beforeOwned, companyIdColumn, where } from "@/lib/sql/where";

/** The companies of a selection by number, each with its figures and its last day. */
export function companiesSql(query: Query): Sql {
  return sql`select id, ${inNumbers("net", "added", "taken_back", "actions", "contracts")}, ${asDay(sql`last_action`)} as last_action
    from (select ${companyIdColumn(query)} as id, ${sums}, count(distinct a.contract) as contracts, max(a.action_date) as last_action
      from actions a where ${where(query)} group by 1)`;
}

/** The companies of a selection whose first action is on or after a day, from the largest net. */
export const newCompaniesSql = (query: Query, since: Day): Sql =>
  sql`select id, ${inNumbers("net", "actions", "contracts")}, ${asDay(sql`first_action`)} as first_action
    from (select ${companyIdColumn(query)} as id, ${sums}, count(distinct a.contract) as contracts, min(a.action_date) as first_action
      from actions a where ${where(query)} group by 1 having min(a.action_date) >= ${since}::date)
    order by net desc, id`;

/** The net of a selection's actions from before a company owned the recipient, by the number of the company. */
export function beforeOwnedSql(query: Query): Sql {
  return sql`select id, ${inNumbers("net")} from (select ${companyIdColumn(query)} as id, sum(a.amount_cents) as net from actions a
    where ${where(query)} and a.recipient in (select id from recipients where owned_from is not null) and ${beforeOwned} group by 1)`;
}

/** The totals of a selection within some of its companies, by number. */
export const totalsWithinSql = (query: Query, ids: readonly number[]): Sql =>
  totalsOf(query, sql`${where(query)} and ${among(query, ids)}`);

/** Some companies' net and actions of each fiscal year, whole and up to a day. */
export function historiesSql(query: Query, ids: readonly number[], until: Day): Sql {
  return sql`select id, year, ${inNumbers("net", "net_until", "actions", "actions_until")}
    from (select ${companyIdColumn(query)} as id, a.fiscal_year as year, sum(a.amount_cents) as net, count(*) as actions,
      coalesce(sum(a.amount_cents) filter (where a.action_date <= ${until}::date), 0) as net_until,
      count(*) filter (where a.action_date <= ${until}::date) as actions_until
      from actions a where ${joined([where(change(query, { fy: [] })), among(query, ids)], " and ")} group by 1, 2)`;
}

/**
 * The selected actions that name a brand of a company they are not with, by the company's number, each action once. The
 * filter by company selects holders of awards, not names in descriptions, and is left out.
 */
export function namedInSql(query: Query): Sql {
  return sql`select id, (select string_agg(slug, ',' order by slug) from brands b where b.owner = n.id) as brands,
      ${inNumbers("net", "added", "taken_back", "actions", "contracts")}
    from (select named.owner as id, ${sums}, count(distinct a.contract) as contracts
      from (select distinct owner, action from mentions join brands on brands.id = brand) named
        join actions a on a.id = named.action
      where ${where(query, "company")} group by 1) n order by net desc, id`;
}

const among = (query: Query, ids: readonly number[]) =>
  sql`${companyIdColumn(query)} in (${raw(ids.length > 0 ? ids.join(", ") : "null")})`;
