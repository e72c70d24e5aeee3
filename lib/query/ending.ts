import type { Route } from "next";
import { z } from "zod";

import { type Day, daysAfter } from "@/lib/contracts/days";
import { type EndName, ends, type Within, withins } from "@/lib/contracts/ending";
import { given, type ParameterProblem, parseOnly } from "@/lib/query/parse";
import { filterNames, type ParameterName, type Query, toSearchParams } from "@/lib/query/query";

/** What a list of endings is asked beside the query. */
export interface EndingChoice {
  within: Within;
  end: EndName;
}

const usual: EndingChoice = { within: 90, end: "current" };

/** The parameters of the query that a list of endings keeps to. */
const kept: readonly ParameterName[] = [...filterNames, "amount", "grouped", "page", "size", "snapshot"];

const readers = {
  within: z
    .enum(withins.map(String) as [string, ...string[]], { error: `must be one of ${withins.join(", ")}` })
    .transform((text) => Number(text) as Within),
  end: z.enum(Object.keys(ends) as [EndName, ...EndName[]], {
    error: `must be one of ${Object.keys(ends).join(", ")}`,
  }),
} satisfies Record<keyof EndingChoice, z.ZodType>;

/** Reads what is asked of a list of endings: `within` and `end`, and the filters of every list. */
export function readEnding(params: URLSearchParams): {
  query: Query;
  choice: EndingChoice;
  problems: ParameterProblem[];
} {
  const choice = { ...usual };
  const own: ParameterProblem[] = [];
  const others = new URLSearchParams(params);
  for (const [name, reader] of Object.entries(readers)) {
    const values = given(params, name);
    others.delete(name);
    if (values.length > 1) own.push({ name, detail: "must be given once", values });
    if (values.length !== 1) continue;
    const result = reader.safeParse(values[0]);
    if (result.success) Object.assign(choice, { [name]: result.data });
    else own.push({ name, detail: result.error.issues[0]?.message ?? "cannot be read", values });
  }
  const { query, problems } = parseOnly(others, kept);
  return { query, choice, problems: [...own, ...problems] };
}

/** The address of a list of endings; what is usual is not written. */
export function endingHref(
  query: Query,
  choice: Partial<EndingChoice> = {},
  path: "/ending" | "/ending.ics" | "/ending.json" = "/ending",
): Route {
  const params = toSearchParams(query);
  for (const [name, value] of Object.entries(choice)) {
    if (value !== usual[name as keyof EndingChoice]) params.set(name, String(value));
  }
  const text = params.toString();
  return (text ? `${path}?${text}` : path) as Route;
}

/** The days that a list of endings is about, both in. */
export interface EndingDays {
  end: EndName;
  from: Day;
  to: Day;
}

/** From today as far as a choice reaches. */
export const endingDays = ({ within, end }: EndingChoice, today: Day): EndingDays => ({
  end,
  from: today,
  to: daysAfter(today, within),
});
