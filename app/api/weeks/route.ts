import { daysAfter } from "@/lib/contracts/days";
import { weekDays } from "@/lib/contracts/weeks";
import { weekFinding, weekSums } from "@/lib/findings/week";
import { endpoint } from "@/lib/http/endpoint";
import { feedId } from "@/lib/http/feed";
import { answerFeed } from "@/lib/http/feed-answer";
import { agencyNames } from "@/lib/query/agency-names";
import { weekPage } from "@/lib/query/pages";
import { weekRequest } from "@/lib/query/requests";
import { totals } from "@/lib/store/contracts";
import { latestWeeks } from "@/lib/store/week";

/** The latest whole weeks, one entry each, as Atom (`/weeks.atom`) or JSON Feed (`/weeks.json`). */
export const GET = endpoint("/api/weeks", (call) => {
  const { query, store, origin } = call;
  return answerFeed(call, {
    named: weekRequest.href("/weeks.atom", { query }),
    path: "/weeks",
    write: (path) => weekRequest.href(path, { query }),
    page: weekRequest.href("/changes", { query }),
    title: `${agencyNames(query)} contracts by week`,
    description: "What was signed in each week, Monday to Sunday.",
    next: null,
    entries: () =>
      Promise.all(
        latestWeeks(store).map(async (week) => {
          const days = weekDays(week) ?? { from: "", to: "" };
          const sums = await totals(store, { ...query, ...days });
          const address = weekPage(week, query);
          return {
            id: feedId(address),
            title: weekFinding(query, days, sums, store.info.data_through),
            text: weekSums(sums),
            link: `${origin}${address}`,
            time: `${daysAfter(days.to, 1)}T00:00:00.000Z`,
            kind: "week",
          };
        }),
      ),
  });
});
