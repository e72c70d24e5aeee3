import { endpoint } from "@/lib/http/endpoint";
import { aboutQuery } from "@/lib/http/json";
import { totals } from "@/lib/store/contracts";
import { chooseVehicles, listVehicles } from "@/lib/store/vehicles";

/** The selected actions by vehicle, not paged, with the totals of those under none and of those not reported. */
export const GET = endpoint("/api/vehicles", ({ requested: { query, ...choice }, store, json }) =>
  json(async () => {
    const [sum, { rows, none, unreported }] = await Promise.all([
      totals(store, query),
      listVehicles(store, query),
    ]);
    return {
      ...aboutQuery(store.info, query),
      choice,
      totals: sum,
      rows: chooseVehicles(rows, choice),
      none,
      unreported,
    };
  }),
);
