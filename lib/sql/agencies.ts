import type { GroupingName } from "@/lib/contracts/groupings";
import type { Query } from "@/lib/query/query";
import { asNumber } from "@/lib/sql/dialect";
import { raw, type Sql, sql } from "@/lib/sql/fragments";
import { groupsSql } from "@/lib/sql/groups";

/** How many companies (recipients with `grouped=no`) each group of one grouping or two has, by the keys of the groups. */
export function companyCountsSql(
  query: Query,
  by: readonly [GroupingName] | readonly [GroupingName, GroupingName],
): Sql {
  const keys = raw(by.length === 1 ? "key" : "key, key2");
  return sql`select ${keys}, ${asNumber(sql`count(*)`)} as companies from (${groupsSql(query, [...by, "company"])}) group by ${keys}`;
}
