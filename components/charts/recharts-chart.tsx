"use client";

import {
  type KeyboardEvent,
  memo,
  type ReactElement,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import {
  Bar,
  BarChart,
  type BarShapeProps,
  Brush,
  CartesianGrid,
  Legend,
  Line,
  LineChart,
  type MouseHandlerDataParam,
  ReferenceLine,
  Tooltip,
  useActiveTooltipDataPoints,
  XAxis,
  type XAxisTickContentProps,
  YAxis,
  type YAxisTickContentProps,
} from "recharts";

import { breakpointOf } from "@/components/charts/breakpoints";
import { type ChartView, describePlot, type PlotData, wholeView } from "@/components/charts/describe";
import type {
  BarLayout,
  BarPiece,
  ChartMargins,
  ChartRow,
  ColumnChart,
  LinesChart,
  LinesPoint,
  PlotDescription,
  RankedChart,
  StepChart,
  StepPoint,
} from "@/components/charts/description";
import { dotColors, lineParts, lineWidth, tickPlace, zeroLine } from "@/components/charts/drawing";
import { axisText, cut, hatches, MaybeLink, Notes, RowText } from "@/components/charts/drawn-parts";
import { FigureTip } from "@/components/charts/exact-figures";
import { Legend as ChartLegend } from "@/components/charts/legend";
import { lineFigures } from "@/components/charts/lines";
import { position } from "@/components/charts/scale";
import { useWidth } from "@/components/charts/use-width";
import { useNavigate } from "@/components/ui/navigation";

import drawing from "./drawing.module.css";
import styles from "./recharts-chart.module.css";

/** A bar or a point with its figures; only bars have records. */
type Mark = (ChartRow | StepPoint | (LinesPoint & ReturnType<typeof lineFigures>)) &
  Partial<Pick<ChartRow, "href" | "keepsPlace">>;

const marksOf = (chart: PlotDescription): Mark[] => {
  if (chart.kind === "lines") return chart.points.map((point) => ({ ...point, ...lineFigures(point) }));
  return chart.kind === "steps" ? chart.points : chart.rows;
};

interface RechartsChartProps {
  title: string;
  data: PlotData;
  onReady: () => void;
}

/**
 * A chart by Recharts: axes, bars, legend, figures, keyboard and zoom, all from the description that the drawing has
 * too. Loads Recharts, so only through `DataChart`.
 */
export function RechartsChart({ title, data, onReady }: RechartsChartProps) {
  const [{ hidden, range }, setView] = useState<ChartView>(wholeView);
  const [viewed, setViewed] = useState(data);
  if (viewed !== data) {
    setViewed(data);
    setView(wholeView);
  }
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const [tipPlace, setTipPlace] = useState<HTMLElement | null>(null);
  const [root, width] = useWidth();
  const [active, setActive] = useState<Mark | null>(null);
  const whole = useMemo(() => describePlot(data, { hidden, range: null }), [data, hidden]);
  // The bars stay the same objects while the reader zooms: Recharts begins anew with other data.
  const chart = useMemo(() => {
    const zoomed = describePlot(data, { hidden, range });
    return whole.kind === "columns" && zoomed.kind === "columns" ? { ...zoomed, rows: whole.rows } : whole;
  }, [data, hidden, range, whole]);
  // Figures are wider than a small chart: they are below it, where the style sheet of the page says.
  const isSmall = chart.kind === "columns" && chart.labels.length === 0;
  const isDrawn = width > 0 && place !== null && tipPlace !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is called once, when the chart is there
  useLayoutEffect(() => {
    if (isDrawn) onReady();
  }, [isDrawn]);
  const parts = useMemo(() => {
    const onSwitch = (series: string) =>
      setView((view) => ({
        ...view,
        hidden: view.hidden.includes(series)
          ? view.hidden.filter((one) => one !== series)
          : [...view.hidden, series],
      }));
    return (
      <>
        {chart.legend.length > 0 && (
          <Legend
            portal={place}
            content={() => <ChartLegend entries={chart.legend} hidden={hidden} onSwitch={onSwitch} />}
          />
        )}
        <Tooltip
          portal={isSmall ? tipPlace : null}
          cursor={{ fill: "var(--wash)", stroke: "none" }}
          isAnimationActive={false}
          wrapperStyle={{ zIndex: 3, pointerEvents: "none" }}
          content={({ active, payload }) =>
            active && payload[0] ? <FigureTip {...(payload[0].payload as Mark).tip} /> : null
          }
        />
        <Active onChange={setActive} />
      </>
    );
  }, [chart, hidden, place, isSmall, tipPlace]);
  return (
    <div ref={root} className={styles.live}>
      <div ref={setPlace} />
      <div ref={setTipPlace} className={styles.tip} data-tip="" />
      <Keyboard chart={chart} active={active}>
        {isDrawn && (
          <Kind chart={chart} title={title} width={width} range={range} onZoom={setView} parts={parts} />
        )}
      </Keyboard>
      <p className="visually-hidden" role="status">
        {active?.text}
      </p>
    </div>
  );
}

/** Tells which bar or point is under the pointer or the keyboard. */
function Active({ onChange }: { onChange: (mark: Mark | null) => void }) {
  const [mark = null] = useActiveTooltipDataPoints<Mark>() ?? [];
  useEffect(() => onChange(mark), [mark, onChange]);
  return null;
}

interface KindProps<Kind> {
  chart: Kind;
  title: string;
  width: number;
  range: ChartView["range"];
  onZoom: (change: (view: ChartView) => ChartView) => void;
  parts: ReactElement;
}

const Kind = memo(function Kind({ chart, ...rest }: KindProps<PlotDescription>) {
  if (chart.kind === "bars") return <RankedBars chart={chart} {...rest} />;
  if (chart.kind === "lines") return <YearLines chart={chart} {...rest} />;
  return chart.kind === "steps" ? <StepLine chart={chart} {...rest} /> : <Columns chart={chart} {...rest} />;
});

interface KeyboardProps {
  chart: PlotDescription;
  active: Mark | null;
  children: ReactNode;
}

/**
 * Adds to the accessibility layer of Recharts, which knows the left and right arrow: the other arrows, Home and End,
 * Enter to open the records of a bar, and Escape to hide its figures.
 */
function Keyboard({ chart, active, children }: KeyboardProps) {
  const navigate = useNavigate();
  const count = marksOf(chart).length;
  // In a chart of horizontal bars, Recharts 3.10 goes down by the left arrow.
  const [forward, back] = chart.kind === "bars" ? ["ArrowLeft", "ArrowRight"] : ["ArrowRight", "ArrowLeft"];
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const { target, currentTarget, key, nativeEvent } = event;
    const isOnChart = target instanceof SVGElement && target.getAttribute("role") === "application";
    if (!nativeEvent.isTrusted || !isOnChart) return;
    const send = (name: string, times = 1) => {
      const wrapper = currentTarget.querySelector(".recharts-wrapper");
      // Recharts prefers a pointer that rests on the chart.
      wrapper?.dispatchEvent(new MouseEvent("mouseout", { bubbles: true, relatedTarget: document.body }));
      for (let sent = 0; sent < times; sent += 1)
        wrapper?.dispatchEvent(new window.KeyboardEvent("keydown", { key: name, bubbles: true }));
    };
    const step = steps[key]?.(count);
    if (step !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      send(step > 0 ? forward : back, Math.abs(step));
    } else if (key === "Escape" && active) {
      send("Enter"); // by which Recharts hides figures
    } else if (key === "Enter") {
      event.stopPropagation();
      if (active?.href) navigate(new URL(active.href, location.href), { scroll: !active.keepsPlace });
    }
  };
  return <div onKeyDownCapture={press}>{children}</div>;
}

