import type { Route } from "next";
import { type Breakpoint, breakpoints, narrowest } from "@/components/charts/breakpoints";
import type {
  AxisName,
  BarPiece,
  ChartDescription,
  ChartMargins,
  ChartNote,
  ColumnChart,
  ExactFigures,
  FlowChart,
  LegendEntry,
  LinesChart,
  PlotDescription,
  RankedChart,
  RankedRow,
  StepChart,
} from "@/components/charts/description";
import {
  type ChartGroup,
  fills,
  netPieces,
  pieces,
  seriesOf,
  type Unfinished,
} from "@/components/charts/groups";
import { LabelLayout } from "@/components/charts/label-layout";
import { mergedNotes, periodNotes } from "@/components/charts/period-notes";
import { type BarFrame, barFrame, barLayouts } from "@/components/charts/ranked-layout";
import { type StepDay, stepFrame } from "@/components/charts/running";
import { axisLabels, axisOf, position, type ValueSpan } from "@/components/charts/scale";
import { isMonths, namedPeriods, periodName } from "@/components/charts/time";
import { dayText, groupText, periodTitle } from "@/components/charts/words";
import { type ComparedPart, comparedParts, percentChange } from "@/lib/contracts/comparisons";
import { dayNumber, formatDay } from "@/lib/contracts/days";
import {
  type Cents,
  counted,
  formatMoney,
  formatShare,
  roundedMoney,
  shortMoney,
} from "@/lib/contracts/money";

export interface BinData {
  kind: "bins";
  bins: { name: string; count: number; href: Route | null; isChosen: boolean }[];
  /** The count at full height; the bar of a larger one is cut. */
  tallest: number;
}

/** The part of the height that only a cut bar reaches, and the lowest bar as a part of the tallest: a pixel. */
const roof = 0.2;
const lowest = 1 / 50;

/** Bins as bars without axes: the control around them names its scale. */
function binChart({ bins, tallest }: BinData): ColumnChart {
  const high = tallest / (1 - roof);
  return {
    kind: "columns",
    legend: [],
    gap: 0.1,
    margins: { height: 64, left: 0, top: 0, bottom: 0, brush: 0 },
    axis: { low: 0, high, ticks: [] },
    labels: [],
    names: [],
    notes: [],
    rows: bins.map(({ name, count, href, isChosen }) => {
      const isCut = count > tallest;
      const to = isCut ? high : Math.max(count, tallest * lowest);
      const fill = isChosen ? fills.added : fills.past;
      return {
        key: name,
        name,
        pieces: count > 0 ? [{ series: "count", fill, from: 0, to }] : [],
        isUnfinished: false,
        isCut,
        keepsPlace: true,
        href,
        page: null,
        tip: { title: name, lines: [], note: "" },
        text: name,
      };
    }),
  };
}

/** The net of groups by size, with what the others add up to as the last row, without a bar. */
export interface RankedData {
  kind: "ranked";
  groups: ChartGroup[];
  rest: ChartGroup | null;
  /** The net obligations that shares are of. */
  whole: Cents;
  /** For one of several lists side by side: what they share. */
  frame?: BarFrame;
}

export interface PeriodData {
  kind: "periods";
  groups: ChartGroup[];
  unfinished: Unfinished | null;
  past: string;
  /** For one of several small charts of net: the scale that they share, and their height in pixels. */
  panel?: { span: ValueSpan; height: number };
}

interface RunningData {
  kind: "running";
  days: StepDay[];
  /** Whether the total begins with the first day; else earlier actions are not in the records. */
  begins: boolean;
}

/** Counts by name, in the order given. */
interface CountData {
  kind: "counts";
  /** What is counted: "contract". */
  noun: string;
  counts: { key: string; name: string; count: number; href: Route | null }[];
}

/** Groups by how much they changed from one period to another. */
export interface DifferencesData {
  kind: "differences";
  groups: {
    key: string;
    label: string;
    current: Cents;
    earlier: Cents;
    change: Cents;
    part: ComparedPart;
    href: Route | null;
  }[];
}

