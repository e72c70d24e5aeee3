import { categoryRule } from "@/lib/contracts/categories";
import { lifetimeSuffix, type RecordedName, recorded, recordedColumn } from "@/lib/contracts/recorded";

/**
 * The column catalog: every column of both views, described once. The table, the sort order, the
 * export, the dictionary on `/data`, `/api/columns` and the tests read it; `lib/sql/fields.ts` reads its fields.
 */
export type ColumnKind = "text" | "code" | "day" | "money" | "count" | "flag";

/** The tables that explain numbers of an action or a contract. */
export type LookupName =
  | "company"
  | "recipient"
  | "agency"
  | "office"
  | "category"
  | "product"
  | "industry"
  | "parent";

/**
 * Where a value is: in the row of the action or the contract, in the sums of the contract's selected actions, or in the
 * row of the company, office ... that the action or the contract names.
 */
export type Field = `${"action" | "contract" | "selected" | LookupName}.${string}`;

export interface Column {
  label: string;
  kind: ColumnKind;
  /** What the value means, its unit, and where the rule comes from. Shown in the dictionary. */
  help: string;
  field: Field;
  /** The field that rows are sorted by, if it is not the shown value. */
  order?: Field;
  /** Whether the table shows the column by default. */
  shown?: true;
  /** Whether the first click sorts descending, as for figures and dates. */
  largestFirst?: true;
  /** `recorded` columns are read from the file and written by an export of actions without `cols`. */
  recorded?: true;
  sortable?: true;
  /** The recorded fact of the column. If a snapshot lacks it, the column is not offered. */
  needs?: RecordedName;
}

const lifetime =
  "a sum since the award began, as the file reports it. Other actions of the award repeat it, so never add it up";

