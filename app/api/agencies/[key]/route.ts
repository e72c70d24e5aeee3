import { endpoint } from "@/lib/http/endpoint";
import { aboutQuery } from "@/lib/http/json";
import { Problem } from "@/lib/http/problem";
import { findAgency, oneAgencyTotals } from "@/lib/store/agencies";

/** One agency in a selection, with its offices and fiscal years. The path names the agency, so the query must not. */
export const GET = endpoint("/api/agencies/{code}", async ({ query: requested, store, key, json }) => {
  const agency = await findAgency(store, key);
  if (!agency) {
    throw new Problem(404, "No such agency", "This snapshot has no action by an agency with that code.");
  }
  return json(async () => {
    const { query, code, name, totals, offices, years } = await oneAgencyTotals(store, requested, agency);
    return { ...aboutQuery(store.info, query), code, name, totals, offices, years };
  });
});