/** What a chart with an axis is made from: plain data, which the server passes to the browser. */
export type PlotData =
  | RankedData
  | PeriodData
  | RunningData
  | CountData
  | BinData
  | DifferencesData
  | LinesChart;

export type ChartData = PlotData | FlowChart;

/** What the reader has changed in the browser. */
export interface ChartView {
  /** The series that are switched off. */
  hidden: readonly string[];
  range: { from: number; to: number } | null;
  /** Pixels that the chart is higher than on a page, for a picture of another shape. */
  higher?: number;
}

export const wholeView: ChartView = { hidden: [], range: null };

/** Describes a chart for its renderers. The only place that decides what a chart shows. */
export const describe = (data: ChartData, view: ChartView = wholeView): ChartDescription =>
  data.kind === "flow" ? data : describePlot(data, view);

export function describePlot(data: PlotData, view: ChartView): PlotDescription {
  switch (data.kind) {
    case "ranked":
      return ranked(data, view);
    case "periods":
      return periods(data, view);
    case "running":
      return running(data, view);
    case "counts":
      return counts(data);
    case "bins":
      return binChart(data);
    case "differences":
      return differences(data);
    case "lines":
      return data;
  }
}

/** The margins of a chart over time and the height of its parts, in pixels. */
const full = { height: 272, left: 44, top: 26, bottom: 28, until: 16, brush: 40, gap: 0.1 } as const;
const small = { left: 0, top: 20, bottom: 22, gap: 0.12, tight: 130, name: 50 } as const;
/** The fewest months that are worth zooming into. */
const fewestToZoom = 24;

/** The height of each value in a chart, in pixels from the top. */
export const heightOf = (axis: ValueSpan, { height, top, bottom, brush }: ChartMargins) => {
  const plot = height - top - bottom - brush;
  return (value: number) => top + plot * (1 - position(value, axis));
};

/** The span of some bars, zero included; never empty. */
export const spanOf = (rows: { pieces: BarPiece[] }[]): ValueSpan => {
  const ends = rows.flatMap((row) => row.pieces.map(({ to }) => to));
  return { low: Math.min(0, ...ends), high: Math.max(1, ...ends) };
};

function periods(
  { groups, unfinished, past, panel }: PeriodData,
  { hidden, range, higher = 0 }: ChartView,
): ColumnChart {
  const rows = groups.map((group) => ({
    key: group.key ?? "",
    name: periodName(group.key ?? "", group.label, "short"),
    pieces: panel ? netPieces(group) : pieces(group, hidden),
    isUnfinished: group.key === unfinished?.key,
    href: group.href,
    page: null,
    tip: groupFigures(periodTitle(group, unfinished), group),
    text: groupText(periodTitle(group, unfinished), group),
  }));
  if (panel) return { ...panelPlot(groups, panel), kind: "columns", legend: [], rows, gap: small.gap };
  const span = spanOf(rows);
  const shown = range ? groups.slice(range.from, range.to + 1) : groups;

  const isCut = rows.some(({ isUnfinished }) => isUnfinished);
  const brush = isMonths(groups) && groups.length >= fewestToZoom ? full.brush : 0;
  const margins: ChartMargins = {
    height: full.height + higher + brush,
    left: full.left,
    top: full.top,
    bottom: full.bottom + (isCut ? full.until : 0),
    brush,
  };
  const axis = axisOf(span);
  const labels = axisLabels(axis);
  return {
    kind: "columns",
    legend: legendOf(groups, past, unfinished),
    rows,
    gap: full.gap,
    margins,
    axis,
    labels,
    names: periodNames(shown),
    notes: periodNotes({
      // Values of a bar whose parts are partly hidden would be wrong.
      groups: hidden.length > 0 ? [] : shown,
      unfinished,
      margins,
      gap: full.gap,
      topLabel: labels.at(-1) ?? "",
      y: heightOf(axis, margins),
    }),
  };
}

/** As many periods as the axis has space for, by name. */
function periodNames(groups: ChartGroup[]): AxisName[] {
  const named = namedPeriods(groups.map(({ key }) => key ?? ""));
  return groups.flatMap(({ key, label }, index): AxisName[] => {
    const period = key ?? "";
    const shown = named.get(period);
    const at = (index + 0.5) / groups.length;
    const text = periodName(period, label, "short");
    return shown ? [{ key: period, text, at, anchor: "middle", breakpoints: shown }] : [];
  });
}

