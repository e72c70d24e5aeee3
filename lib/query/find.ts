import type { Route } from "next";
import type { CompanyName } from "@/lib/contracts/companies";
import type { Day } from "@/lib/contracts/days";
import type { Cents } from "@/lib/contracts/money";
import type { ContractRow } from "@/lib/contracts/rows";
import { change, type Query } from "@/lib/query/query";
import { type FindRequest, findRequest } from "@/lib/query/requests";
import type { Span } from "@/lib/query/windows";
import type { FigureMatchKind, Match } from "@/lib/query/written-figure";

/** The address of a search for a figure, with changes to its query. */
export const findPage = (request: FindRequest, patch: Partial<Query> = {}): Route =>
  findRequest.href("/find", { ...request, query: change(request.query, patch) });

export type SumKind = Exclude<FigureMatchKind, "running" | "action">;

/** The actions that a sum adds up: all, those above zero, or those below zero. */
export type SumMeasure = "net" | "added" | "taken_back";

/** A contract's running total from one day until its next action, or the end of the records. */
export interface RunningStep {
  figure: Cents;
  from: Day;
  to: Day;
  /** The address of the list of its actions. */
  records: string;
}

/** A figure of the records that matches a written one. */
export interface FigureMatch {
  kind: FigureMatchKind;
  measure: SumMeasure;
  match: Match[];
  figure: Cents;
  /** The name of the agency, company, contract or action. */
  subject: string;
  company: CompanyName | null;
  /** The name as recorded, if companies are not grouped. */
  recipient: string | null;
  contract: Pick<ContractRow, "key" | "piid" | "base_included"> | null;
  action: { modification: string; description: string | null } | null;
  /** The window of a sum, the days of a running total, or the signing day of an action. */
  window: Span & { label: string };
  /** Every matching running total of the contract, in order of time; `figure` is that of the first. Empty for other kinds. */
  steps: RunningStep[];
  /** The address of the list of exactly the actions of the figure. */
  records: string;
  /** Equal for matches of the same actions over different windows, which are listed together. */
  actions: string;
}
