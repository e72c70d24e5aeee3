import { groupData, questionOf } from "@/components/charts/group-data";
import { mostBars } from "@/components/charts/groups";
import { chartLinks, remaining, withLinks } from "@/components/charts/links";
import { pictureColors } from "@/components/charts/palette";
import { Picture } from "@/components/charts/picture";
import { earlierYears } from "@/components/charts/time";
import { sourceText } from "@/components/charts/words";
import { grouping, isTime } from "@/lib/contracts/groupings";
import { requireSnapshot } from "@/lib/http/answer";
import { exportName, formatOf } from "@/lib/http/export";
import { pictureRequest } from "@/lib/http/groups";
import { originOf, originVary } from "@/lib/http/origin";
import { draw, pictureFormats, pictureTypes } from "@/lib/http/picture";
import { readRequest } from "@/lib/http/problem";
import { cacheHeaders, entityTag, notModified, route } from "@/lib/http/route";
import { everyRowOf, href, toSearchParams } from "@/lib/query/query";
import { selectionName, windowText } from "@/lib/query/query-text";
import { groups, periods, totals } from "@/lib/store/contracts";
import { labels } from "@/lib/store/facets";
import { openStore } from "@/lib/store/open";

/** The selected actions by one grouping, drawn to be published; also `/groups.png` and `/groups.svg`. */
export const GET = route(async ({ request, params }) => {
  const { pathname } = new URL(request.url);
  const {
    query: requested,
    by: [by],
    top,
    format: named,
  } = readRequest(pictureRequest, params, (read) => formatOf(pathname, read.format, pictureFormats).faults);
  const { format } = formatOf(pathname, named, pictureFormats);
  const store = await openStore(requested.snapshot);
  const { info } = store;
  requireSnapshot(info, requested);
  const query = everyRowOf(requested);
  const origin = originOf(request.headers);
  const tag = entityTag(
    info.id,
    `${format}:${origin}/groups?${toSearchParams(query)}&by=${by}&top=${top ?? ""}`,
  );
  const known = notModified(request, tag);
  if (known) return known;

  const [found, whole, names] = await Promise.all([
    isTime(by)
      ? periods(store, query, by).then((all) => ({ groups: all, rest: null }))
      : groups(store, query, by, { top: top ?? mostBars }),
    totals(store, query),
    labels(store, query),
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
  const picture = (
    <Picture
      title={questionOf(by)}
      subtitle={`Obligated (net) by ${label}, ${windowText(query, info.data_from, info.data_through)}. Contract actions of ${selectionName(query, names, ["fy", "from", "to"])}.${overlaps ? ` An action counts under each ${label}, so the shares overlap.` : ""}`}
      data={found.groups.length > 0 ? data : null}
      source={`${sourceText(info.data_through)}, snapshot ${info.id}. Obligations, not payments; without subcontracts.`}
      address={origin + (chart.includes("#") ? (records ?? href("/contracts", query)) : chart)}
    />
  );
  const file = exportName(query, info.id, format, {
    what: `by-${by.replaceAll("_", "-")}`,
    more: { top: top === undefined ? "" : String(top) },
  });
  return new Response((await draw(picture, pictureColors, format)) as BodyInit, {
    headers: {
      ...cacheHeaders(tag),
      vary: originVary,
      "content-type": pictureTypes[format],
      "content-disposition": `inline; filename="${file}"`,
    },
  });
});
