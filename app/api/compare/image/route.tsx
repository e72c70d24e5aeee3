import { pictureEndpoint } from "@/app/api/picture-endpoint";
import { differencesData } from "@/components/charts/differences";
import { grouping } from "@/lib/contracts/groupings";
import { periodsFinding } from "@/lib/findings/compared-periods";
import { missingPeriod, requirePeriods } from "@/lib/http/compare";
import { periodText } from "@/lib/query/comparison";
import { href } from "@/lib/query/query";
import { selectionName } from "@/lib/query/query-text";
import { comparePeriods } from "@/lib/store/comparison";
import { labels } from "@/lib/store/facets";

/** The largest changes between two periods, drawn to be published; also `/compare.png` and `/compare.svg`. */
export const GET = pictureEndpoint(
  "/api/compare/image",
  async ({ requested: { query, by, shape }, store, info }) => {
    const periods = requirePeriods(query, info);
    return {
      file: { what: "compared", more: { by, vs: query.vs, shape } },
      make: async () => {
        const [compared, names] = await Promise.all([
          comparePeriods(store, periods, by),
          labels(store, query),
        ]);
        const data = differencesData(compared.groups, () => null);
        return {
          title: periodsFinding(periods, compared, info, names),
          subtitle: `Change in obligations (net) by ${grouping(by).label}, ${periodText(periods.days)} less ${periodText(periods.earlierDays)}, the largest changes. Contract actions of ${selectionName(query, names, ["fy", "from", "to"])}.`,
          data: data.groups.length > 0 ? data : null,
          address: href("/contracts", query),
        };
      },
    };
  },
  (_, params) => missingPeriod(params),
);
