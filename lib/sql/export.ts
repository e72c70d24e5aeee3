import { type Column, column, type Kind } from "@/lib/contracts/columns";
import { formulaPattern } from "@/lib/contracts/formulas";
import type { RecordedName } from "@/lib/contracts/recorded";
import { exportColumns, type Query } from "@/lib/query/query";
import { joined, raw, type Sql, sql } from "@/lib/sql/fragments";
import { allColumns, fromRows, isLacking, numberedRows, ordered, owner } from "@/lib/sql/rows";
import { explainer, explaining } from "@/lib/sql/tables";

/** The pattern of `guard` in lib/contracts/formulas.ts, inside an SQL string. */
const formula = formulaPattern.source.replaceAll("'", "''");

/** How a value of each kind is written in CSV: text guarded and quoted where it must be, the rest as it is. */
const written: Record<Kind, (value: string) => string> = {
  text: guarded,
  code: guarded,
  day: (value) => `strftime(${value}, '%Y-%m-%d')`,
  money: (value) => `${value}::varchar`,
  count: (value) => `${value}::varchar`,
  flag: (value) => `case when ${value} then 'true' else 'false' end`,
};

function guarded(value: string): string {
  // The first character decides almost always; matching a pattern in every cell would cost more than all the rest.
  // Two short lists: the database makes a join of a long one, for each column.
  const runs = `(unicode(${value}) in (9, 10, 13) or unicode(${value}) in (43, 45, 61, 64) or unicode(${value}) = 39 and regexp_matches(${value}, '${formula}'))`;
  const safe = `case when ${runs} then '''' || ${value} else ${value} end`;
  const quoted = [",", '"', "\r", "\n"].map((sign) => `contains(${value}, chr(${sign.charCodeAt(0)}))`);
  return `case when ${quoted.join(" or ")} then '"' || replace(${safe}, '"', '""') || '"' else ${safe} end`;
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
  const entries = names.map((name) => column(view, name) as Column);
  const cells = entries.map((entry) =>
    raw(
      isLacking(entry, has)
        ? "''"
        : `coalesce(${explainer(entry) ? entry.sql : written[entry.kind](entry.sql)}, '')`,
    ),
  );
  const line = joined(last === undefined ? cells : [...cells, sql`${last}`], ", ");
  // The text of an explaining table is written once, not once for every row that points to it.
  const sources = entries.flatMap((entry) => explainer(entry) ?? []);
  const joins = [...new Set(sources.map(({ name }) => name))].map((name) => {
    const { table, column: pointer } = explaining[name];
    const fields = sources.filter((source) => source.name === name).map(({ field }) => field);
    const texts = [...new Set(fields)].map((field) => `${guarded(field)} as ${field}`);
    return `left join (select id, ${texts.join(", ")} from ${table}) ${name} on ${name}.id = ${owner(view)}.${pointer}`;
  });
  return everyRow(
    query,
    (rows) => sql`select encode(string_agg(line, '' order by place)) as lines
      from (select s.place, concat_ws(',', ${line}) || chr(13) || chr(10) as line
        from ${fromRows(view, rows, names)} ${raw(joins.join("\n"))})
      group by (place - 1) // ${linesTogether}::bigint order by min(place)`,
  );
}

/** Every row of a query with the chosen columns (all that the snapshot fills without `cols`), as {@link rowsSql} gives them. */
export function allRowsSql(query: Query, has?: readonly RecordedName[]): EveryRow {
  const names = query.cols.length > 0 ? query.cols : allColumns(query.view, has);
  return everyRow(query, (rows) => numberedRows(query.view, rows, names, has));
}

const everyRow = (query: Query, told: (rows: Sql) => Sql): EveryRow => ({
  chosen: sql`create temp table chosen as ${ordered(query)}`,
  slice: (after, to) =>
    told(sql`select * from chosen where place > ${after}::bigint and place <= ${to}::bigint`),
});
