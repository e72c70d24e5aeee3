import { answer, requireSnapshot } from "@/lib/http/answer";
import { aboutSnapshot } from "@/lib/http/json";
import { Problem, readRequest } from "@/lib/http/problem";
import { route } from "@/lib/http/route";
import { contractsRequest } from "@/lib/query/requests";
import { openStore } from "@/lib/store/open";
import { wholeVehicle } from "@/lib/store/vehicles";

/** One vehicle by its PIID, with the orders under it among the selected actions. */
export const GET = route(async ({ request, params, key }) => {
  const { query: requested } = readRequest(contractsRequest, params);
  const store = await openStore(requested.snapshot);
  requireSnapshot(store.info, requested);
  const found = await wholeVehicle(store, requested, key);
  if (!found) {
    throw new Problem(404, "No such vehicle", "This snapshot has no vehicle with that number.");
  }
  const { query, vehicle, agreements, facts, totals, orders, companies } = found;
  return answer("/api/vehicles/{id}", request, store.info, query, async () => ({
    snapshot: aboutSnapshot(store.info, query),
    query,
    vehicle,
    agreements,
    facts,
    totals,
    orders,
    companies,
  }));
});
