import { grouping } from "@/lib/contracts/groupings";
import { type FacetName, facetGrouping, filter } from "@/lib/query/filters";
import { boundsSelectedSums, type Query } from "@/lib/query/query";
import { isGiven, isNew } from "@/lib/sql/conditions";
import { joined, list, raw, type Sql, sql } from "@/lib/sql/fragments";
import { dimension } from "@/lib/sql/groups";
import { inNumbers } from "@/lib/sql/totals";
import { between, filtered, where } from "@/lib/sql/where";

/** What the options of a filter are grouped by, where no column of the action has them. */
const optionKeys: Partial<Record<FacetName, (query: Query) => Sql>> = {
  sign: () => sql`case when a.amount_cents > 0 then 'pos' when a.amount_cents < 0 then 'neg' else 'zero' end`,
  new: (query) => sql`case when ${isNew(query)} then 'yes' else 'no' end`,
};

/** What the choices of a filter are grouped by: its grouping, else its options. `column` is a column of the action. */
function choiceKeys(query: Query, name: FacetName) {
  const by = facetGrouping(name);
  const { where } = filter(name);
  const [source, field] = by
    ? grouping(by).field.split(".")
    : typeof where === "object" && "column" in where
      ? ["action", where.column]
      : [];
  const column = source === "action" ? field : undefined;
  if (by) return { ...dimension(grouping(by), 0), column };
  const number = column ? raw(`a.${column}`) : (optionKeys[name]?.(query) ?? raw("null"));
  return { number, column, joins: sql``, lookup: sql``, key: sql`g.d0`, label: sql`null` };
}

/**
 * What the selection would be with each choice that could replace a filter: the filter's name, key and label of the
 * choice, its net and its numbers of actions and contracts. Many filters are one statement: to plan each by itself would
 * take longer than to run it, and most of them choose from the same actions.
 */
export function choicesSql(query: Query, filters: readonly FacetName[]): Sql {
  const needed = new Set(["id", "contract", "amount_cents"]);
  const parts = filters.map((name) => {
    const { number, joins, lookup, key, label, column } = choiceKeys(query, name);
    if (column) needed.add(column);
    return sql`select ${name} as filter, ${key} as key, ${label} as label, ${inNumbers("net", "actions", "contracts")}
      from (${choicesOf(query, name, sql`${number} as d0`, joins)}) g ${lookup}`;
  });
  const columns = raw([...needed].map((column) => `a.${column}`).join(", "));
  return sql`
    with selected as materialized (select ${columns} from actions a where ${where(query)})
    select * from (${joined(parts, " union all ")}) order by filter, net desc, key`;
}

/** The figures of the choices of one filter, by `key`, which the tables of `joins` may give. */
function choicesOf(query: Query, name: FacetName, key: Sql, joins: Sql): Sql {
  if (boundsSelectedSums(query)) {
    // A contract's amount in the period is that of the choice's own actions.
    return sql`select d0, sum(net) as net, sum(actions) as actions, count(*) as contracts
      from (select ${key}, a.contract, sum(a.amount_cents) as net, count(*) as actions
        from actions a ${joins} where ${filtered(query, name)} group by d0, a.contract
        having ${joined(between(raw("sum(a.amount_cents)"), query), " and ")}) group by d0`;
  }
  // What counts as new follows the fiscal year chosen, so each year selects its own new contracts.
  const isNewInYear = name === "fy" && isGiven(query, "new");
  const [from, condition] =
    isGiven(query, name) || isNewInYear
      ? [raw("actions"), where(query, name)]
      : [raw("selected"), raw("true")];
  return sql`select ${key}, sum(a.amount_cents) as net, count(*) as actions, count(distinct a.contract) as contracts
    from ${from} a ${joins} where ${condition} group by d0`;
}

/** The names of companies, brands or facilities by slug. */
export const slugNamesSql = (table: "companies" | "brands" | "facilities", slugs: readonly string[]): Sql =>
  sql`select slug as code, name from ${raw(table)} where slug in (${list(slugs)})`;

/** The names recorded with codes of competition. */
export const competitionNamesSql = (codes: readonly string[]): Sql =>
  sql`select competition as code, min(coalesce(competition_name, competition)) as name from contracts
    where competition in (${list(codes)}) group by competition`;
