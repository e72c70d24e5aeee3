import { z } from "zod";
import { type Day, fiscalYearDays, isDay, type Month } from "@/lib/contracts/days";
import { type Cents, largestCents, parseDollars } from "@/lib/contracts/money";
import {
  type Agency,
  type AgencyYear,
  actionFilters,
  agreementTypes,
  awardFilters,
  bulkOrder,
  contractTypes,
  type DaySpan,
  type Department,
  fiscalMonth,
  pageSize,
  searchFields,
  searchOrder,
} from "@/lib/usaspending/plan";
import type { Clock, Requester } from "@/lib/usaspending/request";

const count = z.coerce.number().int().min(0);
const text = z.string().nullish();

/** Reads dollars, as a number or text, into whole cents. Large sums have rounding errors of binary fractions. */
const money = z.union([z.number(), z.string()]).transform((value, context): Cents => {
  const cents = typeof value === "string" ? (parseDollars(value) ?? Number.NaN) : Math.round(value * 100);
  if (Number.isSafeInteger(cents) && Math.abs(cents) <= largestCents) return cents === 0 ? 0 : cents;
  context.issues.push({ code: "custom", message: "is not an amount in dollars", input: value });
  return z.NEVER;
});

const coded = z.object({ code: z.coerce.string().nullish(), description: text }).nullish();

const transaction = z.object({
  "Award ID": z.string(),
  Mod: z.union([z.string(), z.number()]).transform(String),
  "Recipient Name": text,
  "Recipient UEI": text,
  "Action Date": z.string().refine(isDay, "is not a day"),
  "Action Type": text,
  "Transaction Amount": money,
  "Transaction Description": text,
  PSC: coded,
  NAICS: coded,
  "Funding Sub Agency": text,
  "Award Type": text,
  "Primary Place of Performance": z
    .object({ city_name: text, state_code: text, location_country_code: text })
    .nullish(),
  generated_internal_id: z.string(),
});

/** An action in a response of the search. */
export type Transaction = z.infer<typeof transaction>;

const lastUpdated = z.object({ last_updated: z.string().nullish() });
const actionCount = z.object({ results: z.object({ contracts: count }) });
const awardCount = z.object({ results: z.object({ contracts: count, idvs: count }) });
const page = z.object({
  results: z.array(transaction).max(pageSize),
  page_metadata: z.object({ hasNext: z.boolean() }),
});
const overTime = z.object({
  results: z.array(
    z.object({
      time_period: z.object({
        fiscal_year: z.coerce.number().int(),
        month: z.coerce.number().int().optional(),
      }),
      aggregated_amount: money,
    }),
  ),
});
const ordered = z.object({ file_name: z.string().min(1) });
const jobStatus = z.object({
  // The API has undocumented names for a running job, so any status but the two final ones means running.
  status: z
    .string()
    .transform((name): JobStatus["status"] => (name === "finished" || name === "failed" ? name : "running")),
  message: text,
  file_url: text,
});
const monthlyFiles = z.object({
  monthly_files: z.array(z.object({ file_name: z.string(), url: z.string() })),
});

export interface JobStatus {
  status: "running" | "finished" | "failed";
  message?: string | null | undefined;
  file_url?: string | null | undefined;
}

/** How the transactions of a page are sorted. The API breaks no ties. */
export interface Sorting {
  sort: (typeof searchFields)[number];
  order: "asc" | "desc";
}

/** A monthly archive: every contract action of a department in a fiscal year, as of a day. */
export interface Archive {
  name: string;
  url: string;
  day: Day;
}

