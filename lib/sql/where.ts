import { type AmountMeasure, type FilterName, filterNames, isBounded, type Query } from "@/lib/query/query";
import { conditions } from "@/lib/sql/conditions";
import { amountValue } from "@/lib/sql/dialect";
import { joined, raw, type Sql, sql } from "@/lib/sql/fragments";

export const between = (value: Sql, { min, max }: Query): Sql[] => [
  ...(min === null ? [] : [sql`${value} >= ${amountValue(min)}`]),
  ...(max === null ? [] : [sql`${value} <= ${amountValue(max)}`]),
];

function asked(query: Query, name: FilterName): Sql[] {
  const condition = conditions[name] as ((value: unknown, query: Query) => Sql[]) | undefined;
  return condition?.(query[name], query) ?? [];
}

export const isSet = (query: Query, name: FilterName) => asked(query, name).length > 0;

/** Whether an action was signed before its recipient belonged to the company that it counts with. */
export const beforeOwned = raw(
  "coalesce(a.action_date < (select d.owned_from from recipients d where d.id = a.recipient), false)",
);

/** What every filter but the amount asks of an action. */
export function filtered(query: Query, except?: FilterName): Sql {
  const parts = filterNames.flatMap((name) => (name === except ? [] : asked(query, name)));
  const owned = query.grouped === "owned" ? [sql`not ${beforeOwned}`] : [];
  return joined([raw("true"), ...parts, ...owned], " and ");
}

/**
 * The condition that selects a query's actions. `except` leaves one filter out: a facet, and the chart of its
 * dimension, show what else could be chosen.
 */
export function where(query: Query, except?: FilterName): Sql {
  const chosen = filtered(query, except);
  if (!isBounded(query)) return chosen;
  switch (query.amount) {
    case "action":
      return joined([chosen, ...between(raw("a.amount"), query)], " and ");
    case "period":
      return sql`${chosen} and a.contract in (select a.contract from actions a where ${chosen} group by a.contract
        having ${joined(between(raw("sum(a.amount)"), query), " and ")})`;
    default:
      return sql`${chosen} and a.contract in (select id from contracts where ${joined(between(raw(contractFigures[query.amount]), query), " and ")})`;
  }
}

/** Where the amounts stand that are a contract's own, whatever actions of it are selected. */
export const contractFigures = {
  in_records: "in_records",
  current: "current_value",
  potential: "potential_value",
} as const satisfies Partial<Record<AmountMeasure, string>>;

/** What is counted as a company: the group, or with `grouped=no` the recipient as recorded. */
export const counted = (query: Query) => raw(query.grouped === "no" ? "a.recipient" : "a.company");
