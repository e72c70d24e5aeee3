import type { Route } from "next";
import { permanentRedirect } from "next/navigation";

import { fromPage, type ParameterProblem, parseOnly } from "@/lib/query/parse";
import { href, type Query } from "@/lib/query/query";

/** What the address of an agency's or office's page asks for. */
export interface Asked {
  query: Query;
  /** The fiscal years of the ranked charts: none of them for `fy=all`, `undefined` where the address leaves it out. */
  years: number[] | undefined;
  /** What the list of contracts makes of the same address. */
  list: Query;
  problems: ParameterProblem[];
}

/** Reads the parameters that such a page keeps to: `grouped`, `snapshot` and `fy`, which may also be `all`. */
export function readAsked(search: Record<string, string | string[] | undefined>): Asked {
  const params = fromPage(search);
  const isAll = params.getAll("fy").join().toLowerCase() === "all";
  if (isAll) params.delete("fy");
  const { query, asked, problems } = parseOnly(params, ["grouped", "fy", "snapshot"]);
  const { fy } = query;
  return { query, years: isAll ? [] : fy.length > 0 ? fy : undefined, list: asked, problems };
}

/** The address of the same page for other fiscal years, with the rest of the query. */
export function addressFor(path: Route, query: Query, years: number[] | undefined): Route {
  const address = href(path, { ...query, fy: years ?? [] });
  if (years?.length !== 0) return address;
  return `${address}${address.includes("?") ? "&" : "?"}fy=all` as Route;
}

/** Sends a reader who wrote a code in other letters to the address with the code as it is recorded. */
export function keepToCode(
  written: readonly string[],
  recorded: readonly string[],
  path: Route,
  search: Record<string, string | string[] | undefined>,
): void {
  if (written.join("/") === recorded.join("/")) return;
  const text = fromPage(search).toString();
  permanentRedirect((text ? `${path}?${text}` : path) as Route);
}
