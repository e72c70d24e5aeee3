import "server-only";
import { createHash } from "node:crypto";
import { type DuckDBConnection, INTEGER, VARCHAR } from "@duckdb/node-api";
import { changeKinds, lateAfterDays } from "@/lib/contracts/changes";
import type { Day } from "@/lib/contracts/days";
import { normalizeName } from "@/lib/identity/names";
import { actionFacts, before } from "@/lib/import/6-compare/views";
import { appendRows } from "@/lib/import/append";
import { dollarText } from "@/lib/import/sql";

/** The new snapshot, and the one to compare it with. */
export interface ComparedSnapshots {
  id: string;
  /** The file of the previous snapshot; `null` if there is none. */
  previous: string | null;
  /**
   * Whether that is an earlier retrieval of the data folder. It has the latest years only, so that earlier ones are left
   * out, and its changes count as published on the day of the retrieval that has them.
   */
  isHistory?: boolean;
  /** When the new one was built, ISO time in UTC. */
  built: string;
  /** The newest day of retrieval among its files; `null` if none states one. */
  retrieved: Day | null;
}

/** A fiscal year that is new within its first days, this many, has begun; later, it was added to the records afterwards. */
const rolloverDays = 92;

/** Writes `found`, the changes from the previous snapshot to the new one. */
export async function findChanges(connection: DuckDBConnection, built: string) {
  await writeSpellings(connection);
  await connection.run(`create or replace temp table compared as
    select n.*, ${actionFacts.map((name) => `o.${name} as was_${name}`).join(", ")},
      o.recipient_name <> n.recipient_name as renamed, o.description <> n.description as described,
      coalesce(o.product_name <> n.product_name or o.industry_name <> n.industry_name
        or o.product_code <> n.product_code or o.industry_code <> n.industry_code, false) as classified
    from (from pairs where differ) p join older_all o on o.id = p.older join newer_facts n on n.id = p.newer
    where not n.missing and (o.amount_cents <> n.amount_cents or o.action_date <> n.action_date or renamed or described or classified)`);
  await connection.run(`create or replace temp table fresh as
    with loaded as (
      select newer_cells.* from newer_cells
        left join (select agency_code, max(fiscal_year) as year from older_cells group by all) known using (agency_code)
      where not exists (from older_cells o where o.agency_code = newer_cells.agency_code and o.fiscal_year = newer_cells.fiscal_year)
        and not coalesce(newer_cells.fiscal_year = known.year + 1
          and coalesce(newer_cells.retrieved, newer_cells.last_day) <= make_date(newer_cells.fiscal_year - 1, 10, 1) + ${rolloverDays}, false)),
      known as (
        select newer as key from same_contract
        union
        select contract_key from newer_facts where id in (select newer from pairs))
    select n.*, loaded.agency_code is not null as is_loaded, known.key is null and regexp_full_match(modification, '0+')
        and row_number() over (partition by contract_key order by not regexp_full_match(modification, '0+'), n.id) = 1 as is_contract
    from newer_facts n left join loaded using (agency_code, fiscal_year) left join known on known.key = contract_key
    where n.id not in (select newer from pairs)`);
  const ends = (["current_end", "potential_end"] as const).map(
    (
      name,
    ) => `select '${name === "current_end" ? "end" : name}' as kind, n.* exclude (recipient_name, amount_cents), n.recipient_name, null::bigint as amount_cents,
        strftime(was.${name}, '%Y-%m-%d') as before, strftime(c.${name}, '%Y-%m-%d') as after, c.facts_as_of as noticed
      from (select newer, min_by(older, older <> newer) as older from same_contract group by newer) s
        join ${before}.contracts was on was.key = s.older join contracts c on c.key = s.newer and c.${name} <> was.${name}
        join newer_facts n on n.id = (select max(id) from actions a where a.contract = c.id)`,
  );
  const of = "agency_code as agency, contract_key, piid, modification, id as action, fiscal_year as cell";
  await connection.run(`create or replace temp table found as
    with entries as (
      select case when is_contract then 'new_contract' else 'new_action' end as kind, ${of}, recipient_name as recipient, action_date as signed,
        null::varchar as before, null::varchar as after, amount_cents, null::bigint as amount_before_cents, not is_contract and amount_cents = 0 as administrative,
        concat_ws(' ', action_date, ${dollarText("amount_cents")}) as basis, null::date as noticed
      from fresh where not is_loaded
      union all by name
      select 'amount' as kind, ${of}, recipient_name as recipient, action_date as signed, ${dollarText("was_amount_cents")} as before, ${dollarText("amount_cents")} as after,
        amount_cents, was_amount_cents as amount_before_cents, false as administrative from compared where amount_cents <> was_amount_cents
      union all by name
      select 'date' as kind, ${of}, recipient_name as recipient, action_date as signed, was_action_date::varchar as before, action_date::varchar as after,
        amount_cents, false as administrative from compared where action_date <> was_action_date
      union all by name
      select case when spelled.older is null then 'recipient' else 'spelling' end as kind, ${of}, recipient_name as recipient, action_date as signed,
        was_recipient_name as before, recipient_name as after, amount_cents, spelled.older is not null as administrative
      from compared left join spelled on spelled.older = was_recipient_name and spelled.newer = recipient_name where renamed
      union all by name
      select 'description' as kind, ${of}, recipient_name as recipient, action_date as signed, was_description as before, description as after, amount_cents,
        ${plain("description")} = ${plain("was_description")} as administrative from compared where described
      union all by name
      select 'classification' as kind, ${of}, recipient_name as recipient, action_date as signed, ${classified("was_")} as before, ${classified("")} as after,
        amount_cents, true as administrative from compared where classified
      ${ends.map((end) => `union all by name select kind, ${of}, recipient_name as recipient, before, after, false as administrative, noticed from (${end})`).join("\n")}
      union all by name
      select 'vanished' as kind, g.agency_code as agency, g.contract_key, g.piid, g.modification, coalesce(g.twin, g.id) as action, g.fiscal_year as cell,
        g.recipient_name as recipient, g.action_date as signed, g.seen::varchar as before, g.amount_cents, g.amount_cents = 0 as administrative,
        concat_ws(' ', g.action_date, ${dollarText("g.amount_cents")}) as basis
      from absent x join gone g using (id) where g.vanished and not x.was_vanished
      union all by name
      select 'incomplete' as kind, agency_code as agency, fiscal_year as cell, (max(lost) + max(held))::varchar as before, max(lost)::varchar as after,
        false as administrative, max(label) as basis
      from absent where is_source and not exists (from changes c
          where c.kind = 'incomplete' and c.agency = absent.agency_code and c.fiscal_year = absent.fiscal_year)
        group by agency_code, fiscal_year
      union all by name
      select 'loaded' as kind, agency_code as agency, fiscal_year as cell, count(*)::varchar as after, false as administrative, '' as basis
      from fresh where is_loaded group by agency_code, fiscal_year)
    select (row_number() over (order by day, list_position(${kinds}, kind) desc, abs(amount_cents), agency, piid, modification, before, after, action))::integer as place, *
    from (
      select e.* exclude (noticed, cell), case when action is null then cell end as fiscal_year,
        coalesce(e.noticed, cells.retrieved, date '${built.slice(0, 10)}') as day,
        kind in ('new_contract', 'new_action') and coalesce(signed < coalesce(cells.retrieved, date '${built.slice(0, 10)}') - ${lateAfterDays}, false) as late,
        concat_ws(chr(31), kind, e.agency, piid, modification, coalesce(basis, concat_ws(chr(31), before, after)), case when action is null then cell end) as identity
      from entries e left join newer_cells cells on cells.agency_code = e.agency and cells.fiscal_year = e.cell)`);
}

