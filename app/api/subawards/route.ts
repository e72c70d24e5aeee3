import type { Subaward } from "@/lib/contracts/subawards";
import { endpoint } from "@/lib/http/endpoint";
import { aboutSnapshot, pageOf } from "@/lib/http/json";
import { fields, type SheetColumn } from "@/lib/http/sheet";
import { everyRowOf } from "@/lib/query/query";
import { listSubawards, subawardCoverage, subawardTotals } from "@/lib/store/subawards";

const columns: SheetColumn<Subaward>[] = [
  ...fields("code", "report_id", "contract", "award_key", "piid", "agency"),
  { name: "prime", kind: "code", value: ({ prime }) => prime.slug },
  { name: "company", kind: "code", value: ({ company }) => company.slug },
  ...fields("text", "name"),
  ...fields("code", "uei"),
  ...fields("text", "parent"),
  ...fields("code", "number"),
  ...fields("text", "description"),
  ...fields("day", "signed"),
  ...fields("money", "amount"),
  ...fields("code", "reported"),
  ...fields("day", "modified"),
  ...fields("code", "repeats"),
];

/** Reports of subcontracts: a page of them as JSON, or every one as a file. */
export const GET = endpoint("/api/subawards", ({ requested, format, isFile, store, json, sheet }) => {
  const { format: _, query: paged, ...choice } = requested;
  const query = isFile ? everyRowOf(paged) : paged;
  const selection = { query, ...choice };
  const file = { what: "subawards", more: choice };
  if (format === "csv") return sheet(file, columns, () => listSubawards(store, selection));
  return json(
    async () => {
      const [totals, coverage] = await Promise.all([
        subawardTotals(store, selection),
        subawardCoverage(store),
      ]);
      const page = isFile
        ? { number: 1, size: totals.reports, rows: totals.reports, pages: 1 }
        : pageOf(query, totals.reports);
      return {
        snapshot: aboutSnapshot(store.info, query),
        query: { ...query, ...choice },
        coverage,
        totals,
        page,
        rows: await listSubawards(store, selection, isFile ? undefined : page),
      };
    },
    { file: isFile ? file : undefined },
  );
});