/** One of several small charts on one scale: no axis of money, but the values of its bars, or of the largest and the last. */
function panelPlot(groups: ChartGroup[], { span, height }: NonNullable<PeriodData["panel"]>) {
  const margins: ChartMargins = { ...small, height, brush: 0 };
  const last = groups.length - 1;
  const largest = groups.reduce((best, { net }, index) => (net > (groups[best]?.net ?? 0) ? index : best), 0);
  const widthAt = (breakpoint: Breakpoint) => (breakpoint === "tight" ? small.tight : narrowest[breakpoint]);
  const notes = breakpoints.flatMap((breakpoint): ChartNote[] => {
    const layout = new LabelLayout({
      bars: groups.map(({ net }) => ({ low: Math.min(net, 0), high: Math.max(net, 0) })),
      width: widthAt(breakpoint),
      gap: small.gap,
      y: heightOf(span, margins),
      occupied: [],
    });
    const label = (index: number) => ({
      index,
      texts: [shortMoney(groups[index]?.net ?? 0)],
      sides: ["above" as const],
    });
    const active = groups.flatMap(({ actions }, index) => (actions > 0 ? [index] : []));
    const labels =
      layout.placeAll(active.map(label)) ??
      [...new Set([largest, last])]
        .filter((index) => active.includes(index))
        .flatMap((index) => layout.place(label(index)) ?? []);
    return labels.map((placed) => ({ ...placed, breakpoints: [breakpoint] }));
  });
  const hasAll = breakpoints.filter((breakpoint) => widthAt(breakpoint) >= groups.length * small.name);
  const ends = breakpoints.filter((breakpoint) => !hasAll.includes(breakpoint));
  const names = groups.flatMap(({ key, label: text }, index): AxisName[] => {
    const name = { key: key ?? "", text };
    const inner = {
      ...name,
      at: (index + 0.5) / groups.length,
      anchor: "middle" as const,
      breakpoints: hasAll,
    };
    if (index !== 0 && index !== last) return hasAll.length > 0 ? [inner] : [];
    const edge = index === 0 ? ({ at: 0, anchor: "start" } as const) : ({ at: 1, anchor: "end" } as const);
    return [
      ...(ends.length > 0 ? [{ ...name, ...edge, breakpoints: ends }] : []),
      ...(hasAll.length > 0 ? [inner] : []),
    ];
  });
  return { margins, axis: { ...span, ticks: [] }, labels: [], notes: mergedNotes(notes), names };
}

function running({ days, begins }: RunningData, { higher = 0 }: ChartView): StepChart {
  const { from, to, months } = stepFrame(days);
  const totals = days.map(({ total }) => total);
  const axis = axisOf({ low: Math.min(0, ...totals), high: Math.max(1, ...totals) });
  const margins: ChartMargins = { ...full, height: full.height + higher, brush: 0 };
  const across = { low: from, high: to };
  const last = days.at(-1);
  return {
    kind: "steps",
    legend: runningLegend(days, begins),
    margins,
    axis,
    labels: axisLabels(axis),
    names: months.map(({ month, breakpoints: named }) => {
      const at = position(dayNumber(`${month}-01`), across);
      return {
        key: month,
        text: periodName(month, month, "short"),
        at,
        // Inside the chart at both ends.
        anchor: at < 0.03 ? "start" : at > 0.93 ? "end" : "middle",
        breakpoints: named,
      };
    }),
    notes: last
      ? [
          {
            text: roundedMoney(last.total),
            at: position(last.at, across),
            dx: 0,
            y: heightOf(axis, margins)(last.total) + (last.change < 0 ? 18 : -9),
            anchor: "end",
            breakpoints,
          },
        ]
      : [],
    points: days.map((day, index) => ({
      key: day.day,
      at: day.at,
      from: index > 0 || begins ? day.total - day.change : day.total,
      total: day.total,
      fill: day.change < 0 ? fills.back : fills.added,
      isRing: day.change === 0,
      tip: dayFigures(day),
      text: dayText(day),
    })),
    days: across,
    begins,
  };
}

