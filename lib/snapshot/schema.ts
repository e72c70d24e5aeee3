/**
 * The tables of a snapshot file. The ids of every explaining table follow the order of its shown name
 * (case-insensitive), so sorting by a name is sorting by a number. Money is DECIMAL(18,2) in dollars. `search` is
 * what a search reads of the action itself, in lower case; names and words of the explaining tables are searched there.
 * A recipient of which it is known since when it has belonged to its company says so in `owned_since`, as a day, month or year, and
 * in `owned_from` as the first day of it.
 * A brand's `rule` is its `BrandRule` as JSON; it has a mention in every action whose description matches the rule and
 * whose company is not the brand's owner; `left_out` are the actions of other companies that have the words of a brand without
 * matching its rule.
 * A contract whose `actions` are 0 is known from an award summary alone: it is in no sum and no list of actions. What full-width files
 * and award summaries say of a contract stands in the columns from `type` to `idv_type` (see `lib/contracts/recorded.ts`), `null` where no
 * file says it; `facts_as_of` is the day on which the newest of these files was retrieved. `agreements` are ordering agreements (IDVs) that
 * award summaries describe; their figures are never added up. `missing` marks an action that the newest retrieval of its agency and
 * fiscal year lacks, and `cells` names that retrieval.
 * `changes` says what each snapshot so far found changed, newest last; `action` is the number of the action that an entry is of, in
 * `actions` above 0 and in `gone` below, `null` where it is of a whole agency and year. `gone` are actions that an earlier snapshot held
 * and the newest retrieval lacks: `vanished` once enough retrievals in a row lack them, waiting for these until then. Its numbers are those of
 * this snapshot's explaining tables, `null` where nothing else here has the name; `twin` is the same action in `actions`, where that keeps it
 * for now; `seen` is the day of the last retrieval that held it, `retrievals` how many since then did not, `lacking_since` the day of the first of
 * these, and `lacking` names the last.
 * `words` says in how many contracts each word of the descriptions occurs, where it is more than one (see `lib/contracts/shared-words.ts`), and
 * under the empty word how many contracts were counted.
 * Actions and contracts lie in the order of their ids, so they need no index; to build one would take a third of the
 * time that writing the rows takes.
 */
