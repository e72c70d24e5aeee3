import { amountBins } from "@/lib/query/amount-bins";
import { boundCents } from "@/lib/query/amounts";
import { measure } from "@/lib/query/measures";
import type { Query } from "@/lib/query/query";
import { asNumber, binCounts } from "@/lib/sql/dialect";
import { raw, type Sql, sql } from "@/lib/sql/fragments";
import { filtered } from "@/lib/sql/where";

/** The amounts that `min` and `max` bound: of every action, or of every contract, that the other filters select. */
function amounts(query: Query): Sql {
  const chosen = filtered(query);
  if (query.amount === "action") return sql`select a.amount_cents as amount from actions a where ${chosen}`;
  const { column } = measure(query.amount);
  return column === null
    ? sql`select sum(a.amount_cents)::bigint as amount from actions a where ${chosen} group by a.contract`
    : sql`select ${raw(column)} as amount from contracts where id in (select a.contract from actions a where ${chosen})`;
}

/** The last amount of each bin; the last bin has none. */
const binEnds = amountBins.flatMap(({ max }) => (max === null ? [] : [boundCents(max)]));

/** How many of the amounts are in each bin, up to the last that holds one, and how many are not reported. */
export function amountCountsSql(query: Query): Sql {
  return sql`select ${binCounts(sql`amount`, binEnds)} as counts,
      ${asNumber(sql`count(*) - count(amount)`)} as missing
    from (${amounts(query)})`;
}
