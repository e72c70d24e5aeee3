import { type Breakpoint, breakpoints, narrowest } from "@/components/charts/breakpoints";
import type {
  ChartNote,
  ExactFigures,
  LineSeries,
  LinesChart,
  LinesPoint,
} from "@/components/charts/description";
import { fills } from "@/components/charts/groups";
import { axisLabels, axisOf, position } from "@/components/charts/scale";
import { wrapText } from "@/components/charts/text-width";
import { isMonths, namedPeriods, periodName } from "@/components/charts/time";
import { addMonths, type Day, dayNumber, formatDay, formatMonth, isDay } from "@/lib/contracts/days";
import { type Cents, formatMoney, roundedMoney } from "@/lib/contracts/money";
import type { RunningYears } from "@/lib/contracts/running-years";

const frame = { height: 300, left: 44, top: 26, bottom: 28, brush: 0 } as const;
/** The space for the names of lines at their right ends, and the least between two of them, in pixels. */
const nameWidth = 50;
const nameHeight = 13;

/**
 * The running totals of fiscal years as lines on the same dates, the latest in the strong color. Made on the server: no
 * part of it depends on what a reader does. A picture can have it higher.
 */
export function linesChart({ days, years }: RunningYears, through: Day, higher = 0): LinesChart {
  const margins = { ...frame, height: frame.height + higher };
  const latest = years.at(-1)?.year ?? 0;
  const totals = years.flatMap((year) => year.totals.flatMap((total) => total ?? []));
  const axis = axisOf({ low: Math.min(0, ...totals), high: Math.max(1, ...totals) });
  const plot = margins.height - margins.top - margins.bottom;
  const y = (total: number) => margins.top + plot * (1 - position(total, axis));
  const [first = "", last = ""] = [days[0], days.at(-1)];
  const low = dayNumber(first);
  // The names of lines are in the plot, so that the axis is longer than the year by their space.
  const high = low + (dayNumber(last) - low) / (1 - nameWidth / (narrowest.middling - margins.left));
  const at = (day: Day) => position(dayNumber(day), { low, high });
  const series = years.map(
    ({ year }): LineSeries => ({
      key: `FY${year}`,
      fill: year === latest ? fills.added : fills.past,
      isCurrent: year === latest,
    }),
  );
  const current = years.at(-1)?.totals.findLast((total) => total !== null) ?? 0;
  return {
    kind: "lines",
    legend: [
      {
        series: null,
        text: `FY${latest}${through < last ? `, through ${formatDay(through)}` : ""}`,
        fill: fills.added,
      },
      ...(years.length > 1 ? [{ series: null, text: "earlier fiscal years", fill: fills.past }] : []),
    ],
    margins,
    axis,
    labels: axisLabels(axis),
    names: monthNames(first, last).map(({ month, at: named }) => ({
      key: month,
      text: formatMonth(month, "short").slice(0, 3),
      at: at(`${month}-01`),
      anchor: month === first.slice(0, 7) ? "start" : "middle",
      breakpoints: named,
    })),
    notes: [
      ...endNames(years.slice(0, -1), y).flatMap(({ year, base }) =>
        (["FY", "’"] as const).map(
          (before): ChartNote => ({
            text: before === "FY" ? `FY${year}` : `’${String(year).slice(2)}`,
            at: at(last),
            dx: 6,
            y: base,
            anchor: "start",
            breakpoints: before === "FY" ? ["middling", "wide"] : ["tight", "narrow"],
          }),
        ),
      ),
      {
        text: `FY${latest}: ${roundedMoney(current)}`,
        at: at(through),
        dx: -8,
        y: y(current) - 4,
        anchor: "end",
        breakpoints,
      },
    ],
    series,
    days: { low, high },
    points: days.map((day, index) => ({
      key: day,
      at: dayNumber(day),
      totals: Object.fromEntries(years.map(({ year, totals: all }) => [`FY${year}`, all[index] ?? null])),
    })),
  };
}

export interface PeriodLine {
  label: string;
  fill: string;
  /** Its net in each period. */
  nets: Cents[];
}

/** The part of a plot to the right of its lines, for their names. */
const namesPart = 0.16;

