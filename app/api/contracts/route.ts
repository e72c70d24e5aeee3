import { answer } from "@/lib/http/answer";
import { aboutSnapshot, chosen } from "@/lib/http/json";
import { readRequest } from "@/lib/http/problem";
import { route } from "@/lib/http/route";
import { contractsRequest } from "@/lib/query/requests";
import { listActions, listContracts, totals } from "@/lib/store/contracts";
import { openStore } from "@/lib/store/open";

/** One page of a query's rows, with its totals. */
export const GET = route(async ({ request, params }) => {
  const { query } = readRequest(contractsRequest, params);
  const store = await openStore(query.snapshot);
  return answer("/api/contracts", request, store.info, query, async () => {
    const list = query.view === "contracts" ? listContracts : listActions;
    const [sum, rows] = await Promise.all([totals(store, query), list(store, query)]);
    const count = query.view === "contracts" ? sum.contracts : sum.actions;
    const page = { number: query.page, size: query.size, rows: count, pages: Math.ceil(count / query.size) };
    return {
      snapshot: aboutSnapshot(store.info, query),
      query,
      totals: sum,
      page,
      rows: rows.map((row) => chosen(row, query)),
    };
  });
});
