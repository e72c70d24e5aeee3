import { answer, answerSheet } from "@/lib/http/answer";
import { comparisonSheet, missingPeriod, requirePeriods, roundedRatio } from "@/lib/http/compare";
import { exportName, formatOf } from "@/lib/http/export";
import { compareRequest, sheetFormats } from "@/lib/http/groups";
import { aboutSnapshot } from "@/lib/http/json";
import { readRequest } from "@/lib/http/problem";
import { route } from "@/lib/http/route";
import { everyRowOf } from "@/lib/query/query";
import { comparePeriods } from "@/lib/store/comparison";
import { openStore } from "@/lib/store/open";

/** Two periods of a selection, whole and by one grouping, as JSON or CSV. */
export const GET = route(async ({ request, params }) => {
  const { pathname } = new URL(request.url);
  const {
    query,
    by,
    format: named,
  } = readRequest(compareRequest, params, (read) => [
    ...missingPeriod(params),
    ...formatOf(pathname, read.format, sheetFormats).faults,
  ]);
  const { format } = formatOf(pathname, named, sheetFormats);
  const store = await openStore(query.snapshot);
  const { info } = store;
  const periods = requirePeriods(query, info);
  const own = `by=${by}`;
  if (format === "csv") {
    const more = { by, vs: query.vs ?? "" };
    return answerSheet(
      request,
      info,
      query,
      {
        file: exportName(everyRowOf(query), info.id, format, { what: "compared", more }),
        columns: comparisonSheet(periods, info.id),
        rows: async () => (await comparePeriods(store, periods, by)).groups,
      },
      own,
    );
  }
  return answer(
    "/api/compare",
    request,
    info,
    query,
    async () => {
      const { current, earlier, change, parts, groups } = await comparePeriods(store, periods, by);
      return {
        snapshot: aboutSnapshot(info, query),
        query,
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
    },
    own,
  );
});
