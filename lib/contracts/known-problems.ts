import type { Day } from "@/lib/contracts/days";

/** Where a known problem is shown: a `notice` on every view that it touches, a `note` on `/data` only. */
export const severities = ["notice", "note"] as const;
export type Severity = (typeof severities)[number];

/**
 * What a known problem applies to, within its limits: every action, actions with some fact, comparisons with the same date of
 * another year, or nothing that a page shows, so that only the data page lists it.
 */
export const problemScopes = [
  "",
  "no award key",
  "other agency in key",
  "no modification 0",
  "same date",
  "data page",
] as const;

/** A known problem of the records (`data/problems.csv`) and where it touches. Blank limits mean everywhere. */
export interface KnownProblem {
  id: string;
  severity: Severity;
  title: string;
  detail: string;
  agency: string | null;
  from: Day | null;
  to: Day | null;
  /** One of {@link problemScopes}, or `PIID` and the number of the one contract that it applies to; a table may leave it out. */
  applies?: string | undefined;
}

/** What makes a file suspicious, in a title and one sentence with figures, and where it touches. */
export type FileProblem = Omit<KnownProblem, "id">;
