import "server-only";
import type { DuckDBConnection } from "@duckdb/node-api";

/** Rows of one file that gave way to a newer file's, and in how many of them each column differs. */
export interface Superseded {
  file: number;
  by: number;
  rows: number;
  differences: Record<string, number>;
}

export interface Settled {
  /** By file: rows equal in every column to one that is kept. */
  duplicates: Map<number, number>;
  superseded: Superseded[];
}

/** Every recorded column; two rows that agree in all of them are one. */
const recorded =
  "key, piid, modification, day, cents, agency, recipient, product, industry, description, unmasked";

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

/**
 * Decides which staged rows are actions, and of which contract. Leaves in `staged` one row for each action, in
 * `contract_ids` the contracts by the order of their keys, and in `placed` the contract of each row.
 * Files are numbered from the oldest, so the larger number wins.
 */
export async function settle(connection: DuckDBConnection): Promise<Settled> {
  const duplicates = await dropDuplicates(connection);
  await placeInContracts(connection);
  const superseded = await dropSuperseded(connection);
  return { duplicates, superseded };
}

async function dropDuplicates(connection: DuckDBConnection): Promise<Map<number, number>> {
  // Two hashes make 128 bits: rows that share both are equal.
  await connection.run(`create temp table dropped as
    with hashed as (select rowid as r, file, line, hash(${recorded}) as one, hash('other', description, ${recorded}) as two from staged),
      repeated as (select one, two from hashed group by all having count(*) > 1)
    select r, file from (
      select r, file, row_number() over (partition by one, two order by file desc, line) as place
      from hashed semi join repeated using (one, two))
    where place > 1`);
  const rows = await connection.runAndReadAll("select file, count(*)::integer from dropped group by file");
  await connection.run("delete from staged where rowid in (select r from dropped)");
  await connection.run("drop table dropped");
  return new Map(rows.getRows().map(([file, count]) => [file as number, count as number]));
}

async function placeInContracts(connection: DuckDBConnection) {
  await connection.run(`create temp table loose as
    with unkeyed as (
        select staged.rowid as r, code, piid from staged join staged_agency on agency = staged_agency.id where key is null),
      keyed as (
        select code, piid, min(key) as key from staged join staged_agency on agency = staged_agency.id
        where key is not null and piid in (select piid from unkeyed)
        group by code, piid having count(distinct key) = 1)
    select r, coalesce(key, code || '-' || piid) as contract_key from unkeyed left join keyed using (code, piid)`);
  // Two plain joins instead of one on a condition, which would compare every row with every other.
  await connection.run(`create temp view keyed as
    select rowid as r, file, line, modification, parent, key as award_key, key as contract_key
    from staged where key is not null
    union all
    select r, file, line, modification, parent, null, contract_key from loose join staged on staged.rowid = r`);
  await connection.run(`create temp table contract_ids as
    select (row_number() over (order by contract_key))::integer as id, * from (
      select contract_key, max(award_key) as award_key, max(parent) as parent from keyed group by contract_key)`);
  await connection.run(`create temp table placed as
    select r, file, line, modification, id as contract from keyed join contract_ids using (contract_key)`);
}

async function dropSuperseded(connection: DuckDBConnection): Promise<Superseded[]> {
  // Where one file repeats the pair with other facts, the pair alone does not name an action.
  await connection.run(`create temp table given_way as
    with pairs as (select contract, modification from placed group by all having count(*) > 1),
      rivals as (select placed.*, hash(day, cents, description) as form
        from placed semi join pairs using (contract, modification) join staged on staged.rowid = placed.r),
      counted as (select *, count(distinct form) over (partition by contract, modification, file) as forms from rivals),
      split as (select *, max(forms) over (partition by contract, modification) > 1 as several from counted)
    select r, winner from (
      select r, first_value(r) over same as winner, row_number() over same as place from split
      window same as (partition by contract, modification, case when several then form end order by file desc, line))
    where place > 1`);
  const sums = Object.values(compared).map(
    (column) => `sum((older.${column} is distinct from newer.${column})::integer)::integer`,
  );
  const rows =
    await connection.runAndReadAll(`select older.file, newer.file, count(*)::integer, ${sums.join(", ")}
    from given_way join staged older on older.rowid = r join staged newer on newer.rowid = winner group by all order by all`);
  await connection.run("delete from placed where r in (select r from given_way)");
  await connection.run("drop table given_way");
  const names = Object.keys(compared);
  return rows.getRows().map(([file, by, count, ...differing]) => ({
    file: file as number,
    by: by as number,
    rows: count as number,
    differences: Object.fromEntries(names.map((name, index) => [name, differing[index] as number])),
  }));
}
