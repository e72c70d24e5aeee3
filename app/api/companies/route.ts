import type { CompanyRow } from "@/lib/contracts/companies";
import { asTotals } from "@/lib/contracts/totals";
import { endpoint } from "@/lib/http/endpoint";
import { aboutSnapshot } from "@/lib/http/json";
import { fields, type SheetColumn } from "@/lib/http/sheet";
import { everyRowOf } from "@/lib/query/query";
import { listCompanies } from "@/lib/store/companies";

const columns: SheetColumn<CompanyRow>[] = [
  ...fields("count", "rank"),
  ...fields("code", "slug"),
  ...fields("text", "name"),
  ...fields("money", "net", "added", "taken_back"),
  ...fields("count", "actions", "contracts"),
  ...fields("day", "last_action"),
  ...fields("money", "before_owned"),
  { name: "named_in", kind: "money", value: ({ named_in }) => named_in?.net ?? null },
];

/** Every company of a selection, or every recipient as recorded with `grouped=no`. Ignores `page` and `size`. */
export const GET = endpoint("/api/companies", ({ requested, format, isFile, store, json, sheet }) => {
  const { name } = requested;
  const query = everyRowOf(requested.query);
  const file = { what: "companies", more: { name } };
  const find = () => listCompanies(store, { query, name });
  if (format === "csv") return sheet(file, columns, async () => (await find()).rows);
  return json(
    async () => {
      const { totals, rows, only_named } = await find();
      return {
        snapshot: aboutSnapshot(store.info, query),
        query: { ...query, name },
        totals,
        rows: rows.map(({ slug, name: called, before_owned, named_in, ...row }) => ({
          slug,
          name: called,
          totals: asTotals(row, 1),
          before_owned,
          named_in,
        })),
        only_named,
      };
    },
    { file: isFile ? file : undefined },
  );
});