/** Labels and help of facts that only some files have. Lifetime figures say so. */
const facts = {
  contract_transaction_unique_key: {
    label: "Transaction key",
    help: "USAspending's key of the action, as recorded.",
  },
  action_type_code: {
    label: "Action type",
    help: "The recorded type of the action, a letter: G exercises an option, C only funds.",
  },
  award_type_code: {
    label: "Award type",
    help: "The recorded type of the award: A BPA call, B purchase order, C delivery order, D definitive contract.",
  },
  parent_award_id_piid: {
    label: "Parent award (PIID)",
    help: "The PIID of the agreement that the award was ordered under, as a column of its own records it.",
  },
  parent_award_agency_id: {
    label: "Parent award’s agency (code)",
    help: "The agency code of that agreement, as recorded.",
  },
  awarding_office_code: {
    label: "Awarding office (code)",
    help: "The code of the awarding office, as recorded.",
  },
  awarding_office_name: { label: "Awarding office", help: "The name of the awarding office, as recorded." },
  funding_sub_agency_name: {
    label: "Funding agency",
    help: "The sub-agency whose money the award obligates, as recorded.",
  },
  funding_office_code: {
    label: "Funding office (code)",
    help: "The code of the funding office, as recorded.",
  },
  funding_office_name: { label: "Funding office", help: "The name of the funding office, as recorded." },
  recipient_uei: { label: "Recipient’s UEI", help: "The recipient's unique entity identifier, as recorded." },
  recipient_parent_uei: {
    label: "Parent company’s UEI",
    help: "The unique entity identifier of the recipient's parent, as recorded.",
  },
  recipient_parent_name: {
    label: "Parent company, as recorded",
    help: "The recipient's parent as the record names it. The company of this site is grouped by data/companies.csv.",
  },
  product_or_service_code: { label: "Product or service (code)", help: "The product or service code (PSC)." },
  naics_code: { label: "Industry (NAICS code)", help: "The industry code (NAICS)." },
  prime_award_base_transaction_description: {
    label: "Description of the base award",
    help: "The description of the award itself (modification 0), as recorded. Email addresses and phone numbers are replaced.",
  },
  award_base_action_date: {
    label: "Award signed",
    help: "The day the award itself was signed, as recorded (ISO day).",
  },
  period_of_performance_start_date: {
    label: "Start",
    help: "The first day of the period of performance, as recorded (ISO day).",
  },
  period_of_performance_current_end_date: {
    label: "Current end",
    help: "The last day of the period of performance with the options exercised so far, as recorded (ISO day), also where it cannot be right.",
  },
  period_of_performance_potential_end_date: {
    label: "Potential end",
    help: "The last day of the period of performance if every option is exercised, as recorded (ISO day), also where it cannot be right.",
  },
  ordering_period_end_date: {
    label: "Ordering period ends",
    help: "The last day on which orders can be placed, as recorded (ISO day).",
  },
  total_dollars_obligated: {
    label: "Obligated (reported, whole award)",
    help: `U.S. dollars: ${lifetime}.`,
  },
  total_outlayed_amount_for_overall_award: {
    label: "Outlayed (reported, whole award)",
    help: `U.S. dollars: ${lifetime}.`,
  },
  current_total_value_of_award: {
    label: "Current value (options exercised)",
    help: `U.S. dollars: the value of the award with the options exercised so far; ${lifetime}.`,
  },
  potential_total_value_of_award: {
    label: "Potential value (all options)",
    help: `U.S. dollars: the ceiling of the award, if every option is exercised; ${lifetime}.`,
  },
  primary_place_of_performance_city_name: {
    label: "Place of performance: city",
    help: "The city of the primary place of performance, as recorded.",
  },
  primary_place_of_performance_state_code: {
    label: "Place of performance: state",
    help: "The state or territory of the primary place of performance, by its postal code.",
  },
  primary_place_of_performance_country_code: {
    label: "Place of performance: country",
    help: "The country of the primary place of performance, by its three-letter code.",
  },
  extent_competed_code: {
    label: "Competition (code)",
    help: "How far the award was competed, as a recorded code.",
  },
  extent_competed: { label: "Competition", help: "How far the award was competed, as recorded." },
  other_than_full_and_open_competition: {
    label: "Reason for limited competition",
    help: "Why the award was not fully and openly competed, as recorded.",
  },
  number_of_offers_received: {
    label: "Offers",
    help: "The number of offers for the award, as recorded.",
  },
  type_of_contract_pricing_code: {
    label: "Pricing (code)",
    help: "The type of contract pricing, as a recorded code.",
  },
  type_of_contract_pricing: { label: "Pricing", help: "The type of contract pricing, as recorded." },
  type_of_set_aside_code: { label: "Set-aside (code)", help: "The type of set-aside, as a recorded code." },
  type_of_set_aside: { label: "Set-aside", help: "The type of set-aside, as recorded." },
  idv_type: {
    label: "Type of agreement",
    help: "The recorded type of an ordering agreement (IDV); blank for contracts and orders.",
  },
} as const satisfies Partial<Record<RecordedName, Pick<Column, "label" | "help">>>;

type FactName = keyof typeof facts;
type LifetimeName =
  | "total_dollars_obligated"
  | "total_outlayed_amount_for_overall_award"
  | "current_total_value_of_award"
  | "potential_total_value_of_award";
/** The name of a fact in an export of actions: its own, or with a suffix that warns against adding it up. */
type FactColumn = Exclude<FactName, LifetimeName> | `${LifetimeName}${typeof lifetimeSuffix}`;

/** Facts with a table of their own, and the fields of their text. */
const lookupFacts: Partial<Record<FactName, Field>> = {
  product_or_service_code: "product.code",
  naics_code: "industry.code",
};

/** The column that shows a fact. */
function fact<Name extends FactName>(name: Name): Column & Pick<(typeof recorded)[Name], "kind"> {
  const { of, column: own } = recordedColumn(name);
  const field = lookupFacts[name] ?? (`${of === "action" ? "action" : "contract"}.${own}` as const);
  return { ...facts[name], kind: recorded[name].kind, field, needs: name };
}

const factColumns = Object.fromEntries(
  (Object.keys(facts) as FactName[]).map((name) => [
    recordedColumn(name).lifetime ? `${name}${lifetimeSuffix}` : name,
    { ...fact(name), recorded: true },
  ]),
) as Record<FactColumn, Column>;

