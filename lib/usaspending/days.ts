import Papa from "papaparse";
import { fiscalYearDays, formatDay } from "@/lib/contracts/days";
import { counted, formatCount, toDollars } from "@/lib/contracts/money";
import type { RecordedName } from "@/lib/contracts/recorded";
import type { Client, Sorting, Transaction } from "@/lib/usaspending/client";
import {
  type Agency,
  type AgencyYear,
  contractTypes,
  halves,
  pageSize,
  type Span,
} from "@/lib/usaspending/plan";
import type { Progress } from "@/lib/usaspending/progress";

/** The API does not give all of what it counts. The message is one sentence. */
export class NotWhole extends Error {
  override name = "NotWhole";
}

/** How a day with more rows than a page is read: from both ends and in other orders, since ties move between pages. */
const sortings: Sorting[] = [
  { sort: "Award ID", order: "asc" },
  { sort: "Award ID", order: "desc" },
  { sort: "Transaction Amount", order: "asc" },
  { sort: "Mod", order: "asc" },
  { sort: "Recipient Name", order: "asc" },
  { sort: "Transaction Amount", order: "desc" },
];
const tries = 3;
/** Where the progress of a year keeps its parts. */
export const parts = "parts";

/**
 * Every action of a fiscal year from the search: the year is halved until each part fits in one page, since the order
 * of rows between pages is not to be relied on. Parts without rows cost nothing; what is had is not asked for again.
 * What comes is as many rows as `count` says.
 * Throws {@link NotWhole} and `ApiError`.
 */
export async function listYear(
  client: Client,
  progress: Progress,
  { agency, fiscal_year }: AgencyYear,
  count: number,
  onRows: (rows: number) => void,
): Promise<Transaction[]> {
  let had = 0;
  const listed = (rows: Transaction[]) => {
    had += rows.length;
    onRows(had);
    return rows;
  };

  async function listSpan(span: Span, expected: number): Promise<Transaction[]> {
    if (expected === 0) return [];
    const both = halves(span);
    if (expected <= pageSize || !both)
      return listed(
        await progress.remember(`${parts}/${span.from}_${span.to}.json`, () =>
          listPart(client, agency, span, expected),
        ),
      );
    const [first, second] = both;
    const inFirst = await progress.remember(`${parts}/${first.from}_${first.to}.count.json`, () =>
      client.countTransactions(agency, first),
    );
    if (inFirst > expected)
      throw new NotWhole(
        `The API counts ${formatCount(inFirst)} actions from ${first.from} to ${first.to}, and only ${formatCount(expected)} to ${span.to}`,
      );
    return [...(await listSpan(first, inFirst)), ...(await listSpan(second, expected - inFirst))];
  }

  return listSpan(fiscalYearDays(fiscal_year), count);
}

/** The rows of a few days, or of one day however many it has. */
async function listPart(
  client: Client,
  agency: Agency,
  span: Span,
  expected: number,
): Promise<Transaction[]> {
  if (expected <= pageSize) return listPage(client, agency, span, contractTypes, expected);
  const rows: Transaction[] = [];
  for (const type of contractTypes) {
    const ofType = await client.countTransactions(agency, span, [type]);
    if (ofType > pageSize) rows.push(...(await listPages(client, agency, span, [type], ofType)));
    else if (ofType > 0) rows.push(...(await listPage(client, agency, span, [type], ofType)));
  }
  if (rows.length !== expected)
    throw new NotWhole(
      `The API counts ${counted(expected, "action")} of ${formatDay(span.from)}, and ${formatCount(rows.length)} by award type`,
    );
  return rows;
}

/** One page that holds everything there is. When it does not agree with the count, it is asked for again. */
async function listPage(
  client: Client,
  agency: Agency,
  span: Span,
  types: readonly string[],
  expected: number,
): Promise<Transaction[]> {
  const [sorting] = sortings as [Sorting];
  let got = 0;
  for (let number = 1; number <= tries; number += 1) {
    const { rows, more } = await client.listTransactions(agency, span, types, 1, sorting);
    if (rows.length === expected && !more) return rows;
    got = rows.length;
  }
  throw new NotWhole(
    `The API counts ${counted(expected, "action")} from ${span.from} to ${span.to} and gives ${formatCount(got)}`,
  );
}

/** Several pages, read in one order after another until no row is missing; rows that come again are one row. */
async function listPages(
  client: Client,
  agency: Agency,
  span: Span,
  types: readonly string[],
  expected: number,
): Promise<Transaction[]> {
  const found = new Map<string, Transaction>();
  for (const sorting of sortings) {
    for (let number = 1; number <= Math.ceil(expected / pageSize); number += 1) {
      const { rows } = await client.listTransactions(agency, span, types, number, sorting);
      for (const row of rows) found.set(JSON.stringify(row), row);
    }
    if (found.size >= expected) break;
  }
  if (found.size === expected) return [...found.values()];
  throw new NotWhole(
    `The API counts ${counted(expected, "action")} of type ${types.join(", ")} on ${formatDay(span.from)}; in ${sortings.length} orders its pages give ${formatCount(found.size)} that differ`,
  );
}

/** Actions of the search as a table with the column names of a download. */
export function toCsv(agency: Agency, rows: Transaction[]): string {
  const table = rows.map(
    (row): Partial<Record<RecordedName, string>> => ({
      contract_award_unique_key: row.generated_internal_id,
      award_id_piid: row["Award ID"],
      modification_number: row.Mod,
      action_date: row["Action Date"],
      federal_action_obligation: toDollars(row["Transaction Amount"]),
      action_type_code: row["Action Type"] ?? "",
      award_type_code: row["Award Type"] ?? "",
      awarding_sub_agency_code: agency.code,
      awarding_sub_agency_name: agency.name,
      funding_sub_agency_name: row["Funding Sub Agency"] ?? "",
      recipient_name: row["Recipient Name"] ?? "",
      recipient_uei: row["Recipient UEI"] ?? "",
      product_or_service_code: row.PSC?.code ?? "",
      product_or_service_code_description: row.PSC?.description ?? "",
      naics_code: row.NAICS?.code ?? "",
      naics_description: row.NAICS?.description ?? "",
      transaction_description: row["Transaction Description"] ?? "",
      primary_place_of_performance_city_name: row["Primary Place of Performance"]?.city_name ?? "",
      primary_place_of_performance_state_code: row["Primary Place of Performance"]?.state_code ?? "",
      primary_place_of_performance_country_code:
        row["Primary Place of Performance"]?.location_country_code ?? "",
    }),
  );
  return `${Papa.unparse(table, { newline: "\r\n" })}\r\n`;
}
