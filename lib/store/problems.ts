import "server-only";

import type { KnownProblem } from "@/lib/contracts/known-problems";
import type { Query } from "@/lib/query/query";
import { relevantProblems } from "@/lib/query/relevant-problems";
import { anyActionSql, problemCondition } from "@/lib/sql/problems";
import type { Store } from "@/lib/store/open";

/** The known problems of its agencies and time that apply to at least one action that a query selects. */
export async function problemsOf(store: Store, query: Query): Promise<KnownProblem[]> {
  const possible = relevantProblems(store.info.problems, query);
  const conditions = possible.map(problemCondition);
  if (conditions.every((condition) => condition === null)) return possible;
  const [found = {}] = await store.rows<Record<string, boolean | null>>(anyActionSql(query, conditions));
  return possible.filter((_, index) => conditions[index] === null || found[`c${index}`] === true);
}
