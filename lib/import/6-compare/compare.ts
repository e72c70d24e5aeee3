import "server-only";
import { createHash } from "node:crypto";
import { type DuckDBConnection, INTEGER, VARCHAR } from "@duckdb/node-api";
import { changeKinds, lateAfterDays } from "@/lib/contracts/changes";
import type { Day } from "@/lib/contracts/days";
import { normaliseName } from "@/lib/identity/names";
import { appendRows } from "@/lib/import/append";
import { isWithdrawn } from "@/lib/import/sql";

/** What the build knows of the snapshot whose changes are recorded. */
export interface Compared {
  id: string;
  /** The path of the snapshot that was published before, `null` where there is none. */
  previous: string | null;
  /** When this one was built, ISO time in UTC. */
  built: string;
  /** The newest day of retrieval among its sources, `null` where none states one. */
  retrieved: Day | null;
}

/** The catalog under which the previous snapshot is attached. */
const before = "before";

/** Where more actions of a cell are absent at once than are left of it, and at least so many, its source is gone, not its records. */
const leastLost = 20;

/** How long into a fiscal year a year that is here for the first time may have begun, and not have been loaded late. */
const rolloverDays = 92;

/**
 * Fills `changes`, `gone` and the `changes` entry of `meta` in a new snapshot whose other tables are filled: what the
 * previous snapshot carried, and what differs between it and this one. An action is the same where its transaction key is,
 * else where contract and modification are; a contract is the same also where it gets its key or loses it.
 */
export async function recordChanges(connection: DuckDBConnection, compared: Compared): Promise<void> {
  const { previous } = compared;
  let since: Day | null = null;
  if (previous !== null) {
    await connection.run(`attach '${previous.replaceAll("'", "''")}' as ${before} (read_only)`);
    try {
      since = await compare(connection, compared);
    } finally {
      await connection.run(temporary.map((name) => `drop view if exists ${name}`).join(";"));
      await connection.run(`detach ${before}`);
    }
  }
  await appendRows(connection, "meta", [VARCHAR, VARCHAR], [["changes", JSON.stringify({ since })]]);
}

/** The views that read the previous snapshot. */
const temporary = ["older_all", "older_facts", "older_cells", "newer_facts", "newer_cells"];

async function compare(connection: DuckDBConnection, compared: Compared): Promise<Day | null> {
  const had = await columnsOf(connection, before);
  if (!needed.every((name) => had.has(name))) return null;
  const then = await infoOf(connection);
  await writeViews(connection, had, then.retrieved, compared.retrieved);
  await pairContracts(connection);
  await pairActions(connection);
  await findAbsent(connection);
  await writeGone(connection, had);
  await carry(connection, had);
  await findChanges(connection, had, compared.built);
  await writeEntries(connection, compared);
  return then.since ?? then.retrieved ?? then.built;
}

/** The least that a snapshot must hold to be compared with. */
const needed = [
  "actions.id",
  "actions.piid",
  "actions.modification",
  "actions.action_date",
  "actions.amount",
  "actions.agency_code",
  "actions.fiscal_year",
  "contracts.key",
];

async function columnsOf(connection: DuckDBConnection, catalog: string): Promise<Set<string>> {
  const read = await connection.runAndReadAll(
    "select table_name || '.' || column_name from duckdb_columns() where database_name = $catalog",
    { catalog },
  );
  return new Set(read.getRows().map(([name]) => String(name)));
}

/** What the previous snapshot says of itself: its days, and the one since when it carries changes. */
async function infoOf(
  connection: DuckDBConnection,
): Promise<{ retrieved: Day | null; built: Day; since: Day | null }> {
  const read = await connection.runAndReadAll(
    `select name, value from ${before}.meta where name in ('info', 'changes')`,
  );
  const meta = new Map(read.getRows().map(([name, value]) => [name, JSON.parse(String(value))]));
  const { retrieved = null, built = "" } = meta.get("info") ?? {};
  return { retrieved, built: String(built).slice(0, 10), since: meta.get("changes")?.since ?? null };
}

