import {
  addMonths,
  type Day,
  dayNumber,
  daysBefore,
  fiscalYear,
  fiscalYearDays,
  type Month,
} from "@/lib/contracts/days";

/** An awarding sub-agency. */
export interface Agency {
  code: string;
  name: string;
  /** The exact name by which the API finds it. */
  apiName: string;
  department: Department;
}

/** A department, which the API calls a toptier agency. */
export interface Department {
  name: string;
  /** Its number in the API's database, and its code in the names of the monthly archives. */
  id: number;
  code: string;
}

/** The actions of an agency in a fiscal year: what is fetched, checked and covered as one. */
export interface AgencyYear {
  agency: Agency;
  fiscal_year: number;
}

/** Days, both included. */
export interface DaySpan {
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
const departments: Record<string, Department> = {
  "70": { name: "Department of Homeland Security", id: 63, code: "070" },
};

/** The department of a sub-agency; `null` if it is unknown. */
export const departmentOf = (code: string): Department | null =>
  (/^\d{4}$/.test(code) && departments[code.slice(0, 2)]) || null;

const awardedBy = ({ apiName, department }: Agency) => [
  { type: "awarding", tier: "subtier", name: apiName, toptier_name: department.name },
];

/** The most repetitions of a type, the number of types that are repeated, and the number of variants. */
const [extra, varied] = [3, 4];
export const variants = extra ** varied;

/**
 * Award types with some of them repeated: different ones in each variant, none in variant 0. The API ignores the repetition, but
 * it caches responses for hours by path and sorted body, and returns the file of an equal order: another variant gets a fresh
 * response.
 */
export function varyTypes(types: readonly string[], variant: number): string[] {
  const again = types
    .slice(0, varied)
    .flatMap((type, index) => Array<string>(Math.floor(variant / extra ** index) % extra).fill(type));
  return [...types, ...again];
}

/** The filter of every search of actions: an agency, award types, action dates. */
export const actionFilters = (
  agency: Agency,
  { from, to }: DaySpan,
  types: readonly string[],
  variant = 0,
) => ({
  award_type_codes: varyTypes(types, variant),
  agencies: awardedBy(agency),
  time_period: [{ start_date: from, end_date: to, date_type: "action_date" }],
});

/**
 * The filter of awards with an action in some days. With an explicit `date_type` the API compares the latest action alone
 * with both ends, and awards that went on after the last day are missing; without it, it takes awards whose latest action
 * is not before the first day and that were signed by the last.
 */
export const awardFilters = (
  agency: Agency,
  { from, to }: DaySpan,
  types: readonly string[],
  variant = 0,
) => ({
  award_type_codes: varyTypes(types, variant),
  agencies: awardedBy(agency),
  time_period: [{ start_date: from, end_date: to }],
});

/** The order of a bulk download: the transactions of a fiscal year, from the API's database. */
export const bulkOrder = ({ agency, fiscal_year }: AgencyYear, variant = 0) => {
  const { from, to } = fiscalYearDays(fiscal_year);
  return {
    filters: {
      prime_award_types: varyTypes(contractTypes, variant),
      date_type: "action_date",
      date_range: { start_date: from, end_date: to },
      agencies: awardedBy(agency),
    },
    file_format: "csv",
  };
};

/** The order of a download of search results: the index decides which transactions, the database has their columns. */
export const searchOrder = ({ agency, fiscal_year }: AgencyYear, variant = 0) => ({
  filters: actionFilters(agency, fiscalYearDays(fiscal_year), contractTypes, variant),
  spending_level: ["transactions"],
  file_format: "csv",
});

/** The fields of the search that are used. */
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
export function halves({ from, to }: DaySpan): [DaySpan, DaySpan] | null {
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

/** The fiscal year of a day and the two before it: an action is corrected long after it was signed. */
export const currentYears = (today: Day): [from: number, to: number] => [
  fiscalYear(today) - 2,
  fiscalYear(today),
];
