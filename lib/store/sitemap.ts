import "server-only";

import type { Route } from "next";

import { noParent } from "@/lib/contracts/awards";
import { raw, type Sql, sql } from "@/lib/query/fragments";
import { agencyPage, brandPage, companyPage, contractPage, officePage, vehiclePage } from "@/lib/query/pages";
import { defaults } from "@/lib/query/query";
import { agencyTotals } from "@/lib/store/agencies";
import { brandNames } from "@/lib/store/brands";
import { hasEnds } from "@/lib/store/ending";
import type { Store } from "@/lib/store/open";

/** The most addresses of one part: a tenth of what the protocol allows, so that none takes long or much room. */
export const mostAddresses = 5_000;

const usual = defaults("contracts");

/** The pages that there are many of. Each is listed once for each agency that it says something of. */
const many = {
  companies: {
    rows: raw(`select distinct c.slug as key, a.agency_code as agency
      from actions a join companies c on c.id = a.company`),
    address: (slug: string, agency: string) => companyPage(slug, { ...usual, agency: [agency] }),
  },
  vehicles: {
    rows: sql`select distinct p.vehicle as key, a.agency_code as agency
      from actions a join parents p on p.id = a.parent where p.vehicle <> ${noParent}`,
    address: (vehicle: string, agency: string) => vehiclePage(vehicle, { ...usual, agency: [agency] }),
  },
  contracts: {
    rows: raw("select key, '' as agency from contracts where actions > 0"),
    address: (key: string) => contractPage(key, usual),
  },
} satisfies Record<string, { rows: Sql; address: (key: string, agency: string) => Route }>;

type Many = keyof typeof many;

/** The names of the parts that list every page which a search engine should know. */
export async function sitemapParts(store: Store): Promise<string[]> {
  const counted = await Promise.all(
    Object.entries(many).map(async ([name, { rows }]) => {
      const [row] = await store.rows<{ count: number }>(sql`select count(*)::double as count from (${rows})`);
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
  if (!Object.hasOwn(many, name)) return null;
  const { rows, address } = many[name as Many];
  const found = await store.rows<{ key: string; agency: string }>(
    sql`select key, agency from (${rows}) order by key, agency
      limit ${mostAddresses}::bigint offset ${(Number(number) - 1) * mostAddresses}::bigint`,
  );
  return found.length === 0 ? null : found.map(({ key, agency }) => address(key, agency));
}

/** The pages that there is one of, and those of agencies, offices and brands. */
async function singlePages(store: Store): Promise<Route[]> {
  const [{ rows: agencies }, brands] = await Promise.all([agencyTotals(store, usual), brandNames(store)]);
  return [
    "/",
    "/contracts",
    "/companies",
    "/agencies",
    "/vehicles",
    "/brands",
    "/changes",
    ...(hasEnds(store) ? (["/ending"] as const) : []),
    "/find",
    "/data",
    ...agencies.flatMap(({ code, offices }) => [
      agencyPage(code, usual),
      ...offices.map((office) => officePage(code, office.code, usual)),
    ]),
    ...brands.map(({ slug }) => brandPage(slug, usual)),
  ];
}
