import { z } from "zod";

import type { Day, Month } from "@/lib/contracts/days";
import type { CompanyName, ContractRow } from "@/lib/contracts/facts";
import type { Cents } from "@/lib/contracts/money";
import { given, type ParameterProblem, parseOnly } from "@/lib/query/parse";
import { change, type Query, toSearchParams } from "@/lib/query/query";
import type { Span } from "@/lib/query/windows";
import { type Match, readWritten, type WrittenFigure } from "@/lib/query/written";

/** What a figure is looked for in: a figure as it was written, and what narrows the search. */
export interface FindRequest {
  /** The text of the figure as it was given, and what was read from it; `null` where it cannot be read. */
  amount: string;
  written: WrittenFigure | null;
  /** A slug, a name or words of one; empty for every company. */
  company: string;
  /** The month that an action was signed in, and that a window holds. */
  month: Month | null;
  /** The agency and the grouping of companies; `from` and `to` are one more window to add up. */
  query: Query;
}

const readers = {
  amount: z
    .string()
    .max(200, "must have at most 200 characters")
    .transform((text, context) => {
      const read = readWritten(text);
      if (!("problem" in read)) return read;
      context.addIssue(read.problem);
      return z.NEVER;
    }),
  company: z
    .string()
    .max(300, "must have at most 300 characters")
    .refine((text) => !/\p{Cc}/u.test(text), "must not contain control characters"),
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "must be a month, written YYYY-MM"),
};
type OwnName = keyof typeof readers;

/** Reads the query string of a search for a figure. What cannot be understood is left out and named in `problems`. */
export function parseFind(params: URLSearchParams): { request: FindRequest; problems: ParameterProblem[] } {
  const others = new URLSearchParams([...params].filter(([name]) => !Object.hasOwn(readers, name)));
  const { query, problems } = parseOnly(others, ["agency", "grouped", "from", "to", "snapshot"]);
  const own: ParameterProblem[] = [];
  function read<Name extends OwnName>(name: Name): z.output<(typeof readers)[Name]> | null {
    const values = given(params, name).map((value) => value.trim());
    const [value] = values;
    if (value === undefined) return null;
    const result = readers[name].safeParse(value);
    if (result.success && values.length === 1) return result.data as z.output<(typeof readers)[Name]>;
    const detail = values.length > 1 ? "must be given once" : (result.error?.issues[0]?.message ?? "");
    own.push({ name, detail, values });
    return null;
  }
  const written = read("amount");
  const request = {
    amount: given(params, "amount")[0]?.trim() ?? "",
    written,
    company: read("company") ?? "",
    month: read("month"),
    query,
  };
  return { request, problems: [...own, ...problems] };
}

/** The address of a search for a figure, with something of its query changed. */
export function findHref(
  { amount, company, month, query }: FindRequest,
  patch: Partial<Query> = {},
): `/find${string}` {
  const own = { amount, company, month: month ?? "" };
  const params = new URLSearchParams(Object.entries(own).filter(([, value]) => value !== ""));
  for (const [name, value] of toSearchParams(change(query, patch))) params.append(name, value);
  return params.size > 0 ? `/find?${params}` : "/find";
}

/**
 * What a figure can be: a sum over all actions of the agency, of a company or of a contract, a contract's running total as
 * it was on some day, or a single action.
 */
export const hitKinds = ["agency", "company", "contract", "running", "action"] as const;
export type HitKind = (typeof hitKinds)[number];
export type SumKind = Exclude<HitKind, "running" | "action">;

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
export interface Hit {
  kind: HitKind;
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
