import {
  addMonths,
  type Day,
  fiscalYear,
  fiscalYearDays,
  formatDay,
  formatMonth,
  type Month,
  monthDays,
  yearBefore,
} from "@/lib/contracts/days";
import type { SnapshotInfo } from "@/lib/contracts/snapshots";
import type { Query } from "@/lib/query/query";

/** A window of time over which records are added up. Both days are included. */
export interface Window {
  /** `FY2025`, `April 2025`, with the first or last day if the records cover only a part. */
  label: string;
  from: Day;
  to: Day;
  /** The filters that select the actions of the window. */
  days: Partial<Pick<Query, "fy" | "from" | "to">>;
  /** How likely a figure means this window, 0 for the likeliest: years before halves before months. */
  rank: number;
}

/** The first and the newest day of the records. */
export type RecordDays = Pick<SnapshotInfo, "data_from" | "data_through">;

/** The first and the last day of the records. */
export interface Span {
  from: Day;
  to: Day;
}

/** The kinds of windows, with their length in months, the month in which one begins, and their names. */
const periods = {
  fiscal_year: {
    rank: 1,
    months: 12,
    start: 10,
    label: (_: Month, last: Month) => `FY${fiscalYear(`${last}-01`)}`,
  },
  calendar_year: { rank: 1, months: 12, start: 1, label: (first: Month) => `calendar ${first.slice(0, 4)}` },
  half: { rank: 2, months: 6, start: 1, label: monthsLabel },
  quarter: { rank: 3, months: 3, start: 1, label: monthsLabel },
  month: { rank: 3, months: 1, start: 1, label: (first: Month) => formatMonth(first) },
} as const;
export type Period = keyof typeof periods;

function monthsLabel(first: Month, last: Month): string {
  return `${formatMonth(first).slice(0, -5)} to ${formatMonth(last)}`;
}

/** Every period of a kind that has days in the records, the earliest first. */
export function periodsOf(records: Span, kind: Period): Window[] {
  const { rank, months, start, label } = periods[kind];
  const first = records.from.slice(0, 7);
  const into = (Number(first.slice(5)) - start + 12) % months;
  const found: Window[] = [];
  for (
    let month = addMonths(first, -into);
    month <= records.to.slice(0, 7);
    month = addMonths(month, months)
  ) {
    const last = addMonths(month, months - 1);
    const whole = { from: monthDays(month).from, to: monthDays(last).to };
    const days = kind === "fiscal_year" ? { fy: [fiscalYear(whole.to)] } : whole;
    found.push({ ...covered(records, whole, label(month, last), days), rank });
  }
  return found;
}

function covered(
  records: Span,
  { from, to }: Span,
  label: string,
  days: Window["days"],
): Omit<Window, "rank"> {
  const opens = from < records.from ? ` from ${formatDay(records.from)}` : "";
  const closes = to > records.to ? ` through ${formatDay(records.to)}` : "";
  return {
    label: `${label}${opens}${closes}`,
    from: opens ? records.from : from,
    to: closes ? records.to : to,
    days,
  };
}

/** The window of all records. */
export const allRecords = ({ from, to }: Span): Window => ({
  label: "all records",
  from,
  to,
  days: {},
  rank: 1,
});

/** The fiscal and the calendar year before those of the records' last day, through the same date. */
export function yearsBefore({ to }: Span): Window[] {
  const date = yearBefore(to);
  const year = fiscalYear(date);
  return [
    { label: `FY${year}`, from: `${year - 1}-10-01` },
    { label: `calendar ${date.slice(0, 4)}`, from: `${date.slice(0, 4)}-01-01` },
  ].map(({ label, from }) => ({
    label: `${label} through ${formatDay(date)}`,
    from,
    to: date,
    days: { from, to: date },
    rank: 2,
  }));
}

/** The window of a query's `from` and `to`. An end that is left out is that of the records. */
export function requestedWindow(records: Span, { from, to }: Pick<Query, "from" | "to">): Window[] {
  if (from === null && to === null) return [];
  const days = { from: from ?? records.from, to: to ?? records.to };
  if (days.from > days.to) return [];
  return [{ label: "the custom dates", ...days, days: { from, to }, rank: 0 }];
}

/** The first and the last day of a query's window in the records; of fiscal years that follow each other. */
export function windowOf(
  { fy, from, to }: Query,
  { data_from: began, data_through: through }: RecordDays,
): Span {
  const starts = [
    began,
    from ?? began,
    ...fy
      .map((year) => fiscalYearDays(year).from)
      .toSorted()
      .slice(0, 1),
  ];
  const ends = [
    through,
    to ?? through,
    ...fy
      .map((year) => fiscalYearDays(year).to)
      .toSorted()
      .slice(-1),
  ];
  return { from: starts.toSorted().at(-1) ?? began, to: ends.toSorted()[0] ?? through };
}

/** The window of a query as the days of its records; the days of all records where they do not reach it. */
export function recordDaysOf(query: Query, records: RecordDays): RecordDays {
  const { from, to } = windowOf(query, records);
  return from > to ? records : { data_from: from, data_through: to };
}

/** Whether some fiscal years are not one after the other, so that no range is of all of them. */
export const hasGaps = (years: number[]) => new Set(years).size <= Math.max(...years) - Math.min(...years);

/** Whether a window contains all days of a month that the records cover. */
export function holdsMonth(records: Span, window: Window, month: Month): boolean {
  const { from, to } = monthDays(month);
  if (from > records.to || to < records.from) return false;
  return (
    (window.from <= from || window.from === records.from) && (window.to >= to || window.to === records.to)
  );
}
