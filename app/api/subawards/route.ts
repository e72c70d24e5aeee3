import type { Subaward } from "@/lib/contracts/subawards";
import { answer, answerSheet } from "@/lib/http/answer";
import { exportName, formatOf } from "@/lib/http/export";
import { sheetFormats } from "@/lib/http/groups";
import { aboutSnapshot } from "@/lib/http/json";
import { readRequest } from "@/lib/http/problem";
import { route } from "@/lib/http/route";
import type { SheetColumn } from "@/lib/http/sheet";
import { everyRowOf } from "@/lib/query/query";
import { subawardsApiRequest } from "@/lib/query/requests";
import { openStore } from "@/lib/store/open";
import { listSubawards, subawardCoverage, subawardTotals } from "@/lib/store/subawards";

const columns: (snapshot: string) => SheetColumn<Subaward>[] = (snapshot) => [
  { name: "report_id", kind: "code", value: ({ report_id }) => report_id },
  { name: "contract", kind: "code", value: ({ contract }) => contract },
  { name: "award_key", kind: "code", value: ({ award_key }) => award_key },
  { name: "piid", kind: "code", value: ({ piid }) => piid },
  { name: "agency", kind: "code", value: ({ agency }) => agency },
  { name: "prime", kind: "code", value: ({ prime }) => prime.slug },
  { name: "company", kind: "code", value: ({ company }) => company.slug },
  { name: "name", kind: "text", value: ({ name }) => name },
  { name: "uei", kind: "code", value: ({ uei }) => uei },
  { name: "parent", kind: "text", value: ({ parent }) => parent },
  { name: "number", kind: "code", value: ({ number }) => number },
  { name: "description", kind: "text", value: ({ description }) => description },
  { name: "signed", kind: "day", value: ({ signed }) => signed },
  { name: "amount", kind: "money", value: ({ amount }) => amount },
  { name: "reported", kind: "code", value: ({ reported }) => reported },
  { name: "modified", kind: "day", value: ({ modified }) => modified },
  { name: "repeats", kind: "code", value: ({ repeats }) => repeats },
  { name: "snapshot", kind: "text", value: () => snapshot },
];

/** Reports of subcontracts: a page of them as JSON, or every one as a file. */
export const GET = route(async ({ request, params }) => {
  const { pathname } = new URL(request.url);
  const {
    query: requested,
    format: named,
    ...choice
  } = readRequest(
    subawardsApiRequest,
    params,
    (read) => formatOf(pathname, read.format, sheetFormats).faults,
  );
  const { format } = formatOf(pathname, named, sheetFormats);
  const isFile = format === "csv" || pathname.endsWith(".json");
  const query = isFile ? everyRowOf(requested) : requested;
  const store = await openStore(query.snapshot);
  const selection = { query, ...choice };
  const own = new URLSearchParams(subawardsApiRequest.ownParams({ ...choice, format: null })).toString();
  const more = { contract: choice.contract ?? "", prime: choice.prime ?? "" };
  const file = exportName(query, store.info.id, format, { what: "subawards", more });
  if (format === "csv") {
    const rows = () => listSubawards(store, selection);
    return answerSheet(request, store.info, query, { file, columns: columns(store.info.id), rows }, own);
  }
  const response = await answer(
    "/api/subawards",
    request,
    store.info,
    query,
    async () => {
      const [totals, coverage] = await Promise.all([
        subawardTotals(store, selection),
        subawardCoverage(store),
      ]);
      const { page: number, size } = query;
      const rows = await listSubawards(store, selection, isFile ? undefined : { number, size });
      return {
        snapshot: aboutSnapshot(store.info, query),
        query: { ...query, ...choice },
        coverage,
        totals,
        page: isFile
          ? { number: 1, size: totals.reports, rows: totals.reports, pages: 1 }
          : { number, size, rows: totals.reports, pages: Math.ceil(totals.reports / size) },
        rows,
      };
    },
    own,
  );
  if (isFile) response.headers.set("content-disposition", `attachment; filename="${file}"`);
  return response;
});
