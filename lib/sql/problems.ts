import { contractOver, type KnownProblem } from "@/lib/contracts/known-problems";
import type { Query } from "@/lib/query/query";
import { asNumber } from "@/lib/sql/dialect";
import { joined, raw, type Sql, sql } from "@/lib/sql/fragments";
import { where } from "@/lib/sql/where";

/** The actions that a problem applies to; `null` where it applies to every action. */
export function problemCondition({ applies = "", agency, from, to }: KnownProblem): Sql | null {
  const condition = conditionOf(applies);
  if (condition === null) return null;
  return joined(
    [
      condition,
      ...(agency === null ? [] : [sql`a.agency_code = ${agency}`]),
      ...(from === null ? [] : [sql`a.action_date >= ${from}::date`]),
      ...(to === null ? [] : [sql`a.action_date <= ${to}::date`]),
    ],
    " and ",
  );
}

function conditionOf(applies: string): Sql | null {
  switch (applies) {
    case "no award key":
      return raw("a.award_key is null");
    case "other agency in key":
      return raw("split_part(a.award_key, '_', 4) <> a.agency_code");
    case "no modification 0":
      return raw("a.contract in (select id from contracts where not base_included)");
  }
  if (applies.startsWith("PIID ")) return sql`a.piid = ${applies.slice(5)}`;
  const over = contractOver.exec(applies)?.[1];
  if (over === undefined) return null;
  const cents = sql`${`${over.replaceAll(",", "")}00`}::bigint`;
  return sql`a.contract in (select id from contracts where in_records_cents > ${cents})`;
}

/** To how many of the actions that a query selects each condition applies: one row of `c0`, `c1` ... */
export function countActionsSql(query: Query, conditions: readonly Sql[]): Sql {
  const columns = conditions.map(
    (condition, index) => sql`${asNumber(sql`count(*) filter (where ${condition})`)} as ${raw(`c${index}`)}`,
  );
  return sql`select ${joined(columns, ", ")} from actions a where ${where(query)}`;
}
