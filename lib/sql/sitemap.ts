import { noParent } from "@/lib/contracts/awards";
import { asNumber } from "@/lib/sql/dialect";
import { limit, raw, type Sql, sql } from "@/lib/sql/fragments";

const holders = raw(`select distinct c.slug as key, a.agency_code as agency
    from actions a join companies c on c.id = a.company`);
/** Subcontractors without an action have a page too. */
const companies = sql`${holders} union select c.slug, d.code from subawards s join companies c on c.id = s.company
    join contracts on contracts.id = s.contract join agencies d on d.id = contracts.agency`;

/** The keys of the pages of each kind, once for each agency whose records the page shows (`''` for contracts). */
const pages = {
  companies,
  briefs: holders,
  vehicles: sql`select distinct p.vehicle as key, a.agency_code as agency
    from actions a join parents p on p.id = a.parent where p.vehicle <> ${noParent}`,
  contracts: raw("select key, '' as agency from contracts where actions > 0"),
} satisfies Record<string, Sql>;

export type ListedPage = keyof typeof pages;

/** How many pages of a kind there are. */
export const pageCountSql = (kind: ListedPage): Sql =>
  sql`select ${asNumber(sql`count(*)`)} as count from (${pages[kind]})`;

/** The `part`-th piece of the pages of a kind, counted from 1, with `size` pages in each. */
export const pageKeysSql = (kind: ListedPage, part: number, size: number): Sql =>
  sql`select key, agency from (${pages[kind]}) order by key, agency ${limit(size, part)}`;
