import { endpoint } from "@/lib/http/endpoint";
import { aboutQuery } from "@/lib/http/json";
import { fields, type SheetColumn } from "@/lib/http/sheet";
import { type FacilityTotals, listFacilities } from "@/lib/store/facilities";

const columns: SheetColumn<FacilityTotals & FacilityTotals["totals"]>[] = [
  ...fields("code", "slug"),
  ...fields("text", "name", "city"),
  { name: "state", kind: "code", value: ({ state }) => state || null },
  ...fields("count", "latitude", "longitude"),
  { name: "type", kind: "text", value: ({ type }) => type.join("; ") || null },
  { name: "first_listed", kind: "day", value: ({ first_listed }) => first_listed || null },
  { name: "last_listed", kind: "day", value: ({ last_listed }) => last_listed || null },
  ...fields("money", "net", "added", "taken_back"),
  ...fields("count", "actions", "contracts", "companies"),
];

/**
 * Every facility with the totals of the selected actions whose description names it. Like a facet, the list ignores its own
 * filter, `place`. The rows overlap.
 */
export const GET = endpoint("/api/places", ({ query: requested, format, store, json, sheet }) => {
  if (format === "csv")
    return sheet({ what: "places" }, columns, async () =>
      (await listFacilities(store, requested)).rows.map((row) => ({ ...row, ...row.totals })),
    );
  return json(async () => {
    const { query, rows } = await listFacilities(store, requested);
    return { ...aboutQuery(store.info, query), overlaps: true, rows };
  });
});
