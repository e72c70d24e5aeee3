import { formatMonth } from "@/lib/contracts/days";
import { type Cents, counted, formatCount, formatMoney } from "@/lib/contracts/money";
import type { ApiSums } from "@/lib/usaspending/client";
import type { FileTotals } from "@/lib/usaspending/file-totals";
import type { AgencyYear } from "@/lib/usaspending/plan";

/** `U.S. Customs and Border Protection FY2026`. */
export const nameYear = ({ agency, fiscal_year }: AgencyYear) => `${agency.name} FY${fiscal_year}`;

/**
 * Sentences about the differences between a file and the figures of the API. Rows must be equal; dollars may
 * differ by a cent a row, since the API adds binary fractions.
 */
export function reconcile(
  year: AgencyYear,
  expected: { count: number; sums: ApiSums },
  totals: FileTotals | null,
): string[] {
  const name = nameYear(year);
  const { rows, net, rejected, reason, foreign, months } = totals ?? emptyTotals;
  const problems: string[] = [];
  if (rejected > 0) problems.push(`${name}: ${counted(rejected, "row")} cannot be read (${reason}).`);
  if (foreign > 0)
    problems.push(`${name}: ${counted(foreign, "row")} of another agency or year came with the answer.`);
  if (rows + rejected !== expected.count)
    problems.push(
      `${name}: ${counted(rows + rejected, "row")} came, and the API counts ${formatCount(expected.count)}.`,
    );
  if (differs(net, expected.sums.year, rows))
    problems.push(`${name}: ${disagreement(net, expected.sums.year)}.`);
  for (const month of [...new Set([...Object.keys(months), ...Object.keys(expected.sums.months)])].sort()) {
    const own = months[month] ?? { rows: 0, net: 0 };
    const theirs = expected.sums.months[month] ?? 0;
    if (differs(own.net, theirs, own.rows))
      problems.push(`${name}, ${formatMonth(month)}: ${disagreement(own.net, theirs)}.`);
  }
  return problems;
}

const emptyTotals: FileTotals = { rows: 0, net: 0, months: {}, rejected: 0, reason: null, foreign: 0 };

const differs = (own: Cents, theirs: Cents, rows: number) => Math.abs(own - theirs) > rows;

const disagreement = (own: Cents, theirs: Cents) =>
  `the rows obligate ${formatMoney(own)}, and the API adds up ${formatMoney(theirs)} (${formatMoney(own - theirs)} between them)`;
