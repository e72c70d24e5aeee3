import type { CompanyName } from "@/lib/contracts/companies";
import type { Day } from "@/lib/contracts/days";
import type { Cents } from "@/lib/contracts/money";

/** A subcontract as the prime contractor reported it. Its amount is not in any total of obligations. */
export interface Subaward {
  /** The number of the report at its source. */
  report_id: string;
  /** The key of the contract that it is reported under. */
  contract: string;
  /** The key of the prime award as reported, which records of its actions may lack. */
  award_key: string | null;
  piid: string;
  agency: string;
  /** The company that holds the contract. */
  prime: CompanyName;
  /** The company that the subcontractor is grouped under. */
  company: CompanyName;
  /** The subcontractor as recorded. */
  name: string;
  uei: string | null;
  /** Its parent as recorded. */
  parent: string | null;
  number: string | null;
  description: string | null;
  signed: Day;
  amount: Cents;
  /** The month of the report, such as `2025-03`. */
  reported: string | null;
  /** The day of its last change. */
  modified: Day | null;
  /** The number of an earlier report with the same contract, subcontract number, name and amount; `null` if there is none. */
  repeats: string | null;
}

/** The sums of some reports. `repeated` is the part of `amount` in those that repeat an earlier one. */
export interface SubawardTotals {
  reports: number;
  amount: Cents;
  repeats: number;
  repeated: Cents;
  /** Subcontractors, grouped. */
  companies: number;
  contracts: number;
}

/** The reports of one subcontractor, with the first and last day of signature. */
export interface Subcontractor extends SubawardTotals {
  company: CompanyName;
  /** Its names as recorded. */
  names: string[];
  first: Day;
  last: Day;
}

/** How far the reports of a snapshot go. */
export interface SubawardCoverage {
  reports: number;
  /** The first and the last day of signature. */
  from: Day;
  to: Day;
  /** The day of the newest change of a report: nothing that was reported later is here. */
  through: Day | null;
}