/** What is kept of an action that is gone, under the names of `gone`. */
const facts = [
  "contract_key",
  "award_key",
  "piid",
  "modification",
  "modification_order",
  "action_date",
  "amount",
  "agency_code",
  "fiscal_year",
  "type",
  "action_type",
  "transaction_key",
  "description",
  "company_slug",
  "recipient_name",
  "office_code",
  "category_slug",
  "product_code",
  "product_name",
  "industry_code",
  "industry_name",
  "vehicle",
  "vehicle_agency",
];

/** Every action with its facts as text; what the snapshot has no column for is `null`. */
function factsOf(catalog: string, has: (name: string) => boolean): string {
  const own = (name: string, type: string) =>
    `${has(`actions.${name}`) ? `a.${name}` : `null::${type}`} as ${name}`;
  const explained = (table: string, pointer: string, fields: Record<string, string>) =>
    Object.entries(fields).map(([field, name]) => ({
      value: `${has(`${table}.${field}`) ? `${table}.${field}` : "null::varchar"} as ${name}`,
      join: has(`${table}.id`) ? `left join ${catalog}${table} on ${table}.id = a.${pointer}` : "",
    }));
  const explaining = [
    ...explained("companies", "company", { slug: "company_slug" }),
    ...explained("recipients", "recipient", { name: "recipient_name" }),
    ...explained("offices", "office", { code: "office_code" }),
    ...explained("categories", "category", { slug: "category_slug" }),
    ...explained("products", "product", { code: "product_code", description: "product_name" }),
    ...explained("industries", "industry", { code: "industry_code", description: "industry_name" }),
    ...explained("parents", "parent", { vehicle: "vehicle", agency: "vehicle_agency" }),
  ];
  return `select a.id, contracts.key as contract_key, a.piid, a.modification, a.modification_order, a.action_date, a.amount,
      a.agency_code, a.fiscal_year, ${["award_key", "type", "action_type", "transaction_key", "description"].map((name) => own(name, "varchar")).join(", ")},
      ${has("actions.missing") ? "a.missing" : "false"} as missing, ${explaining.map(({ value }) => value).join(", ")}
    from ${catalog}actions a join ${catalog}contracts on contracts.id = a.contract
      ${[...new Set(explaining.map(({ join }) => join))].join("\n")}`;
}

/** Agencies and fiscal years: how many actions each holds, and a name and the day of its newest retrieval. */
function cellsOf(
  catalog: string,
  facts: string,
  { hasCells, hasProven }: { hasCells: boolean; hasProven: boolean },
  retrieved: Day | null,
): string {
  const day = retrieved === null ? "null::date" : `date '${retrieved}'`;
  const known = hasCells
    ? `(select agency, fiscal_year, max_by(hash, coalesce(retrieved, date '0001-01-01')) as hash, max(retrieved) as retrieved,
          ${hasProven ? "max_by(proven, coalesce(retrieved, date '0001-01-01'))" : "false"} as proven from ${catalog}cells group by all)`
    : "(select null::varchar as agency, null::smallint as fiscal_year, null::varchar as hash, null::date as retrieved, false as proven)";
  return `select held.*, coalesce(proven, false) as proven, coalesce(hash, 'retrieved ${retrieved ?? ""}') as label, coalesce(known.retrieved, ${day}) as retrieved
    from (select agency_code, fiscal_year, count(*) filter (not missing) as held, max(action_date) as last_day from ${facts} group by all) held
      left join ${known} known on known.agency = held.agency_code and known.fiscal_year = held.fiscal_year`;
}

