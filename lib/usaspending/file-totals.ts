import { dayNumber, dayOfNumber, fiscalYearDays, type Month } from "@/lib/contracts/days";
import type { Cents } from "@/lib/contracts/money";
import { parseRecords } from "@/lib/import/2-parse/records";
import type { DownloadedTable } from "@/lib/usaspending/archive";
import type { AgencyYear } from "@/lib/usaspending/plan";

/** Rows and their net obligations. */
interface Sum {
  rows: number;
  net: Cents;
}

/** The rows and obligations of a file, parsed as the import parses them. */
export interface FileTotals extends Sum {
  months: Record<Month, Sum>;
  /** How many rows the import would reject, and the first of them as a sentence. */
  rejected: number;
  reason: string | null;
  /** How many rows are no actions of the agency and fiscal year. */
  foreign: number;
}

/**
 * Adds up the rows of a file.
 * @throws {FileRefusal} if it is no table of contract actions.
 */
export async function addUpFile(
  { agency, fiscal_year }: AgencyYear,
  tables: AsyncIterable<DownloadedTable>,
): Promise<FileTotals> {
  const totals: FileTotals = { rows: 0, net: 0, months: {}, rejected: 0, reason: null, foreign: 0 };
  const { from, to } = fiscalYearDays(fiscal_year);
  const [first, last] = [dayNumber(from), dayNumber(to)];
  for await (const { name, bytes } of tables) {
    for await (const { accepted, rejected } of parseRecords(name, bytes)) {
      const [reject] = rejected;
      if (reject) {
        totals.rejected += rejected.length;
        totals.reason ??= `line ${reject.line} of ${name}: ${reject.column} ${reject.reason}`;
      }
      for (const { record } of accepted) {
        const { action_date: day, federal_action_obligation: cents, awarding_sub_agency_code: code } = record;
        if (day === null || cents === null) {
          totals.foreign += 1;
          continue;
        }
        if (code !== agency.code || day < first || day > last) totals.foreign += 1;
        const month = dayOfNumber(day).slice(0, 7);
        const sum = totals.months[month] ?? { rows: 0, net: 0 };
        totals.months[month] = sum;
        for (const each of [totals, sum]) {
          each.rows += 1;
          each.net += cents;
        }
      }
    }
  }
  return totals;
}
