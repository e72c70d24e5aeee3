import type { ActionRow, ContractAction, ContractRow } from "@/lib/contracts/rows";

const palantir = { slug: "palantir", name: "Palantir" };

/** A contract of three actions, including modification 0. */
export const contractRow = (of: Partial<ContractRow> = {}): ContractRow => ({
  key: "CONT_AWD_A_7012_-NONE-_-NONE-",
  piid: "A",
  company: palantir,
  recipient: "PALANTIR TECHNOLOGIES INC.",
  agency: "7012",
  office: "70CTD0",
  purpose: "SOFTWARE LICENSES",
  description: "THIS ORDER ADDS LICENSES",
  net: 150_70_00,
  added: 160_70_00,
  taken_back: -10_00_00,
  actions: 3,
  in_records: 150_70_00,
  base_included: true,
  first_action: "2022-09-30",
  last_action: "2025-09-25",
  vehicle: "GS35F0086U",
  vehicle_agency: "4730",
  category: "Data and software",
  psc: "IT AND TELECOM",
  places: null,
  naics: "CUSTOM COMPUTER PROGRAMMING SERVICES",
  ...of,
});

/** An action of that contract. */
export const actionRow = (of: Partial<ActionRow> = {}): ActionRow => ({
  contract_award_unique_key: "CONT_AWD_A_7012_-NONE-_-NONE-",
  award_id_piid: "A",
  modification_number: "P00009",
  action_date: "2025-04-11",
  federal_action_obligation: 29_898_23,
  awarding_sub_agency_code: "7012",
  awarding_sub_agency_name: "U.S. IMMIGRATION AND CUSTOMS ENFORCEMENT",
  recipient_name: "PALANTIR TECHNOLOGIES INC.",
  product_or_service_code_description: "IT AND TELECOM",
  naics_description: "CUSTOM COMPUTER PROGRAMMING SERVICES",
  transaction_description: "THIS MODIFICATION ADDS LICENSES, CONFIGURATION, AND ENGINEERING SERVICES",
  company: palantir,
  category: "Data and software",
  office: "70CTD0",
  places: null,
  contract: "CONT_AWD_A_7012_-NONE-_-NONE-",
  ...of,
});

/** The same action with the fields of its contract's page. */
export const contractAction = (of: Partial<ContractAction> = {}): ContractAction => ({
  ...actionRow(of),
  running_total: 29_898_23,
  kind: "money added",
  kind_from: "amount",
  kind_words: null,
  ...of,
});
