/**
 * The tables of a snapshot file. Money is whole cents, in columns whose names end in `_cents`.
 *
 * The ids of companies, recipients, agencies, offices, categories, products, industries and parents follow the order of the
 * shown name, ignoring case, so that sorting by a name is sorting by a number. Actions and contracts are stored in the order
 * of their ids, so that they need no index: building one would take a third of the time of writing the rows.
 *
 * - `recipients`: `owned_since` is the day, month or year since which a recipient belongs to its company, `owned_from` the
 *   first day of it; both are `null` if unknown.
 * - `contracts`: the columns `type` to `idv_type` are facts about the whole award from full-width files and award summaries
 *   (`lib/contracts/recorded.ts`), `null` if no file reports them; `facts_as_of` is the retrieval day of the newest of these
 *   files. A contract with 0 `actions` comes from an award summary alone: it is not in any total or list of actions.
 *   `description` is that of the latest action; `purpose` that of the award itself (modification 0), else of the largest
 *   action that is about work, else the latest. The columns `option_…` are read from the words of descriptions
 *   (`lib/contracts/option-ends.ts`): `option_ends` is an estimate.
 * - `actions`: `search` is the lower-case text that searches read; names of other tables are searched there. `missing`: the
 *   newest retrieval of its agency and fiscal year, which `cells` names, lacks the action. `action_kind` is what the action did
 *   (`lib/contracts/kinds.ts`).
 * - `subawards`: subcontracts as the prime contractors reported them, one row for each report, from the earliest signature.
 *   They are not in any total of obligations. `name` is the subcontractor as recorded, `company` groups it as recipients are grouped;
 *   `repeats` is the number of an earlier report with the same contract, subcontract number, name and amount. `award_cents` is
 *   what the file has as obligated on the prime award of `award_key` through its action of `award_day`.
 * - `agreements`: IDVs from award summaries. Their figures are never added up.
 * - `brands`: `rule` is a `BrandRule` as JSON. `mentions`: the actions of other companies whose descriptions match the rule;
 *   `left_out`: those that have the words of a brand without matching its rule.
 * - `facilities`: `rule` is a `FacilityRule` as JSON. `place_mentions`: the actions whose descriptions name a facility;
 *   `state_mentions`: those that name one in a state, each once. `places` of actions and contracts are the names of the
 *   facilities, of a contract those that any of its actions names.
 * - `words`: the number of contracts with each word in their descriptions, if more than one (`lib/contracts/shared-words.ts`);
 *   the empty word has the number of contracts that were counted.
 * - `changes`: the differences that each snapshot found from the one before, newest last. `action` is an id of `actions` if
 *   positive, of `gone` if negative, `null` for a change of a whole agency and year.
 * - `gone`: actions of earlier snapshots that the newest retrieval lacks. `vanished`: enough retrievals in a row lack the
 *   action; `retrievals` is how many do, since `lacking_since`, and `lacking` names the last; `seen` is the day of the last
 *   retrieval with it; `twin` is the same action in `actions` if it is still there. Its ids are those of this snapshot, `null`
 *   if its tables lack the name.
 */
