import { earlierDay, laterDay, monthDays } from "@/lib/contracts/days";
import { type GroupingName, groupings } from "@/lib/contracts/groupings";
import { filter } from "@/lib/query/filters";
import { change, type Query } from "@/lib/query/query";

/**
 * The query of the records behind one group, such as a bar of a chart. `null` if no parameter can select the group,
 * because its records lack the key.
 */
export function queryOfGroup(query: Query, by: GroupingName, key: string | null): Query | null {
  const name = by === "company" && query.grouped === "no" ? "recipient" : by;
  const { parameter } = groupings[name];
  if (key === null) {
    return filter(parameter).unreported ? change(query, { [parameter]: ["unreported"] }) : null;
  }
  if (name === "fiscal_year") return change(query, { fy: [Number(key)] });
  if (name === "month" || name === "calendar_year") {
    const { from, to } = name === "month" ? monthDays(key) : { from: `${key}-01-01`, to: `${key}-12-31` };
    return change(query, { from: laterDay(query.from, from), to: earlierDay(query.to, to) });
  }
  return change(query, { [parameter]: [key] });
}
