import type { SubawardsRequest } from "@/lib/query/requests";
import { asDay, asNumber, distinctList, ofLargest } from "@/lib/sql/dialect";
import { joined, limit, list, raw, type Sql, sql } from "@/lib/sql/fragments";

/** What selects reports of subcontracts. `company` is the subcontractor, `prime` the company that holds the contract. */
export type SubawardSelection = Pick<SubawardsRequest, "contract" | "prime"> & {
  query: Pick<SubawardsRequest["query"], "agency" | "company" | "from" | "to">;
};

/** The reports `s` of a selection, with their contract `c` and its agency `d`. */
function selected({ query: { agency, company, from, to }, contract, prime }: SubawardSelection): Sql {
  const companies = (slugs: readonly string[]) =>
    sql`(select id from companies where slug in (${list(slugs)}))`;
  const conditions = [
    sql`d.code in (${list(agency)})`,
    ...(company.length > 0 ? [sql`s.company in ${companies(company)}`] : []),
    ...(prime === null ? [] : [sql`c.company in ${companies([prime])}`]),
    ...(contract === null ? [] : [sql`${contract.toUpperCase()} in (upper(c.key), upper(c.piid))`]),
    ...(from === null ? [] : [sql`s.signed >= ${from}::date`]),
    ...(to === null ? [] : [sql`s.signed <= ${to}::date`]),
  ];
  return sql`subawards s join contracts c on c.id = s.contract join agencies d on d.id = c.agency where ${joined(conditions, " and ")}`;
}

const sums = sql`${asNumber(sql`count(*)`)} as reports, ${asNumber(sql`coalesce(sum(s.amount_cents), 0)`)} as amount,
  ${asNumber(sql`count(s.repeats)`)} as repeats,
  ${asNumber(sql`coalesce(sum(s.amount_cents) filter (where s.repeats is not null), 0)`)} as repeated,
  ${asNumber(sql`count(distinct s.company)`)} as companies, ${asNumber(sql`count(distinct s.contract)`)} as contracts`;

export const subawardTotalsSql = (selection: SubawardSelection): Sql =>
  sql`select ${sums} from ${selected(selection)}`;

/** Reports from the newest signature; all of them without a page. */
export const subawardsSql = (selection: SubawardSelection, page?: { size: number; number: number }): Sql =>
  sql`select s.report_id, c.key as contract, s.award_key, c.piid, d.code as agency, c.company as prime, s.company, s.name, s.uei, s.parent_name as parent,
      s.number, s.description, ${asDay(sql`s.signed`)} as signed, ${asNumber(sql`s.amount_cents`)} as amount,
      ${asNumber(sql`s.report_year`)} as year, ${asNumber(sql`s.report_month`)} as month, ${asDay(sql`s.modified`)} as modified, s.repeats
    from ${selected(selection)} order by s.signed desc, s.id desc ${page ? limit(page.size, page.number) : raw("")}`;

/** The subcontractors of a selection, from the largest amount. */
export const subcontractorsSql = (selection: SubawardSelection): Sql =>
  sql`select s.company, ${distinctList(sql`s.name`)} as names, ${sums}, ${asDay(sql`min(s.signed)`)} as first, ${asDay(sql`max(s.signed)`)} as last
    from ${selected(selection)} group by s.company order by amount desc, s.company`;

/** What the newest file with reports under a contract has as obligated on it, and through which of its actions. */
export const reportedAwardSql = (selection: SubawardSelection): Sql =>
  sql`select ${asNumber(ofLargest(sql`s.award_cents`, sql`s.retrieved`, sql`s.award_day`))} as obligated,
      ${asDay(ofLargest(sql`s.award_day`, sql`s.retrieved`, sql`s.award_day`))} as through
    from ${selected(selection)}`;

/** How far the reports go; no row without a report. */
export const subawardCoverageSql: Sql = sql`select ${asNumber(sql`count(*)`)} as reports, ${asDay(sql`min(signed)`)} as "from",
    ${asDay(sql`max(signed)`)} as "to", ${asDay(sql`max(modified)`)} as through from subawards having count(*) > 0`;

/** The names of subcontractors as recorded, each with its company. */
export const subcontractorNamesSql: Sql = sql`select min(id) as id, name, company, basis from subawards group by name, company, basis order by id`;