/** The requests to the API of USAspending. `variant`: see `varyTypes`. */
export function createClient(requester: Requester, clock: Clock) {
  const order = async (path: string, body: unknown) => (await requester.json(path, ordered, body)).file_name;

  return {
    /** When the records of awards were last updated, as the API writes it; empty where it does not know. */
    async lastUpdated(): Promise<string> {
      // The API caches responses by the query string, which it ignores: another number gets a current response.
      const at = clock.now();
      const path = `/api/v2/awards/last_updated/?at=${at}`;
      return (await requester.json(path, lastUpdated)).last_updated ?? "";
    },

    /** How many contract actions there are. */
    async countTransactions(
      agency: Agency,
      span: DaySpan,
      variant: number,
      types: readonly string[] = contractTypes,
    ): Promise<number> {
      const { results } = await requester.json("/api/v2/search/spending_by_transaction_count/", actionCount, {
        filters: actionFilters(agency, span, types, variant),
      });
      return results.contracts;
    },

    /** How many awards have an action in some days. */
    async countAwards(
      agency: Agency,
      span: DaySpan,
      variant: number,
      types: readonly string[],
    ): Promise<number> {
      const { results } = await requester.json("/api/v2/search/spending_by_award_count/", awardCount, {
        filters: awardFilters(agency, span, types, variant),
      });
      return types === agreementTypes ? results.idvs : results.contracts;
    },

    /** A page of contract actions, at most a hundred, and whether more follow. */
    async listTransactions(
      agency: Agency,
      span: DaySpan,
      variant: number,
      types: readonly string[],
      number: number,
      sorting: Sorting,
    ): Promise<{ rows: Transaction[]; more: boolean }> {
      const { results, page_metadata } = await requester.json(
        "/api/v2/search/spending_by_transaction/",
        page,
        {
          filters: actionFilters(agency, span, types, variant),
          fields: searchFields,
          page: number,
          limit: pageSize,
          ...sorting,
        },
      );
      return { rows: results, more: page_metadata.hasNext };
    },

    /** The obligations of a fiscal year by the API's sums: the total, and each calendar month. */
    async sumYear({ agency, fiscal_year }: AgencyYear, variant: number): Promise<ApiSums> {
      const sums = async (group: "fiscal_year" | "month") =>
        (
          await requester.json("/api/v2/search/spending_over_time/", overTime, {
            group,
            filters: actionFilters(agency, fiscalYearDays(fiscal_year), contractTypes, variant),
            spending_level: "transactions",
          })
        ).results;
      const [years, months] = [await sums("fiscal_year"), await sums("month")];
      return {
        year: years
          .filter(({ time_period }) => time_period.fiscal_year === fiscal_year)
          .reduce((sum, { aggregated_amount }) => sum + aggregated_amount, 0),
        // The month is that of the fiscal year, so 1 is October; the year is the fiscal year.
        months: Object.fromEntries(
          months.map(({ time_period: { fiscal_year: year, month = 0 }, aggregated_amount }) => [
            fiscalMonth(year, month),
            aggregated_amount,
          ]),
        ),
      };
    },

    /** Each orders a download and gives the name of its file. */
    orderBulk: (year: AgencyYear, variant: number) =>
      order("/api/v2/bulk_download/awards/", bulkOrder(year, variant)),
    orderSearch: (year: AgencyYear, variant: number) =>
      order("/api/v2/download/search/", searchOrder(year, variant)),
    orderAwards: (agency: Agency, span: DaySpan, types: readonly string[]) =>
      order("/api/v2/download/awards/", { filters: awardFilters(agency, span, types), file_format: "csv" }),

    /** The status of an ordered download. */
    async jobStatus(file: string): Promise<JobStatus> {
      return requester.json(`/api/v2/download/status/?file_name=${encodeURIComponent(file)}`, jobStatus);
    },

    /** The newest monthly archive of a department's contracts in a fiscal year; `null` where there is none. */
    async monthlyArchive({ id, code }: Department, fiscalYear: number): Promise<Archive | null> {
      const body = { agency: id, fiscal_year: fiscalYear, type: "contracts" };
      const { monthly_files } = await requester.json(
        "/api/v2/bulk_download/list_monthly_files/",
        monthlyFiles,
        body,
      );
      const archives = monthly_files.flatMap(({ file_name: name, url }) => {
        const [, year, month, day] =
          new RegExp(`^FY${fiscalYear}_${code}_Contracts_Full_(\\d{4})(\\d\\d)(\\d\\d)\\.zip$`).exec(name) ??
          [];
        const full = `${year}-${month}-${day}`;
        return isDay(full) ? [{ name, url, day: full }] : [];
      });
      return archives.sort((one, other) => (one.day < other.day ? -1 : 1)).at(-1) ?? null;
    },

    download: requester.download,
  };
}

export type ApiClient = ReturnType<typeof createClient>;

/** Obligations by the API's own addition. */
export interface ApiSums {
  year: Cents;
  months: Record<Month, Cents>;
}