export const schema = `
create table companies (id integer primary key, slug varchar not null unique, name varchar not null);
create table recipients (id integer primary key, name varchar, company integer not null, relation varchar not null, basis varchar not null,
  uei varchar, reviewed varchar, note varchar, owned_since varchar, owned_from date, owned_basis varchar);
create table former_slugs (slug varchar primary key, company integer not null);
create table lookalikes (company integer not null, other integer, note varchar not null);
create table agencies (id integer primary key, code varchar not null, name varchar, label varchar not null);
create table offices (id integer primary key, code varchar not null unique, name varchar not null, basis varchar);
create table categories (id integer primary key, slug varchar not null unique, name varchar not null);
create table products (id integer primary key, code varchar, description varchar, category integer not null);
create table industries (id integer primary key, code varchar, description varchar);
create table parents (id integer primary key, vehicle varchar, agency varchar, vehicle_label varchar, agency_label varchar,
  kind varchar, program varchar, basis varchar);
create table contracts (
  id integer not null, key varchar not null, award_key varchar, piid varchar not null,
  company integer not null, recipient integer not null, agency integer not null, office integer not null,
  category integer not null, product integer, industry integer, parent integer, description varchar, purpose varchar,
  in_records_cents bigint not null, actions integer not null, base_included boolean not null,
  first_action date, last_action date,
  type varchar, uei varchar, parent_uei varchar, parent_name varchar,
  obligated_cents bigint, outlayed_cents bigint, current_value_cents bigint, potential_value_cents bigint,
  signed date, start date, current_end date, potential_end date, ordering_end date,
  funding_agency varchar, funding_office varchar, funding_office_name varchar,
  place_city varchar, place_state varchar, place_country varchar,
  competition varchar, competition_name varchar, competition_reason varchar, offers integer,
  pricing varchar, pricing_name varchar, set_aside varchar, set_aside_name varchar,
  base_description varchar, idv_type varchar, facts_as_of date,
  parent_award varchar, parent_award_agency varchar, places varchar,
  option_does varchar, option_words varchar, option_signed date, option_length varchar, option_ends date);
create table actions (
  id integer not null, contract integer not null, award_key varchar, piid varchar not null,
  modification varchar not null, modification_order varchar not null, action_date date not null,
  amount_cents bigint not null, agency integer not null, agency_code varchar not null, company integer not null, recipient integer not null,
  office integer not null, awarding_office varchar, awarding_office_name varchar, category integer not null, product integer, industry integer, parent integer,
  type varchar, action_type varchar, transaction_key varchar, missing boolean not null, fiscal_year smallint not null, calendar_year smallint not null, month integer not null,
  description varchar, search varchar not null, action_kind varchar, places varchar);
create table agreements (
  id integer not null, key varchar not null, piid varchar not null, agency varchar not null, recipient varchar, uei varchar, idv_type varchar,
  obligated_cents bigint, current_value_cents bigint, potential_value_cents bigint,
  signed date, start date, current_end date, ordering_end date, base_description varchar, facts_as_of date);
create table subawards (
  id integer not null, contract integer not null, company integer not null, relation varchar not null, basis varchar not null,
  name varchar not null, uei varchar, parent_uei varchar, parent_name varchar,
  number varchar, description varchar, signed date not null, amount_cents bigint not null,
  report_id varchar not null, report_year smallint, report_month smallint, modified date, repeats varchar,
  award_key varchar, award_cents bigint, award_day date, file varchar not null, retrieved date);
create table cells (agency varchar not null, fiscal_year smallint not null, file varchar not null, hash varchar not null, retrieved date, proven boolean not null);
create table brands (id integer primary key, slug varchar not null unique, name varchar not null, owner integer not null, rule varchar not null);
create table mentions (brand integer not null, action integer not null);
create table facilities (id integer primary key, slug varchar not null unique, name varchar not null, state varchar, rule varchar not null);
create table place_mentions (facility integer not null, action integer not null);
create table state_mentions (state varchar not null, action integer not null);
create table words (word varchar not null, contracts integer not null);
create table left_out (brand integer not null, action integer not null);
create table rejects (file varchar not null, line integer not null, "column" varchar not null, value varchar not null,
  reason varchar not null, row varchar not null);
create table meta (name varchar primary key, value varchar not null);
create table changes (
  seq integer not null, id varchar not null, kind varchar not null, snapshot varchar not null, published varchar not null, noticed date not null,
  agency varchar not null, fiscal_year smallint, contract_key varchar, piid varchar, modification varchar, action integer,
  recipient varchar, signed date, before varchar, after varchar, amount_cents bigint, amount_before_cents bigint,
  late boolean not null, administrative boolean not null);
create table gone (
  id integer not null, twin integer, vanished boolean not null, seen date, lacking varchar, lacking_since date, retrievals integer,
  contract integer, contract_key varchar not null, award_key varchar, piid varchar not null,
  modification varchar not null, modification_order varchar not null, action_date date not null,
  amount_cents bigint not null, agency integer, agency_code varchar not null, company integer, recipient integer,
  office integer, category integer, product integer, industry integer, parent integer,
  type varchar, action_type varchar, transaction_key varchar, fiscal_year smallint not null, calendar_year smallint not null, month integer not null,
  description varchar, search varchar not null, action_kind varchar,
  company_slug varchar, recipient_name varchar, office_code varchar, category_slug varchar, product_code varchar, product_name varchar,
  industry_code varchar, industry_name varchar, vehicle varchar, vehicle_agency varchar, brands varchar[], places varchar[]);
`;

/**
 * The version of the tables. Adding a table or a nullable column does not raise it: older snapshots are read as if the fact
 * were not reported. Any other change does, and `older-tables.ts` reads the versions before it. Version 1 has money in dollars.
 */
export const schemaVersion = 2;
/** The oldest version that this program reads. */
const oldestReadable = 1;
/** Older manifests have a hash of the schema instead of a version; this one is version 1. */
const hashOfVersion1 = "d753eb822d70";

/** The version of the tables in a manifest. */
export interface SchemaMark {
  schema?: number;
  writtenBy?: string;
}

/** Whether this program can read a snapshot with this manifest. */
export function isReadable({ schema: stated, writtenBy }: SchemaMark): boolean {
  const version = stated ?? (writtenBy === hashOfVersion1 ? 1 : 0);
  return version >= oldestReadable && version <= schemaVersion;
}
