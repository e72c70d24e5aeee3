import type { FilterName } from "@/lib/query/filters";
import type { Query } from "@/lib/query/query";
import { asDay, asNumber } from "@/lib/sql/dialect";
import { joined, raw, type Sql, sql } from "@/lib/sql/fragments";
import { companyIdColumn, where } from "@/lib/sql/where";

/** Net, added and taken back of the actions `a` of a group, and their number. Every sum of the program is this one. */
export const sums = sql`
  coalesce(sum(a.amount_cents), 0) as net,
  coalesce(sum(a.amount_cents) filter (where a.amount_cents > 0), 0) as added,
  coalesce(sum(a.amount_cents) filter (where a.amount_cents < 0), 0) as taken_back,
  count(*) as actions`;

/** Columns of amounts and counts for JavaScript. Without a row of the group, as of an outer join, they are 0. */
export const inNumbers = (...names: string[]): Sql =>
  joined(
    names.map((name) => sql`${asNumber(sql`coalesce(${raw(name)}, 0)`)} as ${raw(name)}`),
    ", ",
  );

/** The totals of a selection, one row. */
export const totalsSql = (query: Query, except?: FilterName): Sql => totalsOf(query, where(query, except));

/** The totals of the actions of a condition. Companies are counted as the query groups them. */
export const totalsOf = (query: Query, condition: Sql): Sql =>
  sql`select ${inNumbers("net", "added", "taken_back", "actions", "contracts", "companies")}
    from (select ${sums}, count(distinct a.contract) as contracts, count(distinct ${companyIdColumn(query)}) as companies
      from actions a where ${condition})`;

/** Net obligations of each day with a selected action, and of its fiscal year up to that day, in the order of days. */
export const dailySql = (query: Query): Sql =>
  sql`select ${inNumbers("year", "net", "total")}, ${asDay(sql`day`)} as day
    from (select year, day, net, sum(net) over (partition by year order by day) as total
      from (select a.fiscal_year as year, a.action_date as day, sum(a.amount_cents) as net
        from actions a where ${where(query)} group by 1, 2))
    order by day`;
