import type { ColumnKind } from "@/lib/contracts/columns";
import type { RecordedName } from "@/lib/contracts/recorded";
import { exportColumns, type Query } from "@/lib/query/query";
import { asBytes, asDay, asDollars, csvLine, csvText, dividedBy, temporaryTable } from "@/lib/sql/dialect";
import { fieldValue, lookupOf, lookupTables } from "@/lib/sql/fields";
import { joined, raw, type Sql, sql } from "@/lib/sql/fragments";
import { allColumns, columnNamed, fromRows, isLacking, numberedRows, ordered, owner } from "@/lib/sql/rows";

/** How a value of each kind is written in CSV: text guarded and quoted where it must be, the rest as it is. */
const written: Record<ColumnKind, (value: Sql) => Sql> = {
  text: csvText,
  code: csvText,
  day: asDay,
  money: asDollars,
  count: (value) => sql`${value}::varchar`,
  flag: (value) => sql`case when ${value} then 'true' else 'false' end`,
};

/**
 * Every row of a query in its order, in two steps, so that memory does not grow with the result: `chosen` makes a
 * temporary table of the rows' identities by their `place` from 1, `slice` reads the places after one up to another.
 */
export interface EveryRow {
  chosen: Sql;
  slice(after: number, to: number): Sql;
}

/** Lines of CSV that leave the database in one piece. */
const linesTogether = 1_024;

/**
 * Every row of a query as lines of CSV in the query's order, with their ends: UTF-8 in a column `lines`, some
 * together in one value. The database builds them because JavaScript would take longer than to read and to send them.
 * `last` is a constant last cell.
 */
export function csvSql(query: Query, has?: readonly RecordedName[], last?: string): EveryRow {
  const { view } = query;
  const names = exportColumns(query, has);
  const entries = names.map((name) => columnNamed(view, name));
  const cells = entries.map((entry) => {
    if (isLacking(entry, has)) return raw("''");
    const value = fieldValue(entry.field);
    return sql`coalesce(${lookupOf(entry.field) ? value : written[entry.kind](value)}, '')`;
  });
  const line = csvLine(last === undefined ? cells : [...cells, sql`${last}`]);
  // The text of a lookup table is written once, not once for every row that points to it.
  const sources = entries.flatMap(({ field }) => lookupOf(field) ?? []);
  const joins = [...new Set(sources.map(({ name }) => name))].map((name) => {
    const columns = sources.filter((source) => source.name === name).map(({ column }) => column);
    const texts = [...new Set(columns)].map((column) => sql`${csvText(raw(column))} as ${raw(column)}`);
    return sql`left join (select id, ${joined(texts, ", ")} from ${raw(lookupTables[name].table)}) ${raw(name)}
      on ${raw(`${name}.id = ${owner(view)}.${name}`)}`;
  });
  return everyRow(
    query,
    (rows) => sql`select ${asBytes(sql`string_agg(line, '' order by place)`)} as lines
      from (select s.place, ${line} as line
        from ${fromRows(view, rows, names)} ${joined(joins, "\n")})
      group by ${dividedBy(sql`place - 1`, sql`${linesTogether}::bigint`)} order by min(place)`,
  );
}

/** Every row of a query with the chosen columns (all that the snapshot fills without `cols`), as {@link rowsSql} gives them. */
export function allRowsSql(query: Query, has?: readonly RecordedName[]): EveryRow {
  const names = query.cols.length > 0 ? query.cols : allColumns(query.view, has);
  return everyRow(query, (rows) => numberedRows(query.view, rows, names, has));
}

const everyRow = (query: Query, select: (rows: Sql) => Sql): EveryRow => ({
  chosen: temporaryTable("chosen", ordered(query)),
  slice: (after, to) =>
    select(sql`select * from chosen where place > ${after}::bigint and place <= ${to}::bigint`),
});