const kinds = `[${changeKinds.map((kind) => `'${kind}'`).join(", ")}]`;

/** A text in lower case with single spaces. */
const plain = (name: string) => `lower(regexp_replace(trim(${name}), '\\s+', ' ', 'g'))`;

/** Product or service and industry, with codes and names. */
const classified = (prefix: string) =>
  `concat_ws('; ', ${["product", "industry"].map((name) => `nullif(concat_ws(' ', ${prefix}${name}_code, ${prefix}${name}_name), '')`).join(", ")})`;

/** Writes `spelled`, the recipient names that differ in spelling only. */
async function writeSpellings(connection: DuckDBConnection) {
  const read = await connection.runAndReadAll(`select distinct o.recipient_name, n.recipient_name
    from (from pairs where differ) p join older_all o on o.id = p.older join newer_facts n on n.id = p.newer where o.recipient_name <> n.recipient_name`);
  const names = read.getRows() as [string, string][];
  await connection.run("create or replace temp table spelled (older varchar, newer varchar)");
  const alike = names.filter(([older, newer]) => normalizeName(older) === normalizeName(newer));
  await appendRows(connection, "spelled", [VARCHAR, VARCHAR], alike, "temp");
}

/** Appends `found` to `changes`. The id of a change is made of its content, so that feeds and links stay valid. */
export async function writeEntries(
  connection: DuckDBConnection,
  { id, built, isHistory }: ComparedSnapshots,
) {
  const [existing, found] = [
    await connection.runAndReadAll("select id, seq from changes"),
    await connection.runAndReadAll("select place, identity from found order by place"),
  ];
  const ids = new Set(existing.getRows().map(([name]) => String(name)));
  const last = Math.max(0, ...existing.getRows().map(([, seq]) => Number(seq)));
  const named = found.getRows().map(([place, identity]): [number, string] => {
    // The same fact can change twice in the same way.
    let occurrence = 1;
    let name = uuidOf(`${identity}`);
    while (ids.has(name)) name = uuidOf(`${identity}\n${++occurrence}`);
    ids.add(name);
    return [Number(place), name];
  });
  await connection.run("create or replace temp table named (place integer, id varchar)");
  await appendRows(connection, "named", [INTEGER, VARCHAR], named, "temp");
  await connection.run(
    `insert into changes by name
    select $last::integer + place as seq, named.id, kind, $snapshot as snapshot, ${isHistory ? "day::varchar || 'T00:00:00.000Z'" : "$built"} as published, day as noticed, agency, fiscal_year,
      contract_key, piid, modification, action, recipient, signed, before, after, amount_cents, amount_before_cents, late, administrative
    from found join named using (place) order by seq`,
    { last, snapshot: id, ...(isHistory ? {} : { built }) },
  );
}

/** A version 8 UUID made of the hash of a text. */
function uuidOf(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  const variant = "89ab"[Number.parseInt(hex[16] ?? "0", 16) % 4];
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
