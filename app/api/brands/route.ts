import { answer } from "@/lib/http/answer";
import { aboutSnapshot, inDollars } from "@/lib/http/json";
import { requireQuery } from "@/lib/http/problem";
import { route } from "@/lib/http/route";
import { listBrands } from "@/lib/store/brands";
import { openStore } from "@/lib/store/open";

/**
 * Every brand with the totals of the selected actions whose description names it. Every filter counts but `brand`: as a
 * facet does, the list leaves its own filter out. The rows overlap.
 */
export const GET = route(async ({ request, params }) => {
  const asked = requireQuery(params);
  const store = await openStore(asked.snapshot);
  return answer(request, store.info, asked, async () => {
    const { query, rows } = await listBrands(store, asked);
    return {
      snapshot: aboutSnapshot(store.info, query),
      query,
      overlaps: true,
      rows: rows.map((row) => ({ ...row, totals: inDollars(row.totals) })),
    };
  });
});