export const actionColumns = {
  action_date: {
    label: "Signed",
    kind: "day",
    help: "The day the action was signed, as recorded (ISO day).",
    field: "action.action_date",
    shown: true,
    largestFirst: true,
    recorded: true,
    sortable: true,
  },
  company: {
    label: "Company",
    kind: "text",
    help: "The company of this action’s recipient, grouped by data/companies.csv or, where no row names it, by the automatic rule.",
    field: "company.name",
    shown: true,
    sortable: true,
  },
  transaction_description: {
    label: "Description",
    kind: "text",
    help: "The description of the action, as recorded: upper case, typos and cut-offs included. Email addresses and phone numbers are replaced.",
    field: "action.description",
    shown: true,
    recorded: true,
    sortable: true,
  },
  federal_action_obligation: {
    label: "Obligated by the action",
    kind: "money",
    help: "U.S. dollars that this action obligates. Negative where it takes money back (a de-obligation).",
    field: "action.amount_cents",
    shown: true,
    largestFirst: true,
    recorded: true,
    sortable: true,
  },
  award_id_piid: {
    label: "Contract (PIID)",
    kind: "code",
    help: "The procurement instrument identifier of the contract or order.",
    field: "action.piid",
    shown: true,
    recorded: true,
    sortable: true,
  },
  modification_number: {
    label: "Modification",
    kind: "code",
    help: "The number of the modification; 0 is the award itself. Sorted naturally: P2 before P10.",
    field: "action.modification",
    order: "action.modification_order",
    shown: true,
    recorded: true,
    sortable: true,
  },
  office: {
    label: "Office",
    kind: "text",
    help: "The code of the awarding office: the first six characters of the PIID. data/offices.csv names the known ones.",
    field: "office.code",
    shown: true,
    sortable: true,
  },
  category: {
    label: "Category",
    kind: "text",
    help: `The kind of product or service in plain words, from the recorded product/service by data/categories.csv. ${categoryRule}.`,
    field: "category.name",
    sortable: true,
  },
  recipient_name: {
    label: "Recipient as recorded",
    kind: "text",
    help: "The recipient of this action, as recorded.",
    field: "recipient.name",
    recorded: true,
    sortable: true,
  },
  product_or_service_code_description: {
    label: "Product or service",
    kind: "text",
    help: "The recorded description of the product or service code (PSC).",
    field: "product.description",
    recorded: true,
    sortable: true,
  },
  naics_description: {
    label: "Industry (NAICS)",
    kind: "text",
    help: "The recorded description of the industry code (NAICS).",
    field: "industry.description",
    recorded: true,
    sortable: true,
  },
  awarding_sub_agency_code: {
    label: "Agency code",
    kind: "code",
    help: "The awarding sub-agency: 7012 is ICE, 7014 is CBP.",
    field: "agency.code",
    recorded: true,
    sortable: true,
  },
  awarding_sub_agency_name: {
    label: "Agency",
    kind: "text",
    help: "The name of the awarding sub-agency, as recorded.",
    field: "agency.name",
    recorded: true,
    sortable: true,
  },
  contract_award_unique_key: {
    label: "Award key",
    kind: "code",
    help: "USAspending's key of the award, as recorded. Blank where the record has none.",
    field: "action.award_key",
    recorded: true,
    sortable: true,
  },
  places: {
    label: "Places named",
    kind: "text",
    help: "The detention facilities that the description names, by data/facilities.csv, separated by semicolons.",
    field: "action.places",
    sortable: true,
  },
  contract: {
    label: "Contract",
    kind: "code",
    help: "The contract this action belongs to: the award key, or sub-agency and PIID where no key is recorded.",
    field: "contract.key",
    order: "action.contract",
    sortable: true,
  },
  ...factColumns,
} as const satisfies Record<string, Column>;

