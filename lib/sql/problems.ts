import { contractOver, type KnownProblem } from "@/lib/contracts/known-problems";
import type { Query } from "@/lib/query/query";
import { asNumber } from "@/lib/sql/dialect";
import { joined, raw, type Sql, sql } from "@/lib/sql/fragments";
import { where } from "@/lib/sql/where";

/** How many of the actions `a` a problem applies to, as an aggregate; `null` where it applies to every action. */
export function problemCount({ applies = "", agency, category, from, to }: KnownProblem): Sql | null {
  const limits = [
    ...(agency === null ? [] : [sql`a.agency_code = ${agency}`]),
    ...(from === null ? [] : [sql`a.action_date >= ${from}::date`]),
    ...(to === null ? [] : [sql`a.action_date <= ${to}::date`]),
  ];
  const condition = conditionOf(applies);
  if (category) {
    const own = sql`a.category = (select id from categories where slug = ${category})`;
    const counted = countWhere([...(condition ? [condition] : []), own, ...limits]);
    return sql`case when ${moved} <= 2 * ${moved} filter (where ${own}) then ${counted} else 0 end`;
  }
  return condition && countWhere([condition, ...limits]);
}

const countWhere = (conditions: Sql[]) => sql`count(*) filter (where ${joined(conditions, " and ")})`;

/** What actions add and take back, both counted as money that moves. */
const moved = raw("sum(abs(a.amount_cents))");

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

/** To how many of the actions that a query selects each problem applies: one row of `c0`, `c1` ... */
export function problemCountsSql(query: Query, counts: readonly Sql[]): Sql {
  const columns = counts.map((count, index) => sql`coalesce(${asNumber(count)}, 0) as ${raw(`c${index}`)}`);
  return sql`select ${joined(columns, ", ")} from actions a where ${where(query)}`;
}
