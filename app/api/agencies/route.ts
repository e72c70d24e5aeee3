import { answer } from "@/lib/http/answer";
import { aboutSnapshot } from "@/lib/http/json";
import { readRequest } from "@/lib/http/problem";
import { route } from "@/lib/http/route";
import { contractsRequest } from "@/lib/query/requests";
import { agencyTotals } from "@/lib/store/agencies";
import { totals } from "@/lib/store/contracts";
import { openStore } from "@/lib/store/open";

/**
 * The agencies and their offices in a selection. Like a facet, the list ignores its own filter, `agency`, so that agencies can be
 * compared; `query` in the response names the agencies that were counted.
 */
export const GET = route(async ({ request, params }) => {
  const { query: requested } = readRequest(contractsRequest, params);
  const store = await openStore(requested.snapshot);
  return answer("/api/agencies", request, store.info, requested, async () => {
    const { query, rows } = await agencyTotals(store, requested);
    return {
      snapshot: aboutSnapshot(store.info, query),
      query,
      totals: await totals(store, query),
      rows,
    };
  });
});
