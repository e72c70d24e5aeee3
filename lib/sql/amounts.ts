import { amountBins } from "@/lib/query/amount-bins";
import type { Query } from "@/lib/query/query";
import { asAmount, asNumber, binCounts } from "@/lib/sql/dialect";
import { raw, type Sql, sql } from "@/lib/sql/fragments";
import { contractFigures, filtered } from "@/lib/sql/where";

/** The amounts that `min` and `max` bound: of every action, or of every contract, that the other filters select. */
function amounts(query: Query): Sql {
  const chosen = filtered(query);
  switch (query.amount) {
    case "action":
      return sql`select a.amount from actions a where ${chosen}`;
    case "period":
      return sql`select ${asAmount(sql`sum(a.amount)`)} as amount from actions a where ${chosen} group by a.contract`;
    default:
      return sql`select ${raw(contractFigures[query.amount])} as amount from contracts
        where id in (select a.contract from actions a where ${chosen})`;
  }
}

/** The last amount of each bin, to the cent; the last bin has none. */
const binEnds = amountBins.slice(0, -1).map(({ max }) => max);

/** How many of the amounts are in each bin, up to the last that holds one, and how many are not reported. */
export function amountCountsSql(query: Query): Sql {
  return sql`select ${binCounts(sql`amount`, binEnds)} as counts,
      ${asNumber(sql`count(*) - count(amount)`)} as missing
    from (${amounts(query)})`;
}
