import "server-only";
import { type DuckDBConnection, INTEGER, VARCHAR } from "@duckdb/node-api";
import { recordedColumn } from "@/lib/contracts/recorded";
import type { Dictionaries } from "@/lib/import/3-stage/dictionary";
import { awardFacts, kinds } from "@/lib/import/3-stage/stage";
import { type DroppedReports, dedupeReports } from "@/lib/import/4-dedupe/reports";
import { type Absent, type Coverage, correctDescribed, dropWithdrawn } from "@/lib/import/4-dedupe/withdraw";
import { appendRows } from "@/lib/import/append";
import { fiscalYearExpression } from "@/lib/import/sql";

/** Rows of one file that a newer file replaces, and in how many of them each column differs. */
interface Superseded {
  file: number;
  by: number;
  rows: number;
  differences: Record<string, number>;
}

/** What the dedupe step dropped. Files are numbered from the oldest retrieval. */
export interface Dropped {
  /** By file: rows that equal another row in every column. */
  duplicates: Map<number, number>;
  superseded: Superseded[];
  /** By file: rows about an award that a newer file describes too. */
  described: Map<number, number>;
  /** Actions that newer retrievals lack, too few or too close in time to withdraw them. */
  missing: Absent[];
  /** Actions that enough newer retrievals in a row lack, or one that is proven. */
  withdrawn: Absent[];
  coveredBy: Map<number, Coverage[]>;
  reports: DroppedReports;
}

/** All recorded columns of an action. Two rows that agree in all of them are duplicates. */
const recorded =
  "key, piid, modification, day, cents, agency, recipient, product, industry, office, description, unmasked, transaction_key, action_type";

/** The columns whose differences the report names if a newer row replaces an older one. */
const compared = {
  "award key": "key",
  date: "day",
  amount: "cents",
  agency: "agency",
  recipient: "recipient",
  "product or service": "product",
  industry: "industry",
  description: "description",
} as const;

/** Products and industries differ in their descriptions, since some files lack the codes. */
const comparedValue = (row: string, column: string) =>
  column === "product" || column === "industry"
    ? `(select nullif(description, '') from staged_words where kind = '${column}' and id = ${row}.${column})`
    : `${row}.${column}`;

/**
 * Decides which staged rows are actions, and of which contract. Files are numbered from the oldest retrieval, so that the
 * larger number wins. Writes these temporary tables:
 * `contract_ids`: the contracts, by key; `placed`: one row for each action, with its contract; `award_rows` and
 * `agreement_rows`: the rows of `described` with their contract or agreement; `reports`: the reports of subcontracts; `missing`: the actions that the newest
 * retrieval lacks; `retrievals`: the newest retrieval of each agency and fiscal year.
 */
export async function dedupe(connection: DuckDBConnection, dictionaries: Dictionaries): Promise<Dropped> {
  await writeDictionaries(connection, dictionaries);
  await connection.run(`create temp table cell_files as
    select code, fiscal_year, file from (select distinct agency, day, file from staged)
      join staged_agency on staged_agency.id = agency, lateral (select ${fiscalYearExpression("day")} as fiscal_year) group by all
    union select code, fiscal_year, file from proven_years`);
  await joinReports(connection);
  const duplicates = await dropDuplicates(connection);
  await placeInContracts(connection);
  const superseded = await dropSuperseded(connection);
  const absent = await dropWithdrawn(connection);
  await correctDescribed(connection);
  await fillIn(connection);
  const described = await countDescribed(connection, duplicates);
  return { duplicates, superseded, described, reports: await dedupeReports(connection), ...absent };
}

/** Writes the texts of the staged numbers that this step compares. */
async function writeDictionaries(connection: DuckDBConnection, dictionaries: Dictionaries): Promise<void> {
  await connection.run("create temp table staged_agency (id integer, code varchar)");
  await appendRows(
    connection,
    "staged_agency",
    [INTEGER, VARCHAR],
    dictionaries.agencies.values.map(([code], id) => [id, code]),
    "temp",
  );
  await connection.run("create temp table staged_words (kind varchar, id integer, description varchar)");
  const words = { product: dictionaries.products, industry: dictionaries.industries };
  await appendRows(
    connection,
    "staged_words",
    [VARCHAR, INTEGER, VARCHAR],
    Object.entries(words).flatMap(([kind, { values }]) => values.map(([, text], id) => [kind, id, text])),
    "temp",
  );
  await connection.run("set variable no_recipient = $id", { id: dictionaries.recipients.id("") });
}

