import { z } from "zod";

import { type GroupingName, groupingNames } from "@/lib/contracts/groupings";
import type { Fault } from "@/lib/http/problem";
import { given, parseQuery } from "@/lib/query/parse";
import type { Query } from "@/lib/query/query";

const counts = { 1: "one", 2: "one or two" } as const;

/** What is asked of groups: the query, what it is grouped by, and how many groups stand by themselves. */
interface GroupsAsked {
  query: Query;
  by: [GroupingName] | [GroupingName, GroupingName];
  top: number | undefined;
  problems: Fault[];
}

interface Most {
  /** How many times `by` may be given. */
  by: 1 | 2;
  top: number;
}

/** Reads the parameters of an address of groups, up to the most of each; what is wrong with them is in `problems`. */
export function readGroups(params: URLSearchParams, most: Most): GroupsAsked {
  const { query, problems } = parseQuery(params, ["by", "top", "format"]);
  const by = z
    .array(z.enum(groupingNames as [GroupingName, ...GroupingName[]]))
    .min(1)
    .max(most.by)
    .safeParse(given(params, "by"));
  const limit = z
    .array(
      z
        .string()
        .regex(/^[1-9]\d*$/)
        .transform(Number)
        .pipe(z.number().max(most.top)),
    )
    .max(1)
    .safeParse(given(params, "top"));
  const own: Fault[] = [
    ...(by.success
      ? []
      : [{ name: "by", detail: `must be ${counts[most.by]} of ${groupingNames.join(", ")}` }]),
    ...(limit.success ? [] : [{ name: "top", detail: `must be one whole number from 1 to ${most.top}` }]),
  ];
  return {
    query,
    by: (by.data ?? ["company"]) as [GroupingName],
    top: limit.data?.[0],
    problems: [...problems, ...own],
  };
}
