import type { Group, TwoWayGroup } from "@/lib/contracts/facts";
import { grouping } from "@/lib/contracts/groupings";
import { answer, answerSheet } from "@/lib/http/answer";
import { exportName, readFormat } from "@/lib/http/export";
import { groupSheet } from "@/lib/http/group-sheet";
import { readGroups } from "@/lib/http/groups";
import { aboutSnapshot, inDollars } from "@/lib/http/json";
import { refuse } from "@/lib/http/problem";
import { route } from "@/lib/http/route";
import { everyRowOf } from "@/lib/query/query";
import { type Groups, groups, totals, twoWayGroups } from "@/lib/store/contracts";
import { openStore } from "@/lib/store/open";

/**
 * The selected actions grouped by one thing or two, as JSON or CSV; also `/groups.json` and `/groups.csv`. Every filter
 * counts here, also that of the grouping itself. Where groups overlap, as brands do, the answer says so: an action
 * counts in each of its own.
 */
export const GET = route(async ({ request, params }) => {
  const { query: asked, by: names, top, problems } = readGroups(params, { by: 2, top: 99_999 });
  const { format, problems: unread } = readFormat(new URL(request.url).pathname, params, ["json", "csv"]);
  refuse([...problems, ...unread]);
  const [first, second] = names;
  const store = await openStore(asked.snapshot);
  const find = (): Promise<Groups<Group | TwoWayGroup>> =>
    second ? twoWayGroups(store, asked, [first, second], { top }) : groups(store, asked, first, { top });
  const beside = `by=${names}&top=${top ?? ""}`;

  if (format === "csv") {
    const query = everyRowOf(asked);
    const { columns, rows } = groupSheet(query, names, store.info.id);
    const what = `groups-by-${names.join("-and-").replaceAll("_", "-")}`;
    const more = { top: top === undefined ? "" : String(top) };
    const file = exportName(query, store.info.id, format, { what, more });
    return answerSheet(
      request,
      store.info,
      query,
      { file, columns, rows: async () => rows(await find()) },
      beside,
    );
  }
  return answer(
    request,
    store.info,
    asked,
    async () => {
      const [sum, found] = await Promise.all([totals(store, asked), find()]);
      return {
        snapshot: aboutSnapshot(store.info, asked),
        query: asked,
        by: second ? names : first,
        overlaps: names.some((name) => grouping(name).overlaps === true),
        totals: inDollars(sum),
        groups: found.groups.map(inDollars),
        rest: found.rest && inDollars(found.rest),
      };
    },
    beside,
  );
});
