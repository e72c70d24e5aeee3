import type { Route } from "next";

import { given, type ParameterProblem, parseOnly } from "@/lib/query/parse";
import { href, type Query } from "@/lib/query/query";

/** The parameters that the pages of brands keep to; the others are for lists. */
export const kept = ["agency", "grouped", "snapshot"] as const;

const sorts = ["-net", "name"] as const;
export type BrandSort = (typeof sorts)[number];

/** What the list of brands reads of its address: beside the query, whether it runs from the largest net or by name. */
export function readBrandsPage(params: URLSearchParams): {
  query: Query;
  asked: Query;
  sort: BrandSort;
  problems: ParameterProblem[];
} {
  const others = new URLSearchParams(params);
  others.delete("sort");
  const values = given(params, "sort");
  const sort = sorts.find((name) => name === values[0]);
  const { query, asked, problems } = parseOnly(others, kept);
  if (values.length === 0 || (values.length === 1 && sort)) {
    return { query, asked, sort: sort ?? "-net", problems };
  }
  const detail = values.length > 1 ? "must be given once" : `must be one of ${sorts.join(", ")}`;
  return { query, asked, sort: "-net", problems: [{ name: "sort", detail, values }, ...problems] };
}

/** The address of the list of brands. */
export function brandsHref(query: Query, sort: BrandSort): Route {
  const address = href("/brands", query);
  if (sort === "-net") return address;
  return `${address}${address.includes("?") ? "&" : "?"}sort=${sort}` as Route;
}