export const contractColumns = {
  company: {
    label: "Company",
    kind: "text",
    help: "The company of the latest recipient, grouped by data/companies.csv or by the automatic rule.",
    field: "company.name",
    shown: true,
    sortable: true,
  },
  purpose: {
    label: "What it is for",
    kind: "text",
    help: "The description of the award itself (modification 0), as recorded; where these records lack it, that of the largest action that is not a close-out, de-obligation or other paperwork.",
    field: "contract.purpose",
    shown: true,
    sortable: true,
  },
  description: {
    label: "Latest description",
    kind: "text",
    help: "The description of the latest action in these records, as recorded.",
    field: "contract.description",
    sortable: true,
  },
  net: {
    label: "Obligated (net)",
    kind: "money",
    help: "U.S. dollars: the sum of federal_action_obligation over the contract's selected actions.",
    field: "selected.net",
    shown: true,
    largestFirst: true,
    sortable: true,
  },
  in_records: {
    label: "Obligated in these records",
    kind: "money",
    help: "U.S. dollars: the same sum over all the contract's actions in this snapshot, whatever the filters. It does not reach back to the start of a contract whose earlier actions are not in these records.",
    field: "contract.in_records_cents",
    shown: true,
    largestFirst: true,
    sortable: true,
  },
  last_action: {
    label: "Last action",
    kind: "day",
    help: "The day of the contract's latest action in this snapshot.",
    field: "contract.last_action",
    shown: true,
    largestFirst: true,
    sortable: true,
  },
  actions: {
    label: "Actions",
    kind: "count",
    help: "The number of the contract's selected actions.",
    field: "selected.actions",
    shown: true,
    largestFirst: true,
    sortable: true,
  },
  piid: {
    label: "Contract (PIID)",
    kind: "code",
    help: "The procurement instrument identifier of the contract or order.",
    field: "contract.piid",
    shown: true,
    sortable: true,
  },
  office: {
    label: "Office",
    kind: "text",
    help: "The code of the awarding office: the first six characters of the PIID. data/offices.csv names the known ones.",
    field: "office.code",
    shown: true,
    sortable: true,
  },
  category: {
    label: "Category",
    kind: "text",
    help: `The kind of product or service of the latest action, from the recorded product/service by data/categories.csv. ${categoryRule}.`,
    field: "category.name",
    sortable: true,
  },
  recipient: {
    label: "Recipient as recorded",
    kind: "text",
    help: "The recipient of the contract's latest action, as recorded.",
    field: "recipient.name",
    sortable: true,
  },
  added: {
    label: "Added",
    kind: "money",
    help: "U.S. dollars: the sum of the positive obligations among the selected actions.",
    field: "selected.added",
    largestFirst: true,
    sortable: true,
  },
  taken_back: {
    label: "Taken back",
    kind: "money",
    help: "U.S. dollars, with its minus sign: the sum of the negative obligations (de-obligations) among the selected actions.",
    field: "selected.taken_back",
    sortable: true,
  },
  first_action: {
    label: "First action",
    kind: "day",
    help: "The day of the contract's first action in this snapshot. Actions before Oct. 1, 2020 are not in the bundled records.",
    field: "contract.first_action",
    largestFirst: true,
    sortable: true,
  },
  base_included: {
    label: "Base award in these records",
    kind: "flag",
    help: "Whether modification 0, the award itself, is in these records. If not, earlier actions are not in these records.",
    field: "contract.base_included",
  },
  agency: {
    label: "Agency code",
    kind: "code",
    help: "The awarding sub-agency of the latest action: 7012 is ICE, 7014 is CBP.",
    field: "agency.code",
  },
  vehicle: {
    label: "Vehicle",
    kind: "code",
    help: "The PIID of the parent agreement (ordering vehicle): from the award key or, without one, from the record's own column; `none` where the key names none, blank where neither is recorded.",
    field: "parent.vehicle",
  },
  vehicle_agency: {
    label: "Vehicle's agency",
    kind: "code",
    help: "The agency code of the parent agreement: from the award key or, without one, from the record's own column. Blank where not recorded.",
    field: "parent.agency",
  },
  psc: {
    label: "Product or service",
    kind: "text",
    help: "The recorded description of the product or service code (PSC) of the latest action.",
    field: "product.description",
  },
  naics: {
    label: "Industry (NAICS)",
    kind: "text",
    help: "The recorded description of the industry code (NAICS) of the latest action.",
    field: "industry.description",
  },
  places: {
    label: "Places named",
    kind: "text",
    help: "The detention facilities that the description of any of the contract's actions in this snapshot names, by data/facilities.csv, separated by semicolons.",
    field: "contract.places",
    sortable: true,
  },
  key: {
    label: "Contract",
    kind: "code",
    help: "The award key, or sub-agency and PIID where no key is recorded.",
    field: "contract.key",
  },
  type: fact("award_type_code"),
  uei: fact("recipient_uei"),
  parent: fact("recipient_parent_name"),
  current_value: fact("current_total_value_of_award"),
  potential_value: fact("potential_total_value_of_award"),
  obligated_lifetime: fact("total_dollars_obligated"),
  outlayed_lifetime: fact("total_outlayed_amount_for_overall_award"),
  signed: fact("award_base_action_date"),
  start: { ...fact("period_of_performance_start_date"), largestFirst: true, sortable: true },
  current_end: { ...fact("period_of_performance_current_end_date"), sortable: true },
  potential_end: { ...fact("period_of_performance_potential_end_date"), sortable: true },
  funding_agency: fact("funding_sub_agency_name"),
  funding_office: fact("funding_office_name"),
  place_city: fact("primary_place_of_performance_city_name"),
  place_state: fact("primary_place_of_performance_state_code"),
  place_country: fact("primary_place_of_performance_country_code"),
  competition: fact("extent_competed"),
  competition_reason: fact("other_than_full_and_open_competition"),
  offers: fact("number_of_offers_received"),
  pricing: fact("type_of_contract_pricing"),
  set_aside: fact("type_of_set_aside"),
  base_description: fact("prime_award_base_transaction_description"),
  option_ends: {
    label: "Estimated end, from the words",
    kind: "day",
    help: "An estimate, not a recorded date: the last day that the words of option_words name, or the length that they state after option_signed. Blank where an end is recorded, where the words say neither, and after a later termination or close-out.",
    field: "contract.option_ends",
    sortable: true,
  },
  option_words: {
    label: "Option in the words",
    kind: "text",
    help: "The words of the newest action whose description exercises or names an option, or extends the contract.",
    field: "contract.option_words",
  },
  option_does: {
    label: "What the words do",
    kind: "code",
    help: "What option_words do: exercises (an option), extends (the time), or only names an option.",
    field: "contract.option_does",
  },
  option_signed: {
    label: "Signed, option in the words",
    kind: "day",
    help: "The day on which the action of option_words was signed.",
    field: "contract.option_signed",
  },
  option_length: {
    label: "Length in the words",
    kind: "text",
    help: "The length that the words state and that option_ends counts from option_signed; blank where they name the last day.",
    field: "contract.option_length",
  },
} as const satisfies Record<string, Column>;

