import { boundCents } from "@/lib/query/amounts";
import { type FilterName, filterNames } from "@/lib/query/filters";
import { measure } from "@/lib/query/measures";
import { isBounded, type Query } from "@/lib/query/query";
import { conditionOf } from "@/lib/sql/conditions";
import { joined, raw, type Sql, sql } from "@/lib/sql/fragments";

/** The conditions on an amount in cents that the bounds of a query make. */
export const between = (cents: Sql, { min, max }: Query): Sql[] => [
  ...(min === null ? [] : [sql`${cents} >= ${boundValue(min)}`]),
  ...(max === null ? [] : [sql`${cents} <= ${boundValue(max)}`]),
];

/** A bound in cents, as text: it can be beyond what a number holds exactly. */
const boundValue = (bound: string) => sql`${String(boundCents(bound))}::bigint`;

/** Whether an action was signed before its recipient belonged to its company. */
export const beforeOwned = raw(
  "coalesce(a.action_date < (select d.owned_from from recipients d where d.id = a.recipient), false)",
);

/** The conditions of every filter but the amount. */
export function filtered(query: Query, except?: FilterName): Sql {
  const parts = filterNames.flatMap((name) => (name === except ? [] : conditionOf(query, name, except)));
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
  if (query.amount === "action") return joined([chosen, ...between(raw("a.amount_cents"), query)], " and ");
  const { column } = measure(query.amount);
  return column === null
    ? sql`${chosen} and a.contract in (select a.contract from actions a where ${chosen} group by a.contract
        having ${joined(between(raw("sum(a.amount_cents)"), query), " and ")})`
    : sql`${chosen} and a.contract in (select id from contracts where ${joined(between(raw(column), query), " and ")})`;
}

/** The number of what counts as a company: the group, or with `grouped=no` the recipient as recorded. */
export const companyIdColumn = (query: Query) => raw(query.grouped === "no" ? "a.recipient" : "a.company");
