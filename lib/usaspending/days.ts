import Papa from "papaparse";
import { fiscalYearDays, formatDay } from "@/lib/contracts/days";
import { counted, formatCount, toDollars } from "@/lib/contracts/money";
import type { RecordedName } from "@/lib/contracts/recorded";
import type { ApiClient, Sorting, Transaction } from "@/lib/usaspending/client";
import {
  type Agency,
  type AgencyYear,
  contractTypes,
  type DaySpan,
  halves,
  pageSize,
} from "@/lib/usaspending/plan";
import type { SavedProgress } from "@/lib/usaspending/progress";

/** The API returns fewer rows than it counts. The message is one sentence, without its period. */
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
/** The most orders in which a single page is requested until it has the counted rows. */
const tries = 3;
/** The folder of the parts of a year. */
export const parts = "parts";

interface Listing {
  client: ApiClient;
  progress: SavedProgress;
  agency: Agency;
  /** See `varyTypes`. */
  variant: number;
}

/**
 * Every action of a fiscal year from the search: the year is halved until each part fits in one page, since the order
 * of rows between pages is not stable. Returns exactly `count` rows.
 * Throws {@link NotWhole} and `ApiError`.
 */
export async function listYear(
  { client, progress, variant }: Omit<Listing, "agency">,
  { agency, fiscal_year }: AgencyYear,
  count: number,
  onRows: (rows: number) => void,
): Promise<Transaction[]> {
  const listing = { client, progress, agency, variant };
  let had = 0;

  const countSpan = (span: DaySpan) =>
    progress.cached(`${parts}/${span.from}_${span.to}.count.json`, () =>
      client.countTransactions(agency, span, variant),
    );

  async function listSpan(span: DaySpan, expected: number): Promise<Transaction[]> {
    if (expected === 0) return [];
    const both = halves(span);
    if (expected <= pageSize || !both) {
      const rows = await progress.cached(`${parts}/${span.from}_${span.to}.json`, () =>
        listPart(listing, span, expected),
      );
      had += rows.length;
      onRows(had);
      return rows;
    }
    const [first, second] = both;
    const inFirst = await countSpan(first);
    // A total that is too low must not hide the last days.
    const inSecond = expected - inFirst > 0 ? expected - inFirst : await countSpan(second);
    if (inFirst + inSecond !== expected)
      throw new NotWhole(
        `The API counts ${counted(expected, "action")} from ${span.from} to ${span.to}, and ${formatCount(inFirst)} and ${formatCount(inSecond)} in the two halves of these days`,
      );
    return [...(await listSpan(first, inFirst)), ...(await listSpan(second, inSecond))];
  }

  return listSpan(fiscalYearDays(fiscal_year), count);
}

/** The rows of a few days, or of one day however many it has. */
async function listPart(listing: Listing, span: DaySpan, expected: number): Promise<Transaction[]> {
  if (expected <= pageSize) return listPage(listing, span, contractTypes, expected);
  const { client, agency, variant } = listing;
  const rows: Transaction[] = [];
  for (const type of contractTypes) {
    const ofType = await client.countTransactions(agency, span, variant, [type]);
    if (ofType > pageSize) rows.push(...(await listPages(listing, span, [type], ofType)));
    else if (ofType > 0) rows.push(...(await listPage(listing, span, [type], ofType)));
  }
  if (rows.length !== expected)
    throw new NotWhole(
      `The API counts ${counted(expected, "action")} of ${formatDay(span.from)}, and ${formatCount(rows.length)} by award type`,
    );
  return rows;
}

/** A single page with all rows. It is requested in another order until it agrees with the count. */
async function listPage(
  { client, agency, variant }: Listing,
  span: DaySpan,
  types: readonly string[],
  expected: number,
): Promise<Transaction[]> {
  let got = 0;
  for (const sorting of sortings.slice(0, tries)) {
    const { rows, more } = await client.listTransactions(agency, span, variant, types, 1, sorting);
    if (rows.length === expected && !more) return rows;
    got = rows.length;
  }
  throw new NotWhole(
    `The API counts ${counted(expected, "action")} from ${span.from} to ${span.to} and gives ${formatCount(got)}`,
  );
}

/** Several pages, read in several orders until no row is missing. Repeated rows count once. */
async function listPages(
  { client, agency, variant }: Listing,
  span: DaySpan,
  types: readonly string[],
  expected: number,
): Promise<Transaction[]> {
  const found = new Map<string, Transaction>();
  for (const sorting of sortings) {
    for (let number = 1; number <= Math.ceil(expected / pageSize); number += 1) {
      const { rows } = await client.listTransactions(agency, span, variant, types, number, sorting);
      for (const row of rows) found.set(JSON.stringify(row), row);
    }
    if (found.size >= expected) break;
  }
  if (found.size === expected) return [...found.values()];
  throw new NotWhole(
    `The API counts ${counted(expected, "action")} of type ${types.join(", ")} on ${formatDay(span.from)}; in ${sortings.length} orders its pages give ${formatCount(found.size)} that differ`,
  );
}

/** The fields that distinguish actions of one modification without transaction keys. */
const formOf = (row: Transaction) =>
  JSON.stringify([
    row.generated_internal_id,
    row.Mod,
    row["Action Date"],
    row["Transaction Amount"],
    row["Transaction Description"],
  ]);

/**
 * Actions of the search as a table with the column names of a download. The search has no transaction key: actions of one
 * modification that are equal get keys here, so that none counts as a duplicate of another.
 */
export function toCsv(agency: Agency, rows: Transaction[]): string {
  const alike = new Map<string, Transaction[]>();
  for (const row of rows) alike.set(formOf(row), [...(alike.get(formOf(row)) ?? []), row]);
  const keys = new Map<Transaction, string>();
  for (const group of alike.values()) {
    if (group.length === 1) continue;
    const ordered = group
      .map((row) => ({ row, text: JSON.stringify(row) }))
      .sort((one, other) => (one.text < other.text ? -1 : 1));
    for (const [index, { row }] of ordered.entries())
      keys.set(row, `SEARCH_${row.generated_internal_id}_${row.Mod}_${index + 1}`);
  }
  const table = rows.map((row): Partial<Record<RecordedName, string>> => {
    return {
      ...(keys.size > 0 ? { contract_transaction_unique_key: keys.get(row) ?? "" } : {}),
      contract_award_unique_key: row.generated_internal_id,
      award_id_piid: row["Award ID"],
      modification_number: row.Mod,
      action_date: row["Action Date"],
      federal_action_obligation: toDollars(row["Transaction Amount"]),
      action_type_code: row["Action Type"] ?? "",
      award_type_code: row["Award Type"] ?? "",
      awarding_sub_agency_code: agency.code,
      awarding_sub_agency_name: agency.apiName,
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
    };
  });
  return `${Papa.unparse(table, { newline: "\r\n" })}\r\n`;
}
