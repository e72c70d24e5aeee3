import { z } from "zod";
import { isDay, type Month } from "@/lib/contracts/days";
import { type Cents, largestCents, parseDollars } from "@/lib/contracts/money";
import {
  type Agency,
  type AgencyYear,
  bulkRequest,
  contractTypes,
  fiscalMonth,
  pageSize,
  type Span,
  searchFields,
  searchFilters,
} from "@/lib/usaspending/plan";
import type { Requester } from "@/lib/usaspending/request";

const count = z.coerce.number().int().min(0);
const text = z.string().nullish();

/** Dollars, as a number or as text, in whole cents. Sums of many amounts come with the noise of binary fractions. */
const money = z.union([z.number(), z.string()]).transform((value, context): Cents => {
  const cents = typeof value === "string" ? (parseDollars(value) ?? Number.NaN) : Math.round(value * 100);
  if (Number.isSafeInteger(cents) && Math.abs(cents) <= largestCents) return cents === 0 ? 0 : cents;
  context.issues.push({ code: "custom", message: "is not an amount in dollars", input: value });
  return z.NEVER;
});

const coded = z.object({ code: z.coerce.string().nullish(), description: text }).nullish();

const transaction = z.object({
  "Award ID": z.string(),
  Mod: z.coerce.string(),
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

/** An action as the search gives it. */
export type Transaction = z.infer<typeof transaction>;

const lastUpdated = z.object({ last_updated: z.string() });
const transactionCount = z.object({ results: z.object({ contracts: count }) });
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
const accepted = z.object({ file_name: z.string().min(1) });
const jobStatus = z.object({
  status: z.enum(["ready", "running", "finished", "failed"]),
  message: text,
  total_rows: count.nullish(),
  file_url: text,
});

export type JobStatus = z.infer<typeof jobStatus>;

/** How the transactions of a page are sorted. The API breaks no ties. */
export interface Sorting {
  sort: (typeof searchFields)[number];
  order: "asc" | "desc";
}

/** The questions that the refresh asks the API of USAspending. */
export function createClient(requester: Requester) {
  return {
    /** When the records of awards were last updated, as the API writes it; empty where it does not know. */
    async lastUpdated(): Promise<string> {
      return (await requester.ask("/api/v2/awards/last_updated/", lastUpdated)).last_updated;
    },

    /** How many contract actions there are. */
    async countTransactions(
      agency: Agency,
      span: Span,
      types: readonly string[] = contractTypes,
    ): Promise<number> {
      const { results } = await requester.ask(
        "/api/v2/search/spending_by_transaction_count/",
        transactionCount,
        { filters: searchFilters(agency, span, types) },
      );
      return results.contracts;
    },

    /** A page of contract actions, at most a hundred, and whether more follow. */
    async listTransactions(
      agency: Agency,
      span: Span,
      types: readonly string[],
      number: number,
      sorting: Sorting,
    ): Promise<{ rows: Transaction[]; more: boolean }> {
      const { results, page_metadata } = await requester.ask(
        "/api/v2/search/spending_by_transaction/",
        page,
        {
          filters: searchFilters(agency, span, types),
          fields: searchFields,
          page: number,
          limit: pageSize,
          ...sorting,
        },
      );
      return { rows: results, more: page_metadata.hasNext };
    },

    /** What a fiscal year obligated, in all and by calendar month, from the API's own sums. */
    async sumYear({ agency, fiscal_year }: AgencyYear, span: Span): Promise<Sums> {
      const ask = async (group: "fiscal_year" | "month") =>
        (
          await requester.ask("/api/v2/search/spending_over_time/", overTime, {
            group,
            filters: searchFilters(agency, span, contractTypes),
            spending_level: "transactions",
          })
        ).results;
      const [years, months] = [await ask("fiscal_year"), await ask("month")];
      return {
        year: years
          .filter(({ time_period }) => time_period.fiscal_year === fiscal_year)
          .reduce((sum, { aggregated_amount }) => sum + aggregated_amount, 0),
        // The month is that of the fiscal year, so 1 is October; the year beside it is the fiscal year.
        months: Object.fromEntries(
          months.map(({ time_period: { fiscal_year: year, month = 0 }, aggregated_amount }) => [
            fiscalMonth(year, month),
            aggregated_amount,
          ]),
        ),
      };
    },

    /** Orders the bulk download of a fiscal year's transactions; gives the name of its file. */
    async orderTransactions(year: AgencyYear): Promise<string> {
      return (await requester.ask("/api/v2/bulk_download/awards/", accepted, bulkRequest(year))).file_name;
    },

    /** Orders the award summaries of the awards with an action in some days; gives the name of the file. */
    async orderAwards(agency: Agency, span: Span, types: readonly string[]): Promise<string> {
      const filters = searchFilters(agency, span, types);
      return (await requester.ask("/api/v2/download/awards/", accepted, { filters, file_format: "csv" }))
        .file_name;
    },

    /** How far an ordered download is. */
    async askJob(file: string): Promise<JobStatus> {
      return requester.ask(`/api/v2/download/status/?file_name=${encodeURIComponent(file)}`, jobStatus);
    },

    download: requester.download,
  };
}

export type Client = ReturnType<typeof createClient>;

/** Obligations by the API's own addition. */
export interface Sums {
  year: Cents;
  months: Record<Month, Cents>;
}
