import "server-only";

import { type GroupingName, isTime } from "@/lib/contracts/groupings";
import { finding } from "@/lib/findings/finding";
import type { Query } from "@/lib/query/query";
import type { Labels } from "@/lib/query/query-text";
import { groups, periods, totals } from "@/lib/store/contracts";
import type { Store } from "@/lib/store/open";
import { sameDates } from "@/lib/store/overview";

/** What is to be seen in the picture of a query's groups, for link previews; `undefined` if nothing is worth a title. */
export async function chartFinding(
  store: Store,
  query: Query,
  by: GroupingName,
  names: Labels,
): Promise<string | undefined> {
  const [found, whole, dates] = await Promise.all([
    isTime(by) ? periods(store, query, by) : groups(store, query, by).then((all) => all.groups),
    totals(store, query),
    by === "fiscal_year" ? sameDates(store, query) : undefined,
  ]);
  const all = { by, query, names, groups: found, whole: whole.net, sameDates: dates };
  return finding({ ...all, days: store.info }) ?? undefined;
}