/** How many bars each key goes forward, of so many. */
const steps: Record<string, (count: number) => number> = {
  ArrowRight: () => 1,
  ArrowDown: () => 1,
  ArrowLeft: () => -1,
  ArrowUp: () => -1,
  Home: (count) => -count,
  End: (count) => count,
};

const common = (title: string, marks: Mark[]) => {
  const isBar = marks.some(({ href }) => href !== undefined);
  const hasRecords = marks.some(({ href }) => href);
  return {
    accessibilityLayer: true,
    "aria-label": `${title}. Use the arrow keys to move from ${isBar ? "bar to bar" : "day to day"}${hasRecords ? ", Enter to open its records." : "."}`,
    // A click is on the bar that the pointer is on, not on the one that it was on a frame ago.
    throttledEvents: [],
  };
};

/** Opens the records of the bar whose place is clicked. Links are followed by the page, and a drag of the zoom is no click. */
function useOpen(rows: ChartRow[]) {
  const navigate = useNavigate();
  const isDrag = useRef(false);
  const isIn = ({ target }: { target: EventTarget | null }, selector: string) =>
    target instanceof Element && target.closest(selector) !== null;
  return {
    onMouseDown: (_: MouseHandlerDataParam, event: { target: EventTarget | null }) => {
      isDrag.current = isIn(event, ".recharts-brush");
    },
    onClick: ({ activeTooltipIndex }: MouseHandlerDataParam, event: { target: EventTarget | null }) => {
      const { href, keepsPlace } = rows[Number(activeTooltipIndex ?? Number.NaN)] ?? {};
      if (href && !isDrag.current && !isIn(event, "a"))
        navigate(new URL(href, location.href), { scroll: !keepsPlace });
    },
  };
}

interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The bars of rows, series upon series away from zero, each piece a link. `place` says where a piece is. */
function stackedBars(
  rows: ChartRow[],
  fillOf: (row: ChartRow, color: string) => string,
  place: (bar: BarShapeProps) => Rect,
) {
  const pieceOf = ({ pieces }: ChartRow, { series, to }: BarPiece) =>
    pieces.find((piece) => piece.series === series && piece.to > 0 === to > 0);
  const stacks = new Map(
    rows.flatMap(({ pieces }) => pieces).map((piece) => [`${piece.series} ${piece.to > 0}`, piece]),
  );
  return [...stacks].map(([key, stack]) => (
    <Bar
      key={key}
      dataKey={(row: ChartRow) => {
        const { from = 0, to = 0 } = pieceOf(row, stack) ?? {};
        return to - from;
      }}
      stackId="sign"
      isAnimationActive={false}
      shape={(bar: BarShapeProps) => {
        const row = bar.payload as ChartRow;
        const piece = pieceOf(row, stack);
        if (!piece) return <g />;
        const rect = place(bar);
        return (
          <MaybeLink href={row.href} keepsPlace={row.keepsPlace} isForPointer>
            <rect className={drawing.piece} fill={fillOf(row, piece.fill)} {...rect} />
            {row.isCut && <line {...cut} x1={rect.x} x2={rect.x + rect.width} />}
          </MaybeLink>
        );
      }}
    />
  ));
}

