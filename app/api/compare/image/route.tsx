import { pictureResponse } from "@/app/api/picture-response";
import { differencesData } from "@/components/charts/differences";
import { Picture } from "@/components/charts/picture";
import { sourceText } from "@/components/charts/words";
import { grouping } from "@/lib/contracts/groupings";
import { pictureFormats } from "@/lib/contracts/pictures";
import { periodsFinding } from "@/lib/findings/compared-periods";
import { requireSnapshot } from "@/lib/http/answer";
import { missingPeriod, requirePeriods } from "@/lib/http/compare";
import { exportName, formatOf } from "@/lib/http/export";
import { comparePictureRequest } from "@/lib/http/groups";
import { originOf } from "@/lib/http/origin";
import { readRequest } from "@/lib/http/problem";
import { route } from "@/lib/http/route";
import { periodText } from "@/lib/query/comparison";
import { everyRowOf, href } from "@/lib/query/query";
import { selectionName } from "@/lib/query/query-text";
import { comparePeriods } from "@/lib/store/comparison";
import { labels } from "@/lib/store/facets";
import { openStore } from "@/lib/store/open";

/** The largest changes between two periods, drawn to be published; also `/compare.png` and `/compare.svg`. */
export const GET = route(async ({ request, params }) => {
  const { pathname } = new URL(request.url);
  const {
    query,
    by,
    format: named,
    shape,
    theme,
  } = readRequest(comparePictureRequest, params, (read) => [
    ...missingPeriod(params),
    ...formatOf(pathname, read.format, pictureFormats).faults,
  ]);
  const { format } = formatOf(pathname, named, pictureFormats);
  const store = await openStore(query.snapshot);
  const { info } = store;
  requireSnapshot(info, query);
  const periods = requirePeriods(query, info);
  return pictureResponse(request, info, {
    own: `/compare?by=${by}`,
    query,
    format,
    shape,
    theme,
    file: exportName(everyRowOf(query), info.id, format, {
      what: "compared",
      more: { by, vs: query.vs ?? "", shape: shape ?? "" },
    }),
    make: async () => {
      const [compared, names] = await Promise.all([comparePeriods(store, periods, by), labels(store, query)]);
      const data = differencesData(compared.groups, () => null);
      return (
        <Picture
          title={periodsFinding(periods, compared, info, names)}
          subtitle={`Change in obligations (net) by ${grouping(by).label}, ${periodText(periods.days)} less ${periodText(periods.earlierDays)}, the largest changes. Contract actions of ${selectionName(query, names, ["fy", "from", "to"])}.`}
          data={data.groups.length > 0 ? data : null}
          shape={shape}
          source={`${sourceText(info.data_through)}, snapshot ${info.id}. Obligations, not payments; without subcontracts.`}
          address={originOf(request.headers) + href("/contracts", query)}
        />
      );
    },
  });
});
