import { answer } from "@/lib/http/answer";
import { aboutSnapshot } from "@/lib/http/json";
import { readRequest } from "@/lib/http/problem";
import { route } from "@/lib/http/route";
import { contractsRequest } from "@/lib/query/requests";
import { listBrands } from "@/lib/store/brands";
import { openStore } from "@/lib/store/open";

/**
 * Every brand with the totals of the selected actions whose description names it. Like a facet, the list ignores its own
 * filter, `brand`. The rows overlap.
 */
export const GET = route(async ({ request, params }) => {
  const { query: requested } = readRequest(contractsRequest, params);
  const store = await openStore(requested.snapshot);
  return answer("/api/brands", request, store.info, requested, async () => {
    const { query, rows } = await listBrands(store, requested);
    return {
      snapshot: aboutSnapshot(store.info, query),
      query,
      overlaps: true,
      rows,
    };
  });
});
