import { comparisonSheet, missingPeriod, requirePeriods, roundedRatio } from "@/lib/http/compare";
import { endpoint } from "@/lib/http/endpoint";
import { aboutQuery } from "@/lib/http/json";
import { comparePeriods } from "@/lib/store/comparison";

/** Two periods of a selection, whole and by one grouping, as JSON or CSV. */
export const GET = endpoint(
  "/api/compare",
  async ({ requested: { query, by }, format, store, info, json, sheet }) => {
    const periods = requirePeriods(query, info);
    if (format === "csv")
      return sheet(
        { what: "compared", more: { by, vs: query.vs } },
        comparisonSheet(periods),
        async () => (await comparePeriods(store, periods, by)).groups,
      );
    return json(async () => {
      const { current, earlier, change, parts, groups } = await comparePeriods(store, periods, by);
      return {
        ...aboutQuery(info, query),
        by,
        current: { ...periods.days, totals: current },
        earlier: { ...periods.earlierDays, totals: earlier },
        change,
        ratio: roundedRatio(current.net, earlier.net),
        notes: periods.notes,
        parts,
        groups: groups.map((group) => ({
          ...group,
          ratio: roundedRatio(group.current.net, group.earlier.net),
        })),
      };
    });
  },
  { check: (_, params) => missingPeriod(params) },
);
