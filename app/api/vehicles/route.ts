import { answer } from "@/lib/http/answer";
import { aboutSnapshot } from "@/lib/http/json";
import { readRequest } from "@/lib/http/problem";
import { route } from "@/lib/http/route";
import { vehiclesApiRequest } from "@/lib/query/requests";
import { totals } from "@/lib/store/contracts";
import { openStore } from "@/lib/store/open";
import { chooseVehicles, listVehicles } from "@/lib/store/vehicles";

/** The selected actions by vehicle, not paged, with the totals of those under none and of those not reported. */
export const GET = route(async ({ request, params }) => {
  const { query, ...choice } = readRequest(vehiclesApiRequest, params);
  const store = await openStore(query.snapshot);
  return answer(
    "/api/vehicles",
    request,
    store.info,
    query,
    async () => {
      const [sum, { rows, none, unreported }] = await Promise.all([
        totals(store, query),
        listVehicles(store, query),
      ]);
      return {
        snapshot: aboutSnapshot(store.info, query),
        query,
        choice,
        totals: sum,
        rows: chooseVehicles(rows, choice),
        none,
        unreported,
      };
    },
    JSON.stringify(choice),
  );
});
