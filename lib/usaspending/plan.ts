import { dayNumber } from "@/lib/contracts/day-number";
import {
  addMonths,
  type Day,
  daysBefore,
  fiscalYear,
  fiscalYearDays,
  type Month,
} from "@/lib/contracts/days";

/** An awarding sub-agency as the API names it. */
export interface Agency {
  code: string;
  name: string;
  toptier: string;
}

/** The actions of an agency in a fiscal year: what is fetched, checked and covered as one. */
export interface AgencyYear {
  agency: Agency;
  fiscal_year: number;
}

/** Days, both included. */
export interface Span {
  from: Day;
  to: Day;
}

export const contractTypes = ["A", "B", "C", "D"] as const;
export const agreementTypes = [
  "IDV_A",
  "IDV_B",
  "IDV_B_A",
  "IDV_B_B",
  "IDV_B_C",
  "IDV_C",
  "IDV_D",
  "IDV_E",
] as const;

/** The most rows that one answer of the search holds. */
export const pageSize = 100;

/** The departments whose sub-agencies can be fetched, by the first two digits of their codes. */
const toptiers: Record<string, string> = { "70": "Department of Homeland Security" };

/** The department that a sub-agency belongs to; `null` for one that is not known here. */
export const toptierOf = (code: string): string | null =>
  (/^\d{4}$/.test(code) && toptiers[code.slice(0, 2)]) || null;

const awardedBy = ({ name, toptier }: Agency) => [
  { type: "awarding", tier: "subtier", name, toptier_name: toptier },
];

/** The filter of every search: an agency, action dates, award types. */
export const searchFilters = (agency: Agency, { from, to }: Span, types: readonly string[]) => ({
  award_type_codes: types,
  agencies: awardedBy(agency),
  time_period: [{ start_date: from, end_date: to, date_type: "action_date" }],
});

/** What a bulk download of the transactions of a fiscal year is asked with. */
export const bulkRequest = ({ agency, fiscal_year }: AgencyYear) => {
  const { from, to } = fiscalYearDays(fiscal_year);
  return {
    filters: {
      prime_award_types: contractTypes,
      date_type: "action_date",
      date_range: { start_date: from, end_date: to },
      agencies: awardedBy(agency),
    },
    file_format: "csv",
  };
};

/** The fields of the search that are kept, and the columns of a download that hold the same. */
export const searchFields = [
  "Award ID",
  "Mod",
  "Recipient Name",
  "Recipient UEI",
  "Action Date",
  "Action Type",
  "Transaction Amount",
  "Transaction Description",
  "PSC",
  "NAICS",
  "Funding Sub Agency",
  "Award Type",
  "Primary Place of Performance",
] as const;

/** Two halves of some days, the first the longer; `null` for a single day. */
export function halves({ from, to }: Span): [Span, Span] | null {
  const days = dayNumber(to) - dayNumber(from) + 1;
  if (days < 2) return null;
  const second = daysBefore(to, Math.floor(days / 2) - 1);
  return [
    { from, to: daysBefore(second, 1) },
    { from: second, to },
  ];
}

/** The calendar month of a fiscal year's `number`th month: the first of FY2026 is October 2025. */
export const fiscalMonth = (year: number, number: number): Month => addMonths(`${year - 1}-10`, number - 1);

/** This fiscal year and the one before it, of a day. */
export const currentYears = (today: Day): [from: number, to: number] => [
  fiscalYear(today) - 1,
  fiscalYear(today),
];