export const schema = `
create table companies (id integer primary key, slug varchar not null unique, name varchar not null);
create table recipients (id integer primary key, name varchar, company integer not null, relation varchar not null, basis varchar not null,
  uei varchar, reviewed varchar, note varchar, owned_since varchar, owned_from date, owned_basis varchar);
create table former_slugs (slug varchar primary key, company integer not null);
create table lookalikes (company integer not null, other integer, note varchar not null);
create table agencies (id integer primary key, code varchar not null, name varchar, label varchar not null);
create table offices (id integer primary key, code varchar not null unique, name varchar not null);
create table categories (id integer primary key, slug varchar not null unique, name varchar not null);
create table products (id integer primary key, code varchar, description varchar, category integer not null);
create table industries (id integer primary key, code varchar, description varchar);
create table parents (id integer primary key, vehicle varchar, agency varchar, vehicle_label varchar, agency_label varchar,
  kind varchar, program varchar, basis varchar);
create table contracts (
  id integer not null, key varchar not null, award_key varchar, piid varchar not null,
  company integer not null, recipient integer not null, agency integer not null, office integer not null,
  category integer not null, product integer, industry integer, parent integer, description varchar,
  in_records decimal(18,2) not null, actions integer not null, base_included boolean not null,
  first_action date, last_action date,
  type varchar, uei varchar, parent_uei varchar, parent_name varchar,
  obligated decimal(18,2), outlayed decimal(18,2), current_value decimal(18,2), potential_value decimal(18,2),
  signed date, start date, current_end date, potential_end date, ordering_end date,
  funding_agency varchar, funding_office varchar, funding_office_name varchar,
  place_city varchar, place_state varchar, place_country varchar,
  competition varchar, competition_name varchar, competition_reason varchar, offers integer,
  pricing varchar, pricing_name varchar, set_aside varchar, set_aside_name varchar,
  base_description varchar, idv_type varchar, facts_as_of date,
  parent_award varchar, parent_award_agency varchar);
create table actions (
  id integer not null, contract integer not null, award_key varchar, piid varchar not null,
  modification varchar not null, modification_order varchar not null, action_date date not null,
  amount decimal(18,2) not null, agency integer not null, agency_code varchar not null, company integer not null, recipient integer not null,
  office integer not null, awarding_office varchar, awarding_office_name varchar, category integer not null, product integer, industry integer, parent integer,
  type varchar, action_type varchar, transaction_key varchar, missing boolean not null, fiscal_year smallint not null, calendar_year smallint not null, month integer not null,
  description varchar, search varchar not null);
create table agreements (
  id integer not null, key varchar not null, piid varchar not null, agency varchar not null, recipient varchar, uei varchar, idv_type varchar,
  obligated decimal(18,2), current_value decimal(18,2), potential_value decimal(18,2),
  signed date, start date, current_end date, ordering_end date, base_description varchar, facts_as_of date);
create table cells (agency varchar not null, fiscal_year smallint not null, file varchar not null, hash varchar not null, retrieved date, proven boolean not null);
create table brands (id integer primary key, slug varchar not null unique, name varchar not null, owner integer not null, rule varchar not null);
create table mentions (brand integer not null, action integer not null);
create table words (word varchar not null, contracts integer not null);
create table left_out (brand integer not null, action integer not null);
create table rejects (file varchar not null, line integer not null, "column" varchar not null, value varchar not null,
  reason varchar not null, row varchar not null);
create table meta (name varchar primary key, value varchar not null);
create table changes (
  seq integer not null, id varchar not null, kind varchar not null, snapshot varchar not null, published varchar not null, noticed date not null,
  agency varchar not null, fiscal_year smallint, contract_key varchar, piid varchar, modification varchar, action integer,
  recipient varchar, signed date, before varchar, after varchar, amount decimal(18,2), amount_before decimal(18,2),
  late boolean not null, administrative boolean not null);
create table gone (
  id integer not null, twin integer, vanished boolean not null, seen date, lacking varchar, lacking_since date, retrievals integer,
  contract integer, contract_key varchar not null, award_key varchar, piid varchar not null,
  modification varchar not null, modification_order varchar not null, action_date date not null,
  amount decimal(18,2) not null, agency integer, agency_code varchar not null, company integer, recipient integer,
  office integer, category integer, product integer, industry integer, parent integer,
  type varchar, action_type varchar, transaction_key varchar, fiscal_year smallint not null, calendar_year smallint not null, month integer not null,
  description varchar, search varchar not null,
  company_slug varchar, recipient_name varchar, office_code varchar, category_slug varchar, product_code varchar, product_name varchar,
  industry_code varchar, industry_name varchar, vehicle varchar, vehicle_agency varchar, brands varchar[]);
`;

/**
 * The version of the tables. A column that may be null, or a table, is added without raising it: a snapshot of before is
 * read as if the fact had not been reported. Any other change makes another version.
 */
export const schemaVersion = 1;
/** The oldest version of the tables that this program reads. */
const oldestReadable = 1;
/** Before versions had numbers, a manifest named its tables by a hash; this one is of version 1. */
const hashOfVersion1 = "d753eb822d70";

/** What a manifest says of the tables of its file. */
export interface SchemaMark {
  schema?: number;
  writtenBy?: string;
}

/** Whether this program reads the tables of a snapshot with this manifest. */
export function isReadable({ schema: stated, writtenBy }: SchemaMark): boolean {
  const version = stated ?? (writtenBy === hashOfVersion1 ? 1 : 0);
  return version >= oldestReadable && version <= schemaVersion;
}
