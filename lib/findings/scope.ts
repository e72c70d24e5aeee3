import { unfinishedYear } from "@/lib/contracts/companies";
import {
  type Day,
  fiscalYear,
  fiscalYearDays,
  formatDay,
  formatMonth,
  monthDays,
} from "@/lib/contracts/days";
import { lookUp } from "@/lib/contracts/look-up";
import { stateNames } from "@/lib/contracts/places";
import { joinNames } from "@/lib/contracts/text";
import { agencyNames } from "@/lib/query/agency-names";
import { type FilterName, filter, filterNames } from "@/lib/query/filters";
import { isSet, type Query } from "@/lib/query/query";
import { type Labels, valueText } from "@/lib/query/query-text";
import { type RecordDays, windowOf } from "@/lib/query/windows";

/** What a sentence is about, so that it says no more than its query selects. */
export interface Scope {
  /** Who obligates: "ICE", "ICE and CBP". */
  who: string;
  has: "has" | "have";
  /** "it" or "they". */
  pronoun: "it" | "they";
  /** The other filters, after a space: " to Palantir"; empty without one. */
  filters: string;
  /** The window: "so far in FY2026", "since Jan. 20, 2025". */
  when: string;
}

/** The most filters that a sentence names, and the most values of one; it calls more of them a selection. */
const most = { filters: 2, values: 3 };

export function scopeOf(query: Query, days: RecordDays, names: Labels): Scope {
  const isOne = query.agency.length === 1;
  return {
    who: agencyNames(query),
    has: isOne ? "has" : "have",
    pronoun: isOne ? "it" : "they",
    filters: filtersPhrase(query, names),
    when: windowPhrase(query, days),
  };
}

/** How a sentence names the values of a filter after "what ICE obligated"; the other filters follow in brackets. */
const phrases: Partial<Record<FilterName, (values: string) => string>> = {
  company: (values) => ` to ${values}`,
  recipient: (values) => ` to ${values}`,
  office: (values) => ` through the office “${values}”`,
  category: (values) => ` for ${values}`,
  psc: (values) => ` for “${values}”`,
  naics: (values) => ` in the industry “${values}”`,
  performed_in: (values) => ` for work in ${values}`,
  place: (values) => ` on actions that name ${values}`,
  vehicle: (values) => ` on orders under ${values}`,
  vehicle_agency: (values) => ` on orders under vehicles of ${values}`,
  vehicle_kind: (values) => ` on orders under vehicles of the kind ${values}`,
  brand: (values) => ` on actions that name ${values}`,
  q: (values) => ` on actions that match “${values}”`,
};

const windowFilters: FilterName[] = ["fy", "from", "to"];
/** Filters that take more words than a title has. */
const wordy: FilterName[] = ["min", "max", "new", "sign", "brand_words", "ends_before", "estimated_before"];
const isSpecial = (value: string) => value === "none" || value === "unreported";

/** The filters of a query, without its agencies and its window. */
export function filtersPhrase(query: Query, names: Labels): string {
  const set = filterNames.filter(
    (name) => name !== "agency" && !windowFilters.includes(name) && isSet(query, name),
  );
  const isNamed = set.every((name) => isKnown(query, name, names));
  // `owned` leaves out actions too.
  if (set.length > most.filters || !isNamed || query.grouped === "owned")
    return set.length + Number(query.grouped === "owned") === 0 ? "" : " in this selection";
  const bracketed: string[] = [];
  const words = set.map((name) => {
    const values = [query[name]].flat().map(String);
    const texts = joinNames(values.map((value) => valueText(query, names, name, value)));
    const phrase = phrases[name];
    if (phrase && !values.some(isSpecial)) return phrase(texts);
    bracketed.push(`${filter(name).label.toLowerCase()}: ${texts}`);
    return "";
  });
  return words.join("") + (bracketed.length > 0 ? ` (${bracketed.join("; ")})` : "");
}

