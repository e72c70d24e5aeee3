import { asDay, asNumber } from "@/lib/sql/dialect";
import { limit, type Sql, sql } from "@/lib/sql/fragments";

/** The documents of the `meta` table, JSON as the import wrote them; `info` is a `SnapshotInfo`. */
export type MetaName =
  | "info"
  | "report"
  | "sources"
  | "left_out"
  | "published_figures"
  | "other_category"
  | "also_known"
  | "changes";

/** One document of the `meta` table. */
export const metaSql = (name: MetaName): Sql => sql`select value from meta where name = ${name}`;

/** The first rejected rows, in the order of their files and lines. */
export const rejectsSql = (most: number): Sql =>
  sql`select file, line, "column", value, reason, row from rejects order by file, line, "column" ${limit(most)}`;

/** How many actions the snapshot has. */
export const actionCountSql: Sql = sql`select ${asNumber(sql`count(*)`)} as rows from actions`;

/** Which file each agency and fiscal year was read from, and the day it was retrieved, the earliest first. */
export const cellsSql: Sql = sql`select agency, ${asNumber(sql`fiscal_year`)} as fiscal_year, file, ${asDay(sql`retrieved`)} as retrieved
    from cells where retrieved is not null order by retrieved`;
