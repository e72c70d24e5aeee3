import { formulaPattern } from "@/lib/contracts/formulas";
import { joined, raw, type Sql, sql } from "@/lib/sql/fragments";

/**
 * What DuckDB writes differently from other engines. The statements of this folder are otherwise standard SQL, with casts
 * (`?::date`) and `materialized` as PostgreSQL writes them. Another engine is another file with these exports and another
 * `Reader` (`lib/store/reader.ts`).
 */

/** A count, an amount or another whole number for JavaScript: an integer of 64 bits or more would come as a BigInt. */
export const asNumber = (value: Sql): Sql => sql`cast(${value} as double)`;

/** Cents as text in dollars with two decimals. */
export const asDollars = (cents: Sql): Sql => sql`(${cents}::decimal(18,0) * 0.01::decimal(3,2))::varchar`;

/** A day as ISO text. */
export const asDay = (day: Sql): Sql => sql`strftime(${day}, '%Y-%m-%d')`;

/** A text as UTF-8 bytes. */
export const asBytes = (text: Sql): Sql => sql`encode(${text})`;

/** The number of a month, 202403, as `2024-03`. */
export const asMonth = (month: Sql): Sql => sql`printf('%d-%02d', ${month} // 100, ${month} % 100)`;

export const yearOf = (day: Sql): Sql => sql`year(${day})`;

/** The fiscal year of a day, which begins in October of the year before. */
export const fiscalYearOf = (day: Sql): Sql => yearOf(sql`${day} + interval '3 months'`);

/** The first day of a day's month. */
export const monthStart = (day: Sql): Sql => sql`date_trunc('month', ${day})::date`;

/** Whole quotients, rounded down. */
export const dividedBy = (value: Sql, divisor: Sql): Sql => sql`((${value}) // ${divisor})`;

/** Whether a text has another within it, as written. */
export const contains = (text: Sql, part: Sql): Sql => sql`contains(${text}, ${part})`;

export const startsWith = (text: Sql, part: Sql): Sql => sql`starts_with(${text}, ${part})`;

/** The value of the row in which all of `by`, the first of them first, is largest. */
export const ofLargest = (value: Sql, ...by: Sql[]): Sql =>
  sql`arg_max(${value}, ${by.length === 1 ? joined(by, "") : sql`(${joined(by, ", ")})`})`;

/** The different values of a group, as a list. */
export const distinctList = (value: Sql): Sql => sql`list(distinct ${value})`;

/** The values of a list column as rows. */
export const unnested = (list: Sql): Sql => sql`unnest(${list})`;

/** Some days as rows. They are one bound value, however many they are. */
export const dayRows = (days: readonly string[]): Sql => sql`unnest(string_split(${days.join()}, ','))::date`;

/** The numbers from 0 to below a count as rows, in step with other rows of the same `select`. */
export const numberRows = (count: number): Sql => sql`unnest(range(${count}::bigint))`;

/** Some columns as rows: the name of each as `name`, its value as `value`. */
export function columnRows(columns: readonly string[], name: string, value: string): Sql {
  const names = columns.map((column) => `'${column}'`);
  return raw(`unnest([${names.join(", ")}]) as ${name}, unnest([${columns.join(", ")}]) as ${value}`);
}

/** How many amounts are in each bin, as a list up to the last that has one; a bin has the end that is given for it. */
export const binCounts = (amounts: Sql, ends: readonly bigint[]): Sql =>
  sql`map_values(histogram(${amounts}, ${raw(`[${ends.join(", ")}]::bigint[]`)}))::double[]`;

/** Makes a table that only its connection sees, and that is gone when the connection closes. */
export const temporaryTable = (name: string, rows: Sql): Sql =>
  sql`create temp table ${raw(name)} as ${rows}`;

/** The pattern of `guard` in an SQL string. */
const formula = raw(`'${formulaPattern.source.replaceAll("'", "''")}'`);

/** A text as a CSV cell: guarded as `guard` does, and quoted where it has a comma, a quote or a line end. */
export function csvText(value: Sql): Sql {
  // The first character decides almost always; matching a pattern in every cell would cost more than all the rest.
  // Two short lists: the database makes a join of a long one, for each column.
  const first = sql`unicode(${value})`;
  const runs = sql`(${first} in (9, 10, 13) or ${first} in (43, 45, 61, 64) or ${first} = 39 and regexp_matches(${value}, ${formula}))`;
  const safe = sql`case when ${runs} then '''' || ${value} else ${value} end`;
  const quoted = [",", '"', "\r", "\n"].map((sign) => contains(value, raw(`chr(${sign.charCodeAt(0)})`)));
  return sql`case when ${joined(quoted, " or ")} then '"' || replace(${safe}, '"', '""') || '"' else ${safe} end`;
}

/** Cells as a line of CSV with its end. */
export const csvLine = (cells: readonly Sql[]): Sql =>
  sql`concat_ws(',', ${joined(cells, ", ")}) || chr(13) || chr(10)`;
