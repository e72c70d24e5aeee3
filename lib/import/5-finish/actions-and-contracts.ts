import { type ActionKind, actionKindCode } from "@/lib/contracts/kinds";
import { type RecordedName, recordedColumn } from "@/lib/contracts/recorded";
import { awardFacts } from "@/lib/import/3-stage/stage";

/** The award facts that are staged as numbers of the table `texts`. */
const textColumns = awardFacts.filter((name) => recordedColumn(name).repeats);

/**
 * Numbers the actions so that the largest id of a contract is its latest action: by day, then modification, then any
 * difference. It sorts numbers only, so that the wide rows are moved once and written by both cores.
 */
export const numberActions = `
create temp table numbered as
select placed.r, contract, (row_number() over (order by contract, staged.day, texts.place, staged.cents,
  hash(staged.description), recipient.id, product.id, industry.id, agency.id, placed.file, placed.line))::integer as id
from placed
  join staged on staged.rowid = placed.r
  join modification_texts texts on texts.id = placed.modification
  join final_agency agency on agency.staged = staged.agency
  join final_recipient recipient on recipient.staged = staged.recipient
  left join final_product product on product.staged = staged.product
  left join final_industry industry on industry.staged = staged.industry`;

/** The value of an award fact in the tables of a snapshot, from the gathered numbers `f`. */
const factValue = (name: RecordedName): string => {
  const { kind, column, repeats } = recordedColumn(name);
  if (kind === "day") return `date '1970-01-01' + f."${column}"`;
  return repeats ? `t_${column}.text` : `f."${column}"`;
};
const factTexts = textColumns
  .map((name) => recordedColumn(name).column)
  .map((column) => `left join texts t_${column} on t_${column}.id = f."${column}"`)
  .join("\n  ");
const factColumns = awardFacts.map((name) => `"${recordedColumn(name).column}"`).join(", ");
const factValues = awardFacts.map(factValue).join(", ");

export const insertActions = `
insert into actions
select numbered.id, contract, staged.key, staged.piid, texts.text, texts.sorted, date '1970-01-01' + staged.day as action_date,
  cents, agency.id, agencies.code, recipient.extra, recipient.id, office.id,
  recorded_offices.code, recorded_offices.name,
  coalesce(product.extra, getvariable('unreported_category')), product.id, industry.id, parent.id,
  award_type.text, action_type.text, transaction_key, missing.r is not null,
  year(action_date) + (month(action_date) >= 10)::integer, year(action_date), year(action_date) * 100 + month(action_date),
  description, lower(concat_ws(chr(31), description, staged.piid)), kinds.kind, null
from numbered
  join staged on staged.rowid = numbered.r
  join contract_ids on contract_ids.id = contract
  join modification_texts texts on texts.id = staged.modification
  join final_agency agency on agency.staged = staged.agency
  join agencies on agencies.id = agency.id
  join final_recipient recipient on recipient.staged = staged.recipient
  join final_office office on office.staged = coalesce(staged.office, prefix)
  left join recorded_offices on recorded_offices.id = staged.office
  left join missing on missing.r = numbered.r
  left join kinds on kinds.id = numbered.id
  left join award_facts using (contract)
  left join texts award_type on award_type.id = award_facts.type
  left join texts action_type on action_type.id = staged.action_type
  left join final_product product on product.staged = staged.product
  left join final_industry industry on industry.staged = staged.industry
  left join final_parent parent on parent.staged = contract_ids.parent
order by numbered.id`;

/** Kinds of actions whose descriptions are about the contract's money, end or papers, and not about its work. */
const kindsWithoutWork: ActionKind[] = [
  "terminated",
  "partly terminated",
  "cancelled",
  "closed out",
  "stopped",
  "resumed",
  "administrative",
  "money taken back",
  "no money",
];
const isAboutWork = `description is not null and action_kind not in (${kindsWithoutWork.map((kind) => `'${actionKindCode(kind)}'`).join(", ")})
  and not regexp_matches(description, '\\b(RE-?ALIGN|DE-?OBLIGAT|CLOSE-? ?OUT)', 'i')`;

