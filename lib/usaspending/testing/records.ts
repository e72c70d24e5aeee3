import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { fiscalYear } from "@/lib/contracts/days";
import { type Cents, toDollars } from "@/lib/contracts/money";

/** A contract action as the replay server knows it. */
export interface ReplayAction {
  piid: string;
  modification: string;
  date: string;
  cents: Cents;
  /** Tells actions of one modification apart; the search does not give it. */
  transaction?: number;
  agency?: string;
  /** The key of its award, where another than one without a parent. */
  key?: string;
  type?: "A" | "B" | "C" | "D" | "IDV_B_A";
  recipient?: string;
  description?: string;
}

/** Sub-agencies by the names that the API finds them by. */
export const agencies: Record<string, string> = {
  "7001": "Office of Procurement Operations",
  "7012": "U.S. Immigration and Customs Enforcement",
  "7014": "U.S. Customs and Border Protection",
  "7015": "Federal Law Enforcement Training Center",
};
export const department = "Department of Homeland Security";
const typeNames = {
  A: "BPA CALL",
  B: "PURCHASE ORDER",
  C: "DELIVERY ORDER",
  D: "DEFINITIVE CONTRACT",
  IDV_B_A: "INDEFINITE DELIVERY CONTRACT",
};

export const typeOf = ({ type = "D" }: ReplayAction) => type;
export const agencyOf = ({ agency = "7012" }: ReplayAction) => agency;
const isAgreement = (action: ReplayAction) => typeOf(action).startsWith("IDV");

export const replayAwardKey = (action: ReplayAction) =>
  isAgreement(action)
    ? `CONT_IDV_${action.piid}_${agencyOf(action)}`
    : action.key || `CONT_AWD_${action.piid}_${agencyOf(action)}_-NONE-_-NONE-`;
/** As a download spells it; another endpoint puts `CONT_TX_` in front. */
export const transactionKey = (action: ReplayAction) =>
  `${agencyOf(action)}_-NONE-_${action.piid}_${action.modification}_-NONE-_${action.transaction ?? 0}`;

const recipientOf = ({ recipient = "EXAMPLE SERVICES LLC" }: ReplayAction) => recipient;
const descriptionOf = ({ description, piid }: ReplayAction) => description ?? `SERVICES UNDER ${piid}`;

/** An action in a response of the search. */
export function fieldsOf(action: ReplayAction): Record<string, unknown> {
  return {
    "Award ID": action.piid,
    Mod: action.modification,
    "Recipient Name": recipientOf(action),
    "Recipient UEI": "ABCDEFGHJKL1",
    "Action Date": action.date,
    "Action Type": action.modification === "0" ? null : "C",
    "Transaction Amount": action.cents / 100,
    "Transaction Description": descriptionOf(action),
    PSC: { code: "R499", description: "SUPPORT- PROFESSIONAL: OTHER" },
    NAICS: { code: "541611", description: "ADMINISTRATIVE MANAGEMENT CONSULTING SERVICES" },
    "Funding Sub Agency": agencies[agencyOf(action)],
    "Award Type": typeNames[typeOf(action)],
    "Primary Place of Performance": {
      city_name: "WASHINGTON",
      state_code: "DC",
      location_country_code: "USA",
      country_name: "UNITED STATES",
    },
    generated_internal_id: replayAwardKey(action),
    internal_id: 1,
  };
}

/** The columns of the API's files, in its order. */
const header = (table: string) =>
  readFileSync(new URL(`headers/${table}.csv`, import.meta.url), "utf8")
    .trim()
    .split(",");
const transactionColumns = header("PrimeTransactions");
const summaryColumns = header("PrimeAwardSummaries");
const subawardColumns = header("Subawards");

const csv = (fields: string[], data: Record<string, string>[]) =>
  `${Papa.unparse({ fields, data }, { newline: "\r\n" })}\r\n`;