/** The rest has no bar: it is often larger than any group, and would make all others small. */
const notDrawn = "not drawn";

function rankedRows({ groups, rest, whole }: Omit<RankedData, "kind" | "frame">): RankedRow[] {
  const row = (group: ChartGroup, isRest: boolean): RankedRow => ({
    key: group.key ?? `no key: ${group.label}`,
    name: group.label,
    pieces: isRest ? [] : netPieces(group),
    isUnfinished: false,
    href: group.href,
    page: group.page ?? null,
    tip: groupFigures(group.label, group),
    text: groupText(group.label, group),
    figure: roundedMoney(group.net),
    share: `${formatShare(group.net, whole)}${isRest ? `, ${notDrawn}` : ""}`,
    isNegative: group.net < 0,
    isRest,
  });
  return [...groups.map((group) => row(group, false)), ...(rest ? [row(rest, true)] : [])];
}

function ranked({ groups, rest, whole, frame: shared }: RankedData, { higher = 0 }: ChartView): RankedChart {
  const rows = rankedRows({ groups, rest, whole });
  const frame = shared ?? barFrame(rows, spanOf(rows));
  return {
    kind: "bars",
    legend: rankedLegend(groups),
    rows,
    span: frame.span,
    layouts: barLayouts(rows, frame, Math.floor(higher / rows.length)),
  };
}

/** What several lists of groups side by side share, so that their bars can be compared. */
export function sharedFrame(lists: Pick<RankedData, "groups" | "rest" | "whole">[]): BarFrame {
  const rows = lists.flatMap(rankedRows);
  return barFrame(rows, spanOf(rows));
}

/** Explains only what needs it: which groups the filter selects, and bars to the left of zero. */
function rankedLegend(groups: ChartGroup[]): LegendEntry[] {
  const entry = (text: string, fill: string): LegendEntry => ({ series: null, text, fill });
  const isMixed = groups.some(({ past }) => past);
  return [
    ...(isMixed ? [entry("selected", fills.added), entry("not selected", fills.past)] : []),
    ...(groups.some(({ net }) => net < 0) ? [negativeEntry] : []),
  ];
}

function counts({ counts: all, noun }: CountData): RankedChart {
  const rows = all.map(({ key, name, count, href }): RankedRow => {
    const figure = counted(count, noun);
    return {
      key,
      name,
      pieces: count > 0 ? [{ series: "count", fill: fills.added, from: 0, to: count }] : [],
      isUnfinished: false,
      href,
      page: null,
      tip: { title: name, lines: [], note: figure },
      text: `${figure}, ${name}`,
      figure,
      share: "",
      isNegative: false,
      isRest: false,
    };
  });
  const frame = barFrame(rows, spanOf(rows));
  return { kind: "bars", legend: [], rows, span: frame.span, layouts: barLayouts(rows, frame) };
}

/** An amount that is added to another, with its sign. */
export const signedMoney = (cents: Cents, write: (cents: Cents) => string = roundedMoney): string =>
  `${cents > 0 ? "+" : ""}${write(cents)}`;

const partWords: Partial<Record<ComparedPart, string>> = { began: "none before", ended: "none now" };

function differences({ groups }: DifferencesData): RankedChart {
  const rows = groups.map(({ key, label, current, earlier, change, part, href }): RankedRow => {
    const isNegative = change < 0;
    const series = isNegative ? "back" : "added";
    const figure = signedMoney(change);
    return {
      key,
      name: label,
      pieces: [{ series, fill: fills[series], from: 0, to: change }],
      isUnfinished: false,
      href,
      page: null,
      tip: {
        title: label,
        lines: [
          figureLine("Later period", current),
          figureLine("Earlier period", earlier),
          { label: "Change", value: signedMoney(change, formatMoney), isNegative },
        ],
        note: comparedParts[part],
      },
      text: `${label}: ${signedMoney(change, formatMoney)}, from ${formatMoney(earlier)} to ${formatMoney(current)}`,
      figure,
      share: partWords[part] ?? percentChange(current, earlier) ?? "",
      isNegative,
      isRest: false,
    };
  });
  const frame = barFrame(rows, spanOf(rows));
  return {
    kind: "bars",
    legend: [
      { series: null, text: "more than in the earlier period", fill: fills.added },
      { series: null, text: "less", fill: fills.back },
    ],
    rows,
    span: frame.span,
    layouts: barLayouts(rows, frame),
  };
}

