import {
  addMonths,
  type Day,
  dayNumber,
  daysAfter,
  daysBefore,
  fiscalYear,
  fiscalYearDays,
  formatDay,
  monthDays,
  yearBefore,
} from "@/lib/contracts/days";
import {
  type ComparableGrouping,
  comparableGroupings,
  type GroupingName,
  grouping,
  isTime,
} from "@/lib/contracts/groupings";
import { lookUp } from "@/lib/contracts/look-up";
import { stateNames } from "@/lib/contracts/places";
import type { FilterName } from "@/lib/query/filters";
import { change, type Query } from "@/lib/query/query";
import { hasGaps, type RecordDays, type Span, windowOf } from "@/lib/query/windows";

/** The values of `vs` besides days: periods relative to the one that the query selects. */
export const periodNames = ["year-earlier", "previous"] as const;
type PeriodName = (typeof periodNames)[number];
export const isPeriodName = (text: string): text is PeriodName => periodNames.includes(text as PeriodName);

/** Two periods of a selection. */
export interface ComparedPeriods {
  /** The selection itself, and the days of the records that it has. */
  current: Query;
  days: Span;
  /** The same selection in the earlier period. */
  earlier: Query;
  earlierDays: Span;
  /** What a reader must know of the periods: that they overlap, or that the records begin within the earlier one. */
  notes: string[];
}

/** The two periods of a query with `vs`; a sentence where they cannot be compared. */
export function comparedPeriods(query: Query, records: RecordDays): ComparedPeriods | string {
  const { data_from: began, data_through: through } = records;
  if (query.fy.length > 0 && hasGaps(query.fy))
    return "Only fiscal years in a row can be compared as one period. Choose years in a row, or dates.";
  const days = windowOf(query, records);
  if (days.from > days.to)
    return `These records do not reach this period. They run from ${formatDay(began)}, through ${formatDay(through)}.`;
  const earlierDays = periodBefore(days, query.vs ?? "year-earlier");
  if (earlierDays.from >= days.from)
    return `The period to compare with must begin before ${formatDay(days.from)}, where the other one begins.`;
  if (earlierDays.to < began)
    return `The records begin on ${formatDay(began)}, after ${periodText(earlierDays)}. Choose a later period.`;
  const selection = change(query, { vs: null });
  return {
    current: selection,
    days,
    earlier: change(selection, { fy: [], ...earlierDays }),
    earlierDays,
    notes: [
      earlierDays.from < began && `The records begin on ${formatDay(began)}, within the earlier period.`,
      earlierDays.to >= days.from && "The two periods overlap, so some actions are in both.",
    ].filter((note) => note !== false),
  };
}

/** A period as text: `Oct. 1, 2024 – Aug. 20, 2025`. */
export const periodText = ({ from, to }: Span): string =>
  from === to ? formatDay(from) : `${formatDay(from)} – ${formatDay(to)}`;

function periodBefore(days: Span, vs: string): Span {
  if (vs === "year-earlier") return yearEarlier(days);
  if (vs === "previous") return previousPeriod(days);
  const [from = "", to = ""] = vs.split("..");
  return { from, to };
}

const isMonthEnd = (day: Day) => monthDays(day.slice(0, 7)).to === day;
const isWholeMonths = ({ from, to }: Span) => from.endsWith("-01") && isMonthEnd(to);

/** The same dates a year earlier. Whole months stay whole, so that February has its leap day. */
function yearEarlier(days: Span): Span {
  const to = yearBefore(days.to);
  return { from: yearBefore(days.from), to: isWholeMonths(days) ? monthDays(to.slice(0, 7)).to : to };
}

/** As many days, or as many months where they are whole, that end on the day before a period. */
function previousPeriod(days: Span): Span {
  const to = daysBefore(days.from, 1);
  if (!isWholeMonths(days)) return { from: daysBefore(to, dayNumber(days.to) - dayNumber(days.from)), to };
  const first = days.from.slice(0, 7);
  const last = days.to.slice(0, 7);
  let months = 1;
  while (addMonths(first, months) <= last) months += 1;
  return { from: `${addMonths(first, -months)}-01`, to };
}

/** The most groups that one chart compares: more lines are hard to keep apart. */
export const mostCompared = 6;

/** The groups that the filter of a grouping chooses by their keys; none where it chooses all facilities of a state. */
export function chosenGroups(query: Query, by: GroupingName): string[] {
  const { parameter } = grouping(by);
  const values = [query[parameter]].flat().map(String);
  return parameter === "place" && values.some((value) => lookUp(stateNames, value)) ? [] : values;
}

