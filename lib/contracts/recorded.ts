/**
 * The facts of a record file, by USAspending's names in the download of prime transactions. Import, snapshot,
 * columns, filters and exports read this table; nothing else of a file is stored.
 */
export interface Recorded {
  kind: "text" | "code" | "day" | "money" | "count";
  /**
   * Whether the fact is of one action, of the whole award (the latest action or an award summary then decides), or of one
   * report of a subcontract.
   */
  of: "action" | "award" | "subaward";
  /** The column of `actions` or `contracts` in a snapshot that holds it; `null` where another table explains it. */
  column: string | null;
  /**
   * Other names of the same fact: of award summaries, of the prime award in a table of subawards, of the search API and of
   * tables that others made of it. Names are compared without case, blanks and punctuation; where a file has several of them, the earliest here counts.
   */
  aliases?: readonly string[];
  /** Whether many rows share a value. */
  repeats?: true;
  /** A sum since the award began, repeated on each of its actions: it is never added up. */
  lifetime?: true;
}

export const recorded = {
  contract_transaction_unique_key: {
    kind: "code",
    of: "action",
    column: "transaction_key",
    aliases: ["usa_contract_transaction_key"],
  },
  contract_award_unique_key: {
    kind: "code",
    of: "award",
    column: "award_key",
    aliases: [
      "generated_internal_id",
      "Generated Award ID",
      "generated_unique_award_id",
      "prime_award_unique_key",
    ],
  },
  award_id_piid: {
    kind: "code",
    of: "award",
    column: "piid",
    aliases: ["Award ID", "piid", "Contract ID", "prime_award_piid"],
  },
  parent_award_id_piid: {
    kind: "code",
    of: "award",
    column: "parent_award",
    repeats: true,
    aliases: ["Reference IDV", "Referenced IDV PIID", "Parent Award ID", "prime_award_parent_piid"],
  },
  parent_award_agency_id: {
    kind: "code",
    of: "award",
    column: "parent_award_agency",
    repeats: true,
    aliases: ["Referenced IDV Subtier Code", "Referenced IDV Agency ID"],
  },
  modification_number: {
    kind: "code",
    of: "action",
    column: "modification",
    aliases: ["Mod", "Modification"],
  },
  action_date: {
    kind: "day",
    of: "action",
    column: "action_date",
    aliases: ["Date Signed", "prime_award_latest_action_date"],
  },
  federal_action_obligation: {
    kind: "money",
    of: "action",
    column: "amount_cents",
    aliases: ["Transaction Amount", "obligation_delta", "Action Obligation", "Action Obligation ($)"],
  },
  action_type_code: {
    kind: "code",
    of: "action",
    column: "action_type",
    repeats: true,
    aliases: [
      "Action Type",
      "reasonForModificationCode",
      "Reason for Modification",
      "reasonForModificationName",
    ],
  },
  award_type_code: {
    kind: "code",
    of: "award",
    column: "type",
    repeats: true,
    aliases: [
      "Award Type",
      "Contract Award Type",
      "Award/IDV Type",
      "awardOrIDVTypeName",
      "Award or IDV Type",
      "awardOrIDVTypeCode",
    ],
  },
  awarding_sub_agency_code: {
    kind: "code",
    of: "action",
    column: null,
    aliases: ["Contracting Agency ID", "contractIdSubtierCode", "prime_award_awarding_sub_agency_code"],
  },
  awarding_sub_agency_name: {
    kind: "text",
    of: "action",
    column: null,
    aliases: [
      "Awarding Sub Agency",
      "awarding_subagency",
      "Contracting Agency",
      "contractIdSubtierName",
      "Agency",
      "prime_award_awarding_sub_agency_name",
    ],
  },
  awarding_office_code: {
    kind: "code",
    of: "action",
    column: "awarding_office",
    aliases: ["Contracting Office ID", "Contracting Office Code", "prime_award_awarding_office_code"],
  },
  awarding_office_name: {
    kind: "text",
    of: "action",
    column: "awarding_office_name",
    aliases: ["Contracting Office Name", "prime_award_awarding_office_name"],
  },
  funding_sub_agency_name: {
    kind: "text",
    of: "award",
    column: "funding_agency",
    repeats: true,
    aliases: ["Funding Sub Agency", "fundingSubtierName", "prime_award_funding_sub_agency_name"],
  },
  funding_office_code: {
    kind: "code",
    of: "award",
    column: "funding_office",
    repeats: true,
    aliases: ["Funding Office ID", "prime_award_funding_office_code"],
  },
  funding_office_name: {
    kind: "text",
    of: "award",
    column: "funding_office_name",
    repeats: true,
    aliases: ["prime_award_funding_office_name"],
  },
  recipient_name: {
    kind: "text",
    of: "action",
    column: null,
    aliases: ["legal_awardee", "Legal Business Name", "awardeeLegalBusinessName", "prime_awardee_name"],
  },
  recipient_uei: {
    kind: "code",
    of: "award",
    column: "uei",
    repeats: true,
    aliases: ["Unique Entity ID", "awardeeUEI", "UEI", "prime_awardee_uei"],
  },
  recipient_parent_uei: {
    kind: "code",
    of: "award",
    column: "parent_uei",
    repeats: true,
    aliases: ["Ultimate Parent Unique Entity ID", "prime_awardee_parent_uei"],
  },
  recipient_parent_name: {
    kind: "text",
    of: "award",
    column: "parent_name",
    repeats: true,
    aliases: ["Ultimate Parent Legal Business Name", "prime_awardee_parent_name"],
  },
  product_or_service_code: { kind: "code", of: "action", column: null, aliases: ["PSC", "PSC Code"] },
  product_or_service_code_description: {
    kind: "text",
    of: "action",
    column: null,
    aliases: [
      "Product/Service Description",
      "product_or_service_description",
      "productOrServiceName",
      "PSC Description",
    ],
  },
  naics_code: {
    kind: "code",
    of: "action",
    column: null,
    aliases: ["NAICS", "Principal NAICS Code", "NAICS Code"],
  },
  naics_description: {
    kind: "text",
    of: "action",
    column: null,
    aliases: ["Principal NAICS Description", "principalNaicsName"],
  },
  transaction_description: {
    kind: "text",
    of: "action",
    column: "description",
    aliases: ["description", "Description of Requirement", "descriptionOfContractRequirement"],
  },
  prime_award_base_transaction_description: { kind: "text", of: "award", column: "base_description" },
  award_base_action_date: {
    kind: "day",
    of: "award",
    column: "signed",
    aliases: ["prime_award_base_action_date"],
  },
  period_of_performance_start_date: {
    kind: "day",
    of: "award",
    column: "start",
    aliases: ["pop_start", "Effective Date", "prime_award_period_of_performance_start_date"],
  },
  period_of_performance_current_end_date: {
    kind: "day",
    of: "award",
    column: "current_end",
    aliases: [
      "pop_current_end",
      "Current Completion Date",
      "Completion Date",
      "prime_award_period_of_performance_current_end_date",
    ],
  },
  period_of_performance_potential_end_date: {
    kind: "day",
    of: "award",
    column: "potential_end",
    aliases: [
      "pop_potential_end",
      "Ultimate Completion Date",
      "Est. Ultimate Completion Date",
      "prime_award_period_of_performance_potential_end_date",
    ],
  },
  ordering_period_end_date: {
    kind: "day",
    of: "award",
    column: "ordering_end",
    aliases: ["Last Date to Order"],
  },
  total_dollars_obligated: {
    kind: "money",
    of: "award",
    column: "obligated_cents",
    lifetime: true,
    aliases: ["total_obligated_amount", "award_total_obligations_snapshot", "prime_award_amount"],
  },
  total_outlayed_amount_for_overall_award: {
    kind: "money",
    of: "award",
    column: "outlayed_cents",
    lifetime: true,
    aliases: ["total_outlayed_amount", "award_total_outlay_snapshot", "prime_award_total_outlayed_amount"],
  },
  current_total_value_of_award: {
    kind: "money",
    of: "award",
    column: "current_value_cents",
    lifetime: true,
    aliases: ["current_total_value_snapshot"],
  },
  potential_total_value_of_award: {
    kind: "money",
    of: "award",
    column: "potential_value_cents",
    lifetime: true,
    aliases: ["potential_total_value_snapshot"],
  },
  primary_place_of_performance_city_name: {
    kind: "text",
    of: "award",
    column: "place_city",
    repeats: true,
    aliases: [
      "Principal Place of Performance City Name",
      "prime_award_primary_place_of_performance_city_name",
    ],
  },
  primary_place_of_performance_state_code: {
    kind: "code",
    of: "award",
    column: "place_state",
    repeats: true,
    aliases: [
      "pop_state_code",
      "Principal Place of Performance State Code",
      "prime_award_primary_place_of_performance_state_code",
    ],
  },
  primary_place_of_performance_country_code: {
    kind: "code",
    of: "award",
    column: "place_country",
    repeats: true,
    aliases: [
      "pop_country_code",
      "Principal Place of Performance Country Code",
      "prime_award_primary_place_of_performance_country_code",
    ],
  },
  extent_competed_code: { kind: "code", of: "award", column: "competition", repeats: true },
  extent_competed: { kind: "text", of: "award", column: "competition_name", repeats: true },
  other_than_full_and_open_competition: {
    kind: "text",
    of: "award",
    column: "competition_reason",
    repeats: true,
  },
  number_of_offers_received: { kind: "count", of: "award", column: "offers", aliases: ["number_of_offers"] },
  type_of_contract_pricing_code: { kind: "code", of: "award", column: "pricing", repeats: true },
  type_of_contract_pricing: { kind: "text", of: "award", column: "pricing_name", repeats: true },
  type_of_set_aside_code: { kind: "code", of: "award", column: "set_aside", repeats: true },
  type_of_set_aside: { kind: "text", of: "award", column: "set_aside_name", repeats: true },
  idv_type: { kind: "text", of: "award", column: "idv_type", repeats: true },
} as const satisfies Record<string, Recorded>;

