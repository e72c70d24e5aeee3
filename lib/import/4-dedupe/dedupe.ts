import "server-only";
import type { DuckDBConnection } from "@duckdb/node-api";
import { recordedColumn } from "@/lib/contracts/recorded";
import { awardFacts, kinds } from "@/lib/import/3-stage/stage";
import { isGone } from "@/lib/import/withdrawn";

/** Rows of one file that gave way to a newer file's, and in how many of them each column differs. */
export interface Superseded {
  file: number;
  by: number;
  rows: number;
  differences: Record<string, number>;
}

/** Actions of one file that newer retrievals of their agency and fiscal year lack. */
export interface Absent {
  file: number;
  /** The newer retrievals that lack them, oldest first. */
  by: number[];
  actions: number;
}

export interface Settled {
  /** By file: rows equal in every column to one that is kept. */
  duplicates: Map<number, number>;
  superseded: Superseded[];
  /** By file: rows that describe an award which a newer file describes too. */
  described: Map<number, number>;
  /** Kept for now: the newer retrievals that lack them are too few, or too near in time, to say that they are gone. */
  missing: Absent[];
  /** Not actions any more: enough newer retrievals in a row lack them, or one that was proved whole. */
  withdrawn: Absent[];
  /** By file: for each agency and fiscal year it has actions of, the newer files that cover it, and whether what all of them lack is gone. */
  coveredBy: Map<number, { files: number[]; showsGone: boolean }[]>;
}

/** Every recorded column of an action; two rows that agree in all of them are one. */
const recorded =
  "key, piid, modification, day, cents, agency, recipient, product, industry, office, description, unmasked, transaction_key, action_type";

/** What is said to differ between two rows of one action: facts that both report. */
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

/** A product's and an industry's number stands for code and description; files that give no code differ in nothing. */
const wordsOf = (row: string, column: string) =>
  column === "product" || column === "industry"
    ? `(select nullif(description, '') from staged_words where kind = '${column}' and id = ${row}.${column})`
    : `${row}.${column}`;

/** Whether covering files, grouped, say that what all of them lack is gone. A file imported under two names is one retrieval. */
const showsGone = `(coalesce(bool_or(proven), false) or ${isGone("count(distinct hash)", "max(retrieved) - min(retrieved)")})`;

/** The share of what older files hold of an agency and fiscal year that makes a newer file a retrieval of it. */
const coveringShare = 0.8;

/**
 * Decides which staged rows are actions, and of which contract. Leaves in `contract_ids` the contracts by the order of
 * their keys, in `placed` one row for each action with its contract, in `described` the contract of each row, in
 * `missing` the actions that the newest retrieval lacks, and in `retrievals` the newest retrieval of each agency and
 * fiscal year. Files are numbered from the oldest, so the larger number wins.
 */
export async function settle(connection: DuckDBConnection): Promise<Settled> {
  await connection.run(`create temp table cell_files as
    select code, fiscal_year, file from (select distinct agency, day, file from staged)
      join staged_agency on staged_agency.id = agency, lateral (select year(date '1970-01-01' + day)
        + (month(date '1970-01-01' + day) >= 10)::integer as fiscal_year) group by all
    union select code, fiscal_year, file from proven_years`);
  const duplicates = await dropDuplicates(connection);
  await placeInContracts(connection);
  const superseded = await dropSuperseded(connection);
  const absent = await dropWithdrawn(connection);
  await correctDescribed(connection);
  await fillIn(connection);
  const described = await settleDescribed(connection, duplicates);
  return { duplicates, superseded, described, ...absent };
}

