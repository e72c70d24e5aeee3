import {
  type Column,
  type ColumnName,
  column,
  columnsIn,
  type Kind,
  type View,
} from "@/lib/contracts/columns";
import type { RecordedName } from "@/lib/contracts/recorded";
import type { Query } from "@/lib/query/query";
import { list, raw, type Sql, sql } from "@/lib/sql/fragments";
import { explainer, explaining } from "@/lib/sql/tables";
import { sums } from "@/lib/sql/totals";
import { where } from "@/lib/sql/where";

/** How a value of each kind leaves the database for JavaScript. Money as whole cents. */
export const read: Record<Kind, (value: string) => string> = {
  text: (value) => value,
  code: (value) => value,
  day: (value) => `strftime(${value}, '%Y-%m-%d')`,
  money: (value) => `(${value} * 100)::double`,
  count: (value) => `${value}::double`,
  flag: (value) => value,
};

/** The order of a query's rows: the chosen column, then identity, so that pages never repeat or skip. */
function order(query: Query): { by: Sql; needs: "s" | "c" | "a" } {
  const name = query.sort.replace(/^-/, "");
  const { sql: shown, order: key } = column(query.view, name) as Column;
  const expression = key ?? shown;
  const identity = query.view === "contracts" ? "s.contract" : "a.id";
  const direction = query.sort.startsWith("-") ? "desc" : "asc";
  return {
    by: raw(`${expression} ${direction} nulls last, ${identity}`),
    needs: query.view === "actions" ? "a" : expression.startsWith("s.") ? "s" : "c",
  };
}

/**
 * The rows of a query's view in its order, as identities with their sums, before anything is explained; the
 * explaining tables are joined to what is left after `page`.
 */
export function ordered(query: Query, page?: { size: number; number: number }): Sql {
  const { by, needs } = order(query);
  const limit = page
    ? sql`limit ${page.size}::bigint offset ${page.size * (page.number - 1)}::bigint`
    : raw("");
  if (query.view === "actions") {
    return sql`select a.id, row_number() over () as place
      from (select a.id from actions a where ${where(query)} order by ${by} ${limit}) a`;
  }
  return sql`select s.*, row_number() over () as place from (
      select s.* from (select a.contract, ${sums} from actions a where ${where(query)} group by a.contract) s
      ${raw(needs === "c" ? "join contracts c on c.id = s.contract" : "")} order by ${by} ${limit}) s`;
}

/** Rows of a view that are known by identity and `place`, joined to all that these columns are read from. */
export function fromRows(view: View, rows: Sql, names: readonly ColumnName[]): Sql {
  const needsContract = names.some((name) => (column(view, name) as Column).sql.startsWith("c."));
  if (view === "contracts") return sql`(${rows}) s join contracts c on c.id = s.contract`;
  return sql`(${rows}) s join actions a on a.id = s.id
    ${raw(needsContract ? "join contracts c on c.id = a.contract" : "")}`;
}

/** Whose numbers the explaining tables explain. */
export const owner = (view: View) => (view === "actions" ? "a" : "c");

/**
 * Columns of a view for rows that are known by identity and `place`. What an explaining table holds is given as its
 * number there: to look it up in memory takes less time than to plan eight joins.
 */
export function numberedRows(
  view: View,
  rows: Sql,
  names: readonly ColumnName[],
  has: readonly RecordedName[] | undefined,
): Sql {
  const values = names.map((name) => {
    const entry = column(view, name) as Column;
    const source = explainer(entry);
    const value = isLacking(entry, has)
      ? "null"
      : source
        ? `${owner(view)}.${explaining[source.name].column}`
        : read[entry.kind](entry.sql);
    return `${value} as "${name}"`;
  });
  return sql`select ${raw(values.join(", "))} from ${fromRows(view, rows, names)} order by s.place`;
}

/** Whether a column is of a fact that a snapshot does not have: asked for, it is blank. */
export const isLacking = ({ needs }: Column, has: readonly RecordedName[] = []) =>
  needs !== undefined && !has.includes(needs);

export const allColumns = (view: View, has: readonly RecordedName[] | undefined): ColumnName[] =>
  columnsIn(view, has).map(([name]) => name);

/** One page of rows with these columns; else with every one that a snapshot with these facts fills, and those asked for. */
export function rowsSql(query: Query, has?: readonly RecordedName[], only?: readonly ColumnName[]): Sql {
  const names = [...new Set(only ?? [...allColumns(query.view, has), ...query.cols])];
  return numberedRows(query.view, ordered(query, { size: query.size, number: query.page }), names, has);
}

/** Recipients of the selected actions of some contracts, where their latest action names another recipient. */
export function otherRecipientsSql(query: Query, keys: readonly string[]): Sql {
  return sql`select distinct c.key, recipient.name
    from actions a join contracts c on c.id = a.contract join recipients recipient on recipient.id = a.recipient
    where c.key in (${list(keys)}) and a.recipient <> c.recipient and ${where(query)} order by c.key, recipient.name`;
}

/** The description of each contract's latest selected action. */
export function latestDescriptionsSql(query: Query, keys: readonly string[]): Sql {
  return sql`select c.key, max_by(a.description, a.id) as description
    from actions a join contracts c on c.id = a.contract where c.key in (${list(keys)}) and ${where(query)} group by c.key`;
}