/** The axes, the grid, the zero line and the notes of a chart over time. */
function overTime(
  { margins, axis, labels, notes, names }: ColumnChart | StepChart | LinesChart,
  width: number,
) {
  const { left, top, bottom, brush, height } = margins;
  const breakpoint = breakpointOf(width);
  const shown = names.filter(({ breakpoints }) => breakpoints.includes(breakpoint));
  const bare = { interval: 0, axisLine: false, tickLine: false } as const;
  return {
    shown,
    size: {
      width,
      height,
      margin: { top, right: 0, bottom: brush - brushHeight(margins), left: 0 },
    },
    xAxis: {
      ...bare,
      height: bottom,
      tick: ({ index }: XAxisTickContentProps) => {
        const { at = 0, anchor, text } = shown[index] ?? {};
        return (
          <text
            {...axisText}
            x={left + at * (width - left)}
            y={height - bottom - brush + 18}
            textAnchor={anchor}
          >
            {text}
          </text>
        );
      },
    },
    before: (
      <>
        {labels.length > 0 && <CartesianGrid vertical={false} stroke="var(--line)" />}
        <YAxis
          {...bare}
          width={left}
          hide={labels.length === 0}
          domain={[axis.low, axis.high]}
          ticks={axis.ticks}
          allowDataOverflow
          tick={({ y, index }: YAxisTickContentProps) => {
            const { x, ...place } = tickPlace(left, index === labels.length - 1, Number(y));
            return (
              <text {...axisText} {...place} x={left + x}>
                {labels[index]}
              </text>
            );
          }}
        />
      </>
    ),
    zero: <ReferenceLine y={0} stroke="var(--soft)" />,
    notes: (
      <svg
        x={left}
        width={width - left}
        height={height}
        overflow="visible"
        pointerEvents="none"
        aria-hidden="true"
      >
        <Notes notes={notes} height={height} only={breakpoint} />
      </svg>
    ),
  };
}

/** The height of the control that zooms, with space above and below it. */
const brushHeight = ({ brush }: ChartMargins) => Math.max(0, brush - 16);

function Columns({ chart, title, width, range, onZoom, parts }: KindProps<ColumnChart>) {
  const { rows, margins, gap } = chart;
  const id = useId();
  const open = useOpen(rows);
  const { patterns, fillOf } = hatches(id, rows);
  const { size, shown, xAxis, before, zero, notes } = overTime(chart, width);
  return (
    <BarChart
      {...common(title, rows)}
      {...size}
      data={rows}
      stackOffset="sign"
      barCategoryGap={`${gap * 100}%`}
      {...open}
    >
      <defs>{patterns}</defs>
      {before}
      {parts}
      <XAxis {...xAxis} dataKey="key" ticks={shown.map(({ key }) => key)} />
      {stackedBars(rows, fillOf, ({ x, y, width: wide, height }) => ({
        x,
        y: Math.min(y, y + height),
        width: wide,
        height: Math.max(1, Math.abs(height)),
      }))}
      {zero}
      {notes}
      {margins.brush > 0 && (
        <Brush
          dataKey="name"
          height={brushHeight(margins)}
          y={margins.height - margins.brush + 10}
          travellerWidth={10}
          fill="var(--wash)"
          stroke="var(--edge)"
          className={styles.brush ?? ""}
          ariaLabel={`Months shown: ${title}`}
          {...(range && { startIndex: range.from, endIndex: range.to })}
          onChange={({ startIndex: from, endIndex: to }) =>
            onZoom((view) => ({ ...view, range: { from, to } }))
          }
        />
      )}
    </BarChart>
  );
}

interface DayLinesProps extends KindProps<StepChart | LinesChart> {
  marks: Mark[];
  /** The lines. */
  children: ReactNode;
}

/** Lines over days: the axes, the zero line and the notes around them. */
function DayLines({ chart, title, width, parts, marks, children }: DayLinesProps) {
  const { low, high } = chart.days;
  const { size, shown, xAxis, before, zero, notes } = overTime(chart, width);
  return (
    <LineChart {...common(title, marks)} {...size} data={marks}>
      {before}
      {parts}
      <XAxis
        {...xAxis}
        type="number"
        dataKey="at"
        domain={[low, high]}
        ticks={shown.map(({ at }) => low + at * (high - low))}
      />
      {zero}
      {children}
      {notes}
    </LineChart>
  );
}