async function writeViews(
  connection: DuckDBConnection,
  had: Set<string>,
  retrievedThen: Day | null,
  retrievedNow: Day | null,
) {
  const hadGone = had.has("gone.id");
  const hadRetrievals = had.has("gone.retrievals");
  const views = {
    older_facts: factsOf(`${before}.`, (name) => had.has(name)),
    older_cells: cellsOf(
      `${before}.`,
      "older_facts",
      { hasCells: had.has("cells.hash"), hasProven: had.has("cells.proven") },
      retrievedThen,
    ),
    newer_facts: factsOf("", () => true),
    newer_cells: cellsOf("", "newer_facts", { hasCells: true, hasProven: true }, retrievedNow),
    // An action that was missing already when nothing was written of it has been looked for once.
    older_all: `select f.* exclude (missing), ${hadGone ? "coalesce(g.vanished, false)" : "false"} as vanished,
        ${hadGone ? "g.seen" : "null::date"} as seen, case when f.missing then coalesce(${hadGone ? "g.lacking" : "null"}, c.label) end as lacking,
        case when not f.missing then null ${hadRetrievals ? "when g.lacking is not null then g.lacking_since" : ""} ${hadGone ? "when g.lacking is not null then null" : ""} else c.retrieved end as lacking_since,
        case when not f.missing then 0 else greatest(${hadRetrievals ? "coalesce(g.retrievals, 0)" : "0"}, 1) end as retrievals,
        null::varchar[] as brands, f.missing as absent
      from older_facts f left join older_cells c using (agency_code, fiscal_year)
        ${hadGone ? `left join ${before}.gone g on g.twin = f.id` : ""}
      ${
        hadGone
          ? `union all by name select id, ${facts.join(", ")}, vanished, seen, lacking,
          ${hadRetrievals ? "lacking_since, retrievals" : "null::date as lacking_since, (lacking is not null)::integer as retrievals"}, brands, true as absent from ${before}.gone where twin is null`
          : ""
      }`,
  };
  for (const [name, text] of Object.entries(views))
    await connection.run(`create temp view ${name} as ${text}`);
}

/** The contracts that are the same, `older` and `newer` keys: by key, else an unkeyed one and the only one of its agency and PIID. */
async function pairContracts(connection: DuckDBConnection) {
  const contracts = (rows: string) =>
    `(select *, count(*) over (partition by agency_code, piid) = 1 as only, key = agency_code || '-' || piid as unkeyed
      from (select contract_key as key, min(agency_code) as agency_code, min(piid) as piid from ${rows} group by contract_key))`;
  await connection.run(`create or replace temp table same_contract as
    with older as ${contracts("older_all")}, newer as ${contracts("newer_facts")}
    select key as older, key as newer from older semi join newer using (key)
    union all
    select older.key, newer.key from (from older anti join newer using (key)) older join newer using (agency_code, piid)
      where older.unkeyed and newer.only or newer.unkeyed and older.only`);
}

/** What two rows of one contract and modification must agree in to be one action, from the surest on. */
const likeness = [
  ["day", "amount", "text", "name"],
  ["day", "amount", "text"],
  ["day", "amount"],
  ["amount", "text"],
  ["day", "text"],
  ["amount"],
  ["text"],
  ["day"],
  [],
];

/**
 * Fills `pairs` with the actions that are the same, `older` and `newer` numbers, each once, and whether
 * anything that is compared differs. Texts are compared by their
 * hashes: of a million actions, two that differ share one once in some ten million comparisons.
 */
