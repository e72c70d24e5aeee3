import "server-only";
import type { DuckDBConnection } from "@duckdb/node-api";
import { kinds } from "@/lib/import/3-stage/stage";
import { fiscalYearExpression, isWithdrawn } from "@/lib/import/sql";

/** Actions of one file that newer retrievals of their agency and fiscal year lack. */
export interface Absent {
  file: number;
  /** The newer retrievals that lack them, oldest first. */
  by: number[];
  actions: number;
}

/** The newer files that cover an agency and fiscal year of a file. */
export interface Coverage {
  files: number[];
  /** Whether an action that all of them lack is withdrawn. */
  showsWithdrawn: boolean;
}

/** Whether an action that all files of a group lack is withdrawn. A file imported under two names is one retrieval. */
const showsWithdrawn = `(coalesce(bool_or(proven), false) or ${isWithdrawn("count(distinct hash)", "max(retrieved) - min(retrieved)")})`;

/** A newer file with this share of the actions that older files have of an agency and fiscal year is a retrieval of it. */
const coveringShare = 0.8;

/**
 * Withdraws the actions that enough newer retrievals lack. A file covers an agency and fiscal year if it is proven, or has
 * most actions that older files have of it. `coveredBy` has an entry for each agency and fiscal year of a file.
 */
export async function dropWithdrawn(connection: DuckDBConnection): Promise<{
  missing: Absent[];
  withdrawn: Absent[];
  coveredBy: Map<number, Coverage[]>;
}> {
  await connection.run(`create temp table cells_of as
    select placed.r, code, ${fiscalYearExpression("day")} as fiscal_year, placed.file
    from placed join staged on staged.rowid = placed.r join staged_agency on staged_agency.id = staged.agency
      semi join (select code, fiscal_year from cell_files group by all having count(*) > 1) contested
        on contested.code = staged_agency.code
          and contested.fiscal_year = ${fiscalYearExpression("day")}`);
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
    select r, lasts.file, list(covering.file order by covering.file) as newer, ${showsWithdrawn} as is_withdrawn
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
  const [missing, withdrawn] = [await read("not is_withdrawn"), await read("is_withdrawn")];
  const newer = await connection.runAndReadAll(`
    select cell_files.file, coalesce(list(covering.file) filter (covering.file is not null), [])::varchar, ${showsWithdrawn}
    from cell_files left join covering on covering.code = cell_files.code and covering.fiscal_year = cell_files.fiscal_year
      and covering.file > cell_files.file
    group by cell_files.code, cell_files.fiscal_year, cell_files.file`);
  const coveredBy: Map<number, Coverage[]> = new Map();
  for (const [file, by, enough] of newer.getRows() as [number, string, boolean][])
    coveredBy.set(file, [...(coveredBy.get(file) ?? []), { files: JSON.parse(by), showsWithdrawn: enough }]);
  await connection.run("delete from placed where r in (select r from absent where is_withdrawn)");
  await connection.run("create temp table missing as select r from absent where not is_withdrawn");
  await connection.run("create temp table withdrawn as select r from absent where is_withdrawn");
  for (const name of ["cells_of", "held", "covering", "absent"]) await connection.run(`drop table ${name}`);
  return { missing, withdrawn, coveredBy };
}

/**
 * Removes what the rows of withdrawn actions say about their awards, and moves what the rows of corrected actions say to the
 * corrected day.
 */
export async function correctDescribed(connection: DuckDBConnection) {
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
