/**
 * The facts of a record file, by USAspending's names in the download of prime transactions. Import, snapshot,
 * columns, filters and exports read this table; nothing else of a file is stored.
 */
export interface Recorded {
  kind: "text" | "code" | "day" | "money" | "count";
  /** Whether the fact is of one action, or of the whole award; the latest action or an award summary then decides. */
  of: "action" | "award";
  /** The column of `actions` or `contracts` in a snapshot that holds it; `null` where another table explains it. */
  column: string | null;
  /**
   * Other names of the same fact: of award summaries, of the search API and of tables that others made of it. Names are
   * compared without case, blanks and punctuation; where a file has several of them, the earliest here counts.
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
    aliases: ["generated_internal_id", "Generated Award ID", "generated_unique_award_id"],
  },
  award_id_piid: { kind: "code", of: "award", column: "piid", aliases: ["Award ID", "piid", "Contract ID"] },
  parent_award_id_piid: {
    kind: "code",
    of: "award",
    column: "parent_award",
    repeats: true,
    aliases: ["Reference IDV", "Referenced IDV PIID", "Parent Award ID"],
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
  action_date: { kind: "day", of: "action", column: "action_date", aliases: ["Date Signed"] },
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
    aliases: ["Contracting Agency ID", "contractIdSubtierCode"],
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
    ],
  },
  awarding_office_code: {
    kind: "code",
    of: "action",
    column: "awarding_office",
    aliases: ["Contracting Office ID", "Contracting Office Code"],
  },
  awarding_office_name: {
    kind: "text",
    of: "action",
    column: "awarding_office_name",
    aliases: ["Contracting Office Name"],
  },
  funding_sub_agency_name: {
    kind: "text",
    of: "award",
    column: "funding_agency",
    repeats: true,
    aliases: ["Funding Sub Agency", "fundingSubtierName"],
  },
  funding_office_code: {
    kind: "code",
    of: "award",
    column: "funding_office",
    repeats: true,
    aliases: ["Funding Office ID"],
  },
  funding_office_name: { kind: "text", of: "award", column: "funding_office_name", repeats: true },
  recipient_name: {
    kind: "text",
    of: "action",
    column: null,
    aliases: ["legal_awardee", "Legal Business Name", "awardeeLegalBusinessName"],
  },
  recipient_uei: {
    kind: "code",
    of: "award",
    column: "uei",
    repeats: true,
    aliases: ["Unique Entity ID", "awardeeUEI", "UEI"],
  },
  recipient_parent_uei: {
    kind: "code",
    of: "award",
    column: "parent_uei",
    repeats: true,
    aliases: ["Ultimate Parent Unique Entity ID"],
  },
  recipient_parent_name: {
    kind: "text",
    of: "award",
    column: "parent_name",
    repeats: true,
    aliases: ["Ultimate Parent Legal Business Name"],
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
  award_base_action_date: { kind: "day", of: "award", column: "signed" },
  period_of_performance_start_date: {
    kind: "day",
    of: "award",
    column: "start",
    aliases: ["pop_start", "Effective Date"],
  },
  period_of_performance_current_end_date: {
    kind: "day",
    of: "award",
    column: "current_end",
    aliases: ["pop_current_end", "Current Completion Date", "Completion Date"],
  },
  period_of_performance_potential_end_date: {
    kind: "day",
    of: "award",
    column: "potential_end",
    aliases: ["pop_potential_end", "Ultimate Completion Date", "Est. Ultimate Completion Date"],
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
    aliases: ["total_obligated_amount", "award_total_obligations_snapshot"],
  },
  total_outlayed_amount_for_overall_award: {
    kind: "money",
    of: "award",
    column: "outlayed_cents",
    lifetime: true,
    aliases: ["total_outlayed_amount", "award_total_outlay_snapshot"],
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
    aliases: ["Principal Place of Performance City Name"],
  },
  primary_place_of_performance_state_code: {
    kind: "code",
    of: "award",
    column: "place_state",
    repeats: true,
    aliases: ["pop_state_code", "Principal Place of Performance State Code"],
  },
  primary_place_of_performance_country_code: {
    kind: "code",
    of: "award",
    column: "place_country",
    repeats: true,
    aliases: ["pop_country_code", "Principal Place of Performance Country Code"],
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
export const recordedColumn = (name: RecordedName): Recorded => recorded[name];

/** The suffix of lifetime figures in an export of actions, a warning against adding them up. */
export const lifetimeSuffix = "_lifetime_do_not_sum";
