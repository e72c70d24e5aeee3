import { formatDay, washingtonDay } from "@/lib/contracts/days";
import { type EndingContract, type EndName, ends } from "@/lib/contracts/expiring";
import { formatMoney } from "@/lib/contracts/money";
import { estimateText } from "@/lib/contracts/option-ends";
import type { SnapshotInfo } from "@/lib/contracts/snapshots";
import { answer, answerSheet, requireSnapshot } from "@/lib/http/answer";
import { type CalendarEvent, calendar, calendarType } from "@/lib/http/calendar";
import { exportName } from "@/lib/http/export";
import { aboutSnapshot } from "@/lib/http/json";
import { readRequest } from "@/lib/http/problem";
import { cacheHeaders, entityTag, notModified, route } from "@/lib/http/route";
import type { SheetColumn } from "@/lib/http/sheet";
import { endingDays } from "@/lib/query/expiring";
import { everyRowOf } from "@/lib/query/query";
import { selectionName } from "@/lib/query/query-text";
import { type EndingChoice, endingRequest } from "@/lib/query/requests";
import { defaultEnd, endings, everyEnding, hasEnds } from "@/lib/store/expiring";
import { labels } from "@/lib/store/facets";
import { openStore } from "@/lib/store/open";

/**
 * The contracts of a selection that end soon, counted from today in Washington; as `/expiring.ics`, a calendar of all of them, as
 * `/expiring.csv` a table. Where the snapshot has no end dates, `has_end_dates` is false and the ends are estimated from words.
 */
export const GET = route(async ({ request, params }) => {
  const { query, within, end } = readRequest(endingRequest, params);
  const store = await openStore(query.snapshot);
  const { info } = store;
  const choice = { within, end: end ?? defaultEnd(store) };
  const today = washingtonDay(new Date());
  const days = endingDays(choice, today);
  const [, extension] = /\.(csv|ics|json)$/i.exec(new URL(request.url).pathname) ?? [];
  const named = (format: "csv" | "ics" | "json") =>
    exportName(query, info.id, format, {
      what: "expiring",
      more: { within: String(choice.within), end: choice.end },
    });
  const file = (format: "ics" | "json") => ({
    "content-disposition": `attachment; filename="${named(format)}"`,
  });
  const own = `${choice.within} ${choice.end} ${today}`;
  const has = choice.end === "words" || hasEnds(store);
  const every = async () => (has ? everyEnding(store, everyRowOf(query), days) : []);

  if (extension?.toLowerCase() === "csv") {
    return answerSheet(
      request,
      info,
      everyRowOf(query),
      { file: named("csv"), columns: columns(choice.end, info.id), rows: every },
      own,
    );
  }

  if (extension?.toLowerCase() === "ics") {
    const whole = everyRowOf(query);
    requireSnapshot(info, whole);
    const tag = entityTag(
      info.id,
      `${endingRequest.href("/expiring.ics", { query: whole, ...choice })}&today=${today}`,
    );
    const known = notModified(request, tag);
    if (known) return known;
    const rows = await every();
    const text = calendar({
      name: `${ends[choice.end].label} of contracts of ${selectionName(whole, await labels(store, whole))}`,
      description: sourceSentence(info),
      made: info.built,
      events:
        rows.length > 0
          ? rows.map((row) => asEvent(row, choice, info))
          : [emptyEvent(choice, today, info, has)],
    });
    const headers = { ...cacheHeaders(tag), ...file("ics"), "content-type": calendarType };
    return new Response(text, { headers });
  }

  const response = await answer(
    "/api/expiring",
    request,
    info,
    query,
    async () => {
      const found = has ? await endings(store, query, days) : null;
      const rows = found?.contracts ?? 0;
      return {
        snapshot: aboutSnapshot(info, query),
        query: { ...query, ...choice },
        today,
        from: days.from,
        to: days.to,
        end: choice.end,
        has_end_dates: hasEnds(store),
        contracts: rows,
        known: found?.known ?? null,
        weeks: found?.weeks ?? [],
        page: { number: query.page, size: query.size, rows, pages: Math.ceil(rows / query.size) },
        rows: found?.rows.map((row) => ({ ...row, estimate: estimateOf(row, choice.end) })) ?? [],
      };
    },
    own,
  );
  if (extension) response.headers.set("content-disposition", file("json")["content-disposition"]);
  return response;
});

type ListedEnds = Pick<EndingChoice, "within"> & { end: EndName };

const sourceSentence = ({ id, data_through }: SnapshotInfo) =>
  `As recorded at USAspending.gov, records through ${formatDay(data_through)} (snapshot ${id}). An end may have moved since.`;

/** What an estimated end is counted from; `null` for a recorded one. */
const estimateOf = (row: EndingContract, end: EndName) => (end === "words" ? estimateText(row) : null);

const columns = (end: EndName, snapshot: string): SheetColumn<EndingContract>[] => [
  { name: "contract", kind: "code", value: ({ key }) => key },
  { name: "piid", kind: "code", value: ({ piid }) => piid },
  { name: "company", kind: "text", value: ({ company }) => company.name },
  { name: "recipient", kind: "text", value: ({ recipient }) => recipient },
  { name: "description", kind: "text", value: ({ description }) => description },
  { name: end === "words" ? "estimated_end" : `${end}_end`, kind: "day", value: ({ ends }) => ends },
  { name: "days_left", kind: "count", value: (row) => row.days_left },
  ...(end === "words"
    ? ([
        { name: "option_words", kind: "text", value: (row) => row.option_words },
        { name: "option_signed", kind: "day", value: (row) => row.option_signed },
        { name: "estimate", kind: "text", value: (row) => estimateOf(row, end) },
      ] satisfies SheetColumn<EndingContract>[])
    : ([
        { name: "options_not_used", kind: "money", value: (row) => row.options_not_used },
      ] satisfies SheetColumn<EndingContract>[])),
  { name: "in_records", kind: "money", value: (row) => row.in_records },
  { name: "snapshot", kind: "text", value: () => snapshot },
];

function asEvent(row: EndingContract, { end }: ListedEnds, info: SnapshotInfo): CalendarEvent {
  const { label } = ends[end];
  const line = (name: string, text: string | null) => (text === null ? [] : [`${name}: ${text}`]);
  const other = end === "current" ? row.potential_end : row.current_end;
  return {
    uid: `${end}-end-${row.key}`,
    day: row.ends,
    summary: `${end === "words" ? "End estimated from the words" : label}: ${row.piid}, ${row.company.name}`,
    description: [
      ...line("Recipient", row.recipient),
      ...line("Latest description", row.description),
      ...line("Latest action", row.latest_kind),
      ...(end === "words"
        ? [...line("The words", row.option_words), ...line("Estimate", estimateText(row))]
        : line(end === "current" ? "Potential end" : "Current end", other && formatDay(other))),
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
  { within, end }: ListedEnds,
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