/** Drops rows that equal another one, and keeps them in `dropped` with the row that stays. */
async function dropDuplicates(connection: DuckDBConnection): Promise<Map<number, number>> {
  // Two hashes are 128 bits: rows that share both are equal.
  await connection.run(`create temp table dropped as
    with hashed as (select rowid as r, file, line, hash(${recorded}) as one, hash('other', description, ${recorded}) as two from staged),
      repeated as (select one, two from hashed group by all having count(*) > 1)
    select r, file, line, keeper from (
      select r, file, line, row_number() over same as place, first_value(r) over same as keeper
      from hashed semi join repeated using (one, two) window same as (partition by one, two order by file desc, line))
    where place > 1`);
  const rows = await connection.runAndReadAll("select file, count(*)::integer from dropped group by file");
  await connection.run("delete from staged where rowid in (select r from dropped)");
  return new Map(rows.getRows().map(([file, count]) => [file as number, count as number]));
}

/**
 * Takes the key from the award of a report of a subcontract where actions of its PIID have none: the report then joins their
 * contract and moves no action to another contract or vehicle.
 */
async function joinReports(connection: DuckDBConnection) {
  await connection.run(`create temp table unkeyed as
    select code, piid from staged join staged_agency on staged_agency.id = agency group by all having count(key) = 0`);
  await connection.run(`update described set key = null, parent = null from staged_agency, unkeyed
    where kind = ${kinds.subaward} and staged_agency.id = described.agency
      and unkeyed.code = staged_agency.code and unkeyed.piid = described.piid`);
  await connection.run("drop table unkeyed");
}

/**
 * Assigns each row to its contract: by award key, else to the only keyed contract of its agency and PIID, else to a contract
 * without a key.
 */
async function placeInContracts(connection: DuckDBConnection) {
  await connection.run(`create temp view named as
    select agency, piid, key, parent from staged
    union all select agency, piid, key, parent from described where kind in (${kinds.award}, ${kinds.subaward})`);
  await connection.run(`create temp table loose as
    with unkeyed as (select distinct code, piid from named join staged_agency on agency = staged_agency.id where key is null),
      keyed as (
        select code, piid, min(key) as key from named join staged_agency on agency = staged_agency.id
        where key is not null and piid in (select piid from unkeyed)
        group by code, piid having count(distinct key) = 1)
    select code, piid, coalesce(key, code || '-' || piid) as contract_key from unkeyed left join keyed using (code, piid)`);
  // Two plain joins: one with an `or` would compare every row with every other.
  const keyOf = (table: string, columns: string) => `
    select ${columns}, key as award_key, key as contract_key from ${table} where key is not null
    union all
    select ${columns}, null, contract_key from ${table} join staged_agency on agency = staged_agency.id join loose using (code, piid)
    where key is null`;
  await connection.run(`create temp table contract_ids as
    select (row_number() over (order by contract_key))::integer as id, * from (
      select contract_key, max(award_key) as award_key,
        coalesce(max(parent) filter (award_key is not null), max(parent)) as parent
      from (${keyOf("named", "parent")}) group by contract_key)`);
  await connection.run(`create temp table placed as
    select r, file, line, modification, id as contract from (${keyOf("(select rowid as r, * from staged)", "r, file, line, modification")})
    join contract_ids using (contract_key)`);
  await connection.run(`create temp table award_rows as
    select r, id as contract from (${keyOf(`(select rowid as r, * from described where kind <> ${kinds.agreement})`, "r")})
    join contract_ids using (contract_key)`);
}

/** Drops all rows of an action but the one of the newest file, and remembers the winners in `given_way`. */
async function dropSuperseded(connection: DuckDBConnection): Promise<Superseded[]> {
  // Contract and modification identify an action, unless one file has the pair with different facts or transaction keys:
  // then the transaction key does, else the facts.
  await connection.run(`create temp table given_way as
    with pairs as (select contract, modification from placed group by all having count(*) > 1),
      rivals as (select placed.*, hash(day, cents, description) as form, transaction_key
        from placed semi join pairs using (contract, modification) join staged on staged.rowid = placed.r),
      counted as (select *, count(distinct form) over (partition by contract, modification, file) as forms,
        count(distinct transaction_key) over (partition by contract, modification) as keys,
        min(transaction_key) over (partition by contract, modification, form) as form_key from rivals),
      split as (select *, max(forms) over (partition by contract, modification) > 1 as several from counted),
      named as (select *, case when keys > 1 then coalesce(transaction_key, form_key, form::varchar)
        when several then form::varchar end as token from split)
    select r, winner from (
      select r, first_value(r) over same as winner, row_number() over same as place from named
      window same as (partition by contract, modification, token order by file desc, line))
    where place > 1`);
  await dropSameKeys(connection);
  const sums = Object.values(compared).map(
    (column) =>
      `coalesce(sum((${comparedValue("older", column)} <> ${comparedValue("newer", column)})::integer), 0)::integer`,
  );
  const rows =
    await connection.runAndReadAll(`select older.file, newer.file, count(*)::integer, ${sums.join(", ")}
    from given_way join staged older on older.rowid = r join staged newer on newer.rowid = winner group by all order by all`);
  await connection.run("delete from placed where r in (select r from given_way)");
  const names = Object.keys(compared);
  return rows.getRows().map(([file, by, count, ...differing]) => ({
    file: file as number,
    by: by as number,
    rows: count as number,
    differences: Object.fromEntries(names.map((name, index) => [name, differing[index] as number])),
  }));
}

