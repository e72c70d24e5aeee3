import { pictureEndpoint } from "@/app/api/picture-endpoint";
import { chosenLines, chosenTitle } from "@/components/charts/chosen";
import { flowChart } from "@/components/charts/flow";
import { groupData } from "@/components/charts/group-data";
import { mostBars } from "@/components/charts/groups";
import { chartLinks, remaining, withLinks } from "@/components/charts/links";
import { earlierYears } from "@/components/charts/time";
import { type FlowStages, foldFlow } from "@/lib/contracts/flow";
import { type GroupingName, grouping, isTime } from "@/lib/contracts/groupings";
import { pictureShapes } from "@/lib/contracts/pictures";
import { joinNames } from "@/lib/contracts/text";
import { groupsTitle } from "@/lib/findings/finding";
import { flowTitle } from "@/lib/findings/flow";
import { mostDrawn, undrawable } from "@/lib/http/groups";
import { mostCompared } from "@/lib/query/comparison";
import { change, everyRowOf, href } from "@/lib/query/query";
import { selectionName, windowText } from "@/lib/query/query-text";
import { firstGroups, largestFirst, periods, threeWayGroups, totals } from "@/lib/store/contracts";
import { labels } from "@/lib/store/facets";
import { netsOverTime } from "@/lib/store/leaders";
import { sameDates } from "@/lib/store/overview";

/** The selected actions by one grouping, drawn to be published; also `/groups.png` and `/groups.svg`. */
export const GET = pictureEndpoint(
  "/api/groups/image",
  async ({ requested, store, info }) => {
    const {
      by: [by, second, third],
      top,
      shape,
    } = requested;
    const query = everyRowOf(requested.query);
    const makeLines = async (time: "fiscal_year" | "month", of: GroupingName) => {
      const [nets, names] = await Promise.all([netsOverTime(store, query, time, of), labels(store, query)]);
      const drawn = { ...nets, lines: nets.lines.slice(0, mostCompared) };
      const { label, plural } = grouping(of);
      return {
        title: chosenTitle(plural, time, drawn, info),
        subtitle: `Obligated (net) by ${label} and ${grouping(time).label}, ${windowText(query, info.data_from, info.data_through)}. Contract actions of ${selectionName(query, names, ["fy", "from", "to"])}.${nets.lines.length > mostCompared ? ` The ${mostCompared} largest of ${nets.lines.length} ${plural}.` : ""}`,
        data:
          drawn.keys.length > 0
            ? (higher: number) => chosenLines(of, time, drawn, info.data_through, higher)
            : null,
        address: chartLinks(query, of, { page: "/contracts" }).chart,
      };
    };
    const makeFlow = async (stages: FlowStages) => {
      const [{ groups: found }, whole, names] = await Promise.all([
        threeWayGroups(store, query, stages),
        totals(store, query),
        labels(store, query),
      ]);
      const flow = foldFlow(found);
      const chartOf = (higher: number) => flowChart(flow, { stages, higher, hrefOf: () => null });
      const plain = chartOf(0);
      return {
        title: flowTitle({ query, days: info, names, flow, stages, whole: whole.net }),
        subtitle: `Obligated (net) by ${joinNames(stages.map((name) => grouping(name).label))}, ${windowText(query, info.data_from, info.data_through)}. Contract actions of ${selectionName(query, names, ["fy", "from", "to"])}.`,
        data: plain && ((higher: number) => chartOf(higher) ?? plain),
        address: href("/contracts", change(query, { show: "flow" })),
      };
    };
    const make = async () => {
      if (second && third) return makeFlow([by, second, third]);
      if (second && (by === "fiscal_year" || by === "month")) return makeLines(by, second);
      const [found, whole, names, dates] = await Promise.all([
        isTime(by)
          ? periods(store, query, by).then((all) => ({ groups: all, rest: null }))
          : largestFirst(store, query, by).then((all) =>
              firstGroups(all, Math.min(top ?? mostBars, shape ? pictureShapes[shape].bars : mostDrawn)),
            ),
        totals(store, query),
        labels(store, query),
        by === "fiscal_year" ? sameDates(store, query) : undefined,
      ]);
      const { label, overlaps } = grouping(by);
      const isPast = by === "month" ? earlierYears(found.groups) : () => false;
      const { chart, records } = chartLinks(query, by, { page: "/contracts" });
      const data = groupData(by, {
        // A picture has no links.
        groups: withLinks(found.groups, query, by).map((group) => ({
          ...group,
          past: isPast(group),
          href: null,
          page: null,
        })),
        rest: remaining(found.rest, by),
        whole: whole.net,
        through: info.data_through,
      });
      const title = groupsTitle({
        by: by === "company" && query.grouped === "no" ? "recipient" : by,
        query,
        days: info,
        names,
        groups: found.groups,
        hasRest: found.rest !== null,
        whole: whole.net,
        sameDates: dates,
      });
      return {
        title,
        subtitle: `Obligated (net) by ${label}, ${windowText(query, info.data_from, info.data_through)}. Contract actions of ${selectionName(query, names, ["fy", "from", "to"])}.${overlaps ? ` An action counts under each ${label}, so the shares overlap.` : ""}`,
        data: found.groups.length > 0 ? data : null,
        address: chart.includes("#") ? (records ?? href("/contracts", query)) : chart,
      };
    };
    return {
      file: {
        what: `by-${requested.by.join("-and-").replaceAll("_", "-")}`,
        more: { top, shape },
      },
      make,
    };
  },
  ({ by }) => undrawable(by),
);
