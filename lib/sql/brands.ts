import type { Query } from "@/lib/query/query";
import { raw, type Sql, sql } from "@/lib/sql/fragments";
import { inNumbers, sums } from "@/lib/sql/totals";
import { companyIdColumn, where } from "@/lib/sql/where";

/**
 * Every brand with its owner and the totals of the selected actions that name it, in the order of the names. A filter
 * by brand is left out, as a facet leaves out its own.
 */
export function brandsSql(query: Query): Sql {
  return sql`
    select b.slug, b.name, o.slug as owner_slug, o.name as owner_name,
      ${inNumbers("net", "added", "taken_back", "actions", "contracts", "companies")}
    from brands b join companies o on o.id = b.owner
    left join (select m.brand, ${sums}, count(distinct a.contract) as contracts, count(distinct ${companyIdColumn(query)}) as companies
      from mentions m join actions a on a.id = m.action where ${where(query, "brand")} group by m.brand) f on f.brand = b.id
    order by b.id`;
}

/** One brand with its owner and, as JSON, its rule. */
export function brandSql(slug: string): Sql {
  return sql`select b.slug, b.name, o.slug as owner_slug, o.name as owner_name, b.rule
    from brands b join companies o on o.id = b.owner where b.slug = ${slug}`;
}

/** The brands, or those of one company, with their owners, in the order of the names. */
export function brandNamesSql(owner?: string): Sql {
  const own = owner === undefined ? raw("true") : sql`o.slug = ${owner}`;
  return sql`select b.slug, b.name, o.slug as owner_slug, o.name as owner_name
    from brands b join companies o on o.id = b.owner where ${own} order by b.id`;
}
