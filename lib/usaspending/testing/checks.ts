import { z } from "zod";
import { dayNumber, isDay } from "@/lib/contracts/days";

// What the API refuses, by its published request rules. The replay server is stricter than the API in one thing: it
// refuses every key that it does not know, where the API overlooks some.

const types = [
  ...["A", "B", "C", "D"],
  ...["IDV_A", "IDV_B", "IDV_B_A", "IDV_B_B", "IDV_B_C", "IDV_C", "IDV_D", "IDV_E"],
  ...["02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "-1"],
] as const;
const day = z.string().refine(isDay, "is not a valid type (date). Expected format: (%Y-%m-%d)");
const searchDay = day.refine((text) => text >= "2007-10-01", {
  message: "falls before the earliest available search date",
  params: { status: 422 },
});
const dateType = z.enum(["action_date", "last_modified_date", "date_signed", "new_awards_only"]);
/** Some of the fields that the search of transactions has. */
const fields = [
  ...["Action Date", "Action Type", "Award ID", "Award Type", "Awarding Agency", "Awarding Sub Agency"],
  ...["Funding Agency", "Funding Sub Agency", "Issued Date", "Last Date to Order", "Mod", "NAICS", "PSC"],
  ...["Primary Place of Performance", "Recipient Location", "Recipient Name", "Recipient UEI"],
  ...["Transaction Amount", "Transaction Description"],
] as const;
const fileFormat = z.enum(["csv", "tsv", "pstxt"]).default("csv");

const agency = z.strictObject({
  type: z.enum(["awarding", "funding"]),
  tier: z.enum(["toptier", "subtier"]),
  name: z.string().min(1),
  toptier_name: z.string().min(1).optional(),
});
const filters = z.strictObject({
  award_type_codes: z.array(z.enum(types)).min(1),
  agencies: z.array(agency).min(1),
  time_period: z
    .array(z.strictObject({ start_date: searchDay, end_date: searchDay, date_type: dateType.optional() }))
    .min(1),
});
export type SearchFilters = z.infer<typeof filters>;

const windowOfRows = 50_000;
const longestRange = 366;

/** The body of each endpoint. */
export const bodies = {
  "search/spending_by_transaction_count": z.strictObject({ filters }),
  "search/spending_by_award_count": z.strictObject({ filters }),
  "search/spending_over_time": z.strictObject({
    group: z.enum(["fiscal_year", "fy", "month", "m", "quarter", "q"]),
    filters,
    spending_level: z.enum(["transactions", "awards", "subawards"]).default("transactions"),
  }),
  "search/spending_by_transaction": z
    .strictObject({
      filters,
      fields: z.array(z.enum(fields)).min(1),
      sort: z.enum(fields),
      order: z.enum(["asc", "desc"]).default("desc"),
      page: z.int().min(1).default(1),
      limit: z.int().min(1).max(100).default(10),
    })
    .refine(({ fields, sort }) => fields.includes(sort), "Sort value not found in fields")
    .refine(({ page, limit }) => (page - 1) * limit < windowOfRows, {
      message: "is over the maximum result limit",
      params: { status: 422 },
    }),
  "bulk_download/awards": z.strictObject({
    filters: z.strictObject({
      prime_award_types: z.array(z.enum(types)),
      date_type: z.enum(["action_date", "last_modified_date"]).default("action_date"),
      date_range: z
        .strictObject({ start_date: day, end_date: day })
        .refine(
          ({ start_date, end_date }) => dayNumber(end_date) - dayNumber(start_date) + 1 <= longestRange,
          "Invalid Parameter: date_range total days must be within a year",
        ),
      agencies: z.array(agency).min(1),
    }),
    file_format: fileFormat,
  }),
  "download/awards": z.strictObject({ filters, file_format: fileFormat }),
  "download/search": z.strictObject({
    filters,
    spending_level: z.array(z.enum(["transactions", "awards", "subawards"])).min(1),
    columns: z.array(z.string()).default([]),
    file_format: fileFormat,
  }),
  "bulk_download/list_monthly_files": z.strictObject({
    // The number of DHS, the only department here.
    agency: z.union([z.literal(63), z.literal("all")]),
    fiscal_year: z.int(),
    type: z.enum(["contracts", "assistance"]),
  }),
};

export type ApiEndpoint = keyof typeof bodies;
export const hasBody = (endpoint: string): endpoint is ApiEndpoint => Object.hasOwn(bodies, endpoint);

/** What the API says of a body that it refuses, with the status; `null` where it takes it. */
export function refusalOf(endpoint: ApiEndpoint, body: unknown): { status: number; detail: string } | null {
  const result = bodies[endpoint].safeParse(body);
  if (result.success) return null;
  const [issue] = result.error.issues;
  const isUnprocessable =
    issue?.code === "too_big" ||
    issue?.code === "too_small" ||
    (issue?.code === "invalid_type" && issue.message.includes("undefined")) ||
    (issue?.code === "custom" && issue.params?.status === 422);
  return {
    status: isUnprocessable ? 422 : 400,
    detail: `Invalid value in '${issue?.path.join("|")}'. ${issue?.message}`,
  };
}
