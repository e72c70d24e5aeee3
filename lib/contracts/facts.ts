import type { Category } from "@/lib/contracts/categories";
import type { Day } from "@/lib/contracts/days";
import type { KindReading } from "@/lib/contracts/kinds";
import type { Cents } from "@/lib/contracts/money";
import type { RecordedName } from "@/lib/contracts/recorded";

/**
 * The figures of a selection. `net` = `added` + `taken_back` (which carries its minus sign), all in cents;
 * `companies` counts distinct companies, or distinct recipients with `grouped=no`.
 */
export interface Totals {
  net: Cents;
  added: Cents;
  taken_back: Cents;
  actions: number;
  contracts: number;
  companies: number;
}

/** The figures of a selection without an action. */
export const noTotals: Totals = { net: 0, added: 0, taken_back: 0, actions: 0, contracts: 0, companies: 0 };

/** The figures of a group without an action. */
export const noFigures: Omit<Group, "key" | "label"> = {
  net: 0,
  added: 0,
  taken_back: 0,
  actions: 0,
  contracts: 0,
};

/** The source's count and sum for a fiscal year of an agency. */
export interface ProvenYear {
  agency: string;
  fiscal_year: number;
  actions: number;
  net: Cents;
}

/** One group of a selection; `key` is `null` if not reported. */
export interface Group {
  key: string | null;
  label: string;
  net: Cents;
  added: Cents;
  taken_back: Cents;
  actions: number;
  contracts: number;
  /** The same by agency, if a period has several. */
  parts?: Group[];
}

export interface TwoWayGroup extends Group {
  key2: string | null;
  label2: string;
}

/** The groups that are not listed: their number, and the sums of their figures. */
export interface Rest extends Omit<Group, "key" | "label" | "parts"> {
  groups: number;
}

export interface CompanyName {
  slug: string;
  name: string;
}

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
  contract: string;
  /** Only where the snapshot has it; so are all other recorded facts, by the names of the catalogue. */
  action_type_code?: string | null;
}

