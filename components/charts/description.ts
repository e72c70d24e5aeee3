import type { Route } from "next";

import type { Breakpoint } from "@/components/charts/breakpoints";
import type { ValueAxis, ValueSpan } from "@/components/charts/scale";

/*
 * What a chart shows, as plain values: `describe` makes it, and two renderers draw it. `Drawing` draws it as SVG before
 * scripts, on paper and in pictures; `RechartsChart` draws it in the browser. Neither decides anything by itself.
 */

/** A color of a chart with the text that explains it. */
export interface LegendEntry {
  /** The series that the reader can switch off; `null` for text that only explains. */
  series: string | null;
  text: string;
  fill: string | null;
  isHatched?: boolean;
  /** A point or a dashed line stands for the series, not an area. */
  symbol?: "dot" | "ring" | "dashes";
}

/** A part of a bar between two values on one side of zero. */
export interface BarPiece {
  series: string;
  fill: string;
  from: number;
  to: number;
}

/** The exact figures of a bar or point. */
export interface ExactFigures {
  title: string;
  lines: { label: string; value: string; isNegative: boolean }[];
  note: string;
}

/** A bar, with its links. */
export interface ChartRow {
  key: string;
  name: string;
  pieces: BarPiece[];
  /** Drawn in stripes, because its period is not over. */
  isUnfinished: boolean;
  /** Longer than the chart is high: a stroke goes through its end. */
  isCut?: boolean;
  /** The records behind it, and whether the place on the page stays when the link is followed. */
  href: Route | null;
  keepsPlace?: boolean;
  /** The page of what it is named after; then the name leads there and the figure to the records. */
  page: Route | null;
  tip: ExactFigures;
  /** The same in one sentence, for screen readers and as the title of a bar before scripts. */
  text: string;
}

/** Text in a plot, and the widths of chart that have space for it. */
export interface ChartNote {
  text: string;
  /** Where it is anchored: a part of the width of the plot, then pixels. */
  at: number;
  dx: number;
  /** The baseline, in pixels from the top of the chart. */
  y: number;
  anchor: "start" | "middle" | "end";
  /** A line from the text to its bar, in pixels from `at`. */
  line?: { from: number; to: number };
  /** Written on a bar, in the color of the page. */
  isInside?: true;
  breakpoints: Breakpoint[];
}

/** The pixels around the plot of a chart with a horizontal axis. */
export interface ChartMargins {
  height: number;
  left: number;
  top: number;
  bottom: number;
  /** Space below everything for the control that zooms into months. */
  brush: number;
}

export interface AxisName {
  key: string;
  text: string;
  /** A part of the width of the plot. */
  at: number;
  anchor: "start" | "middle" | "end";
  breakpoints: Breakpoint[];
}

interface OverTime {
  legend: LegendEntry[];
  margins: ChartMargins;
  axis: ValueAxis;
  /** The label of each tick of the axis; none where the chart is too small for a vertical axis. */
  labels: string[];
  names: AxisName[];
  notes: ChartNote[];
}

export interface ColumnChart extends OverTime {
  kind: "columns";
  rows: ChartRow[];
  /** The space on both sides of a bar, as a part of its place. */
  gap: number;
}

/** A point of a running total: a day. */
export interface StepPoint {
  key: string;
  /** Its day on the axis. */
  at: number;
  /** The total before and after the day; they are the same where the line comes in from before the chart. */
  from: number;
  total: number;
  fill: string;
  isRing: boolean;
  tip: ExactFigures;
  text: string;
}

/** A line that steps up or down on each day. */
export interface StepChart extends OverTime {
  kind: "steps";
  points: StepPoint[];
  days: ValueSpan;
  /** Whether the total begins with the first point; else a dashed line leads to it. */
  begins: boolean;
}

/** A date with the running total of each line; `null` where a line ends before it. */
export interface LinesPoint {
  /** A day, or the name of a period. */
  key: string;
  /** Its day on the axis. */
  at: number;
  totals: Record<string, number | null>;
}

/** A line of a {@link LinesChart}: the key of its totals. */
export interface LineSeries {
  key: string;
  fill: string;
  isCurrent: boolean;
}

/** Lines on the same dates or over the same periods. */
export interface LinesChart extends OverTime {
  kind: "lines";
  /** The place of the last period that is over; lines are dashed from there. */
  openFrom?: number;
  series: LineSeries[];
  points: LinesPoint[];
  days: ValueSpan;
}

/** How ranked bars are laid out in a range of widths. */
export interface BarLayout {
  breakpoint: Breakpoint;
  /** The bar is below its name, not beside it. */
  isStacked: boolean;
  rowHeight: number;
  /** The name of each row in lines. */
  names: string[][];
  /** Where a bar is in its row, in pixels. */
  lane: { top: number; height: number };
  /** Where the plot begins and ends: parts of the width of the chart. */
  from: number;
  to: number;
}

export interface RankedRow extends ChartRow {
  figure: string;
  share: string;
  isNegative: boolean;
  /** All other groups together: below a line, without a bar. */
  isRest: boolean;
}

export interface RankedChart {
  kind: "bars";
  legend: LegendEntry[];
  rows: RankedRow[];
  span: ValueSpan;
  layouts: BarLayout[];
}

/** A group of one stage of a flow. Places and sizes are pixels from the top. */
export interface FlowMark {
  key: string;
  /** Its place across: a part of the width. */
  at: number;
  top: number;
  height: number;
  /** What strands through it add up to. */
  value: number;
  fill: string;
  href: Route | null;
  /** Its name and figure, cut to the space of each width of chart. */
  labels: { name: string; figure: string; breakpoints: Breakpoint[] }[];
  tip: ExactFigures;
  text: string;
}

/** A strand between two marks of neighboring stages. */
export interface FlowLink {
  key: string;
  source: number;
  target: number;
  value: number;
  /** The middle of each end and the width, in pixels. */
  from: number;
  to: number;
  width: number;
  fill: string;
  href: Route | null;
  tip: ExactFigures;
  text: string;
}

/** What passes from the groups of one stage to those of the next. */
export interface FlowChart {
  kind: "flow";
  legend: LegendEntry[];
  height: number;
  /** Where the first mark begins: below the names of the stages. */
  top: number;
  stages: string[];
  marks: FlowMark[];
  links: FlowLink[];
}

/** A chart with an axis. */
export type PlotDescription = ColumnChart | StepChart | RankedChart | LinesChart;

export type ChartDescription = PlotDescription | FlowChart;
