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
 * The kinds of figures that a written one can match: the sum of the actions of the agency, a company or a contract, a
 * contract's running total on some day, or a single action.
 */
export const figureMatchKinds = ["agency", "company", "contract", "running", "action"] as const;
export type FigureMatchKind = (typeof figureMatchKinds)[number];
export type SumKind = Exclude<FigureMatchKind, "running" | "action">;

/** The actions of a window that a sum adds up: all, those above zero or those below. */
export type HitMeasure = "net" | "added" | "taken_back";

/** A running total that a contract had from one day until its next action, or the end of the records. */
export interface RunningStep {
  figure: Cents;
  from: Day;
  to: Day;
  /** The address of the list of its actions. */
  records: string;
}

/** A figure of the records that a written one can mean. */
export interface FigureMatch {
  kind: FigureMatchKind;
  measure: HitMeasure;
  match: Match[];
  figure: Cents;
  /** The name of the agency, company, contract or action. */
  subject: string;
  company: CompanyName | null;
  /** The recorded name, if companies are not grouped. */
  recipient: string | null;
  contract: Pick<ContractRow, "key" | "piid" | "base_included"> | null;
  action: { modification: string; description: string | null } | null;
  /** The window of a sum, the days of a running total, or the signing day of an action. */
  window: Span & { label: string };
  /** Every matching running total of the contract, the first first; `figure` is the first one's. Empty for other kinds. */
  steps: RunningStep[];
  /** The address of the list of exactly the actions of the figure. */
  records: string;
  /** The same for matches of the same actions over different windows; those are listed together. */
  actions: string;
}
