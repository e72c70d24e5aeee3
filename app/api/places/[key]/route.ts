import { answer, requireSnapshot } from "@/lib/http/answer";
import { aboutSnapshot } from "@/lib/http/json";
import { Problem, readRequest } from "@/lib/http/problem";
import { route } from "@/lib/http/route";
import { change } from "@/lib/query/query";
import { placeApiRequest } from "@/lib/query/requests";
import { groups, periods, totals } from "@/lib/store/contracts";
import { facilityContext, findFacility } from "@/lib/store/facilities";
import { openStore } from "@/lib/store/open";

/** One facility: its rule, and the selected actions whose description names it. The path names the facility, so the query must not. */
export const GET = route(async ({ request, params, key }) => {
  const { query: requested } = readRequest(placeApiRequest, params);
  const store = await openStore(requested.snapshot);
  requireSnapshot(store.info, requested);
  const place = await findFacility(store, key.toLowerCase());
  if (!place) throw new Problem(404, "No such place", "This snapshot has no facility with that slug.");
  return answer("/api/places/{slug}", request, store.info, requested, async () => {
    const query = change(requested, { place: [place.slug] });
    const [sum, companies, years, context] = await Promise.all([
      totals(store, query),
      groups(store, query, "company"),
      periods(store, query, "fiscal_year"),
      facilityContext(store, query, place.slug),
    ]);
    return {
      snapshot: aboutSnapshot(store.info, query),
      query,
      place,
      totals: sum,
      companies: companies.groups,
      years,
      ...context,
    };
  });
});