/**
 * The groups that charts have. Where they overlap, actions that the filter chooses are in other groups too: only the chosen
 * ones are left, unless `except` leaves that filter out. What names nothing is no group then.
 */
export function chartedGroups<Entry extends { key: string | null }>(
  groups: Entry[],
  query: Query,
  by: GroupingName,
  except?: FilterName,
): Entry[] {
  const { overlaps, parameter } = grouping(by);
  if (!overlaps) return groups;
  const chosen = by === parameter && except !== parameter ? chosenGroups(query, by) : [];
  return groups.filter(({ key }) => key !== null && (chosen.length === 0 || chosen.includes(key)));
}

/**
 * Whether the chart of a grouping draws the chosen groups only: several, unless all others are requested; or one, if it
 * is requested alone. Agencies are chosen on every page, so their chart always has all of them.
 */
export function isChosenOnly(query: Query, by: GroupingName): boolean {
  if (isTime(by) || by === "agency") return false;
  const chosen = chosenGroups(query, by).length;
  return query.others === null ? chosen > 1 : query.others === "no" && chosen > 0;
}

/** What the periods of a query are compared by: what it shows, else the companies, or the categories of one company. */
export function comparedBy({ show, company, grouped }: Query): ComparableGrouping {
  const by =
    comparableGroupings.find((name) => name === show) ?? (company.length === 1 ? "category" : "company");
  return by === "company" && grouped === "no" ? "recipient" : by;
}

/** A comparison that a page offers. */
export interface ComparisonChoice {
  label: string;
  query: Query;
}

/**
 * The comparisons that suit a query: of its period, or else of periods counted back from the records' newest day. Those that
 * the records do not reach are left out.
 */
export function comparisonChoices(query: Query, records: RecordDays): ComparisonChoice[] {
  const { data_through: through } = records;
  const offered = hasPeriod(query)
    ? [
        { label: "The same dates a year earlier", query: change(query, { vs: "year-earlier" }) },
        { label: "The period before", query: change(query, { vs: "previous" }) },
      ]
    : periodChoices(query, through);
  const known = new Set<string>();
  return offered.filter((choice) => {
    const periods = comparedPeriods(choice.query, records);
    if (typeof periods === "string" || periods.earlierDays.from < records.data_from) return false;
    const text = periodText(periods.earlierDays) + periodText(periods.days);
    return !known.has(text) && known.add(text);
  });
}

const hasPeriod = ({ fy, from, to }: Query) => fy.length > 0 || from !== null || to !== null;

function periodChoices(query: Query, through: Day): ComparisonChoice[] {
  const year = fiscalYear(through);
  const isOver = fiscalYearDays(year).to === through;
  const last = isOver ? year : year - 1;
  const choice = (label: string, patch: Partial<Query>) => ({
    label,
    query: change(query, { vs: "year-earlier", ...patch }),
  });
  return [
    ...(isOver ? [] : [choice(`FY${year} so far and the same dates of FY${year - 1}`, { fy: [year] })]),
    choice(`FY${last} and FY${last - 1}`, { fy: [last] }),
    choice("The last 12 months and the 12 before", {
      from: daysAfter(yearBefore(through), 1),
      to: through,
    }),
  ];
}

/** A fiscal year and the year before it. If the records end within the year, both end on the same date. */
export interface Comparison {
  current: Query;
  earlier: Query;
  year: number;
  /** The last day of the records and the same day a year before; `null` if the records cover the whole fiscal year. */
  through: { current: Day; earlier: Day } | null;
}

/**
 * The years that a list of companies compares: its one fiscal year, or the current one, with the year before. `null` if
 * the list is of several years, or the records begin later.
 */
export function comparisonOf(query: Query, records: RecordDays): Comparison | null {
  const { data_from: began, data_through: through } = records;
  const [year = fiscalYear(through), ...more] = query.fy;
  if (more.length > 0 || year > fiscalYear(through) || year <= fiscalYear(began)) return null;
  const all = change(query, { fy: [] });
  const current = change(all, { fy: [year] });
  const { from, to } = fiscalYearDays(year);
  if (through >= to) return { current, earlier: change(all, { fy: [year - 1] }), year, through: null };
  const earlier = yearEarlier({ from, to: through });
  return {
    current,
    earlier: change(all, earlier),
    year,
    through: { current: through, earlier: earlier.to },
  };
}
