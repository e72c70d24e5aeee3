import "server-only";
import type { DuckDBConnection } from "@duckdb/node-api";
import { writeKinds } from "@/lib/import/5-finish/kinds";
import { actionFacts, before } from "@/lib/import/6-compare/views";
import { isWithdrawn } from "@/lib/import/sql";

/**
 * If at least so many actions of an agency and fiscal year, and more than remain, are missing at once, a file is missing: the
 * actions are not withdrawn.
 */
const minimumLoss = 20;

/** Writes `absent`: the previous actions that the newest retrieval of their agency and fiscal year lacks, or whose agency and year is not in the new snapshot. */
export async function findAbsent(connection: DuckDBConnection) {
  await connection.run(`create or replace temp table absent as
    with lost as (
      select -row_number() over (order by o.agency_code, o.piid, o.modification_order, o.id)::integer as id, o.id as older, p.newer as twin, o.agency_code, o.fiscal_year, o.vanished as was_vanished, o.lacking, o.lacking_since, o.retrievals,
        coalesce(o.seen, older_cells.retrieved) as seen, nullif(newer_cells.held, 0) as held, newer_cells.label, newer_cells.retrieved, newer_cells.proven
      from older_all o
        left join pairs p on p.older = o.id left join newer_facts n on n.id = p.newer
        left join older_cells on older_cells.agency_code = o.agency_code and older_cells.fiscal_year = o.fiscal_year
        left join newer_cells on newer_cells.agency_code = o.agency_code and newer_cells.fiscal_year = o.fiscal_year
      where p.newer is null or n.missing),
    counted as (
      select *, count(*) filter (not was_vanished) over (partition by agency_code, fiscal_year) as lost from lost),
    sources as (select *, held is not null and lost >= ${minimumLoss} and lost > held as is_source from counted),
    updated as (
      select * exclude (retrievals, lacking, lacking_since), held is not null and not is_source and lacking is distinct from label as lacks_anew,
        retrievals + lacks_anew::integer as retrievals, case when lacks_anew then label else lacking end as lacking,
        case when lacks_anew and retrievals = 0 then retrieved else lacking_since end as lacking_since
      from (select * replace (coalesce(retrievals, 0) as retrievals) from sources))
    select *, was_vanished or (lacks_anew and (proven or ${isWithdrawn("retrievals", "retrieved - lacking_since")})) as vanished from updated`);
}

/** Writes absent actions to `gone`, with ids of the new snapshot, and the new id of each previous action to `placed`. */
export async function writeGone(connection: DuckDBConnection) {
  await connection.run(`insert into gone by name
    with named as (
      select action, list(slug order by slug) as slugs from ${before}.mentions m join ${before}.brands b on b.id = m.brand
      where action in (select older from absent) group by action),
    placed_in as (
      select action, list(slug order by slug) as slugs from ${before}.place_mentions m join ${before}.facilities f on f.id = m.facility
      where action in (select older from absent) group by action)
    select x.id, x.twin, x.vanished, x.seen, x.lacking, x.lacking_since, x.retrievals,
      c.id as contract, ${actionFacts.map((name) => (name === "contract_key" ? "coalesce(s.newer, o.contract_key) as contract_key" : `o.${name}`)).join(", ")},
      (select min(id) from agencies where code = o.agency_code) as agency,
      coalesce(r.company, (select id from companies where slug = o.company_slug)) as company, r.id as recipient,
      (select id from offices where code = o.office_code) as office,
      (select id from categories where slug = o.category_slug) as category,
      (select min(id) from products where description is not distinct from o.product_name and (code is null or o.product_code is null or code = o.product_code)) as product,
      (select min(id) from industries where description is not distinct from o.industry_name and (code is null or o.industry_code is null or code = o.industry_code)) as industry,
      (select min(id) from parents p where p.vehicle = o.vehicle and p.agency is not distinct from o.vehicle_agency) as parent,
      year(o.action_date) as calendar_year, year(o.action_date) * 100 + month(o.action_date) as month,
      lower(concat_ws(chr(31), o.description, o.piid)) as search, coalesce(o.brands, named.slugs) as brands,
      coalesce(o.places, placed_in.slugs) as places
    from absent x join older_all o on o.id = x.older
      left join same_contract s on s.older = o.contract_key left join contracts c on c.key = coalesce(s.newer, o.contract_key)
      left join (select name, min(id) as id, min(company) as company from recipients group by name) r on r.name = o.recipient_name
      left join named on named.action = o.id left join placed_in on placed_in.action = o.id`);
  await writeKinds(
    connection,
    "select id, action_type, modification, description, sign(amount_cents)::integer from gone",
  );
  await connection.run("update gone set action_kind = kind from kinds where kinds.id = gone.id");
  await connection.run(`create or replace temp table placed as
    select older, newer as action from pairs
    union all
    select older, id from absent where twin is null`);
}

/** Copies the changes of the previous snapshot, without actions that are back and years that are complete again. */
export async function carryChanges(connection: DuckDBConnection) {
  await connection.run(`insert into changes by name
    select c.* replace (p.action as action, coalesce(n.contract_key, c.contract_key) as contract_key)
    from ${before}.changes c
      left join placed p on p.older = c.action left join newer_facts n on n.id = p.action
    where case c.kind when 'vanished' then c.action in (select older from absent)
      when 'incomplete' then exists (from absent x where x.is_source and x.agency_code = c.agency and x.fiscal_year = c.fiscal_year)
      else true end`);
}
