import "server-only";
import type { DuckDBConnection } from "@duckdb/node-api";

/**
 * Writes `same_contract`, pairs of contract keys: equal keys, else the only contracts of an agency and PIID, since the vehicle
 * in a key can be corrected, else a contract without a key and the only one.
 */
export async function pairContracts(connection: DuckDBConnection) {
  const contracts = (rows: string) =>
    `(select *, count(*) over (partition by agency_code, piid) = 1 as only, key = agency_code || '-' || piid as unkeyed
      from (select contract_key as key, min(agency_code) as agency_code, min(piid) as piid from ${rows} group by contract_key))`;
  await connection.run(`create or replace temp table same_contract as
    with older as ${contracts("older_all")}, newer as ${contracts("newer_facts")}
    select key as older, key as newer from older semi join newer using (key)
    union all
    select older.key, newer.key from (from older anti join newer using (key)) older join newer using (agency_code, piid)
      where newer.only and (older.only or older.unkeyed) or newer.unkeyed and older.only`);
}

/** What two rows of one contract and modification must agree in to be one action, most certain first. */
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
 * Writes `pairs`: the numbers of each action that is in both snapshots, and whether a compared fact differs. Texts are compared
 * by their 64-bit hashes.
 */
export async function pairActions(connection: DuckDBConnection) {
  const keys = (rows: string, contract: string, absent: string) => `
    select r.id, hash(${contract}, modification) as numbered, hash(agency_code, piid, modification) as named,
      case when transaction_key is not null then hash(transaction_key) end as transaction, action_date as day, amount_cents as amount,
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
    // The key of a contract may change in more than its agency and PIID.
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
