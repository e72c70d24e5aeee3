import { formatDay, washingtonDay } from "@/lib/contracts/days";
import { type EndingContract, ends } from "@/lib/contracts/ending";
import { formatMoney } from "@/lib/contracts/money";
import type { SnapshotInfo } from "@/lib/contracts/snapshots";
import { answer, requireSnapshot } from "@/lib/http/answer";
import { type CalendarEvent, calendar, calendarType } from "@/lib/http/calendar";
import { exportName } from "@/lib/http/export";
import { aboutSnapshot } from "@/lib/http/json";
import { readRequest } from "@/lib/http/problem";
import { cacheHeaders, entityTag, notModified, route } from "@/lib/http/route";
import { endingDays } from "@/lib/query/ending";
import { everyRowOf } from "@/lib/query/query";
import { selectionName } from "@/lib/query/query-text";
import { type EndingChoice, endingRequest } from "@/lib/query/requests";
import { endings, everyEnding, hasEnds } from "@/lib/store/ending";
import { labels } from "@/lib/store/facets";
import { openStore } from "@/lib/store/open";

/**
 * The contracts of a selection that end soon, counted from today in Washington; as `/ending.ics`, a calendar of all of them. If
 * the snapshot has no end dates, the list is empty and `has_end_dates` is false.
 */
export const GET = route(async ({ request, params }) => {
  const { query, ...choice } = readRequest(endingRequest, params);
  const store = await openStore(query.snapshot);
  const { info } = store;
  const today = washingtonDay(new Date());
  const days = endingDays(choice, today);
  const [, extension] = /\.(ics|json)$/i.exec(new URL(request.url).pathname) ?? [];
  const file = (format: "ics" | "json") => ({
    "content-disposition": `attachment; filename="${exportName(query, info.id, format, {
      what: "ending",
      more: { within: String(choice.within), end: choice.end },
    })}"`,
  });

  if (extension?.toLowerCase() === "ics") {
    const whole = everyRowOf(query);
    requireSnapshot(info, whole);
    const tag = entityTag(
      info.id,
      `${endingRequest.href("/ending.ics", { query: whole, ...choice })}&today=${today}`,
    );
    const known = notModified(request, tag);
    if (known) return known;
    const rows = hasEnds(store) ? await everyEnding(store, whole, days) : [];
    const text = calendar({
      name: `${ends[choice.end].label} of contracts of ${selectionName(whole, await labels(store, whole))}`,
      description: sourceSentence(info),
      made: info.built,
      events:
        rows.length > 0
          ? rows.map((row) => asEvent(row, choice, info))
          : [emptyEvent(choice, today, info, hasEnds(store))],
    });
    const headers = { ...cacheHeaders(tag), ...file("ics"), "content-type": calendarType };
    return new Response(text, { headers });
  }

  const response = await answer(
    "/api/ending",
    request,
    info,
    query,
    async () => {
      const has = hasEnds(store);
      const found = has ? await endings(store, query, days) : null;
      const rows = found?.contracts ?? 0;
      return {
        snapshot: aboutSnapshot(info, query),
        query: { ...query, ...choice },
        today,
        from: days.from,
        to: days.to,
        has_end_dates: has,
        contracts: rows,
        known: found?.known ?? null,
        weeks: found?.weeks ?? [],
        page: { number: query.page, size: query.size, rows, pages: Math.ceil(rows / query.size) },
        rows: found?.rows ?? [],
      };
    },
    `${choice.within} ${choice.end} ${today}`,
  );
  if (extension) response.headers.set("content-disposition", file("json")["content-disposition"]);
  return response;
});

const sourceSentence = ({ id, data_through }: SnapshotInfo) =>
  `As recorded at USAspending.gov, records through ${formatDay(data_through)} (snapshot ${id}). An end may have moved since.`;

function asEvent(row: EndingContract, { end }: EndingChoice, info: SnapshotInfo): CalendarEvent {
  const { label } = ends[end];
  const line = (name: string, text: string | null) => (text === null ? [] : [`${name}: ${text}`]);
  const other = end === "current" ? row.potential_end : row.current_end;
  return {
    uid: `${end}-end-${row.key}`,
    day: row.ends,
    summary: `${label}: ${row.piid}, ${row.company.name}`,
    description: [
      ...line("Recipient", row.recipient),
      ...line("Latest description", row.description),
      ...line("Latest action", row.latest_kind),
      ...line(end === "current" ? "Potential end" : "Current end", other && formatDay(other)),
      ...line(
        "Options not yet used",
        row.options_not_used === null ? null : formatMoney(row.options_not_used),
      ),
      row.in_records === null
        ? "No action of it is in these records: known only from an award summary"
        : `Obligated in these records (net): ${formatMoney(row.in_records)}`,
      sourceSentence(info),
    ],
    url: row.key.startsWith("CONT_AWD_")
      ? `https://www.usaspending.gov/award/${encodeURIComponent(row.key)}`
      : null,
  };
}

/** A calendar must have an event: one that says that nothing ends. */
function emptyEvent(
  { within, end }: EndingChoice,
  today: string,
  info: SnapshotInfo,
  has: boolean,
): CalendarEvent {
  return {
    uid: `${end}-end-none`,
    day: today,
    summary: has
      ? `No contract in this selection ends in the next ${within} days`
      : "These records have no end dates of contracts",
    description: [sourceSentence(info)],
    url: null,
  };
}