/** Rows with one transaction key are one action, even if modification or contract are written differently. */
async function dropSameKeys(connection: DuckDBConnection) {
  await connection.run(`create temp table same_key as
    with left_over as (select r, staged.file, staged.line, transaction_key
        from placed anti join given_way using (r) join staged on staged.rowid = r where transaction_key is not null),
      repeated as (select hash(transaction_key) as hash from left_over group by all having count(*) > 1)
    select r, winner from (
      select r, first_value(r) over same as winner, row_number() over same as place
      from left_over semi join repeated on hash(transaction_key) = repeated.hash
      window same as (partition by transaction_key order by file desc, line))
    where place > 1`);
  await connection.run(
    "update given_way set winner = same_key.winner from same_key where given_way.winner = same_key.r",
  );
  await connection.run("insert into given_way from same_key");
  await connection.run("drop table same_key");
}

/** Fills what the newest row of an action does not report from older rows of the action. */
async function fillIn(connection: DuckDBConnection) {
  const columns = ["product", "industry", "office", "transaction_key", "action_type"];
  const reported: [column: string, reads: (row: string) => string][] = [
    ...columns.map((column): [string, (row: string) => string] => [column, (row) => `${row}.${column}`]),
    ["recipient", (row) => `nullif(${row}.recipient, getvariable('no_recipient'))`],
    ["description", (row) => `nullif(trim(${row}.description), '')`],
  ];
  await connection.run(`create temp table filled as
    select winner, ${reported.map(([column, reads]) => `arg_max(${reads("staged")}, (file, -line)) as ${column}`).join(", ")}
    from given_way join staged on staged.rowid = given_way.r
    where winner in (select rowid from staged where ${reported.map(([, reads]) => `${reads("staged")} is null`).join(" or ")})
    group by winner`);
  await connection.run(
    `update staged set ${reported
      .map(
        ([column, reads]) => `${column} = coalesce(${reads("staged")}, filled.${column}, staged.${column})`,
      )
      .join(", ")} from filled where filled.winner = staged.rowid`,
  );
  await connection.run("drop table filled");
  await connection.run("drop table given_way");
}

/** Counts the rows of award summaries that repeat another row or that a newer file replaces. Their facts stay. */
async function countDescribed(
  connection: DuckDBConnection,
  duplicates: Map<number, number>,
): Promise<Map<number, number>> {
  await connection.run(`create temp table agreement_rows as
    select described.rowid as r, coalesce(key, code || '-' || piid) as agreement from described
      join staged_agency on staged_agency.id = agency where kind = ${kinds.agreement}`);
  const facts = awardFacts.map((name) => `"${recordedColumn(name).column}"`).join(", ");
  const read = await connection.runAndReadAll(`
    with rows as (select r, contract::varchar as award from award_rows union all select r, agreement from agreement_rows),
      hashed as (select kind, award, modification, file, line, hash(key, piid, agency, recipient, product, industry, office, modification, day, ${facts}) as content
        from rows join described on described.rowid = r where kind in (${kinds.award}, ${kinds.agreement})),
      counted as (select *, row_number() over (partition by kind, award, content order by file desc, line) as copy from hashed),
      ranked as (select *, row_number() over (partition by kind, award, modification, copy > 1 order by file desc, line) as place from counted)
    select file, count(*) filter (copy > 1)::integer, count(*) filter (copy = 1 and place > 1)::integer from ranked group by file`);
  const superseded = new Map<number, number>();
  for (const [file, copies, older] of read.getRows() as [number, number, number][]) {
    if (copies > 0) duplicates.set(file, (duplicates.get(file) ?? 0) + copies);
    if (older > 0) superseded.set(file, older);
  }
  return superseded;
}