/** Whether every value of a filter has a name that a reader can know. */
function isKnown(query: Query, name: FilterName, names: Labels): boolean {
  const values = [query[name]].flat().map(String);
  if (wordy.includes(name) || values.length > most.values) return false;
  return (
    !filter(name).names ||
    values.every(
      (value) =>
        isSpecial(value) ||
        (name === "place" && lookUp(stateNames, value) !== undefined) ||
        lookUp(names[name] ?? {}, value) !== undefined,
    )
  );
}

/** The window of a query. An unfinished period is "so far". */
export function windowPhrase({ fy, from, to }: Query, days: RecordDays): string {
  if (from === null && to === null && fy.length > 0) {
    const unfinished = unfinishedYear(days.data_through)?.year;
    const years = fy.toSorted((one, other) => one - other);
    if (years.join() === String(unfinished)) return `so far in FY${unfinished}`;
    return `in ${joinNames(years.map((year) => `FY${year}${year === unfinished ? " so far" : ""}`))}`;
  }
  const years = fy.length > 0 ? `in ${joinNames(fy.map((year) => `FY${year}`))}, ` : "";
  return years + daysPhrase(from, to, days);
}

function daysPhrase(
  from: Day | null,
  to: Day | null,
  { data_from: began, data_through: through }: RecordDays,
): string {
  const isOpen = to === null || to >= through;
  const period = from && to ? periodOf(from, to) : null;
  if (period) return isOpen && to !== through ? `so far in ${period}` : `in ${period}`;
  const first = from !== null && from > began ? from : began;
  if (isOpen) return `since ${formatDay(first)}`;
  return first === to ? `on ${formatDay(first)}` : `from ${formatDay(first)}, through ${formatDay(to)}`;
}

/** The month, calendar year or fiscal year that two days are the ends of. */
function periodOf(from: Day, to: Day): string | null {
  const month = monthDays(from.slice(0, 7));
  if (month.from === from && month.to === to) return formatMonth(from.slice(0, 7));
  const year = fiscalYear(to);
  const days = fiscalYearDays(year);
  if (days.from === from && days.to === to) return `FY${year}`;
  return from.endsWith("-01-01") && to === `${from.slice(0, 4)}-12-31` ? from.slice(0, 4) : null;
}

/** Why the records can have nothing in the window of a query, as a sentence without its period; `null` if they can. */
export function beyondRecords(query: Query, days: RecordDays): string | null {
  const { data_from: began, data_through: through } = days;
  const { from, to } = windowOf(query, { data_from: "0001-01-01", data_through: "9999-12-31" });
  if (from > to) return "The chosen dates and fiscal years have no day in common";
  if (from > through) return `These records end on ${formatDay(through)}, before the chosen dates`;
  return to < began ? `These records begin on ${formatDay(began)}, after the chosen dates` : null;
}

/** The window of a query as dates: `from Oct. 1, 2020, through Aug. 20, 2026`. */
export function daysText(query: Query, days: RecordDays): string {
  const { from, to } = windowOf(query, days);
  if (from > to) return from > days.data_through ? `since ${formatDay(from)}` : `through ${formatDay(to)}`;
  return from === to ? `on ${formatDay(from)}` : `from ${formatDay(from)}, through ${formatDay(to)}`;
}

/** The same for a subtitle: `Oct. 1, 2020 – Aug. 20, 2026`. */
export function spanText(query: Query, days: RecordDays): string {
  const { from, to } = windowOf(query, days);
  if (from > to) return daysText(query, days);
  return from === to ? formatDay(from) : `${formatDay(from)} – ${formatDay(to)}`;
}

/** Whether the window of a query and the records have all of a period. */
export function isWhole(
  period: { from: Day; to: Day },
  { fy, from, to }: Query,
  { data_from: began, data_through: through }: RecordDays,
): boolean {
  const isIn = (day: Day) =>
    day >= began &&
    day <= through &&
    day >= (from ?? began) &&
    day <= (to ?? through) &&
    (fy.length === 0 || fy.includes(fiscalYear(day)));
  return isIn(period.from) && isIn(period.to);
}

/** Whether a query selects up to the newest day of the records. */
export function isUpToNow({ fy, to }: Query, { data_through: through }: RecordDays): boolean {
  return (to === null || to >= through) && (fy.length === 0 || fy.includes(fiscalYear(through)));
}
