import type { ColumnKind } from "@/lib/contracts/columns";
import type { Query } from "@/lib/query/query";
import { distinctList } from "@/lib/sql/dialect";
import { joined, raw, type Sql, sql } from "@/lib/sql/fragments";
import { read } from "@/lib/sql/rows";
import { inNumbers, sums } from "@/lib/sql/totals";
import { companyIdColumn, where } from "@/lib/sql/where";

/** The ordering agreements with a number as award summaries describe them, the one retrieved last first. */
export function agreementsSql(piid: string): Sql {
  const columns: [name: string, kind: ColumnKind, column?: string][] = [
    ["key", "code"],
    ["piid", "code"],
    ["agency", "code"],
    ["recipient", "text"],
    ["uei", "code"],
    ["idv_type", "text"],
    ["potential_value", "money", "potential_value_cents"],
    ["signed", "day"],
    ["start", "day"],
    ["ordering_end", "day"],
    ["base_description", "text"],
    ["facts_as_of", "day"],
  ];
  const values = columns.map(
    ([name, kind, column = name]) => sql`${read[kind](raw(column))} as ${raw(name)}`,
  );
  return sql`select ${joined(values, ", ")} from agreements where upper(piid) = upper(${piid}) order by facts_as_of desc nulls last, key`;
}

/**
 * The selected actions by the parent agreement of their contracts, as its number in `parents` (`null`: not reported),
 * with the numbers of the companies, or with `grouped=no` of the recipients, that hold the orders.
 */
export function vehiclesSql(query: Query): Sql {
  return sql`select parent, ${inNumbers("net", "added", "taken_back", "actions", "contracts")}, holders,
      ${read.day(sql`first_action`)} as first_action, ${read.day(sql`last_action`)} as last_action
    from (select a.parent, ${sums}, count(distinct a.contract) as contracts,
        ${distinctList(companyIdColumn(query))} as holders,
        min(a.action_date) as first_action, max(a.action_date) as last_action
      from actions a where ${where(query)} group by a.parent)
    order by net desc, parent`;
}
