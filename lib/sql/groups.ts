import { type Grouping, type GroupingName, grouping } from "@/lib/contracts/groupings";
import type { FilterName } from "@/lib/query/filters";
import type { Query } from "@/lib/query/query";
import { contractFact } from "@/lib/sql/derived";
import { asMonth } from "@/lib/sql/dialect";
import { keyOf } from "@/lib/sql/fields";
import { joined, raw, type Sql, sql } from "@/lib/sql/fragments";
import { inNumbers, sums } from "@/lib/sql/totals";
import { where } from "@/lib/sql/where";

/**
 * A grouping as the `index`-th of a statement: `number` is what actions `a` are grouped by, with the tables of `joins`;
 * `key` and `label` are read from groups `g`, whose number is `d<index>`, with the table of `lookup`.
 */
export function dimension(entry: Grouping, index: number) {
  const { field, table, key = "id", name, named, repeats, as } = entry;
  const [source = "", column = ""] = field.split(".");
  const alias = (letter: string) => raw(`${letter}${index}`);
  const [contract, mention, same, lookup] = [alias("k"), alias("m"), alias("same"), alias("e")];
  const grouped = sql`g.${alias("d")}`;
  const { value, source: rows } =
    source === "action"
      ? { value: raw(`a.${column}`), source: sql`` }
      : source === "contract"
        ? {
            value: contractFact(contract.text, column),
            source: sql`join contracts ${contract} on ${contract}.id = a.contract`,
          }
        : {
            value: raw(`${mention.text}.${column}`),
            source: sql`left join ${raw(source)} ${mention} on ${mention}.action = a.id`,
          };
  if (table) {
    const rowKey = keyOf(raw("d"), key);
    const joins = sql`left join (select d.id, case when ${rowKey} is not null
        then min(d.id) over (partition by ${rowKey}) end as number from ${raw(table)} d) ${same}
      on ${same}.id = ${value}`;
    return {
      number: repeats ? sql`${same}.number` : value,
      joins: repeats ? joins : rows,
      lookup: sql`left join ${raw(table)} ${lookup} on ${lookup}.id = ${grouped}`,
      key: keyOf(lookup, key),
      label: named ? raw("null") : sql`${lookup}.${raw(name ?? "name")}`,
    };
  }
  const written = as === "month" ? asMonth(grouped) : sql`${grouped}::varchar`;
  const names = sql`left join (select ${raw(column)} as id, min(coalesce(${raw(name ?? column)}, ${raw(column)})) as name
      from contracts group by ${raw(column)}) ${lookup} on ${lookup}.id = ${grouped}`;
  return {
    number: value,
    joins: rows,
    lookup: name ? names : sql``,
    key: written,
    label: name ? sql`${lookup}.name` : written,
  };
}

/**
 * Groups of the selected actions, by one to three groupings, from the largest net. Keys and labels come from the
 * lookup tables; numbers with the same key are counted as one. `except` leaves a filter out of the selection.
 */
export function groupsSql(query: Query, by: readonly GroupingName[], except?: FilterName): Sql {
  const dimensions = by.map((name, index) =>
    dimension(grouping(name === "company" && query.grouped === "no" ? "recipient" : name), index),
  );
  const each = (write: (dimension: (typeof dimensions)[number], index: number) => Sql, between = ", ") =>
    joined(dimensions.map(write), between);
  const named = each(({ key, label }, index) => {
    const suffix = raw(index === 0 ? "" : `${index + 1}`);
    return sql`${key} as key${suffix}, ${label} as label${suffix}`;
  });
  return sql`
    select ${named}, ${inNumbers("net", "added", "taken_back", "actions", "contracts")}
    from (select ${each(({ number }, index) => sql`${number} as ${raw(`d${index}`)}`)}, ${sums},
        count(distinct a.contract) as contracts
      from actions a ${each(({ joins }) => joins, "\n")} where ${where(query, except)}
      group by ${each((_, index) => raw(`d${index}`))}) g
    ${each(({ lookup }) => lookup, "\n")}
    order by ${raw(groupOrder(by))}`;
}

/** From the largest net; two at once, the first of them by time, run on in time. */
function groupOrder([first, second, third]: readonly GroupingName[]): string {
  const isTime = (name: GroupingName | undefined) => name !== undefined && grouping(name).order === "time";
  if (second === undefined) return "net desc, key";
  if (third !== undefined) return "net desc, key, key2, key3";
  if (!isTime(first)) return "net desc, key, key2";
  return isTime(second) ? "key, key2" : "key, net desc, key2";
}
