import { contractNumbers, noParent } from "@/lib/contracts/awards";
import type { RecordedName } from "@/lib/contracts/recorded";
import { asNumber } from "@/lib/sql/dialect";
import { idList, list, type Sql, sql } from "@/lib/sql/fragments";
import { allColumns, numberedRows, read } from "@/lib/sql/rows";
import { inNumbers, sums } from "@/lib/sql/totals";

/** The number of the contract whose key this is exactly. */
export function contractByKeySql(key: string): Sql {
  return sql`select id from contracts where key = ${key} or award_key = ${key.toUpperCase()}`;
}

/** The numbers of the contracts of `<sub-agency>-<PIID>` or of a PIID, in any case and with text around it. */
export function contractsNamedSql(name: string): Sql {
  const isFile = /\.[a-z]{2,5}$/i.test(name); // no contract is named like a file
  const numbers = list([name.toUpperCase(), ...(isFile ? [] : contractNumbers(name))]);
  return sql`select c.id from contracts c join agencies d on d.id = c.agency
    where upper(c.piid) in (${numbers}) or c.award_key in (${numbers}) or upper(d.code || '-' || c.piid) = upper(${name})
    order by c.id`;
}

/**
 * Contracts by their numbers, each with all its actions, in the order of the numbers; also those that award summaries
 * alone know.
 */
export function contractsSql(ids: readonly number[], has?: readonly RecordedName[]): Sql {
  return numberedRows(
    "contracts",
    sql`select a.contract, ${sums}, a.contract as place from actions a where a.contract in (${idList(ids)})
      group by a.contract
      union all select id, 0, 0, 0, 0, id from contracts where id in (${idList(ids)}) and actions = 0`,
    allColumns("contracts", has),
    has,
  );
}

/** Every action of a contract from the first to the latest. */
export function contractActionsSql(id: number, has?: readonly RecordedName[]): Sql {
  return numberedRows(
    "actions",
    sql`select a.id, a.id as place from actions a where a.contract in (${idList([id])})`,
    allColumns("actions", has),
    has,
  );
}

/** The day on which the newest file with facts of a whole contract was retrieved. */
export function factsAsOfSql(id: number): Sql {
  return sql`select ${read.day(sql`facts_as_of`)} as facts_as_of from contracts where id in (${idList([id])})`;
}

/** The other contracts that one agency ordered under the same vehicle, from the largest net. */
export function siblingsSql(id: number): Sql {
  return sql`select other.key, other.piid, ${read.money(sql`other.in_records_cents`)} as net, other.company
    from contracts c join parents p on p.id = c.parent and p.vehicle <> ${noParent}
    join contracts other on other.parent = c.parent and other.agency = c.agency and other.id <> c.id
      and other.actions > 0
    where c.id in (${idList([id])}) order by other.in_records_cents desc, other.id`;
}

/**
 * Every action of the contracts of the same agency, office and company as one contract, its own among them: what may
 * describe the same thing. Nothing where the company is not reported. At most so many.
 */
export function alikeSql(key: string, most: number): Sql {
  return sql`select other.key, other.piid, other.parent, ${read.money(sql`other.in_records_cents`)} as in_records, a.modification, a.action_type as type, ${read.day(sql`a.action_date`)} as day, a.description,
      ${read.money(sql`a.amount_cents`)} as amount
    from contracts c
      join agencies own on own.id = c.agency
      join companies company on company.id = c.company and company.slug <> 'not-reported'
      join contracts other on other.company = c.company and other.office = c.office
      join agencies its on its.id = other.agency and its.code = own.code
      join actions a on a.contract = other.id
    where c.key = ${key} order by a.id limit ${most}`;
}

/** In how many contracts each word of descriptions occurs, and under the empty word how many contracts were counted. */
export const raritySql: Sql = sql`select word, ${inNumbers("contracts")} from words`;

/** The facilities that descriptions of a contract's actions name, and how many of the actions name each. */
export const contractPlacesSql = (id: number): Sql => sql`
  select f.slug, f.name, ${asNumber(sql`count(*)`)} as actions from place_mentions m join facilities f on f.id = m.facility
  where m.action in (select a.id from actions a where a.contract in (${idList([id])})) group by f.id, f.slug, f.name order by f.id`;

/** The brands that descriptions of a contract's actions name, the owner of each, and how many of the actions name it. */
export function contractBrandsSql(id: number): Sql {
  return sql`select b.slug, b.name, o.slug as owner_slug, o.name as owner_name, ${asNumber(sql`count(*)`)} as actions
    from mentions m join brands b on b.id = m.brand join companies o on o.id = b.owner
    where m.action in (select a.id from actions a where a.contract in (${idList([id])}))
    group by b.id, b.slug, b.name, o.slug, o.name order by b.id`;
}
