import { endpoint } from "@/lib/http/endpoint";
import { aboutQuery, chosen, pageOf } from "@/lib/http/json";
import { listActions, listContracts, totals } from "@/lib/store/contracts";

/** One page of a query's rows, with its totals. */
export const GET = endpoint("/api/contracts", ({ query, store, json }) =>
  json(async () => {
    const list = query.view === "contracts" ? listContracts : listActions;
    const [sum, rows] = await Promise.all([totals(store, query), list(store, query)]);
    return {
      ...aboutQuery(store.info, query),
      totals: sum,
      page: pageOf(query, query.view === "contracts" ? sum.contracts : sum.actions),
      rows: rows.map((row) => chosen(row, query)),
    };
  }),
);
