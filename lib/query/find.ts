import type { Route } from "next";
import type { CompanyName } from "@/lib/contracts/companies";
import type { Day } from "@/lib/contracts/days";
import type { Cents } from "@/lib/contracts/money";
import type { ContractRow } from "@/lib/contracts/rows";
import { change, type Query } from "@/lib/query/query";
import { type FindRequest, findRequest } from "@/lib/query/requests";
import type { Span } from "@/lib/query/windows";
import type { Match } from "@/lib/query/written";

/** The address of a search for a figure, with some of its query changed. */
export const findPage = (request: FindRequest, patch: Partial<Query> = {}): Route =>
  findRequest.href("/find", { ...request, query: change(request.query, patch) });

/**
 * What a figure can be: a sum over all actions of the agency, of a company or of a contract, a contract's running total as
 * it was on some day, or a single action.
 */
export const figureMatchKinds = ["agency", "company", "contract", "running", "action"] as const;
export type FigureMatchKind = (typeof figureMatchKinds)[number];
export type SumKind = Exclude<FigureMatchKind, "running" | "action">;

/** Which actions of a window a sum adds up: all of them, those above zero or those below. */
export type HitMeasure = "net" | "added" | "taken_back";

/** A running total that a contract had from one day until its next action, or the end of the records. */
export interface RunningStep {
  figure: Cents;
  from: Day;
  to: Day;
  /** The address of the list of the actions that come to it. */
  records: string;
}

/** Something in the records that a written figure can stand for. */
export interface FigureMatch {
  kind: FigureMatchKind;
  measure: HitMeasure;
  match: Match[];
  figure: Cents;
  /** Whose figure it is, in words: the agency, the company, the contract, the action. */
  subject: string;
  company: CompanyName | null;
  /** The name as recorded, where companies are not grouped. */
  recipient: string | null;
  contract: Pick<ContractRow, "key" | "piid" | "base_included"> | null;
  action: { modification: string; description: string | null } | null;
  /** The window of a sum, the days that a running total fitted on, or the day that an action was signed. */
  window: Span & { label: string };
  /** Every running total of the contract that fits, from the first; `figure` is that of the first. Empty for other hits. */
  steps: RunningStep[];
  /** The address of the list of just the actions that come to the figure. */
  records: string;
  /** Hits of the same actions, over windows that hold no others, have this in common and stand together. */
  actions: string;
}
