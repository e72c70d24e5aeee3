import type { CompanyName } from "@/lib/contracts/companies";
import type { Day } from "@/lib/contracts/days";
import type { KindReading } from "@/lib/contracts/kinds";
import type { Cents } from "@/lib/contracts/money";
import type { OptionDeed } from "@/lib/contracts/options";

/** One contract action, under USAspending's own column names. Money in cents. */
export interface ActionRow {
  contract_award_unique_key: string | null;
  award_id_piid: string;
  modification_number: string;
  action_date: Day;
  federal_action_obligation: Cents;
  awarding_sub_agency_code: string;
  awarding_sub_agency_name: string | null;
  recipient_name: string | null;
  product_or_service_code_description: string | null;
  naics_description: string | null;
  transaction_description: string | null;
  company: CompanyName;
  category: string;
  office: string;
  places: string | null;
  contract: string;
  /** Only where the snapshot has it; so are all other recorded facts, by the names of the catalog. */
  action_type_code?: string | null;
}

/** The facts of a contract that only some files have, without those that the snapshot lacks. Money in cents. */
export interface AwardDetails {
  type: string | null;
  uei: string | null;
  parent: string | null;
  current_value: Cents | null;
  potential_value: Cents | null;
  obligated_lifetime: Cents | null;
  outlayed_lifetime: Cents | null;
  signed: Day | null;
  start: Day | null;
  current_end: Day | null;
  potential_end: Day | null;
  funding_agency: string | null;
  funding_office: string | null;
  place_city: string | null;
  place_state: string | null;
  place_country: string | null;
  competition: string | null;
  competition_reason: string | null;
  offers: number | null;
  pricing: string | null;
  set_aside: string | null;
  base_description: string | null;
}

/** What the words of a contract's actions say of its newest option or extension (`lib/contracts/option-ends.ts`). */
export interface OptionWords {
  option_does: OptionDeed | null;
  option_words: string | null;
  option_signed: Day | null;
  option_length: string | null;
  /** An estimate. `null` where an end is recorded. */
  option_ends: Day | null;
}

/**
 * One contract. `net, added, taken_back, actions` are of its selected actions; `in_records, first_action,
 * last_action, base_included` of all its actions in the snapshot; the rest of the latest of all of them.
 */
export interface ContractRow extends Partial<AwardDetails>, Partial<OptionWords> {
  key: string;
  piid: string;
  company: CompanyName;
  recipient: string | null;
  agency: string;
  office: string;
  purpose: string | null;
  description: string | null;
  net: Cents;
  added: Cents;
  taken_back: Cents;
  actions: number;
  in_records: Cents;
  base_included: boolean;
  first_action: Day;
  last_action: Day;
  vehicle: string | null;
  vehicle_agency: string | null;
  category: string;
  psc: string | null;
  naics: string | null;
  places: string | null;
}

/** A row of either view with some of its columns, and what its links and marks are made from. */
export type ShownRow = ShownContract | ShownAction;
type ShownContract = Pick<ContractRow, "key" | "piid" | "company" | "office" | "base_included"> &
  Partial<ContractRow>;
type ShownAction = Pick<
  ActionRow,
  "contract" | "award_id_piid" | "modification_number" | "company" | "office"
> &
  Partial<ActionRow>;

/** A contract of which no action is in the snapshot: an award summary alone knows it. It is not in any total or list of actions. */
export interface SummarizedContract extends Omit<ContractRow, "first_action" | "last_action"> {
  actions: 0;
  first_action: null;
  last_action: null;
}

/** An action on its contract's page. `running_total` adds the contract's actions in these records, oldest first. */
export interface ContractAction extends ActionRow {
  running_total: Cents;
  kind: KindReading["kind"];
  kind_from: KindReading["from"];
  kind_words: KindReading["words"];
}
