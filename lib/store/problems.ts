import "server-only";

import type { TouchingProblem } from "@/lib/contracts/known-problems";
import type { Query } from "@/lib/query/query";
import { relevantProblems } from "@/lib/query/relevant-problems";
import { problemCount, problemCountsSql } from "@/lib/sql/problems";
import type { Store } from "@/lib/store/open";

/** The known problems of its agencies and time that apply to at least one action that a query selects, notices first. */
export async function problemsOf(store: Store, query: Query): Promise<TouchingProblem[]> {
  const possible = relevantProblems(store.info.problems, query).map((problem) => ({
    problem,
    count: problemCount(problem),
  }));
  const counts = possible.flatMap(({ count }) => count ?? []);
  const [found = {}] =
    counts.length === 0 ? [] : await store.rows<Record<string, number>>(problemCountsSql(query, counts));
  const touching = possible.flatMap(({ problem, count }): TouchingProblem[] => {
    const actions = count === null ? null : (found[`c${counts.indexOf(count)}`] ?? 0);
    return actions === 0 ? [] : [{ ...problem, actions }];
  });
  return touching.sort(
    (one, other) => Number(other.severity === "notice") - Number(one.severity === "notice"),
  );
}