const figureLines = [
  { label: "Obligated (net)", of: "net" },
  { label: "Added", of: "added" },
  { label: "Taken back", of: "taken_back" },
] as const;

const figureLine = (label: string, cents: Cents) => ({
  label,
  value: formatMoney(cents),
  isNegative: cents < 0,
});

const groupFigures = (title: string, group: ChartGroup): ExactFigures => ({
  title,
  lines: figureLines.map(({ label, of }) => figureLine(label, group[of])),
  note: `${counted(group.actions, "action")} on ${counted(group.contracts, "contract")}`,
});

/** The most actions of one day that its figures list; the table has the others. */
const mostActions = 4;

const dayFigures = ({ day, steps, total }: StepDay): ExactFigures => ({
  title: formatDay(day),
  lines: [
    ...steps
      .slice(0, mostActions)
      .map(({ modification, kind, amount }) => figureLine(`${modification}: ${kind}`, amount)),
    figureLine("Running total", total),
  ],
  note:
    steps.length > mostActions ? `and ${counted(steps.length - mostActions, "more action")} of that day` : "",
});

/** What the colors of bars mean, as far as they are used; `past` says what the groups in the lighter color are. */
function legendOf(groups: ChartGroup[], past: string, unfinished: Unfinished | null): LegendEntry[] {
  const series = seriesOf(groups);
  const isPlain = series.length === 0;
  const isBelow = groups.some((group) => group.taken_back < 0);
  const isOpen = ({ key }: ChartGroup) => unfinished !== null && key === unfinished.key;
  const entries: (LegendEntry | false)[] = [
    ...series.map(({ key, label, fill }) => ({ series: key ?? "", text: label, fill })),
    isPlain &&
      groups.some((group) => !group.past && !isOpen(group)) && {
        series: "added",
        text: "added",
        fill: fills.added,
      },
    isPlain &&
      groups.some((group) => group.past) && { series: "past", text: `added, ${past}`, fill: fills.past },
    unfinished !== null && groups.some(isOpen) && hatchEntry(unfinished),
    isPlain && isBelow && { series: "back", text: "taken back", fill: fills.back },
    !isPlain && {
      series: null,
      text: isBelow ? "above the line added, below it taken back" : "added",
      fill: null,
    },
  ];
  return entries.filter((entry) => entry !== false);
}

const hatchEntry = ({ through }: Unfinished): LegendEntry => ({
  series: null,
  text: `unfinished, through ${through}`,
  fill: fills.added,
  isHatched: true,
});

const negativeEntry: LegendEntry = { series: null, text: "more taken back than added", fill: fills.back };

/** The legend of several small charts together: the heading of each has its own color. */
export const panelsLegend = (groups: ChartGroup[], unfinished: Unfinished | null): LegendEntry[] => [
  ...(unfinished && groups.some(({ key }) => key === unfinished.key) ? [hatchEntry(unfinished)] : []),
  ...(groups.some(({ net }) => net < 0) ? [negativeEntry] : []),
];

function runningLegend(days: StepDay[], begins: boolean): LegendEntry[] {
  const entry = (text: string, fill: string, symbol: LegendEntry["symbol"]): LegendEntry => ({
    series: null,
    text,
    fill,
    ...(symbol && { symbol }),
  });
  return [
    entry("money added", fills.added, "dot"),
    ...(days.some(({ change }) => change < 0) ? [entry("money taken back", fills.back, "dot")] : []),
    ...(days.some(({ change }) => change === 0) ? [entry("no money", fills.added, "ring")] : []),
    ...(begins ? [] : [entry("earlier actions are not in these records", fills.added, "dashes")]),
  ];
}
