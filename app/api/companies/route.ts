import type { CompanyRow } from "@/lib/contracts/companies";
import { answer, answerSheet } from "@/lib/http/answer";
import { type ExportFormat, exportName } from "@/lib/http/export";
import { aboutSnapshot } from "@/lib/http/json";
import { readRequest } from "@/lib/http/problem";
import { route } from "@/lib/http/route";
import type { SheetColumn } from "@/lib/http/sheet";
import { everyRowOf } from "@/lib/query/query";
import { companiesApiRequest } from "@/lib/query/requests";
import { listCompanies } from "@/lib/store/companies";
import { openStore } from "@/lib/store/open";

const columns: (snapshot: string) => SheetColumn<CompanyRow>[] = (snapshot) => [
  { name: "rank", kind: "count", value: ({ rank }) => rank },
  { name: "slug", kind: "code", value: ({ slug }) => slug },
  { name: "name", kind: "text", value: ({ name }) => name },
  { name: "net", kind: "money", value: ({ net }) => net },
  { name: "added", kind: "money", value: ({ added }) => added },
  { name: "taken_back", kind: "money", value: ({ taken_back }) => taken_back },
  { name: "actions", kind: "count", value: ({ actions }) => actions },
  { name: "contracts", kind: "count", value: ({ contracts }) => contracts },
  { name: "last_action", kind: "day", value: ({ last_action }) => last_action },
  { name: "before_owned", kind: "money", value: ({ before_owned }) => before_owned },
  { name: "named_in", kind: "money", value: ({ named_in }) => named_in?.net ?? null },
  { name: "snapshot", kind: "text", value: () => snapshot },
];

/** Every company of a selection, or every recipient as recorded with `grouped=no`. Ignores `page` and `size`. */
export const GET = route(async ({ request, params }) => {
  const { query: requested, name } = readRequest(companiesApiRequest, params);
  const query = everyRowOf(requested);
  const store = await openStore(query.snapshot);
  const [, extension] = /\.(csv|json)$/i.exec(new URL(request.url).pathname) ?? [];
  const format = extension?.toLowerCase() as ExportFormat | undefined;
  const file = exportName(query, store.info.id, format ?? "json", { what: "companies", more: { name } });

  if (format === "csv") {
    const rows = async () => (await listCompanies(store, { query, name })).rows;
    return answerSheet(
      request,
      store.info,
      query,
      { file, columns: columns(store.info.id), rows },
      `name=${name}`,
    );
  }

  const response = await answer(
    "/api/companies",
    request,
    store.info,
    query,
    async () => {
      const list = await listCompanies(store, { query, name });
      return {
        snapshot: aboutSnapshot(store.info, query),
        query: { ...query, name },
        totals: list.totals,
        rows: list.rows.map(
          ({ slug, name: called, net, added, taken_back, actions, contracts, before_owned, named_in }) => ({
            slug,
            name: called,
            totals: { net, added, taken_back, actions, contracts, companies: 1 },
            before_owned,
            named_in,
          }),
        ),
        only_named: list.only_named,
      };
    },
    `name=${name}`,
  );
  if (format) response.headers.set("content-disposition", `attachment; filename="${file}"`);
  return response;
});
