import type { ColumnName } from "@/lib/contracts/columns";
import type { Day } from "@/lib/contracts/days";
import { type EndName, ends } from "@/lib/contracts/expiring";
import type { RecordedName } from "@/lib/contracts/recorded";
import type { EndingDays } from "@/lib/query/expiring";
import { isBounded, type Query } from "@/lib/query/query";
import { usableEnd } from "@/lib/sql/derived";
import { asNumber, dividedBy } from "@/lib/sql/dialect";
import { limit, raw, type Sql, sql } from "@/lib/sql/fragments";
import { numberedRows } from "@/lib/sql/rows";
import { where } from "@/lib/sql/where";

/**
 * Contracts that only award summaries know, each like an action without a day and an amount, so that filters apply to
 * them: a filter by day, amount or mention selects none.
 */
const summaries = sql`(select null::integer as id, c.id as contract, c.company, c.recipient, c.agency, d.code as agency_code,
    c.office, c.category, c.product, c.industry, c.parent, c.type, null::date as action_date, null::bigint as amount_cents,
    null::smallint as fiscal_year, lower(concat_ws(chr(31), c.description, c.piid)) as search,
    null::varchar as action_kind
  from contracts c join agencies d on d.id = c.agency where c.actions = 0)`;

/** The contracts that a query selects by one of their actions, and those without an action that fit it; with their end. */
function selected(query: Query, end: EndName): Sql {
  const without =
    isBounded(query) && query.amount === "in_records"
      ? raw("")
      : sql`union all select a.contract from ${summaries} a where ${where(query)}`;
  return sql`(select c.*, ${usableEnd("c", end)} as ends from contracts c
    where c.id in (select a.contract from actions a where ${where(query)} ${without}))`;
}

/** How many contracts a query selects, how many have a recorded end, and how many a usable one. */
export function endsKnownSql(query: Query, end: EndName): Sql {
  return sql`select count(*)::integer as contracts, count(${raw(ends[end].column)})::integer as recorded, count(ends)::integer as usable
    from ${selected(query, end)}`;
}

/** How many contracts end in each seven days from the first day; weeks without one are left out. */
export function endingWeeksSql(query: Query, { end, from, to }: EndingDays): Sql {
  return sql`select ${dividedBy(sql`ends - ${from}::date`, sql`7`)}::integer as week, count(*)::integer as contracts from ${selected(query, end)}
    where ends between ${from}::date and ${to}::date group by 1 order by 1`;
}

const columns = [
  "key",
  "piid",
  "company",
  "recipient",
  "agency",
  "description",
  "actions",
  "in_records",
  "base_included",
  "start",
  "current_end",
  "potential_end",
  "current_value",
  "potential_value",
  "option_ends",
  "option_words",
  "option_does",
  "option_signed",
  "option_length",
] as const satisfies ColumnName[];

/** Whether a contract has an estimated end on a day or later. */
export const hasEstimatesSql = (day: Day): Sql =>
  sql`select exists (select 1 from contracts where option_ends >= ${day}::date) as has`;

/** A page of the contracts that end in some days, the first to end first; all of them without a page. */
export function endingSql(
  query: Query,
  { end, from, to }: EndingDays,
  has: readonly RecordedName[] | undefined,
  page?: Pick<Query, "page" | "size">,
): Sql {
  const limited = page ? limit(page.size, page.page) : raw("");
  return numberedRows(
    "contracts",
    sql`select id as contract, actions, row_number() over (order by ends, id) as place
      from (select id, actions, ends from ${selected(query, end)} where ends between ${from}::date and ${to}::date
        order by ends, id ${limited})`,
    columns,
    has,
  );
}

/** The latest action of every contract that {@link endingSql} lists without a page, with what its kind is read from. */
export function endingLatestSql(query: Query, { end, from, to }: EndingDays): Sql {
  return sql`select c.key, a.action_type as type, a.modification, a.description, ${asNumber(sql`a.amount_cents`)} as amount
    from actions a join contracts c on c.id = a.contract
    where a.id in (select max(a.id) from actions a join ${selected(query, end)} e on e.id = a.contract
      where e.ends between ${from}::date and ${to}::date group by a.contract)`;
}
