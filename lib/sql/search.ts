import { contractNumbers } from "@/lib/contracts/awards";
import type { Query } from "@/lib/query/query";
import { asDay, asNumber, contains, startsWith } from "@/lib/sql/dialect";
import { limit, list, raw, type Sql, sql } from "@/lib/sql/fragments";
import { inNumbers, sums } from "@/lib/sql/totals";
import { where } from "@/lib/sql/where";

/** What actions can be added up by for a search. */
type Numbered = "company" | "recipient" | "contract" | "agency" | "office" | "parent";

/** The figures of some companies, contracts and so on by their numbers, with each agency. */
export function figuresSql(column: Numbered, ids: readonly number[]): Sql {
  return byAgency(
    raw(`a.${column}`),
    raw(`actions a where a.${column} in (${ids.length > 0 ? ids.join(", ") : "null"})`),
  );
}

/** The figures of all that a query selects, with each agency; `id` is 0. */
export function selectionFiguresSql(query: Query): Sql {
  return byAgency(raw("0"), sql`actions a where ${where(query)}`);
}

/** The net of every company, recipient and so on by its number, with each agency. */
export const netsSql = (column: Numbered): Sql =>
  sql`select id, agency, ${inNumbers("net")} from (select ${raw(`a.${column}`)} as id, a.agency_code as agency, ${sums}
    from actions a where ${raw(`a.${column}`)} is not null group by 1, 2)`;

/** The number of every contract, with its company and what its agency obligated. */
export const contractNumbersSql: Sql = sql`select c.key, c.piid, c.company, d.code as agency, ${inNumbers("net")}
  from (select key, piid, company, agency, in_records_cents as net from contracts) c join agencies d on d.id = c.agency
  order by c.key`;

const byAgency = (id: Sql, from: Sql): Sql =>
  sql`select id, agency, ${inNumbers("net", "added", "taken_back", "actions", "contracts", "companies")}
    from (select ${id} as id, a.agency_code as agency, ${sums}, count(distinct a.contract) as contracts,
      count(distinct a.company) as companies from ${from} group by 1, 2)`;

/** A contract number as it is compared: without the hyphens and spaces that people write into it, in capitals. */
export const compactNumber = (text: string): string => text.replace(/[\s-]+/g, "").toUpperCase();

/** The contracts that a text names: by award key, by PIID, or by `<sub-agency>-<PIID>` (see `contractNumbers`). */
export function contractsOfNumberSql(typed: string): Sql {
  const numbers = list([typed.trim().toUpperCase(), ...contractNumbers(typed)]);
  return sql`select c.key, c.piid from contracts c join agencies d on d.id = c.agency
    where c.key in (${numbers}) or c.award_key in (${numbers}) or upper(c.piid) in (${numbers})
      or d.code || upper(c.piid) in (${numbers}) order by c.id`;
}

/** The contracts whose PIID holds a {@link compactNumber}: the best fit first, then the largest. */
export function contractsLikeSql(number: string, most: number): Sql {
  return sql`select id, key, piid, company, ${asDay(sql`first_action`)} as first_action,
      ${asDay(sql`last_action`)} as last_action, ${asNumber(sql`count(*) over ()`)} as total
    from contracts where ${contains(sql`upper(piid)`, sql`${number}`)}
    order by upper(piid) <> ${number}, not ${startsWith(sql`upper(piid)`, sql`${number}`)}, in_records_cents desc, id ${limit(most)}`;
}
