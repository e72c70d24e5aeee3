import { pictureEndpoint } from "@/app/api/picture-endpoint";
import { linesChart } from "@/components/charts/lines";
import { runningYearsSubtitle } from "@/components/charts/words";
import { runningYears } from "@/lib/contracts/running-years";
import { plainRunningYears, runningYearsFinding } from "@/lib/findings/running-years";
import { scopeOf } from "@/lib/findings/scope";
import { everyRowOf, href } from "@/lib/query/query";
import { selectionName } from "@/lib/query/query-text";
import { dailyTotals } from "@/lib/store/contracts";
import { labels } from "@/lib/store/facets";

/** The running totals of fiscal years, drawn to be published; also `/year-to-date.png` and `/year-to-date.svg`. */
export const GET = pictureEndpoint("/api/year-to-date/image", async ({ requested, store, info }) => {
  const query = everyRowOf(requested.query);
  return {
    file: { what: "year-to-date", more: { shape: requested.shape } },
    make: async () => {
      const [daily, names] = await Promise.all([dailyTotals(store, query), labels(store, query)]);
      const running = runningYears(daily, info);
      return {
        title: runningYearsFinding(scopeOf(query, info, names), running, info) ?? plainRunningYears,
        subtitle: `${runningYearsSubtitle}. Contract actions of ${selectionName(query, names)}.`,
        data: daily.length > 0 ? (higher: number) => linesChart(running, info.data_through, higher) : null,
        address: href("/contracts", query),
      };
    },
  };
});
