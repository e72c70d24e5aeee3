import { answer, answerSheet } from "@/lib/http/answer";
import { exportName } from "@/lib/http/export";
import { aboutSnapshot } from "@/lib/http/json";
import { readRequest } from "@/lib/http/problem";
import { route } from "@/lib/http/route";
import type { SheetColumn } from "@/lib/http/sheet";
import { contractsRequest } from "@/lib/query/requests";
import { type FacilityTotals, listFacilities } from "@/lib/store/facilities";
import { openStore } from "@/lib/store/open";

const columns: (snapshot: string) => SheetColumn<FacilityTotals>[] = (snapshot) => [
  { name: "slug", kind: "code", value: ({ slug }) => slug },
  { name: "name", kind: "text", value: ({ name }) => name },
  { name: "city", kind: "text", value: ({ city }) => city },
  { name: "state", kind: "code", value: ({ state }) => state || null },
  { name: "latitude", kind: "count", value: ({ latitude }) => latitude },
  { name: "longitude", kind: "count", value: ({ longitude }) => longitude },
  { name: "type", kind: "text", value: ({ type }) => type.join("; ") || null },
  { name: "first_listed", kind: "day", value: ({ first_listed }) => first_listed || null },
  { name: "last_listed", kind: "day", value: ({ last_listed }) => last_listed || null },
  { name: "net", kind: "money", value: ({ totals }) => totals.net },
  { name: "added", kind: "money", value: ({ totals }) => totals.added },
  { name: "taken_back", kind: "money", value: ({ totals }) => totals.taken_back },
  { name: "actions", kind: "count", value: ({ totals }) => totals.actions },
  { name: "contracts", kind: "count", value: ({ totals }) => totals.contracts },
  { name: "companies", kind: "count", value: ({ totals }) => totals.companies },
  { name: "snapshot", kind: "text", value: () => snapshot },
];

/**
 * Every facility with the totals of the selected actions whose description names it. Like a facet, the list ignores its own
 * filter, `place`. The rows overlap.
 */
export const GET = route(async ({ request, params }) => {
  const { query: requested } = readRequest(contractsRequest, params);
  const store = await openStore(requested.snapshot);
  if (/\.csv$/i.test(new URL(request.url).pathname)) {
    const file = exportName(requested, store.info.id, "csv", { what: "places" });
    const rows = async () => (await listFacilities(store, requested)).rows;
    return answerSheet(request, store.info, requested, { file, columns: columns(store.info.id), rows });
  }
  return answer("/api/places", request, store.info, requested, async () => {
    const { query, rows } = await listFacilities(store, requested);
    return { snapshot: aboutSnapshot(store.info, query), query, overlaps: true, rows };
  });
});
