import type { Category } from "@/lib/contracts/categories";
import type { Day } from "@/lib/contracts/days";

/** How much a known problem changes how figures are read: the list of a page begins with each `notice`. */
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

/** `contract over $48,800,000`: contracts whose obligations in the records are over so many dollars. */
export const contractOver = /^contract over \$([\d,]+)$/;

/** A known problem of the records (`data/problems.csv`) and where it touches. Blank limits mean everywhere. */
export interface KnownProblem {
  id: string;
  severity: Severity;
  title: string;
  detail: string;
  agency: string | null;
  from: Day | null;
  to: Day | null;
  /** It touches selections of this category, and those that are mostly of it; every category without one. */
  category?: Category | undefined;
  /** One of {@link problemScopes}, `PIID` and the number of one contract, or {@link contractOver}; a table may leave it out. */
  applies?: string | undefined;
}

/** A known problem that touches a selection. */
export interface TouchingProblem extends KnownProblem {
  /** How many of its actions the problem applies to; `null` where it is about actions that may be missing. */
  actions: number | null;
}

/** When the records of some agencies and fiscal years were retrieved from their source, and by whom. */
export interface Retrieval {
  from: Day;
  to: Day;
  /** How many of these years another party retrieved. */
  throughOthers: "all" | "some" | "none";
}

/** What makes a file suspicious, in a title and one sentence with figures, and where it touches. */
export type FileProblem = Omit<KnownProblem, "id">;
