import "server-only";

import type { Brand, BrandRule } from "@/lib/contracts/brands";
import { asTotals, type Totals } from "@/lib/contracts/totals";
import { change, type Query } from "@/lib/query/query";
import { brandNamesSql, brandSql, brandsSql } from "@/lib/sql/brands";
import { groups, totals } from "@/lib/store/contracts";
import type { Store } from "@/lib/store/open";

interface BrandRow {
  slug: string;
  name: string;
  owner_slug: string;
  owner_name: string;
}

const readBrand = ({ slug, name, owner_slug, owner_name }: BrandRow): Brand => ({
  slug,
  name,
  owner: { slug: owner_slug, name: owner_name },
});

/** The brands, or those of one company, in the order of their names. */
export async function brandNames(store: Store, owner?: string): Promise<Brand[]> {
  return (await store.rows<BrandRow>(brandNamesSql(owner))).map(readBrand);
}

export type BrandTotals = Brand & { totals: Totals };

/**
 * Every brand in the order of the names, with what the selected actions of other companies that name it come to. They
 * overlap: an action counts under each brand it names. A filter by brand is left out, also of `query`.
 */
export async function listBrands(
  store: Store,
  requested: Query,
): Promise<{ query: Query; rows: BrandTotals[] }> {
  const query = change(requested, { brand: [] });
  const rows = await store.rows<BrandRow & Totals>(brandsSql(query));
  return {
    query,
    rows: rows.map((row) => ({ ...readBrand(row), totals: asTotals(row, row.companies) })),
  };
}

/** A brand with the rule that finds it; `null` where the snapshot has none of that slug. */
export async function findBrand(store: Store, slug: string): Promise<(Brand & { rule: BrandRule }) | null> {
  const [row] = await store.rows<BrandRow & { rule: string }>(brandSql(slug));
  return row ? { ...readBrand(row), rule: JSON.parse(row.rule) as BrandRule } : null;
}

/** The selected actions of other companies whose description names a brand, or one of several. */
export interface BrandMentions {
  /** The query that selects exactly these actions. */
  query: Query;
  totals: Totals;
  /** The selected actions that have the words of the brands and that none of their rules counts. */
  left_out: { query: Query; totals: Totals };
  /** By recipient as recorded, from the largest net. */
  by_recipient: { recipient: string | null; totals: Totals }[];
}

/** What has the words of a query's brands and is counted by the rule of none of them. */
export async function excludedActions(store: Store, named: Query): Promise<BrandMentions["left_out"]> {
  const query = change(named, { brand: [], brand_words: named.brand });
  return { query, totals: await totals(store, query) };
}

/** What names any of some brands; an action that names several counts once. */
export async function namedIn(
  store: Store,
  requested: Query,
  brands: readonly [string, ...string[]],
): Promise<BrandMentions> {
  const query = change(requested, { brand: brands.toSorted() });
  const [sum, leftOut, recipients] = await Promise.all([
    totals(store, query),
    excludedActions(store, query),
    groups(store, query, "recipient"),
  ]);
  return {
    query,
    totals: sum,
    left_out: leftOut,
    by_recipient: recipients.groups.map(({ key, label: _, ...figures }) => ({
      recipient: key,
      totals: { ...figures, companies: 1 },
    })),
  };
}

/** What names any of a company's brands, and which brands these are; `null` for a company without one. */
export async function namedInOf(
  store: Store,
  requested: Query,
  company: string,
): Promise<(BrandMentions & { brands: Pick<Brand, "slug" | "name">[] }) | null> {
  const brands = (await brandNames(store, company)).map(({ slug, name }) => ({ slug, name }));
  const [first, ...others] = brands.map(({ slug }) => slug);
  return first === undefined ? null : { ...(await namedIn(store, requested, [first, ...others])), brands };
}
