import { z } from "zod";

import { type GroupingName, groupingNames } from "@/lib/contracts/groupings";
import type { Fault } from "@/lib/http/problem";
import { given, parseQuery } from "@/lib/query/parse";
import type { Query } from "@/lib/query/query";

const counts = { 1: "one", 2: "one or two" } as const;

/** The parameters of an endpoint for groups. */
interface GroupsRequest {
  query: Query;
  by: [GroupingName] | [GroupingName, GroupingName];
  /** How many groups to list; the others are the rest. */
  top: number | undefined;
  problems: Fault[];
}

interface Limits {
  /** How many times `by` may be given. */
  by: 1 | 2;
  /** The largest `top`. */
  top: number;
}

/** Reads the parameters, within limits. Those that cannot be read are in `problems`. */
export function readGroups(params: URLSearchParams, limits: Limits): GroupsRequest {
  const { query, problems } = parseQuery(params, ["by", "top", "format"]);
  const by = z
    .array(z.enum(groupingNames as [GroupingName, ...GroupingName[]]))
    .min(1)
    .max(limits.by)
    .safeParse(given(params, "by"));
  const limit = z
    .array(
      z
        .string()
        .regex(/^[1-9]\d*$/)
        .transform(Number)
        .pipe(z.number().max(limits.top)),
    )
    .max(1)
    .safeParse(given(params, "top"));
  const own: Fault[] = [
    ...(by.success
      ? []
      : [{ name: "by", detail: `must be ${counts[limits.by]} of ${groupingNames.join(", ")}` }]),
    ...(limit.success ? [] : [{ name: "top", detail: `must be one whole number from 1 to ${limits.top}` }]),
  ];
  return {
    query,
    by: (by.data ?? ["company"]) as [GroupingName],
    top: limit.data?.[0],
    problems: [...problems, ...own],
  };
}