/** The facts of a contract that only some files have, without those that the snapshot lacks. Money in cents. */
export interface AwardFacts {
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

/**
 * One contract. `net, added, taken_back, actions` are of its selected actions; `in_records, first_action,
 * last_action, base_included` of all its actions in the snapshot; the rest of the latest of all of them.
 */
export interface ContractRow extends Partial<AwardFacts> {
  key: string;
  piid: string;
  company: CompanyName;
  recipient: string | null;
  agency: string;
  office: string;
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

/** A contract of which no action is in the snapshot: an award summary alone knows it. It is in no sum and no list of actions. */
export interface SummarisedContract extends Omit<ContractRow, "first_action" | "last_action"> {
  actions: 0;
  first_action: null;
  last_action: null;
}

/** Where a known problem is shown: a `notice` on every view that it touches, a `note` on `/data` only. */
export const severities = ["notice", "note"] as const;
export type Severity = (typeof severities)[number];

/** An action on its contract's page. `running_total` adds the contract's actions in these records, oldest first. */
export interface ContractAction extends ActionRow {
  running_total: Cents;
  kind: KindReading["kind"];
  kind_from: KindReading["from"];
  kind_words: KindReading["words"];
}

/** The names behind a query's codes, by parameter and value: `labels.company.palantir` is "Palantir". */
export type Labels = Record<string, Record<string, string>>;

/**
 * What a known problem applies to, within its limits: every action, actions with some fact, comparisons with the same date of
 * another year, or nothing that a page shows, so that only the data page lists it.
 */
export const problemScopes = [
  "",
  "no award key",
  "other agency in key",
  "no modification 0",
  "same date",
  "data page",
] as const;

/** A known problem of the records (`data/problems.csv`) and where it touches. Blank limits mean everywhere. */
export interface Problem {
  id: string;
  severity: Severity;
  title: string;
  detail: string;
  agency: string | null;
  from: Day | null;
  to: Day | null;
  /** One of {@link problemScopes}, or `PIID` and the number of the one contract that it applies to; a table may leave it out. */
  applies?: string | undefined;
}

/**
 * A brand and the rule that finds it in descriptions (`data/brands.csv`). A phrase matches whatever its case, not
 * within a longer word; a space in it is any run of spaces, hyphens and slashes, a `*` at its end more letters.
 */
export interface BrandRule {
  slug: string;
  brand: string;
  /** The slug of the company whose group the brand belongs to. */
  owner: string;
  /** Any of these names the brand. */
  pattern: string[];
  /** At least one of these must occur anywhere in the description; nothing need where the list is empty. */
  context: string[];
  /** A match inside one of these does not count. */
  exclude: string[];
  /** `none`: we expect no match, and the page then says that nothing was found. */
  expected?: "" | "none" | undefined;
  /** Recorded descriptions, or parts of them, that name the brand, and some that do not. */
  true: string[];
  false: string[];
  reviewed: Day;
  note: string;
}

/** A brand with the company that owns it. */
export interface Brand {
  slug: string;
  name: string;
  owner: CompanyName;
}

/** What one file brought: read = accepted + duplicate + superseded + rejected. */
export interface FileReport {
  file: string;
  format: string;
  read: number;
  accepted: number;
  duplicate: number;
  superseded: number;
  rejected: number;
  /** Cells in which an e-mail address or a telephone number was replaced by this intake. */
  masked: number;
  warnings: string[];
  ignored_columns: string[];
  /** The first rejected rows, each with its line and reason in words. */
  first_rejected?: string[];
  /** Why the whole file was refused; `null` when it was read. */
  refused: string | null;
  /** Whether it was refused as a table of another kind, as archives hold some beside the contracts. */
  other?: boolean;
}

/** A row that was not accepted, with everything needed to mend it. `line` counts from 1, the header included. */
export interface Reject {
  file: string;
  line: number;
  column: string;
  value: string;
  reason: string;
  /** What the row was read as (`record_kind`) and its cells by recorded name, masked, so that a mended copy loads again. */
  row: Record<string, string>;
}

/** Where a file came from, as `data/records/sources.csv` states it. */
export interface Source {
  file: string;
  agency: string;
  fiscal_year: string;
  publisher: string;
  retrieved: string;
  retrieved_through: string;
  known_limits: string;
}

/** Another name under which readers search for a company (`data/also-known.csv`), and why it is that company. */
export interface AlsoKnown {
  name: string;
  /** The slug of the company. */
  company: string;
  /** A sentence. */
  reason: string;
}

/** A figure that was published (`data/press-figures.csv`), and where it is in the records. */
export interface PressFigure {
  /** The figure as it was written. */
  figure: string;
  outlet: string;
  /** What it was said of. */
  summary: string;
  /** The query string of `/find` that finds it. */
  query: string;
  /** The matching figure in the records. */
  exact: Cents;
}

/** Contracts that readers may expect in a category and that their recorded code puts into another (`data/elsewhere.csv`). */
export interface Elsewhere {
  category: Category;
  /** What they are, in plain words. */
  title: string;
  /** The query string of `/contracts` that selects them. */
  query: string;
}

/** What an award summary says of an ordering agreement itself. Its ceiling is never added to anything. Money in cents. */
export interface AgreementFacts {
  key: string;
  piid: string;
  agency: string;
  recipient: string | null;
  uei: string | null;
  idv_type: string | null;
  potential_value: Cents | null;
  signed: Day | null;
  start: Day | null;
  ordering_end: Day | null;
  base_description: string | null;
  /** The day on which the file that says it was retrieved. */
  facts_as_of: Day | null;
}

/** What makes a file suspicious, in a title and one sentence with figures, and where it touches. */
export type FileProblem = Omit<Problem, "id">;

/** A file that a snapshot was made of. */
export interface SnapshotFile {
  file: string;
  /** SHA-256 of its bytes. */
  hash: string;
  /** The day on which it was retrieved; `null` where nothing says it. */
  retrieved: Day | null;
  /** Rows that are part of the snapshot. */
  accepted: number;
}

/** A snapshot that is kept. Money in cents. */
export interface StoredSnapshot {
  id: string;
  /** When it was built, ISO time in UTC. */
  built: string;
  data_from: Day;
  data_through: Day;
  retrieved: Day | null;
  /** Whether it is the one that is served where a query names none. */
  current: boolean;
  files: SnapshotFile[];
  /** Of all agencies. */
  totals: Totals;
}

export interface SnapshotInfo {
  id: string;
  /** The newest action date in the records. */
  data_through: Day;
  /** The oldest action date in the records. */
  data_from: Day;
  /** The newest day on which an agency and fiscal year was retrieved; `null` when nothing states one. */
  retrieved: Day | null;
  /** When this snapshot was built, ISO time in UTC. */
  built: string;
  problems: Problem[];
  /** What the records say at all: the recorded facts that at least one row holds. What is not here is not offered. */
  has: RecordedName[];
}

export interface Report {
  files: FileReport[];
  totals: Pick<FileReport, "read" | "accepted" | "duplicate" | "superseded" | "rejected" | "masked">;
  snapshot: string;
}
