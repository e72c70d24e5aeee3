import { pictureResponse } from "@/app/api/picture-response";
import { linesChart } from "@/components/charts/lines";
import { Picture } from "@/components/charts/picture";
import { runningYearsSubtitle, sourceText } from "@/components/charts/words";
import { pictureFormats } from "@/lib/contracts/pictures";
import { runningYears } from "@/lib/contracts/running-years";
import { plainRunningYears, runningYearsFinding } from "@/lib/findings/running-years";
import { scopeOf } from "@/lib/findings/scope";
import { requireSnapshot } from "@/lib/http/answer";
import { exportName, formatOf } from "@/lib/http/export";
import { yearToDatePictureRequest } from "@/lib/http/groups";
import { originOf } from "@/lib/http/origin";
import { readRequest } from "@/lib/http/problem";
import { route } from "@/lib/http/route";
import { everyRowOf, href } from "@/lib/query/query";
import { selectionName } from "@/lib/query/query-text";
import { dailyTotals } from "@/lib/store/contracts";
import { labels } from "@/lib/store/facets";
import { openStore } from "@/lib/store/open";

/** The running totals of fiscal years, drawn to be published; also `/year-to-date.png` and `/year-to-date.svg`. */
export const GET = route(async ({ request, params }) => {
  const { pathname } = new URL(request.url);
  const {
    query: requested,
    format: named,
    shape,
    theme,
  } = readRequest(
    yearToDatePictureRequest,
    params,
    (read) => formatOf(pathname, read.format, pictureFormats).faults,
  );
  const { format } = formatOf(pathname, named, pictureFormats);
  const store = await openStore(requested.snapshot);
  const { info } = store;
  requireSnapshot(info, requested);
  const query = everyRowOf(requested);
  return pictureResponse(request, info, {
    own: "/year-to-date?",
    query,
    format,
    shape,
    theme,
    file: exportName(query, info.id, format, { what: "year-to-date", more: { shape: shape ?? "" } }),
    make: async () => {
      const [daily, names] = await Promise.all([dailyTotals(store, query), labels(store, query)]);
      const running = runningYears(daily, info);
      return (
        <Picture
          title={runningYearsFinding(scopeOf(query, info, names), running, info) ?? plainRunningYears}
          subtitle={`${runningYearsSubtitle}. Contract actions of ${selectionName(query, names)}.`}
          data={daily.length > 0 ? (higher: number) => linesChart(running, info.data_through, higher) : null}
          shape={shape}
          source={`${sourceText(info.data_through)}, snapshot ${info.id}. Obligations, not payments; without subcontracts.`}
          address={originOf(request.headers) + href("/contracts", query)}
        />
      );
    },
  });
});
