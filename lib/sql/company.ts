import type { RecordedName } from "@/lib/contracts/recorded";
import type { Query } from "@/lib/query/query";
import { list, type Sql, sql } from "@/lib/sql/fragments";
import { numberedRows } from "@/lib/sql/rows";
import { inNumbers, sums } from "@/lib/sql/totals";
import { where } from "@/lib/sql/where";

/** From a company's slug, its present one or a former one, to its number, present slug and name. */
export function companySql(slug: string): Sql {
  return sql`select id, slug, name from companies
    where id = coalesce((select id from companies where slug = ${slug}), (select company from former_slugs where slug = ${slug}))`;
}

/**
 * The recipients grouped under a company, from the largest net, with the figures of each among a query's actions; those
 * without one come last, their figures 0.
 */
export function companyRecipientsSql(query: Query, company: number): Sql {
  return sql`select r.name, r.uei, r.relation, r.basis, r.reviewed, r.note, r.owned_since, r.owned_basis, 
      ${inNumbers("net", "added", "taken_back", "actions", "contracts")}
    from recipients r left join (
      select a.recipient, ${sums}, count(distinct a.contract) as contracts
      from actions a where ${where(query, "company")} and a.company = ${company}::integer group by a.recipient) on recipient = r.id
    where r.company = ${company}::integer order by recipient is null, net desc, r.id`;
}

/**
 * The rank of a company among all companies of a query's actions, in each fiscal year in which it has one: its place by
 * net obligations (equal ones share a place), how many companies there are, and the net of all of them.
 */
export function standingsSql(query: Query, company: number): Sql {
  return sql`select fiscal_year::integer as fiscal_year, place::integer as place, companies::integer as companies,
      ${inNumbers("whole")}
    from (select fiscal_year, company, rank() over (partition by fiscal_year order by net desc) as place,
        count(*) over (partition by fiscal_year) as companies, sum(net) over (partition by fiscal_year) as whole
      from (select a.fiscal_year, a.company, sum(a.amount_cents) as net from actions a where ${where(query, "company")}
        group by a.fiscal_year, a.company))
    where company = ${company}::integer order by fiscal_year`;
}

/** Since when a recipient has belonged to its company, where that is known. */
export function ownedSinceSql(recipient: string): Sql {
  return sql`select owned_since from recipients where name = ${recipient} and owned_since is not null`;
}

/** The remarks about companies that this one can be mistaken for, or that can be mistaken for it. */
export function lookalikesSql(company: number): Sql {
  return sql`select l.note, c.slug, c.name from lookalikes l left join companies c on c.id = l.other
    where l.company = ${company}::integer order by c.name, l.note`;
}

/** The contracts of a company with some agencies of which no action is in the snapshot: an award summary alone knows them. */
export function summarizedSql(
  company: number,
  agencies: readonly string[],
  has: readonly RecordedName[] | undefined,
): Sql {
  return numberedRows(
    "contracts",
    sql`select c.id as contract, row_number() over (order by c.piid, c.id) as place from contracts c join agencies d on d.id = c.agency
      where c.actions = 0 and c.company = ${company}::integer and d.code in (${list(agencies)})`,
    [
      "key",
      "piid",
      "recipient",
      "description",
      "start",
      "current_end",
      "potential_end",
      "obligated_lifetime",
    ],
    has,
  );
}
