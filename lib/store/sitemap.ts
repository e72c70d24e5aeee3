import "server-only";

import type { Route } from "next";

import {
  agencyPage,
  brandPage,
  companyBrief,
  companyPage,
  contractPage,
  officePage,
  placePage,
  vehiclePage,
  weekPage,
} from "@/lib/query/pages";
import { defaults } from "@/lib/query/query";
import { type ListedPage, pageCountSql, pageKeysSql } from "@/lib/sql/sitemap";
import { agencyTotals } from "@/lib/store/agencies";
import { brandNames } from "@/lib/store/brands";
import { canExpire } from "@/lib/store/expiring";
import { facilityNames } from "@/lib/store/facilities";
import type { Store } from "@/lib/store/open";
import { latestWeeks } from "@/lib/store/week";

/** The most addresses of one part: a tenth of what the protocol allows, so that none takes long or much room. */
export const mostAddresses = 5_000;

const allRecords = defaults("contracts");

/** The addresses of the pages that there are many of, by key and, except for contracts, agency. */
const listedPages: Record<ListedPage, (key: string, agency: string) => Route> = {
  companies: (slug, agency) => companyPage(slug, { ...allRecords, agency: [agency] }),
  briefs: (slug, agency) => companyBrief(slug, { ...allRecords, agency: [agency] }),
  vehicles: (vehicle, agency) => vehiclePage(vehicle, { ...allRecords, agency: [agency] }),
  contracts: (key) => contractPage(key, allRecords),
};

/** The names of the parts that list every page which a search engine should know. */
export async function sitemapParts(store: Store): Promise<string[]> {
  const counted = await Promise.all(
    (Object.keys(listedPages) as ListedPage[]).map(async (name) => {
      const [row] = await store.rows<{ count: number }>(pageCountSql(name));
      const parts = Math.ceil((row?.count ?? 0) / mostAddresses);
      return Array.from({ length: parts }, (_, index) => `${name}-${index + 1}`);
    }),
  );
  return ["pages", ...counted.flat()];
}

/** The addresses of one part; `null` where there is no part of that name. */
export async function sitemapPart(store: Store, part: string): Promise<Route[] | null> {
  if (part === "pages") return singlePages(store);
  const [, name = "", number] = /^([a-z]+)-([1-9]\d{0,5})$/.exec(part) ?? [];
  if (!Object.hasOwn(listedPages, name)) return null;
  const address = listedPages[name as ListedPage];
  const found = await store.rows<{ key: string; agency: string }>(
    pageKeysSql(name as ListedPage, Number(number), mostAddresses),
  );
  return found.length === 0 ? null : found.map(({ key, agency }) => address(key, agency));
}

/** The pages that there is one of, and those of agencies, offices, brands and facilities. */
async function singlePages(store: Store): Promise<Route[]> {
  const [{ rows: agencies }, brands, facilities, isAlive] = await Promise.all([
    agencyTotals(store, allRecords),
    brandNames(store),
    facilityNames(store),
    canExpire(store),
  ]);
  return [
    "/",
    "/contracts",
    "/companies",
    "/agencies",
    "/vehicles",
    "/brands",
    ...(facilities.length > 0 ? (["/places"] as const) : []),
    ...(store.lookups.subcontractor.size > 0 ? (["/subcontracts"] as const) : []),
    "/changes",
    ...latestWeeks(store).map((week) => weekPage(week, allRecords)),
    ...(isAlive ? (["/expiring"] as const) : []),
    "/find",
    "/checks",
    "/data",
    "/method",
    ...agencies.flatMap(({ code, offices }) => [
      agencyPage(code, allRecords),
      ...offices.map((office) => officePage(code, office.code, allRecords)),
    ]),
    ...brands.map(({ slug }) => brandPage(slug, allRecords)),
    ...facilities.map(({ slug }) => placePage(slug, allRecords)),
  ];
}
