import { snapshotColumn } from "@/lib/contracts/columns";
import type { RunningDayTotal } from "@/lib/contracts/running-years";
import { answer, answerSheet } from "@/lib/http/answer";
import { exportName, formatOf } from "@/lib/http/export";
import { sheetFormats, yearToDateRequest } from "@/lib/http/groups";
import { aboutSnapshot } from "@/lib/http/json";
import { readRequest } from "@/lib/http/problem";
import { route } from "@/lib/http/route";
import type { SheetColumn } from "@/lib/http/sheet";
import { everyRowOf } from "@/lib/query/query";
import { dailyTotals } from "@/lib/store/contracts";
import { openStore } from "@/lib/store/open";

/** Net obligations of each day, and of its fiscal year up to that day, as JSON or CSV. */
export const GET = route(async ({ request, params }) => {
  const { pathname } = new URL(request.url);
  const { query: requested, format: named } = readRequest(
    yearToDateRequest,
    params,
    (read) => formatOf(pathname, read.format, sheetFormats).faults,
  );
  const { format } = formatOf(pathname, named, sheetFormats);
  const store = await openStore(requested.snapshot);
  const { info } = store;
  const find = () => dailyTotals(store, requested);
  if (format === "csv") {
    const query = everyRowOf(requested);
    const columns: SheetColumn<RunningDayTotal>[] = [
      { name: "fiscal_year", kind: "code", value: ({ year }) => year },
      { name: "date", kind: "day", value: ({ day }) => day },
      { name: "net", kind: "money", value: ({ net }) => net },
      { name: "running_total", kind: "money", value: ({ total }) => total },
      { name: snapshotColumn, kind: "text", value: () => info.id },
    ];
    const file = exportName(query, info.id, format, { what: "year-to-date" });
    return answerSheet(request, info, query, { file, columns, rows: find });
  }
  return answer("/api/year-to-date", request, info, requested, async () => ({
    snapshot: aboutSnapshot(info, requested),
    query: requested,
    rows: (await find()).map(({ year, day, net, total }) => ({
      fiscal_year: year,
      date: day,
      net,
      running_total: total,
    })),
  }));
});
