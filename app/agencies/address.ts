import type { Route } from "next";
import { permanentRedirect } from "next/navigation";

import type { Query } from "@/lib/query/query";
import { type AgencyRequest, agencyRequest } from "@/lib/query/requests";

/** The fiscal years of the ranked charts: an empty list for all of them, `undefined` if the address names none. */
export function yearsOf({ fy, query }: AgencyRequest): number[] | undefined {
  if (fy === "all") return [];
  return query.fy.length > 0 ? query.fy : undefined;
}

/** The address of the same page for other fiscal years, with the rest of the query and the sorts of its tables. */
export const addressFor = (
  path: Route,
  query: Query,
  years: number[] | undefined,
  sorts: string[] = [],
): Route =>
  agencyRequest.href(path, {
    query: { ...query, fy: years ?? [] },
    fy: years?.length === 0 ? "all" : null,
    table_sort: sorts,
  });

/** Redirects to the address with codes as recorded, if the requested ones differ in case. */
export function redirectToRecordedCode(
  requested: readonly string[],
  recorded: readonly string[],
  path: Route,
  params: URLSearchParams,
): void {
  if (requested.join("/") === recorded.join("/")) return;
  permanentRedirect((params.size > 0 ? `${path}?${params}` : path) as Route);
}
