import { type Grouping, type GroupingName, grouping } from "@/lib/contracts/groupings";
import type { FilterName, Query } from "@/lib/query/query";
import { raw, type Sql, sql } from "@/lib/sql/fragments";
import { asCents, sums } from "@/lib/sql/totals";
import { where } from "@/lib/sql/where";

/** How a grouping is written as the `index`-th of a statement: what it groups by, and its keys and names. */
export function dimension(entry: Grouping, index: number) {
  const { table, column, key, name, repeats, through, ofContract } = entry;
  const own = ofContract ? ofContract(`k${index}`) : `${through ? `m${index}` : "a"}.${column}`;
  const told = (expression: string) =>
    table ? expression.replaceAll("d.", `e${index}.`) : expression.replaceAll("d.id", `g.d${index}`);
  const suffix = index ? index + 1 : "";
  return {
    number: repeats ? `same${index}.number` : own,
    numbers: repeats
      ? `left join (select d.id, case when ${key} is not null then min(d.id) over (partition by ${key}) end as number from ${table} d) same${index}
          on same${index}.id = ${own}`
      : through
        ? `left join ${through} m${index} on m${index}.action = a.id`
        : ofContract
          ? `join contracts k${index} on k${index}.id = a.contract`
          : "",
    label: table ? `left join ${table} e${index} on e${index}.id = g.d${index}` : "",
    written: `${told(key)} as key${suffix}, ${told(name)} as label${suffix}`,
  };
}

/**
 * Groups of the selected actions, by one grouping or two, from the largest net. Keys and labels come from the
 * explaining tables; numbers that stand for one key are counted as one. `except` leaves a filter out of the selection.
 */
export function groupsSql(query: Query, by: readonly GroupingName[], except?: FilterName): Sql {
  const dimensions = by.map((name, index) =>
    dimension(grouping(name === "company" && query.grouped === "no" ? "recipient" : name), index),
  );
  const each = (write: (dimension: (typeof dimensions)[number], index: number) => string, between = ", ") =>
    raw(dimensions.map(write).join(between));
  const keys = each(({ number }, index) => `${number} as d${index}`);
  const numbers = each((_, index) => `d${index}`);
  const from = sql`actions a ${each((one) => one.numbers, "\n")}`;
  return sql`
    select ${each(({ written }) => written)}, ${asCents(["net", "added", "taken_back"])},
      actions::double as actions, contracts::double as contracts
    from (select ${keys}, ${sums}, count(distinct a.contract) as contracts
      from ${from} where ${where(query, except)} group by ${numbers}) g
    ${each(({ label }) => label, "\n")}
    order by ${raw(groupOrder(by))}`;
}

/** From the largest net; two at once, the first of them by time, run on in time. */
function groupOrder([first, second]: readonly GroupingName[]): string {
  const isTime = (name: GroupingName | undefined) => name !== undefined && grouping(name).order === "time";
  if (second === undefined) return "net desc, key";
  if (!isTime(first)) return "net desc, key, key2";
  return isTime(second) ? "key, key2" : "key, net desc, key2";
}
