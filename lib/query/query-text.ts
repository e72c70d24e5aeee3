import { unfinishedYear } from "@/lib/contracts/companies";
import { type Day, formatDay } from "@/lib/contracts/days";
import { lookUp } from "@/lib/contracts/look-up";
import { notReported } from "@/lib/contracts/text";
import { agencyNames } from "@/lib/query/agency-names";
import { type FilterName, filter, filterNames } from "@/lib/query/filters";
import { isSet, type Query, without } from "@/lib/query/query";

/** The names of a query's codes, by parameter and value: `labels.company.palantir` is "Palantir". */
export type Labels = Record<string, Record<string, string>>;

/** One value of a filter as text, and the query with this value removed. */
export interface FilterText {
  name: FilterName;
  /** The name of the filter: "Company". */
  label: string;
  /** The name of the value: "Palantir". */
  value: string;
  removed: Query;
}

/** The filters of a query as texts, one for each value, in the order of an address. */
export function filterTexts(query: Query, labels: Labels): FilterText[] {
  return filterNames
    .filter((name) => isSet(query, name))
    .flatMap((name) =>
      [query[name]].flat().map((value) => ({
        name,
        label: filter(name).label,
        value: valueText(query, labels, name, String(value)),
        removed: without(query, name, String(value)),
      })),
    );
}

/** A selection as a short text: its agencies and its filters, without those shown `elsewhere`. */
export const selectionName = (query: Query, labels: Labels, elsewhere: FilterName[] = []): string =>
  [
    agencyNames(query),
    ...filterTexts(query, labels)
      .filter(({ name }) => name !== "agency" && !elsewhere.includes(name))
      .map(({ label, value }) => `${label.toLowerCase()} ${value}`),
  ].join(", ");

/** A value of a filter as text. */
export function valueText(query: Query, labels: Labels, name: FilterName, value: string): string {
  const { kind, unreported, text } = filter(name);
  if (unreported && value === "unreported") return notReported;
  if (kind.reader === "year") return `FY${value}`;
  if (kind.reader === "day") return formatDay(value);
  return text?.(value, query) ?? lookUp(kind.options ?? labels[name] ?? {}, value) ?? value;
}

/** The window of a query as text: `FY2025`, or `Oct. 1, 2020 – Aug. 20, 2026`, where an open end is that of the records. */
export function windowText({ from, to, fy }: Query, began: Day, through: Day): string {
  const years = fy.map((year) => `FY${year}`).join(", ");
  if (from === null && to === null && years) {
    return fy.includes(unfinishedYear(through)?.year ?? 0) ? `${years} through ${formatDay(through)}` : years;
  }
  const [first, last] = [from ?? began, to ?? through];
  const beyond = from === null ? `through ${formatDay(last)}` : `since ${formatDay(first)}`;
  const days = first > last ? beyond : `${formatDay(first)} – ${formatDay(last)}`;
  return years ? `${years} within ${days}` : days;
}