async function pairActions(connection: DuckDBConnection) {
  const keys = (rows: string, contract: string, absent: string) => `
    select r.id, hash(${contract}, modification) as numbered, hash(agency_code, piid, modification) as named,
      case when transaction_key is not null then hash(transaction_key) end as transaction, action_date as day, amount,
      hash(description) as text, hash(recipient_name) as name,
      hash(product_code, product_name, industry_code, industry_name) as classified, ${absent} as absent from ${rows} r`;
  await connection.run(`create or replace temp table older as
    ${keys("older_all", "coalesce(s.newer, r.contract_key)", "absent")} left join same_contract s on s.older = r.contract_key`);
  await connection.run(
    `create or replace temp table newer as ${keys("newer_facts", "r.contract_key", "missing")}`,
  );
  await connection.run("create or replace temp table pairs (older integer, newer integer, differ boolean)");
  const stages = [
    ["transaction"],
    ...likeness.map((alike) => ["numbered", ...alike]),
    // The key of a contract may change beyond what its agency and PIID say.
    ["named", "day", "amount"],
  ];
  for (const stage of stages) {
    const placed = (table: string) =>
      `(select *, row_number() over (partition by ${stage.join(", ")} order by absent, day, amount, text, name, id) as place
        from ${table} where ${stage[0]} is not null)`;
    await connection.run(`insert into pairs
      select o.id, n.id, o.amount <> n.amount or o.day <> n.day or o.text <> n.text or o.name <> n.name or o.classified <> n.classified
      from ${placed("older")} o join ${placed("newer")} n
      using (${[...stage, "place"].join(", ")})`);
    await connection.run("delete from older where id in (select older from pairs)");
    await connection.run("delete from newer where id in (select newer from pairs)");
  }
}

