import { endpoint } from "@/lib/http/endpoint";
import { aboutQuery } from "@/lib/http/json";
import { agencyTotals } from "@/lib/store/agencies";
import { totals } from "@/lib/store/contracts";

/**
 * The agencies and their offices in a selection. Like a facet, the list ignores its own filter, `agency`, so that agencies can be
 * compared; `query` in the response names the agencies that were counted.
 */
export const GET = endpoint("/api/agencies", ({ query: requested, store, json }) =>
  json(async () => {
    const { query, rows } = await agencyTotals(store, requested);
    return { ...aboutQuery(store.info, query), totals: await totals(store, query), rows };
  }),
);
