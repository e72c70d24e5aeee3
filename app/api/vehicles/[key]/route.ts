import { endpoint } from "@/lib/http/endpoint";
import { aboutQuery } from "@/lib/http/json";
import { Problem } from "@/lib/http/problem";
import { wholeVehicle } from "@/lib/store/vehicles";

/** One vehicle by its PIID, with the orders under it among the selected actions. */
export const GET = endpoint("/api/vehicles/{id}", async ({ query: requested, store, key, json }) => {
  const found = await wholeVehicle(store, requested, key);
  if (!found) {
    throw new Problem(404, "No such vehicle", "This snapshot has no vehicle with that number.");
  }
  const { query, vehicle, agreements, facts, totals, orders, companies } = found;
  return json(async () => ({
    ...aboutQuery(store.info, query),
    ...{ vehicle, agreements, facts, totals, orders, companies },
  }));
});