/** Some groups over the same periods as lines on one scale, each named at its end where there is space. */
export function periodLines(
  keys: string[],
  lines: PeriodLine[],
  unfinished: { key: string; through: string } | null,
  higher = 0,
): LinesChart {
  const isYears = !isMonths(keys.map((key) => ({ key })));
  const nameOf = (key: string) => (isYears ? `FY${key}` : key);
  const all = lines.flatMap(({ nets }) => nets);
  const axis = axisOf({ low: Math.min(0, ...all), high: Math.max(1, ...all) });
  const last = keys.length - 1;
  const span = { low: 0, high: Math.max(last, 1) / (1 - namesPart) };
  const margins = { ...frame, height: frame.height + higher };
  const plot = margins.height - margins.top - margins.bottom;
  const y = (net: Cents) => margins.top + plot * (1 - position(net, axis));
  const named = namedPeriods(keys);
  const isOpen = unfinished !== null && unfinished.key === keys[last];
  return {
    kind: "lines",
    legend: [
      ...lines.map(({ label, fill }) => ({ series: null, text: label, fill })),
      ...(isOpen ? [{ series: null, text: `dashed: through ${unfinished.through}`, fill: null }] : []),
    ],
    margins,
    axis,
    labels: axisLabels(axis),
    names: keys.flatMap((key, index) => {
      const shown = named.get(key);
      const text = periodName(key, nameOf(key), "short");
      return shown ? { key, text, at: position(index, span), anchor: "middle", breakpoints: shown } : [];
    }),
    notes: apart(
      lines.map(({ label, nets }) => ({ label, base: y(nets.at(-1) ?? 0) + 4 })),
      y(Math.min(0, ...lines.map(({ nets }) => nets.at(-1) ?? 0))),
    ).map(({ label, base }): ChartNote => {
      const [text = "", ...more] = wrapText(label, (narrowest.wide - margins.left) * namesPart - 18, 12);
      return {
        text: more.length > 0 ? `${text}…` : text,
        at: position(last, span),
        dx: 6,
        y: base,
        anchor: "start",
        breakpoints: ["wide"],
      };
    }),
    // A line of months has too many corners to be thick.
    series: lines.map(({ label, fill }) => ({ key: label, fill, isCurrent: isYears })),
    days: span,
    ...(isOpen && last > 0 && { openFrom: last - 1 }),
    points: keys.map((key, index) => ({
      key: nameOf(key),
      at: index,
      totals: Object.fromEntries(lines.map(({ label, nets }) => [label, nets[index] ?? null])),
    })),
  };
}

/** The months of a fiscal year that an axis has space to name. */
function monthNames(first: Day, last: Day): { month: string; at: Breakpoint[] }[] {
  const months: string[] = [];
  for (let month = first.slice(0, 7); month <= last.slice(0, 7); month = addMonths(month, 1))
    months.push(month);
  const named = namedPeriods(months);
  return months.flatMap((month) => {
    const at = named.get(month);
    return at ? { month, at } : [];
  });
}

/** The names of the earlier years at the ends of their lines. */
const endNames = (years: RunningYears["years"], y: (total: number) => number) =>
  apart(
    years.map(({ year, totals }) => ({ year, base: y(totals.at(-1) ?? 0) + 4 })),
    y(0),
  );

/** Names at the ends of lines, moved apart where lines end close to each other; `floor` is the lowest place. */
function apart<Name extends { base: number }>(names: Name[], floor: number): Name[] {
  const ends = names.toSorted((one, other) => one.base - other.base);
  for (const [index, end] of ends.entries()) {
    const above = ends[index - 1];
    if (above) end.base = Math.max(end.base, above.base + nameHeight);
  }
  // Names that were pushed below the floor move up again, the lowest first.
  let most = floor - 2;
  for (const end of ends.toReversed()) {
    end.base = Math.min(end.base, most);
    most = end.base - nameHeight;
  }
  return ends;
}

/** A date without its year: `Aug. 20`, which all lines share. */
export const dateText = (day: Day) => formatDay(day).replace(/, \d{4}$/, "");

/** The exact totals on a date, the latest year first, or of a period. */
export function lineFigures({ key, totals }: LinesPoint): { tip: ExactFigures; text: string } {
  const isDate = isDay(key);
  const entries = Object.entries(totals);
  const known = (isDate ? entries.toReversed() : entries).flatMap(([label, total]) =>
    total === null ? [] : [{ label, total }],
  );
  const title = isDate ? `Oct. 1 through ${dateText(key)}` : periodName(key, key);
  return {
    tip: {
      title,
      lines: known.map(({ label, total }) => ({ label, value: formatMoney(total), isNegative: total < 0 })),
      note: "",
    },
    text: `${isDate ? `Through ${dateText(key)}` : title}: ${known.map(({ label, total }) => `${label} ${formatMoney(total)}`).join(", ")}`,
  };
}
