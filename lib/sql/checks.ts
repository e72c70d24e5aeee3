import type { Day } from "@/lib/contracts/days";
import type { Query } from "@/lib/query/query";
import { asNumber } from "@/lib/sql/dialect";
import { type Sql, sql } from "@/lib/sql/fragments";
import { inNumbers, sums } from "@/lib/sql/totals";
import { where } from "@/lib/sql/where";

/** The facts that a published figure is compared with: the sums of a query, and its contracts as they were at the end of a day. */
export const checkSql = (query: Query, end: Day): Sql => sql`
  with picked as (select a.contract, count(*) as times from actions a where ${where(query)} group by 1),
    wholes as (
      select any_value(p.times) as times, sum(a.amount_cents) as whole, any_value(c.potential_value_cents) as potential
      from picked p join actions a on a.contract = p.contract join contracts c on c.id = p.contract
      where a.action_date <= ${end}::date group by p.contract)
  select ${inNumbers("net", "added", "taken_back", "actions", "contracts", "whole", "repeated")},
    ${asNumber(sql`potential`)} as potential
  from (select ${sums} from actions a where ${where(query)}),
    (select count(*) as contracts, sum(whole) as whole, sum(whole * times) as repeated,
      case when count(*) = 1 then max(potential) end as potential from wholes)`;