/** A running total by Recharts: a line in steps, with each step and each day over it in its own color. */
function StepLine(props: KindProps<StepChart>) {
  const { points, days, begins } = props.chart;
  const line = { stroke: "var(--accent)", strokeWidth: 2 };
  const [first] = points;
  return (
    <DayLines {...props} marks={points}>
      {!begins && first && (
        <ReferenceLine
          {...line}
          strokeDasharray="3 4"
          segment={[
            { x: days.low, y: first.total },
            { x: first.at, y: first.total },
          ]}
        />
      )}
      <Line
        {...line}
        type="stepAfter"
        dataKey="total"
        isAnimationActive={false}
        dot={false}
        activeDot={{ r: 6.5, fill: "var(--ink)", stroke: "var(--paper)", strokeWidth: 2 }}
      />
      {points.map(({ key, at, from, total, fill }) => (
        <ReferenceLine
          key={key}
          {...line}
          stroke={fill}
          segment={[
            { x: at, y: from },
            { x: at, y: total },
          ]}
        />
      ))}
      <Line
        dataKey="total"
        stroke="none"
        isAnimationActive={false}
        activeDot={false}
        dot={({ cx, cy, payload }) => (
          <circle key={payload.key} {...dotColors(payload as StepPoint)} cx={cx} cy={cy} r="3.5" />
        )}
      />
    </DayLines>
  );
}

/** Lines on the same dates by Recharts. */
function YearLines(props: KindProps<LinesChart>) {
  const { chart } = props;
  const points = useMemo(() => marksOf(chart), [chart]);
  return (
    <DayLines {...props} marks={points}>
      {chart.series.flatMap((line) =>
        lineParts(chart.openFrom).map(({ holds, dashes }) => (
          <Line
            key={`${line.key} ${dashes}`}
            type="linear"
            dataKey={(point: LinesPoint) => (holds(point) ? point.totals[line.key] : null)}
            stroke={line.fill}
            strokeWidth={lineWidth(line)}
            {...(dashes && { strokeDasharray: dashes })}
            isAnimationActive={false}
            dot={false}
            activeDot={{ r: 4, fill: line.fill, stroke: "var(--paper)", strokeWidth: 1.5 }}
          />
        )),
      )}
    </DayLines>
  );
}

/** Ranked bars by Recharts; the names and figures are its vertical axis. */
function RankedBars({ chart, title, width, parts }: KindProps<RankedChart>) {
  const { rows, span, layouts } = chart;
  const open = useOpen(rows);
  const layout = layouts.find(({ breakpoint }) => breakpoint === breakpointOf(width)) as BarLayout;
  const { from, to, lane, names, rowHeight } = layout;
  const zero = (from + position(0, span) * (to - from)) * width;
  return (
    <BarChart
      {...common(title, rows)}
      width={width}
      height={rows.length * rowHeight}
      margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
      layout="vertical"
      data={rows}
      stackOffset="sign"
      barCategoryGap={0}
      {...open}
    >
      <XAxis
        type="number"
        domain={[span.low, span.high]}
        padding={{ left: from * width, right: (1 - to) * width }}
        hide
      />
      <YAxis
        type="category"
        dataKey="key"
        mirror
        interval={0}
        axisLine={false}
        tickLine={false}
        tick={({ index }: YAxisTickContentProps) => {
          const row = rows[index];
          return (
            <g transform={`translate(0 ${index * rowHeight})`}>
              {row && (
                <RowText row={row} label={row.text} lines={names[index] ?? []} layout={layout} span={span}>
                  {!row.isRest && <rect {...zeroLine(layout)} x={zero} />}
                </RowText>
              )}
            </g>
          );
        }}
      />
      {stackedBars(
        rows,
        (_, color) => color,
        ({ x, width: wide, index }) => ({
          x: Math.min(x, x + wide),
          y: index * rowHeight + lane.top,
          width: Math.abs(wide),
          height: lane.height,
        }),
      )}
      {parts}
    </BarChart>
  );
}