/** Fills `absent`: the actions of before that the newest retrieval of their cell lacks, or whose cell is not here. */
async function findAbsent(connection: DuckDBConnection) {
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
    sources as (select *, held is not null and lost >= ${leastLost} and lost > held as is_source from counted),
    updated as (
      select * exclude (retrievals, lacking, lacking_since), held is not null and not is_source and lacking is distinct from label as lacks_anew,
        retrievals + lacks_anew::integer as retrievals, case when lacks_anew then label else lacking end as lacking,
        case when lacks_anew and retrievals = 0 then retrieved else lacking_since end as lacking_since
      from (select * replace (coalesce(retrievals, 0) as retrievals) from sources))
    select *, was_vanished or (lacks_anew and (proven or ${isWithdrawn("retrievals", "retrieved - lacking_since")})) as vanished from updated`);
}

/** Writes what is absent into `gone`, with the numbers of this snapshot, and into `placed` where each older action stands now. */
async function writeGone(connection: DuckDBConnection, had: Set<string>) {
  const named = had.has("mentions.action") && had.has("brands.slug");
  await connection.run(`insert into gone by name
    with named as (${
      named
        ? `select action, list(slug order by slug) as slugs from ${before}.mentions m join ${before}.brands b on b.id = m.brand
          where action in (select older from absent) group by action`
        : "select null::integer as action, null::varchar[] as slugs"
    })
    select x.id, x.twin, x.vanished, x.seen, x.lacking, x.lacking_since, x.retrievals,
      c.id as contract, ${facts.map((name) => (name === "contract_key" ? "coalesce(s.newer, o.contract_key) as contract_key" : `o.${name}`)).join(", ")},
      (select min(id) from agencies where code = o.agency_code) as agency,
      coalesce(r.company, (select id from companies where slug = o.company_slug)) as company, r.id as recipient,
      (select id from offices where code = o.office_code) as office,
      (select id from categories where slug = o.category_slug) as category,
      (select min(id) from products where description is not distinct from o.product_name and (code is null or o.product_code is null or code = o.product_code)) as product,
      (select min(id) from industries where description is not distinct from o.industry_name and (code is null or o.industry_code is null or code = o.industry_code)) as industry,
      (select min(id) from parents p where p.vehicle = o.vehicle and p.agency is not distinct from o.vehicle_agency) as parent,
      year(o.action_date) as calendar_year, year(o.action_date) * 100 + month(o.action_date) as month,
      lower(concat_ws(chr(31), o.description, o.piid)) as search, coalesce(o.brands, named.slugs) as brands
    from absent x join older_all o on o.id = x.older
      left join same_contract s on s.older = o.contract_key left join contracts c on c.key = coalesce(s.newer, o.contract_key)
      left join (select name, min(id) as id, min(company) as company from recipients group by name) r on r.name = o.recipient_name
      left join named on named.action = o.id`);
  await connection.run(`create or replace temp table placed as
    select older, newer as action from pairs
    union all
    select older, id from absent where twin is null`);
}

/** Takes over what the previous snapshot lists, but for what had vanished and is back, and what was incomplete and no longer is. */
async function carry(connection: DuckDBConnection, had: Set<string>) {
  if (!had.has("changes.id")) return;
  await connection.run(`insert into changes by name
    select c.* replace (p.action as action, coalesce(n.contract_key, c.contract_key) as contract_key)
    from ${before}.changes c
      left join placed p on p.older = c.action left join newer_facts n on n.id = p.action
    where case c.kind when 'vanished' then c.action in (select older from absent)
      when 'incomplete' then exists (from absent x where x.is_source and x.agency_code = c.agency and x.fiscal_year = c.fiscal_year)
      else true end`);
}

/** Fills `found` with the entries of this snapshot. */
async function findChanges(connection: DuckDBConnection, had: Set<string>, built: string) {
  await writeSpellings(connection);
  await connection.run(`create or replace temp table compared as
    select n.*, ${facts.map((name) => `o.${name} as was_${name}`).join(", ")},
      o.recipient_name <> n.recipient_name as renamed, o.description <> n.description as described,
      coalesce(o.product_name <> n.product_name or o.industry_name <> n.industry_name
        or o.product_code <> n.product_code or o.industry_code <> n.industry_code, false) as classified
    from (from pairs where differ) p join older_all o on o.id = p.older join newer_facts n on n.id = p.newer
    where not n.missing and (o.amount <> n.amount or o.action_date <> n.action_date or renamed or described or classified)`);
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
  const ends = (["current_end", "potential_end"] as const)
    .filter((name) => had.has(`contracts.${name}`))
    .map(
      (
        name,
      ) => `select '${name === "current_end" ? "end" : name}' as kind, n.* exclude (recipient_name, amount), n.recipient_name, null::decimal(18,2) as amount,
        strftime(was.${name}, '%Y-%m-%d') as before, strftime(c.${name}, '%Y-%m-%d') as after, c.facts_as_of as noticed
      from (select newer, min_by(older, older <> newer) as older from same_contract group by newer) s
        join ${before}.contracts was on was.key = s.older join contracts c on c.key = s.newer and c.${name} <> was.${name}
        join newer_facts n on n.id = (select max(id) from actions a where a.contract = c.id)`,
    );
  const of = "agency_code as agency, contract_key, piid, modification, id as action, fiscal_year as cell";
  await connection.run(`create or replace temp table found as
    with entries as (
      select case when is_contract then 'new_contract' else 'new_action' end as kind, ${of}, recipient_name as recipient, action_date as signed,
        null::varchar as before, null::varchar as after, amount, null::decimal(18,2) as amount_before, not is_contract and amount = 0 as administrative,
        concat_ws(' ', action_date, amount) as basis, null::date as noticed
      from fresh where not is_loaded
      union all by name
      select 'amount' as kind, ${of}, recipient_name as recipient, action_date as signed, was_amount::varchar as before, amount::varchar as after,
        amount, was_amount as amount_before, false as administrative from compared where amount <> was_amount
      union all by name
      select 'date' as kind, ${of}, recipient_name as recipient, action_date as signed, was_action_date::varchar as before, action_date::varchar as after,
        amount, false as administrative from compared where action_date <> was_action_date
      union all by name
      select case when spelled.older is null then 'recipient' else 'spelling' end as kind, ${of}, recipient_name as recipient, action_date as signed,
        was_recipient_name as before, recipient_name as after, amount, spelled.older is not null as administrative
      from compared left join spelled on spelled.older = was_recipient_name and spelled.newer = recipient_name where renamed
      union all by name
      select 'description' as kind, ${of}, recipient_name as recipient, action_date as signed, was_description as before, description as after, amount,
        ${plain("description")} = ${plain("was_description")} as administrative from compared where described
      union all by name
      select 'classification' as kind, ${of}, recipient_name as recipient, action_date as signed, ${classified("was_")} as before, ${classified("")} as after,
        amount, true as administrative from compared where classified
      ${ends.map((end) => `union all by name select kind, ${of}, recipient_name as recipient, before, after, false as administrative, noticed from (${end})`).join("\n")}
      union all by name
      select 'vanished' as kind, g.agency_code as agency, g.contract_key, g.piid, g.modification, coalesce(g.twin, g.id) as action, g.fiscal_year as cell,
        g.recipient_name as recipient, g.action_date as signed, g.seen::varchar as before, g.amount, g.amount = 0 as administrative,
        concat_ws(' ', g.action_date, g.amount) as basis
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
    select (row_number() over (order by day, list_position(${kinds}, kind) desc, abs(amount), agency, piid, modification, before, after, action))::integer as place, *
    from (
      select e.* exclude (noticed, cell), case when action is null then cell end as fiscal_year,
        coalesce(e.noticed, cells.retrieved, date '${built.slice(0, 10)}') as day,
        kind in ('new_contract', 'new_action') and coalesce(signed < coalesce(cells.retrieved, date '${built.slice(0, 10)}') - ${lateAfterDays}, false) as late,
        concat_ws(chr(31), kind, e.agency, piid, modification, coalesce(basis, concat_ws(chr(31), before, after)), case when action is null then cell end) as identity
      from entries e left join newer_cells cells on cells.agency_code = e.agency and cells.fiscal_year = e.cell)`);
}

const kinds = `[${changeKinds.map((kind) => `'${kind}'`).join(", ")}]`;

/** A text without what only its layout says. */
const plain = (name: string) => `lower(regexp_replace(trim(${name}), '\\s+', ' ', 'g'))`;

/** Product or service and industry, codes and names. */
const classified = (prefix: string) =>
  `concat_ws('; ', ${["product", "industry"].map((name) => `nullif(concat_ws(' ', ${prefix}${name}_code, ${prefix}${name}_name), '')`).join(", ")})`;

/** Fills `spelled` with the names of recipients that changed in their spelling only. */
async function writeSpellings(connection: DuckDBConnection) {
  const read = await connection.runAndReadAll(`select distinct o.recipient_name, n.recipient_name
    from (from pairs where differ) p join older_all o on o.id = p.older join newer_facts n on n.id = p.newer where o.recipient_name <> n.recipient_name`);
  const names = read.getRows() as [string, string][];
  await connection.run("create or replace temp table spelled (older varchar, newer varchar)");
  const alike = names.filter(([older, newer]) => normaliseName(older) === normaliseName(newer));
  await appendRows(connection, "spelled", [VARCHAR, VARCHAR], alike, "temp");
}

/** Writes `found` into `changes`, behind what is there. */
async function writeEntries(connection: DuckDBConnection, { id, built }: Compared) {
  const [known, found] = [
    await connection.runAndReadAll("select id, seq from changes"),
    await connection.runAndReadAll("select place, identity from found order by place"),
  ];
  const ids = new Set(known.getRows().map(([name]) => String(name)));
  const last = Math.max(0, ...known.getRows().map(([, seq]) => Number(seq)));
  const named = found.getRows().map(([place, identity]): [number, string] => {
    // The same fact can change to and fro; its second entry is another one.
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
    select $last::integer + place as seq, named.id, kind, $snapshot as snapshot, $built as published, day as noticed, agency, fiscal_year,
      contract_key, piid, modification, action, recipient, signed, before, after, amount, amount_before, late, administrative
    from found join named using (place) order by seq`,
    { last, snapshot: id, built },
  );
}

/** A UUID of version 8 made from a text. */
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