/**
 * The facts of one report of a subcontract, by USAspending's names in the download of subawards. The columns of that table
 * about the prime award are facts of the award; its `action_date` is that of the latest action they include.
 */
const reported = {
  subaward_fsrs_report_id: {
    kind: "code",
    of: "subaward",
    column: "report_id",
    aliases: ["subaward_sam_report_id"],
  },
  subaward_fsrs_report_year: {
    kind: "count",
    of: "subaward",
    column: "report_year",
    aliases: ["subaward_sam_report_year"],
  },
  subaward_fsrs_report_month: {
    kind: "count",
    of: "subaward",
    column: "report_month",
    aliases: ["subaward_sam_report_month"],
  },
  subaward_fsrs_report_last_modified_date: {
    kind: "day",
    of: "subaward",
    column: "modified",
    aliases: ["subaward_sam_report_last_modified_date"],
  },
  subaward_number: { kind: "code", of: "subaward", column: "number" },
  subaward_amount: { kind: "money", of: "subaward", column: "amount_cents" },
  subaward_action_date: { kind: "day", of: "subaward", column: "signed" },
  subaward_description: { kind: "text", of: "subaward", column: "description" },
  subawardee_name: { kind: "text", of: "subaward", column: "name" },
  subawardee_uei: { kind: "code", of: "subaward", column: "uei" },
  subawardee_parent_uei: { kind: "code", of: "subaward", column: "parent_uei" },
  subawardee_parent_name: { kind: "text", of: "subaward", column: "parent_name" },
} as const satisfies Record<string, Recorded>;

/** The fields that distinguish an ordering agreement from a contract. They are read with a row and not stored. */
export const agreementFields = ["award_or_idv_flag", "idv_type_code"] as const;
export type AgreementField = (typeof agreementFields)[number];
/** Other names of these fields. */
export const agreementFieldAliases: Record<AgreementField, readonly string[]> = {
  award_or_idv_flag: ["awardOrIDV"],
  idv_type_code: ["IDV Type Code"],
};

export type RecordedName = keyof typeof recorded;
export const recordedNames = Object.keys(recorded) as RecordedName[];

export type SubawardName = keyof typeof reported;
export const subawardNames = Object.keys(reported) as SubawardName[];
const facts = { ...recorded, ...reported };
/** Any fact that a file can bring. */
export type ReportedName = keyof typeof facts;
export const reportedNames = Object.keys(facts) as ReportedName[];
export const recordedColumn = (name: ReportedName): Recorded => facts[name];
export const isReported = (name: string): name is ReportedName => Object.hasOwn(facts, name);

/** The suffix of lifetime figures in an export of actions, a warning against adding them up. */
export const lifetimeSuffix = "_lifetime_do_not_sum";