/** One row per contract, or one per action. */
export type View = "contracts" | "actions";
export const views = ["contracts", "actions"] as const satisfies View[];

/** The noun for one row of a view. */
export const rowNoun = (view: View) => (view === "contracts" ? "contract" : "action");

export type ActionColumn = keyof typeof actionColumns;
export type ContractColumn = keyof typeof contractColumns;
export type ColumnName = ActionColumn | ContractColumn;

const catalog: Record<View, Record<string, Column>> = {
  contracts: contractColumns,
  actions: actionColumns,
};

/** The columns of a view, by name, in the catalog's order. */
export const columnsOf = (view: View): [ColumnName, Column][] =>
  Object.entries(catalog[view]) as [ColumnName, Column][];

/** The columns of a view that a snapshot with these recorded facts can fill. */
export const columnsIn = (view: View, has: readonly RecordedName[] = []): [ColumnName, Column][] =>
  columnsOf(view).filter(([, { needs }]) => needs === undefined || has.includes(needs));

/** A column of a view, or `undefined` if the view lacks it. */
export const column = (view: View, name: string): Column | undefined =>
  Object.hasOwn(catalog[view], name) ? catalog[view][name] : undefined;

/** The columns that every record file must name; an export of actions without `cols` begins with them. */
export const recordColumns = [
  "contract_award_unique_key",
  "award_id_piid",
  "modification_number",
  "action_date",
  "federal_action_obligation",
  "awarding_sub_agency_code",
  "awarding_sub_agency_name",
  "recipient_name",
  "product_or_service_code_description",
  "naics_description",
  "transaction_description",
] as const satisfies ActionColumn[];
export type RecordColumn = (typeof recordColumns)[number];

/** Every recorded column of an action that a snapshot has, so that an export can be imported without loss. */
export const recordedIn = (has?: readonly RecordedName[]): ColumnName[] => [
  ...recordColumns,
  ...columnsIn("actions", has).flatMap(([name, { needs }]) => (needs === undefined ? [] : [name])),
];

/** The last column of every CSV of actions: its snapshot. The import recognizes our own files by it. */
export const snapshotColumn = "snapshot";