export const insertContracts = `
insert into contracts (id, key, award_key, piid, company, recipient, agency, office, category, product, industry, parent, description, purpose,
  in_records_cents, actions, base_included, first_action, last_action, option_does, option_words, option_signed, option_length, option_ends, facts_as_of, ${factColumns})
select contract_ids.id, contract_ids.contract_key, contract_ids.award_key, latest.piid, latest.company, latest.recipient, latest.agency,
  latest.office, latest.category, latest.product, latest.industry, latest.parent, latest.description,
  coalesce(sums.base_description, sums.work, latest.description),
  sums.in_records_cents, sums.actions, sums.base_included, sums.first_action, sums.last_action, o.does, o.words, o.signed::date, o.length,
  -- a recorded end wins over an estimate
  case when f."${recordedColumn("period_of_performance_current_end_date").column}" is null then o.ends::date end, f.facts_as_of, ${factValues}
from (
  select contract, max(id) as latest, sum(amount_cents)::bigint as in_records_cents, count(*)::integer as actions,
    bool_or(ltrim(modification, '0') = '') as base_included, min(action_date) as first_action, max(action_date) as last_action,
    arg_min(description, id) filter (ltrim(modification, '0') = '' and description is not null) as base_description,
    arg_max(description, (amount_cents, id)) filter (${isAboutWork}) as work
  from actions group by contract
) sums
join actions latest on latest.id = sums.latest
join contract_ids on contract_ids.id = sums.contract
left join contract_options o on o.contract = sums.contract
left join award_facts f on f.contract = sums.contract
  ${factTexts}
order by contract_ids.id`;

/** Contracts that only award summaries describe, without any action. */
export const insertDescribedContracts = `
insert into contracts (id, key, award_key, piid, company, recipient, agency, office, category, product, industry, parent, description, purpose,
  in_records_cents, actions, base_included, facts_as_of, ${factColumns})
select contract_ids.id, contract_ids.contract_key, contract_ids.award_key, f.piid, recipient.extra, recipient.id, agency.id,
  office.id, coalesce(product.extra, getvariable('unreported_category')), product.id, industry.id, parent.id, f.base_description, f.base_description,
  0, 0, false, f.facts_as_of, ${factValues}
from award_facts f
join contract_ids on contract_ids.id = f.contract
join final_agency agency on agency.staged = f.agency
join final_recipient recipient on recipient.staged = f.recipient
join final_office office on office.staged = f.office
left join final_product product on product.staged = f.product
left join final_industry industry on industry.staged = f.industry
left join final_parent parent on parent.staged = contract_ids.parent
  ${factTexts}
where f.contract not in (select id from contracts)
order by contract_ids.id`;

export const insertAgreements = `
insert into agreements
select (row_number() over (order by agreement))::integer, agreement, f.piid, staged_agency.code, recipient_names.text, t_uei.text, t_idv_type.text,
  ${["total_dollars_obligated", "current_total_value_of_award", "potential_total_value_of_award"].map((name) => factValue(name as RecordedName)).join(", ")},
  ${["award_base_action_date", "period_of_performance_start_date", "period_of_performance_current_end_date", "ordering_period_end_date"].map((name) => factValue(name as RecordedName)).join(", ")},
  f.base_description, f.facts_as_of
from agreement_facts f
join staged_agency on staged_agency.id = f.agency
left join recipient_names on recipient_names.id = f.recipient
  ${factTexts}
order by agreement`;

const dayOf = (column: string) => `date '1970-01-01' + reports.${column}`;

export const insertSubawards = `
insert into subawards
select (row_number() over (order by reports.signed, report_year, report_month, report_id))::integer, contract, company, relation, basis,
  reports.name, reports.uei, reports.parent_uei, parent_name, number, description, ${dayOf("signed")}, amount_cents,
  report_id, report_year, report_month, ${dayOf("modified")}, repeats, award_key, award_cents, ${dayOf("award_day")}, files.name, date '1970-01-01' + retrieved
from reports join files using (file) join subcontractors s on s.name = reports.name
  and s.uei is not distinct from reports.uei and s.parent_uei is not distinct from reports.parent_uei
order by 1`;

export const insertCells = `
insert into cells
select code, fiscal_year, name, hash, date '1970-01-01' + retrieved, proven from retrievals join files using (file) order by all`;
