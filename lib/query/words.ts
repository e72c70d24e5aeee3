import { unfinishedYear } from "@/lib/contracts/company-list";
import { type Day, shortDay } from "@/lib/contracts/days";
import type { Labels } from "@/lib/contracts/facts";
import { lookUp } from "@/lib/contracts/look-up";
import { formatBound } from "@/lib/query/amounts";
import {
  type AmountMeasure,
  type FilterName,
  filterNames,
  isSet,
  type Query,
  without,
} from "@/lib/query/query";
import { scopeName } from "@/lib/query/scope";

/** One value of a filter in words, and the query without it. */
export interface FilterWords {
  name: FilterName;
  /** What is filtered: "Company". */
  label: string;
  /** By what: "Palantir". */
  value: string;
  removed: Query;
}

/** What each filter is called. */
export const filterLabels: Record<FilterName, string> = {
  q: "Words",
  company: "Company",
  recipient: "Recipient",
  agency: "Agency",
  office: "Office",
  fy: "Fiscal year",
  from: "From",
  to: "Through",
  min: "At least",
  max: "At most",
  sign: "Sign",
  category: "Category",
  psc: "Product or service",
  naics: "Industry",
  type: "Award type",
  competition: "Competition",
  place: "Place of performance",
  vehicle: "Vehicle",
  vehicle_agency: "Vehicle’s agency",
  brand: "Brand named",
  brand_words: "Only the words of",
  ends_before: "Ends before",
};

/** What `min` and `max` bound, said of the figure. */
export const measureWords: Record<AmountMeasure, string> = {
  period: "per contract, selected actions",
  action: "per action",
  in_records: "per contract, all its actions in these records",
  current: "current value",
  potential: "potential value",
};

/** The filters of a query in words, one for each value, in the order of the URL. */
export function filterWords(query: Query, labels: Labels): FilterWords[] {
  return filterNames
    .filter((name) => isSet(query, name))
    .flatMap((name) =>
      [query[name]].flat().map((value) => ({
        name,
        label: filterLabels[name],
        value: valueWords(query, labels, name, String(value)),
        removed: without(query, name, String(value)),
      })),
    );
}

/** A selection in a few words: of whom, and every filter but those that are said elsewhere. */
export const selectionName = (query: Query, labels: Labels, elsewhere: FilterName[] = []): string =>
  [
    scopeName(query),
    ...filterWords(query, labels)
      .filter(({ name }) => name !== "agency" && !elsewhere.includes(name))
      .map(({ label, value }) => `${label.toLowerCase()} ${value}`),
  ].join(", ");

/** A value of a filter in words. */
export function valueWords(query: Query, labels: Labels, name: FilterName, value: string): string {
  switch (name) {
    case "fy":
      return `FY${value}`;
    case "from":
    case "to":
    case "ends_before":
      return shortDay(value);
    case "min":
    case "max":
      return `${formatBound(value)} (${measureWords[query.amount]})`;
    case "vehicle":
      return { none: "None", unreported: "Not reported" }[value] ?? value;
    default:
      return lookUp(labels[name] ?? {}, value) ?? value;
  }
}

/** The window of a query in words, in records from one day through another: `FY2025`, `1 Oct 2020 – 20 Aug 2026`. */
export function windowWords({ from, to, fy }: Query, began: Day, through: Day): string {
  const years = fy.map((year) => `FY${year}`).join(", ");
  if (from === null && to === null && years) {
    return fy.includes(unfinishedYear(through)?.year ?? 0) ? `${years} through ${shortDay(through)}` : years;
  }
  const days = `${shortDay(from ?? began)} – ${shortDay(to ?? through)}`;
  return years ? `${years} within ${days}` : days;
}
