import "server-only";

import type { Route } from "next";

import type { CompanyName } from "@/lib/contracts/companies";
import type { Cents } from "@/lib/contracts/money";
import { companyPage } from "@/lib/query/pages";
import type { Query } from "@/lib/query/query";
import { type Fit, searchIndex } from "@/lib/search/search-index";
import type { Store } from "@/lib/store/open";

/** The companies that a name may mean, with the addresses of their pages for the agencies and the snapshot of a query. */
export async function likelyCompanies(
  store: Store,
  typed: string,
  agencies: readonly string[],
  query: Query,
): Promise<{ name: string; href: Route; reason: string | null; fit: Fit }[]> {
  const found = await nearestCompanies(store, typed, agencies);
  return found.map(({ slug, name, ...why }) => ({ name, href: companyPage(slug, query), ...why }));
}

/** A company that a name may mean. */
interface NearestCompany extends CompanyName {
  fit: Fit;
  /** Why it has another name that fits. */
  reason: string | null;
  /** What some agencies obligated to it; `null` where none of them has an action. */
  net: Cents | null;
}

/** The companies that a name may mean, the likeliest first. */
export async function nearestCompanies(
  store: Store,
  typed: string,
  agencies: readonly string[],
  most = 5,
): Promise<NearestCompany[]> {
  const index = await searchIndex(store);
  return index
    .find(typed, { agency: agencies, kinds: ["company"] })
    .slice(0, most)
    .map(({ entry, fit, reason }) => ({
      slug: entry.slug ?? "",
      name: entry.label,
      fit,
      reason,
      net: entry.netOf(agencies),
    }));
}