async function dropDuplicates(connection: DuckDBConnection): Promise<Map<number, number>> {
  // Two hashes make 128 bits: rows that share both are equal.
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

async function placeInContracts(connection: DuckDBConnection) {
  await connection.run(`create temp view named as
    select agency, piid, key, parent from staged
    union all select agency, piid, key, parent from described where kind = ${kinds.award}`);
  await connection.run(`create temp table loose as
    with unkeyed as (select distinct code, piid from named join staged_agency on agency = staged_agency.id where key is null),
      keyed as (
        select code, piid, min(key) as key from named join staged_agency on agency = staged_agency.id
        where key is not null and piid in (select piid from unkeyed)
        group by code, piid having count(distinct key) = 1)
    select code, piid, coalesce(key, code || '-' || piid) as contract_key from unkeyed left join keyed using (code, piid)`);
  // Two plain joins instead of one on a condition, which would compare every row with every other.
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

async function dropSuperseded(connection: DuckDBConnection): Promise<Superseded[]> {
  // Where one file repeats the pair with other facts, or has other transaction keys, the pair alone names no action.
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
      `coalesce(sum((${wordsOf("older", column)} <> ${wordsOf("newer", column)})::integer), 0)::integer`,
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

/** A transaction key names one action even where its modification or its contract is written in another way. */
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

/**
 * A file covers an agency and fiscal year when it holds most of what older files have of it, or was proved whole. What
 * a newer covering file lacks may be noise of its paging and stays, until enough of them lack it.
 */
async function dropWithdrawn(
  connection: DuckDBConnection,
): Promise<Pick<Settled, "missing" | "withdrawn" | "coveredBy">> {
  await connection.run(`create temp table cells_of as
    select placed.r, code, (year(date '1970-01-01' + day) + (month(date '1970-01-01' + day) >= 10)::integer) as fiscal_year, placed.file
    from placed join staged on staged.rowid = placed.r join staged_agency on staged_agency.id = staged.agency
      semi join (select code, fiscal_year from cell_files group by all having count(*) > 1) contested
        on contested.code = staged_agency.code
          and contested.fiscal_year = year(date '1970-01-01' + day) + (month(date '1970-01-01' + day) >= 10)::integer`);
  await connection.run(`create temp table held as
    with winners as (select r, r as winner from cells_of union all select r, winner from given_way semi join cells_of on cells_of.r = winner),
      holding as (select winner, file from winners join staged on staged.rowid = winners.r
        union all select winner, dropped.file from winners join dropped on dropped.keeper = winners.r)
    select distinct winner as r, file from holding`);
  await connection.run(`create temp table covering as
    with firsts as (select cells_of.r, code, fiscal_year, min(held.file) as first from cells_of join held on held.r = cells_of.r group by all),
      counted as (select cell_files.code, cell_files.fiscal_year, cell_files.file,
        count(*) filter (first < cell_files.file) as old, count(*) filter (first < cell_files.file and held.r is not null) as kept
        from cell_files join firsts using (code, fiscal_year) left join held on held.r = firsts.r and held.file = cell_files.file group by all)
    select code, fiscal_year, counted.file, hash, retrieved, proven from counted join files using (file)
    where proven or (old > 0 and kept >= ${coveringShare} * old)`);
  await connection.run(`create temp table absent as
    select r, lasts.file, list(covering.file order by covering.file) as newer, ${showsGone} as is_gone
    from (select cells_of.r, cells_of.file, code, fiscal_year, max(held.file) as last
      from cells_of join held on held.r = cells_of.r group by all) lasts
      join covering on covering.code = lasts.code and covering.fiscal_year = lasts.fiscal_year and covering.file > last
    group by all`);
  await connection.run(`create temp table retrievals as
    select code, fiscal_year, coalesce(max(covering.file), min(cell_files.file)) as file
    from cell_files left join covering using (code, fiscal_year) group by all`);
  const read = async (condition: string): Promise<Absent[]> => {
    const rows = await connection.runAndReadAll(
      `select file, newer::varchar, count(*)::integer from absent where ${condition} group by all order by all`,
    );
    return rows.getRows().map(([file, by, actions]) => ({
      file: file as number,
      by: JSON.parse(by as string) as number[],
      actions: actions as number,
    }));
  };
  const [missing, withdrawn] = [await read("not is_gone"), await read("is_gone")];
  const newer = await connection.runAndReadAll(`
    select cell_files.file, coalesce(list(covering.file) filter (covering.file is not null), [])::varchar, ${showsGone}
    from cell_files left join covering on covering.code = cell_files.code and covering.fiscal_year = cell_files.fiscal_year
      and covering.file > cell_files.file
    group by cell_files.code, cell_files.fiscal_year, cell_files.file`);
  const coveredBy: Settled["coveredBy"] = new Map();
  for (const [file, by, enough] of newer.getRows() as [number, string, boolean][])
    coveredBy.set(file, [...(coveredBy.get(file) ?? []), { files: JSON.parse(by), showsGone: enough }]);
  await connection.run("delete from placed where r in (select r from absent where is_gone)");
  await connection.run("create temp table missing as select r from absent where not is_gone");
  await connection.run("create temp table withdrawn as select r from absent where is_gone");
  for (const name of ["cells_of", "held", "covering", "absent"]) await connection.run(`drop table ${name}`);
  return { missing, withdrawn, coveredBy };
}

/** What an action's rows say of its award goes with it where it is withdrawn, and to its day where that was corrected. */
async function correctDescribed(connection: DuckDBConnection) {
  await connection.run(`delete from described using (
      select file, line from staged where rowid in (
        select r from withdrawn union all select given_way.r from given_way semi join withdrawn on withdrawn.r = winner)
      union all
      select file, line from dropped where keeper in (
        select r from withdrawn union all select given_way.r from given_way semi join withdrawn on withdrawn.r = winner)) gone
    where kind = ${kinds.action} and described.file = gone.file and described.line = gone.line`);
  await connection.run(`update described set day = moved.day from (
      select older.file, older.line, newer.day from given_way
        join staged older on older.rowid = r join staged newer on newer.rowid = winner where older.day <> newer.day) moved
    where kind = ${kinds.action} and described.file = moved.file and described.line = moved.line`);
  await connection.run("drop table withdrawn");
  await connection.run("drop table dropped");
}

/** What the newest row of an action does not report, an older one may. */
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

/** Counts the rows of award summaries that another row repeats or a newer file's replaces; their facts stay. */
async function settleDescribed(
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
        from rows join described on described.rowid = r where kind <> ${kinds.action}),
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
