import "server-only";

import type { Route } from "next";

import type { CompanyName } from "@/lib/contracts/companies";
import type { Cents } from "@/lib/contracts/money";
import type { EntryKind } from "@/lib/contracts/suggestions";
import type { Query } from "@/lib/query/query";
import { type Fit, type FoundEntry, searchIndex } from "@/lib/search/search-index";
import type { Store } from "@/lib/store/open";

/** A company or brand that a name may mean, with the address of its page. */
interface LikelyEntry extends Pick<FoundEntry, "fit" | "wrong"> {
  name: string;
  href: Route;
  /** Why it fits, if its name does not show it, or what it is, if it is not a company. */
  reason: string | null;
}

/** The most names to offer for another. */
const mostLikely = 5;

/** What a name may mean, the likeliest first, with pages for the agencies and the snapshot of a query. */
export async function likelyNames(
  store: Store,
  typed: string,
  agencies: readonly string[],
  query: Query,
  kinds: readonly EntryKind[] = ["company", "brand"],
): Promise<LikelyEntry[]> {
  const index = await searchIndex(store);
  const found = index.find(typed, { agency: agencies, kinds });
  const companies = new Set(found.flatMap(({ entry }) => (entry.kind === "company" ? entry.label : [])));
  return found
    .filter(({ entry }) => entry.kind === "company" || !companies.has(entry.label))
    .slice(0, mostLikely)
    .map(({ entry, fit, wrong, reason }) => ({
      name: entry.label,
      href: entry.page(query) as Route,
      reason: reason ?? entry.detail,
      fit,
      wrong,
    }));
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
): Promise<NearestCompany[]> {
  const index = await searchIndex(store);
  return index
    .find(typed, { agency: agencies, kinds: ["company"] })
    .slice(0, mostLikely)
    .map(({ entry, fit, reason }) => ({
      slug: entry.slug ?? "",
      name: entry.label,
      fit,
      reason,
      net: entry.netOf(agencies),
    }));
}
