/** A row of a full-width file. Missing cells are blank. */
export type WideRow = Record<string, string>;

/** Today in Washington and days from it, computed without the site's code. */
export const washington = new Date().toLocaleDateString("sv-SE", { timeZone: "America/New_York" });
export const inDays = (days: number) =>
  new Date(Date.parse(`${washington}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

export const award = (piid: string) => `CONT_AWD_${piid}_7012_-NONE-_-NONE-`;

/** An action with all columns of a full-width file. */
export const action = (piid: string, facts: WideRow = {}): WideRow => ({
  contract_transaction_unique_key: `7012_-NONE-_${piid}_0_-NONE-_0`,
  contract_award_unique_key: award(piid),
  award_id_piid: piid,
  modification_number: "0",
  action_date: "2026-02-03",
  federal_action_obligation: "1000.50",
  total_dollars_obligated: "5000.50",
  total_outlayed_amount_for_overall_award: "400.00",
  current_total_value_of_award: "20000.00",
  potential_total_value_of_award: "95000.25",
  award_base_action_date: "2026-02-03",
  period_of_performance_start_date: "2026-02-03",
  period_of_performance_current_end_date: inDays(20),
  period_of_performance_potential_end_date: inDays(120),
  ordering_period_end_date: "",
  awarding_sub_agency_code: "7012",
  awarding_sub_agency_name: "U.S. Immigration and Customs Enforcement",
  funding_sub_agency_name: "U.S. Immigration and Customs Enforcement",
  funding_office_code: "70CDCR",
  funding_office_name: "DETENTION COMPLIANCE AND REMOVALS",
  recipient_uei: "ABCDEFGHJKL1",
  recipient_name: "PALANTIR USG, INC.",
  recipient_parent_uei: "ABCDEFGHJKL2",
  recipient_parent_name: "PALANTIR TECHNOLOGIES INC.",
  primary_place_of_performance_country_code: "USA",
  primary_place_of_performance_city_name: "RESTON",
  primary_place_of_performance_state_code: "VA",
  award_or_idv_flag: "AWARD",
  award_type_code: "C",
  type_of_contract_pricing_code: "J",
  type_of_contract_pricing: "FIRM FIXED PRICE",
  transaction_description: `SOFTWARE, "LICENSES"; ${piid}`,
  prime_award_base_transaction_description: "SOFTWARE",
  action_type_code: "",
  product_or_service_code: "DA10",
  product_or_service_code_description: "IT AND TELECOM - SOFTWARE AS A SERVICE",
  naics_code: "513210",
  naics_description: "SOFTWARE PUBLISHERS",
  extent_competed_code: "C",
  extent_competed: "NOT COMPETED",
  other_than_full_and_open_competition: "ONLY ONE SOURCE",
  number_of_offers_received: "1",
  type_of_set_aside_code: "NONE",
  type_of_set_aside: "NO SET ASIDE USED.",
  ...facts,
});

const toCsv = (rows: WideRow[]) => {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  return `${[names, ...rows.map((row) => names.map((name) => row[name] ?? ""))].map((cells) => cells.map(cell).join(",")).join("\r\n")}\r\n`;
};

/** An award summary has no action columns, and other names for lifetime figures. */
function summary(piid: string, facts: WideRow): WideRow {
  const {
    contract_transaction_unique_key: _key,
    modification_number: _modification,
    action_date: _date,
    federal_action_obligation: _amount,
    transaction_description: _description,
    action_type_code: _type,
    total_dollars_obligated: obligated = "",
    total_outlayed_amount_for_overall_award: outlayed = "",
    ...rest
  } = action(piid, facts);
  return { ...rest, total_obligated_amount: obligated, total_outlayed_amount: outlayed };
}

/** The record files of the `wide` test site: five contracts with actions, and one from a summary only. */
export const fullWidthFiles = (): Record<string, string> => ({
  "transactions.csv": toCsv([
    action("70CTD026FR0000001"),
    action("70CTD026FR0000002", {
      period_of_performance_current_end_date: inDays(70),
      potential_total_value_of_award: "10000.00",
      recipient_name: "THE GEO GROUP, INC.",
      recipient_parent_name: "",
      primary_place_of_performance_state_code: "",
      primary_place_of_performance_country_code: "MEX",
      primary_place_of_performance_city_name: "TIJUANA",
      award_type_code: "B",
      extent_competed_code: "A",
      extent_competed: "FULL AND OPEN COMPETITION",
    }),
    action("70CTD026FR0000003", { period_of_performance_current_end_date: "3017-12-31" }),
    action("70CTD026FR0000004", { period_of_performance_current_end_date: "2025-12-31" }),
    action("70CTD026FR0000005", {
      modification_number: "P00001",
      contract_transaction_unique_key: "7012_-NONE-_70CTD026FR0000005_P00001_-NONE-_0",
      federal_action_obligation: "-20.00",
      action_type_code: "F",
      prime_award_base_transaction_description: "THE AWARD AS IT BEGAN",
      current_total_value_of_award: "",
    }),
  ]),
  "summaries.csv": toCsv([
    summary("70CTD020FR0000009", {
      recipient_name: "ZZZ KNOWN FROM A SUMMARY, LLC",
      recipient_parent_name: "",
      period_of_performance_current_end_date: inDays(10),
      total_dollars_obligated: "777000.00",
    }),
  ]),
});
