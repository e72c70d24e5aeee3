import { formatDay, washingtonDay } from "@/lib/contracts/days";
import { type EndingContract, type EndName, ends } from "@/lib/contracts/expiring";
import { formatMoney } from "@/lib/contracts/money";
import { estimateText } from "@/lib/contracts/option-ends";
import type { SnapshotInfo } from "@/lib/contracts/snapshots";
import { type CalendarEvent, calendar, calendarType } from "@/lib/http/calendar";
import { endpoint } from "@/lib/http/endpoint";
import { exportName } from "@/lib/http/export";
import { aboutSnapshot, pageOf } from "@/lib/http/json";
import { fields, type SheetColumn } from "@/lib/http/sheet";
import { listedDays } from "@/lib/query/expiring";
import { everyRowOf } from "@/lib/query/query";
import { selectionName } from "@/lib/query/query-text";
import type { EndingChoice } from "@/lib/query/requests";
import { defaultEnd, endings, everyEnding, hasEnds } from "@/lib/store/expiring";
import { labels } from "@/lib/store/facets";

/**
 * The contracts of a selection that end soon, counted from today in Washington; as `/expiring.ics`, a calendar of all of them, as
 * `/expiring.csv` a table. Where the snapshot has no end dates, `has_end_dates` is false and the ends are estimated from words.
 */
export const GET = endpoint(
  "/api/expiring",
  ({ requested: { query, within, end, passed }, format, isFile, store, info, json, sheet, respond }) => {
    const choice = { within, end: end ?? defaultEnd(store), passed };
    const today = washingtonDay(new Date());
    const days = listedDays(choice, today, info.data_through);
    const file = { what: "expiring", more: choice };
    const has = choice.end === "words" || hasEnds(store);
    const every = async () => (has ? everyEnding(store, everyRowOf(query), days) : []);
    if (format === "csv") return sheet(file, columns(choice.end), every);
    if (format === "ics")
      return respond(
        {
          "content-type": calendarType,
          "content-disposition": `attachment; filename="${exportName(query, info.id, "ics", file)}"`,
        },
        async () => {
          const rows = await every();
          return calendar({
            name: `${ends[choice.end].label} of contracts of ${selectionName(query, await labels(store, query))}`,
            description: sourceSentence(info),
            made: info.built,
            events:
              rows.length > 0
                ? rows.map((row) => asEvent(row, choice, info))
                : [emptyEvent(choice, today, info, has)],
          });
        },
      );
    return json(
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
          page: pageOf(query, rows),
          rows: found?.rows.map((row) => ({ ...row, estimate: estimateOf(row, choice.end) })) ?? [],
        };
      },
      { file: isFile ? file : undefined },
    );
  },
  { formats: ["json", "csv", "ics"] },
);

type ListedEnds = Omit<EndingChoice, "end"> & { end: EndName };

const sourceSentence = ({ id, data_through }: SnapshotInfo) =>
  `As recorded at USAspending.gov, records through ${formatDay(data_through)} (snapshot ${id}). An end may have moved since.`;

/** What an estimated end is counted from; `null` for a recorded one. */
const estimateOf = (row: EndingContract, end: EndName) => (end === "words" ? estimateText(row) : null);

const columns = (end: EndName): SheetColumn<EndingContract>[] => [
  { name: "contract", kind: "code", value: ({ key }) => key },
  ...fields("code", "piid"),
  { name: "company", kind: "text", value: ({ company }) => company.name },
  ...fields("text", "recipient", "description"),
  { name: end === "words" ? "estimated_end" : `${end}_end`, kind: "day", value: ({ ends }) => ends },
  ...fields("count", "days_left"),
  ...(end === "words"
    ? [
        ...fields("text", "option_words"),
        ...fields("day", "option_signed"),
        { name: "estimate", kind: "text" as const, value: (row: EndingContract) => estimateOf(row, end) },
      ]
    : fields("money", "options_not_used")),
  ...fields("money", "in_records"),
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
  { within, end, passed }: ListedEnds,
  today: string,
  info: SnapshotInfo,
  has: boolean,
): CalendarEvent {
  return {
    uid: `${end}-end-none`,
    day: today,
    summary: has
      ? `No contract in this selection ${passed ? "ended since the records end" : `ends in the next ${within} days`}`
      : "These records have no end dates of contracts",
    description: [sourceSentence(info)],
    url: null,
  };
}
