import { earlierDay, fiscalYearDays, laterDay } from "@/lib/contracts/days";
import type { KnownProblem } from "@/lib/contracts/known-problems";
import type { ParameterProblem } from "@/lib/query/parameters";
import type { Query } from "@/lib/query/query";

/** Whether a problem concerns actions that a page can show. */
const isShown = ({ applies }: KnownProblem) => applies !== "data page" && applies !== "same date";

/** The known problems of a query's agencies and window. */
export const relevantProblems = (problems: KnownProblem[], query: Query): KnownProblem[] =>
  within(problems.filter(isShown), query);

/** The known problems of a comparison with the same dates of another year. */
export const comparisonProblems = (problems: KnownProblem[], query: Query): KnownProblem[] =>
  within(
    problems.filter(({ applies }) => applies === "same date"),
    query,
  );

function within(problems: KnownProblem[], query: Query): KnownProblem[] {
  const windows = query.fy.length > 0 ? query.fy.map(fiscalYearDays) : [{ from: "", to: "9999-12-31" }];
  return problems.filter(
    ({ agency, category, from, to }) =>
      (agency === null || query.agency.includes(agency)) &&
      (!category || query.category.length === 0 || query.category.includes(category)) &&
      windows.some(
        (window) =>
          (from ?? "") <= earlierDay(query.to, window.to) &&
          (to ?? "9999-12-31") >= laterDay(query.from, window.from),
      ),
  );
}

/** The problem of a query whose snapshot is not stored, so that another one is read; empty if there is none. */
export function snapshotProblems({ snapshot }: Query, read: string): ParameterProblem[] {
  if (snapshot === null || snapshot === read) return [];
  const detail = "must be the ID of a stored snapshot (listed on /data#snapshots)";
  return [{ name: "snapshot", detail, values: [snapshot] }];
}
