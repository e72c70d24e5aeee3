import type { PageLinks } from "@/components/table/pager";
import { change, href, type Query } from "@/lib/query/query";

const sizes = [25, 50, 100, 500];

/**
 * Links to the first and last page, to those near the current one, and to the page sizes. `address` writes the address of
 * a query.
 */
export function pageLinks(
  query: Query,
  pages: number,
  address: (query: Query) => string = (other) => href("/contracts", other),
): PageLinks {
  const around = [-2, -1, 0, 1, 2].map((step) => query.page + step);
  const numbers = [...new Set([1, ...around, pages])].filter((number) => number >= 1 && number <= pages);
  return {
    pages: numbers
      .toSorted((one, other) => one - other)
      .map((number) => ({ number, href: address({ ...query, page: number }) })),
    sizes: sizes.map((size) => ({ size, href: address(change(query, { size })) })),
  };
}
