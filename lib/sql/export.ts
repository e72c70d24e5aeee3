import type { Kind } from "@/lib/contracts/columns";
import { formulaPattern } from "@/lib/contracts/formulas";
import type { RecordedName } from "@/lib/contracts/recorded";
import { exportColumns, type Query } from "@/lib/query/query";
import { explainer, explaining, fieldValue } from "@/lib/sql/fields";
import { joined, raw, type Sql, sql } from "@/lib/sql/fragments";
import { allColumns, columnNamed, fromRows, isLacking, numberedRows, ordered, owner } from "@/lib/sql/rows";

/** How a value of each kind is written in CSV: text guarded and quoted where it must be, the rest as it is. */
const written: Record<Kind, (value: Sql) => Sql> = {
  text: csvText,
  code: csvText,
  day: (value) => sql`strftime(${value}, '%Y-%m-%d')`,
  money: (value) => sql`${value}::varchar`,
  count: (value) => sql`${value}::varchar`,
  flag: (value) => sql`case when ${value} then 'true' else 'false' end`,
};

/** The pattern of `guard` in lib/contracts/formulas.ts, inside an SQL string. */
const formula = formulaPattern.source.replaceAll("'", "''");

/** A text as a CSV cell: guarded as `guard` does, and quoted where it has a comma, a quote or a line end. */
function csvText(value: Sql): Sql {
  // The first character decides almost always; matching a pattern in every cell would cost more than all the rest.
  // Two short lists: the database makes a join of a long one, for each column.
  const runs = sql`(unicode(${value}) in (9, 10, 13) or unicode(${value}) in (43, 45, 61, 64)
    or unicode(${value}) = 39 and regexp_matches(${value}, ${raw(`'${formula}'`)}))`;
  const safe = sql`case when ${runs} then '''' || ${value} else ${value} end`;
  const quoted = [",", '"', "\r", "\n"].map(
    (sign) => sql`contains(${value}, chr(${raw(`${sign.charCodeAt(0)}`)}))`,
  );
  return sql`case when ${joined(quoted, " or ")} then '"' || replace(${safe}, '"', '""') || '"' else ${safe} end`;
}

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
    return sql`coalesce(${explainer(entry.field) ? value : written[entry.kind](value)}, '')`;
  });
  const line = joined(last === undefined ? cells : [...cells, sql`${last}`], ", ");
  // The text of an explaining table is written once, not once for every row that points to it.
  const sources = entries.flatMap(({ field }) => explainer(field) ?? []);
  const joins = [...new Set(sources.map(({ name }) => name))].map((name) => {
    const columns = sources.filter((source) => source.name === name).map(({ column }) => column);
    const texts = [...new Set(columns)].map((column) => sql`${csvText(raw(column))} as ${raw(column)}`);
    return sql`left join (select id, ${joined(texts, ", ")} from ${raw(explaining[name].table)}) ${raw(name)}
      on ${raw(`${name}.id = ${owner(view)}.${name}`)}`;
  });
  return everyRow(
    query,
    (rows) => sql`select encode(string_agg(line, '' order by place)) as lines
      from (select s.place, concat_ws(',', ${line}) || chr(13) || chr(10) as line
        from ${fromRows(view, rows, names)} ${joined(joins, "\n")})
      group by (place - 1) // ${linesTogether}::bigint order by min(place)`,
  );
}

/** Every row of a query with the chosen columns (all that the snapshot fills without `cols`), as {@link rowsSql} gives them. */
export function allRowsSql(query: Query, has?: readonly RecordedName[]): EveryRow {
  const names = query.cols.length > 0 ? query.cols : allColumns(query.view, has);
  return everyRow(query, (rows) => numberedRows(query.view, rows, names, has));
}

const everyRow = (query: Query, select: (rows: Sql) => Sql): EveryRow => ({
  chosen: sql`create temp table chosen as ${ordered(query)}`,
  slice: (after, to) =>
    select(sql`select * from chosen where place > ${after}::bigint and place <= ${to}::bigint`),
});
