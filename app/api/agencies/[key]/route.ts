import { answer, requireSnapshot } from "@/lib/http/answer";
import { aboutSnapshot } from "@/lib/http/json";
import { Problem, readRequest } from "@/lib/http/problem";
import { route } from "@/lib/http/route";
import { agencyApiRequest } from "@/lib/query/requests";
import { findAgency, oneAgencyTotals } from "@/lib/store/agencies";
import { openStore } from "@/lib/store/open";

/** One agency in a selection, with its offices and fiscal years. The path names the agency, so the query must not. */
export const GET = route(async ({ request, params, key }) => {
  const { query: requested } = readRequest(agencyApiRequest, params);
  const store = await openStore(requested.snapshot);
  requireSnapshot(store.info, requested);
  const agency = await findAgency(store, key);
  if (!agency) {
    throw new Problem(404, "No such agency", "This snapshot has no action by an agency with that code.");
  }
  return answer("/api/agencies/{code}", request, store.info, requested, async () => {
    const { query, code, name, totals, offices, years } = await oneAgencyTotals(store, requested, agency);
    return {
      snapshot: aboutSnapshot(store.info, query),
      query,
      code,
      name,
      totals,
      offices,
      years,
    };
  });
});
