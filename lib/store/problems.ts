import "server-only";

import type { TouchingProblem } from "@/lib/contracts/known-problems";
import type { Query } from "@/lib/query/query";
import { relevantProblems } from "@/lib/query/relevant-problems";
import { countActionsSql, problemCondition } from "@/lib/sql/problems";
import type { Store } from "@/lib/store/open";

/** The known problems of its agencies and time that apply to at least one action that a query selects, notices first. */
export async function problemsOf(store: Store, query: Query): Promise<TouchingProblem[]> {
  const possible = relevantProblems(store.info.problems, query).map((problem) => ({
    problem,
    condition: problemCondition(problem),
  }));
  const conditions = possible.flatMap(({ condition }) => condition ?? []);
  const [counts = {}] =
    conditions.length === 0
      ? []
      : await store.rows<Record<string, number>>(countActionsSql(query, conditions));
  const touching = possible.flatMap(({ problem, condition }): TouchingProblem[] => {
    const actions = condition === null ? null : (counts[`c${conditions.indexOf(condition)}`] ?? 0);
    return actions === 0 ? [] : [{ ...problem, actions }];
  });
  return touching.sort(
    (one, other) => Number(other.severity === "notice") - Number(one.severity === "notice"),
  );
}
