import { endpoint } from "@/lib/http/endpoint";
import { aboutQuery } from "@/lib/http/json";
import { Problem } from "@/lib/http/problem";
import { change } from "@/lib/query/query";
import { groups, periods, totals } from "@/lib/store/contracts";
import { facilityContext, findFacility } from "@/lib/store/facilities";

/** One facility: its rule, and the selected actions whose description names it. The path names the facility, so the query must not. */
export const GET = endpoint("/api/places/{slug}", async ({ query: requested, store, key, json }) => {
  const place = await findFacility(store, key.toLowerCase());
  if (!place) throw new Problem(404, "No such place", "This snapshot has no facility with that slug.");
  return json(async () => {
    const query = change(requested, { place: [place.slug] });
    const [sum, companies, years, context] = await Promise.all([
      totals(store, query),
      groups(store, query, "company"),
      periods(store, query, "fiscal_year"),
      facilityContext(store, query, place.slug),
    ]);
    return {
      ...aboutQuery(store.info, query),
      place,
      totals: sum,
      companies: companies.groups,
      years,
      ...context,
    };
  });
});
