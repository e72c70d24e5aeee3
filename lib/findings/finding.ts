import { type GroupingName, grouping, isTime } from "@/lib/contracts/groupings";
import type { Cents } from "@/lib/contracts/money";
import type { Query } from "@/lib/query/query";
import { isSet } from "@/lib/query/query";
import type { Labels } from "@/lib/query/query-text";
import type { RecordDays } from "@/lib/query/windows";
import { type FoundGroup, plainTitle, sizeFinding } from "./by-size";
import { timeFinding } from "./over-time";
import { beyondRecords, scopeOf } from "./scope";
import type { SameDates } from "./year-to-date";

export interface GroupsFinding {
  by: GroupingName;
  /** What the groups are of. */
  query: Query;
  days: RecordDays;
  /** The names of the query's codes. Without the name of a code the sentence calls it a selection. */
  names?: Labels | undefined;
  /** By size from the largest net, by time in order and without gaps. */
  groups: FoundGroup[];
  /** Whether there are groups that are not among `groups`. */
  hasRest?: boolean;
  /** Net obligations of the whole selection; groups by time need none. */
  whole?: Cents;
  sameDates?: SameDates | undefined;
  /** The filters of the query after a space, where the page has better words: " on actions that name Microsoft". */
  filters?: string | undefined;
}

/**
 * What is to be seen in the groups of a query, in one neutral sentence without its period: for the title of a chart, a
 * picture and its description. `null` where nothing is worth a title.
 */
export function finding({
  by,
  query,
  days,
  names = {},
  groups,
  hasRest = false,
  whole = 0,
  sameDates,
  filters,
}: GroupsFinding): string | null {
  const known = scopeOf(query, days, names);
  const scope = { ...known, filters: filters ?? known.filters };
  if (groups.every(({ actions }) => actions === 0)) return beyondRecords(query, days) ?? nothing(scope);
  if (isTime(by)) return timeFinding({ by, query, days, scope, groups, sameDates });
  const name = by === "recipient" ? "company" : grouping(by).parameter;
  const isChosen = isSet(query, grouping(by).parameter) || isSet(query, name);
  return sizeFinding({ by, groups, hasRest, whole, scope, isChosen });
}

const nothing = ({ who, filters, when }: { who: string; filters: string; when: string }) =>
  `In these records, ${who} obligated nothing${filters} ${when}`;

/** The title of a chart of groups: what is to be seen, else what it shows. */
export const groupsTitle = (found: GroupsFinding): string => finding(found) ?? plainTitle(found.by);
