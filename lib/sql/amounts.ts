import { amountBins } from "@/lib/query/amount-bins";
import type { Query } from "@/lib/query/query";
import { raw, type Sql, sql } from "@/lib/sql/fragments";
import { contractFigures, filtered } from "@/lib/sql/where";

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
