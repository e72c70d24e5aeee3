import {
  type Column,
  type ColumnKind,
  type ColumnName,
  column,
  columnsIn,
  type View,
} from "@/lib/contracts/columns";
import type { RecordedName } from "@/lib/contracts/recorded";
import type { Query } from "@/lib/query/query";
import { asDay, asNumber, ofLargest } from "@/lib/sql/dialect";
import { fieldOrder, fieldValue, lookupOf } from "@/lib/sql/fields";
import { joined, limit, list, raw, type Sql, sql } from "@/lib/sql/fragments";
import { sums } from "@/lib/sql/totals";
import { where } from "@/lib/sql/where";

/** How a value of each kind leaves the database for JavaScript. */
export const read: Record<ColumnKind, (value: Sql) => Sql> = {
  text: (value) => value,
  code: (value) => value,
  day: asDay,
  money: asNumber,
  count: asNumber,
  flag: (value) => value,
};

/** A column of a view by a name that is known to be one. */
export const columnNamed = (view: View, name: string) => column(view, name) as Column;

/** The order of a query's rows: the chosen column, then identity, so that pages never repeat or skip. */
function order(query: Query): { by: Sql; needsContract: boolean } {
  const { field, order: key = field } = columnNamed(query.view, query.sort.replace(/^-/, ""));
  const identity = query.view === "contracts" ? sql`s.contract` : sql`a.id`;
  const direction = query.sort.startsWith("-") ? sql`desc` : sql`asc`;
  return {
    by: sql`${fieldOrder(key, owner(query.view))} ${direction} nulls last, ${identity}`,
    needsContract: query.view === "contracts" && !key.startsWith("selected."),
  };
}

/**
 * The rows of a query's view in its order, as identities with their sums, before anything is explained; the
 * lookup tables are joined to what is left after `page`.
 */
export function ordered(query: Query, page?: { size: number; number: number }): Sql {
  const { by, needsContract } = order(query);
  const limited = page ? limit(page.size, page.number) : raw("");
  if (query.view === "actions") {
    return sql`select a.id, row_number() over () as place
      from (select a.id from actions a where ${where(query)} order by ${by} ${limited}) a`;
  }
  return sql`select s.*, row_number() over () as place from (
      select s.* from (select a.contract, ${sums} from actions a where ${where(query)} group by a.contract) s
      ${needsContract ? sql`join contracts c on c.id = s.contract` : raw("")} order by ${by} ${limited}) s`;
}

/** Whether a contract of a query has another sum over its selected actions than over all of them, as one row. */
export const differsSql = (query: Query): Sql =>
  sql`select exists (
    select 1 from (select a.contract, sum(a.amount_cents) as net from actions a where ${where(query)} group by a.contract) s
    join contracts c on c.id = s.contract where s.net <> c.in_records_cents) as differs`;

/** Rows of a view, given by identity and `place`, joined to the tables that their columns are read from. */
export function fromRows(view: View, rows: Sql, names: readonly ColumnName[]): Sql {
  if (view === "contracts") return sql`(${rows}) s join contracts c on c.id = s.contract`;
  const needsContract = names.some((name) => columnNamed(view, name).field.startsWith("contract."));
  return sql`(${rows}) s join actions a on a.id = s.id
    ${needsContract ? sql`join contracts c on c.id = a.contract` : raw("")}`;
}

/** The row that has the numbers of the lookup tables. */
export const owner = (view: View) => (view === "actions" ? "a" : "c");

/**
 * Columns of a view for rows given by identity and `place`. A field of a lookup table is given as its number
 * there: to look it up in memory takes less time than to plan eight joins.
 */
export function numberedRows(
  view: View,
  rows: Sql,
  names: readonly ColumnName[],
  has: readonly RecordedName[] | undefined,
): Sql {
  const values = names.map((name) => {
    const entry = columnNamed(view, name);
    const source = lookupOf(entry.field);
    const value = isLacking(entry, has)
      ? raw("null")
      : source
        ? raw(`${owner(view)}.${source.name}`)
        : read[entry.kind](fieldValue(entry.field));
    return sql`${value} as ${raw(`"${name}"`)}`;
  });
  return sql`select ${joined(values, ", ")} from ${fromRows(view, rows, names)} order by s.place`;
}

/** Whether a column needs a fact that a snapshot lacks. It is blank then. */
export const isLacking = ({ needs }: Column, has: readonly RecordedName[] = []) =>
  needs !== undefined && !has.includes(needs);

export const allColumns = (view: View, has: readonly RecordedName[] | undefined): ColumnName[] =>
  columnsIn(view, has).map(([name]) => name);

/** One page of rows with the columns of `only`; without it, with every column that the snapshot fills and those of `cols`. */
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
  return sql`select c.key, ${ofLargest(sql`a.description`, sql`a.id`)} as description
    from actions a join contracts c on c.id = a.contract where c.key in (${list(keys)}) and ${where(query)} group by c.key`;
}
