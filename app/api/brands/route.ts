import { endpoint } from "@/lib/http/endpoint";
import { aboutQuery } from "@/lib/http/json";
import { listBrands } from "@/lib/store/brands";

/**
 * Every brand with the totals of the selected actions whose description names it. Like a facet, the list ignores its own
 * filter, `brand`. The rows overlap.
 */
export const GET = endpoint("/api/brands", ({ query: requested, store, json }) =>
  json(async () => {
    const { query, rows } = await listBrands(store, requested);
    return { ...aboutQuery(store.info, query), overlaps: true, rows };
  }),
);
