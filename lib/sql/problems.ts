import type { KnownProblem } from "@/lib/contracts/known-problems";
import type { Query } from "@/lib/query/query";
import { joined, raw, type Sql, sql } from "@/lib/sql/fragments";
import { where } from "@/lib/sql/where";

/** The actions that a problem applies to; `null` where it applies to every action. */
export function problemCondition({ applies = "" }: KnownProblem): Sql | null {
  switch (applies) {
    case "no award key":
      return raw("a.award_key is null");
    case "other agency in key":
      return raw("split_part(a.award_key, '_', 4) <> a.agency_code");
    case "no modification 0":
      return raw("a.contract in (select id from contracts where not base_included)");
    default:
      return applies.startsWith("PIID ") ? sql`a.piid = ${applies.slice(5)}` : null;
  }
}

/** Whether each condition is true of at least one action that a query selects: one row of `c0`, `c1` ... */
export function anyActionSql(query: Query, conditions: readonly (Sql | null)[]): Sql {
  const columns = conditions.map(
    (condition, index) => sql`bool_or(${condition ?? raw("true")}) as ${raw(`c${index}`)}`,
  );
  return sql`select ${joined(columns, ", ")} from actions a where ${where(query)}`;
}
