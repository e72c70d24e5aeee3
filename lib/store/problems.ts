import "server-only";

import type { Problem } from "@/lib/contracts/facts";
import { joined, raw, type Sql, sql } from "@/lib/query/fragments";
import type { Query } from "@/lib/query/query";
import { where } from "@/lib/query/sql";
import { touching } from "@/lib/query/touching";
import type { Store } from "@/lib/store/open";

/** The actions that a problem applies to; `null` where it applies to every action. */
function conditionOf({ applies = "" }: Problem): Sql | null {
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

/** The known problems of its agencies and time that apply to at least one action that a query selects. */
export async function problemsOf(store: Store, query: Query): Promise<Problem[]> {
  const possible = touching(store.info.problems, query);
  const conditions = possible.map(conditionOf);
  if (conditions.every((condition) => condition === null)) return possible;
  const columns = conditions.map(
    (condition, index) => sql`bool_or(${condition ?? raw("true")}) as ${raw(`c${index}`)}`,
  );
  const [found = {}] = await store.rows<Record<string, boolean | null>>(
    sql`select ${joined(columns, ", ")} from actions a where ${where(query)}`,
  );
  return possible.filter((_, index) => conditions[index] === null || found[`c${index}`] === true);
}