/** What both files say of an award. */
const awardCells = (action: ReplayAction) => ({
  contract_award_unique_key: replayAwardKey(action),
  award_id_piid: action.piid,
  awarding_agency_code: "070",
  awarding_agency_name: department,
  awarding_sub_agency_code: agencyOf(action),
  awarding_sub_agency_name: agencies[agencyOf(action)] ?? "",
  awarding_office_code: action.piid.slice(0, 6),
  awarding_office_name: "AN OFFICE",
  funding_sub_agency_name: agencies[agencyOf(action)] ?? "",
  period_of_performance_start_date: action.date,
  period_of_performance_current_end_date: "2027-03-31",
  current_total_value_of_award: "5000.00",
  potential_total_value_of_award: "9000.00",
  recipient_name: recipientOf(action),
  recipient_uei: "ABCDEFGHJKL1",
  recipient_phone_number: "2025550100",
  award_or_idv_flag: isAgreement(action) ? "IDV" : "AWARD",
  award_type_code: isAgreement(action) ? "" : typeOf(action),
  award_type: isAgreement(action) ? "" : typeNames[typeOf(action)],
  idv_type_code: isAgreement(action) ? "B" : "",
  idv_type: isAgreement(action) ? "IDC" : "",
  product_or_service_code: "R499",
  product_or_service_code_description: "SUPPORT- PROFESSIONAL: OTHER",
  naics_code: "541611",
  naics_description: "ADMINISTRATIVE MANAGEMENT CONSULTING SERVICES",
  extent_competed_code: "A",
  extent_competed: "FULL AND OPEN COMPETITION",
  number_of_offers_received: "3",
  primary_place_of_performance_city_name: "WASHINGTON",
  primary_place_of_performance_state_code: "DC",
  primary_place_of_performance_country_code: "USA",
});

/** Prime transactions, 297 columns. */
export const toTransactions = (actions: ReplayAction[]): string =>
  csv(
    transactionColumns,
    actions.map((action) => ({
      ...awardCells(action),
      contract_transaction_unique_key: transactionKey(action),
      modification_number: action.modification,
      transaction_number: String(action.transaction ?? 0),
      federal_action_obligation: toDollars(action.cents),
      action_date: action.date,
      action_date_fiscal_year: String(fiscalYear(action.date)),
      action_type_code: action.modification === "0" ? "" : "C",
      transaction_description: descriptionOf(action),
    })),
  );

/** Prime award summaries, 286 columns. */
export const toSummaries = (awards: ReplayAward[]): string =>
  csv(
    summaryColumns,
    awards.map(({ latest, signed, cents }) => ({
      ...awardCells(latest),
      total_obligated_amount: toDollars(cents),
      award_base_action_date: signed,
      award_latest_action_date: latest.date,
    })),
  );

/** Subawards, 118 columns: they come along with summaries. */
export const toSubawards = (): string =>
  csv(subawardColumns, [{ prime_award_unique_key: "CONT_AWD_X", subaward_amount: "1.00" }]);

export interface ReplayAward {
  latest: ReplayAction;
  signed: string;
  cents: Cents;
}

/** The awards that actions belong to. */
export function awardsOf(actions: ReplayAction[]): ReplayAward[] {
  const awards = new Map<string, ReplayAward>();
  for (const action of actions) {
    const award = awards.get(replayAwardKey(action));
    if (!award) {
      awards.set(replayAwardKey(action), { latest: action, signed: action.date, cents: action.cents });
      continue;
    }
    award.cents += action.cents;
    if (action.date < award.signed) award.signed = action.date;
    if (action.date >= award.latest.date) award.latest = action;
  }
  return [...awards.values()];
}

/** Fiscal years, or months numbered from October, every one from the first day to the last, added up as binary fractions. */
export function sumOverTime(
  actions: ReplayAction[],
  group: "fiscal_year" | "month",
  { start_date, end_date }: { start_date: string; end_date: string },
) {
  const periodOf = (date: string) =>
    `${fiscalYear(date)}${group === "month" ? ` ${((Number(date.slice(5, 7)) + 2) % 12) + 1}` : ""}`;
  const sums = new Map<string, number>();
  for (let at = Date.parse(start_date); at <= Date.parse(end_date); at += 86_400_000)
    sums.set(periodOf(new Date(at).toISOString().slice(0, 10)), 0);
  for (const { date, cents } of actions)
    sums.set(periodOf(date), (sums.get(periodOf(date)) ?? 0) + cents / 100);
  return [...sums].map(([period, aggregated_amount]) => {
    const [fiscal_year, month] = period.split(" ");
    return { aggregated_amount, time_period: month ? { fiscal_year, month } : { fiscal_year } };
  });
}
