import { raw, type Sql, sql } from "@/lib/sql/fragments";

/** The documents of the `meta` table, JSON as the import wrote them; `info` is a `SnapshotInfo`. */
export type MetaName =
  | "info"
  | "report"
  | "sources"
  | "press_figures"
  | "elsewhere"
  | "also_known"
  | "changes";

/** One document of the `meta` table. */
export const metaSql = (name: MetaName): Sql => sql`select value from meta where name = ${name}`;

/** The first rejected rows, in the order of their files and lines. */
export const rejectsSql = (limit: number): Sql =>
  sql`select file, line, "column", value, reason, row from rejects order by file, line, "column" limit ${limit}::bigint`;

/** How many actions the snapshot has. */
export const actionCountSql: Sql = raw("select count(*)::double as rows from actions");

/** Which file each agency and fiscal year was read from, and the day it was retrieved, the earliest first. */
export const cellsSql: Sql =
  raw(`select agency, fiscal_year::double as fiscal_year, file, strftime(retrieved, '%Y-%m-%d') as retrieved
    from cells where retrieved is not null order by retrieved`);
