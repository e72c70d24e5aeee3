import type { ReactNode } from "react";

import { breakpointClass, breakpointOf } from "@/components/charts/breakpoints";
import { heightOf } from "@/components/charts/describe";
import type {
  ChartDescription,
  ColumnChart,
  FlowChart,
  FlowLink,
  FlowMark,
  LinesChart,
  LinesPoint,
  RankedChart,
  StepChart,
} from "@/components/charts/description";
import {
  axisText,
  cut,
  FlowMarkParts,
  hatches,
  MaybeLink,
  Notes,
  percent,
  RowText,
  StageNames,
  shownAt,
  strandColors,
} from "@/components/charts/drawn-parts";
import { position } from "@/components/charts/scale";

import styles from "./drawing.module.css";

interface DrawingProps<Kind> {
  chart: Kind;
  /** Begins the ids in the drawing; unique on the page. */
  id: string;
  /** What a list of bars is called, where screen readers read it. */
  label?: string;
  /** For a picture: its width in pixels, by which it decides what it has space for, and where it begins. */
  picture?: { width: number; y: number };
}

/**
 * A chart as SVG: before scripts, on paper and in pictures. Horizontal places are parts of the width, which only the
 * browser knows.
 */
export function Drawing({ chart, ...rest }: DrawingProps<ChartDescription>) {
  if (chart.kind === "bars") return <BarDrawing chart={chart} {...rest} />;
  if (chart.kind === "steps") return <StepDrawing chart={chart} {...rest} />;
  if (chart.kind === "flow") return <FlowDrawing chart={chart} {...rest} />;
  return chart.kind === "lines" ? (
    <LinesDrawing chart={chart} {...rest} />
  ) : (
    <ColumnDrawing chart={chart} {...rest} />
  );
}

export function pictureHeight(chart: ChartDescription, width: number): number {
  if (chart.kind === "flow") return chart.height;
  if (chart.kind !== "bars") return chart.margins.height - chart.margins.brush;
  const rowHeight =
    chart.layouts.find(({ breakpoint }) => breakpoint === breakpointOf(width))?.rowHeight ?? 0;
  return chart.rows.length * rowHeight;
}

interface PlotProps {
  chart: ColumnChart | StepChart | LinesChart;
  picture: DrawingProps<ChartDescription>["picture"];
  y: (value: number) => number;
  children: ReactNode;
}

/** The axes and notes of a chart over time. Hidden from screen readers, which have the table of the same numbers. */
function Plot({ chart, picture, y, children }: PlotProps) {
  const { margins, axis, labels, names, notes } = chart;
  const only = picture && breakpointOf(picture.width);
  const { left, height } = margins;
  return (
    <svg
      aria-hidden="true"
      overflow="visible"
      height={height}
      {...(picture
        ? { x: left, y: picture.y, width: picture.width - left }
        : { className: `${left > 0 ? styles.plot : styles.panel} ${margins.brush > 0 ? styles.zooms : ""}` })}
    >
      {axis.ticks.map((tick, index) => (
        <g key={tick}>
          {tick !== 0 && <line stroke="var(--line)" x1="0" x2="100%" y1={y(tick)} y2={y(tick)} />}
          <text {...axisText} {...tickPlace(left, index === labels.length - 1, y(tick))}>
            {labels[index]}
          </text>
        </g>
      ))}
      {children}
      <line stroke="var(--soft)" x1="0" x2="100%" y1={y(0)} y2={y(0)} />
      {names.map(({ key, text, at, anchor, breakpoints }) => {
        const shown = shownAt(breakpoints, only);
        return (
          shown && (
            <text
              key={`${key} ${anchor}`}
              {...axisText}
              {...shown}
              x={percent(at)}
              y={y(axis.low) + 18}
              textAnchor={anchor}
            >
              {text}
            </text>
          )
        );
      })}
      <Notes notes={notes} height={height} only={only} />
    </svg>
  );
}

/** Where the label of a tick is: left of the plot, but the highest, which has the unit, above its line. */
export const tickPlace = (left: number, isHighest: boolean, y: number) =>
  isHighest
    ? ({ x: -left, y: y - 6, textAnchor: "start" } as const)
    : ({ x: -8, y: y + 4, textAnchor: "end" } as const);

/** Vertical bars, each with its whole column as a link to its records. */
function ColumnDrawing({ chart, id, picture }: DrawingProps<ColumnChart>) {
  const { rows, gap, margins, axis } = chart;
  const y = heightOf(axis, margins);
  const { patterns, fillOf } = hatches(id, rows);
  const part = (index: number) => percent(index / rows.length);
  return (
    <Plot chart={chart} picture={picture} y={y}>
      <defs>{patterns}</defs>
      {rows.map((row, index) => (
        <MaybeLink key={row.key} href={row.href} keepsPlace={row.keepsPlace} isForPointer>
          <title>{row.text}</title>
          <rect x={part(index)} width={part(1)} height={margins.height - margins.brush} fill="transparent" />
          {row.pieces.map(({ series, fill, from, to }) => {
            const [top, bottom] = [y(Math.max(from, to)), y(Math.min(from, to))];
            return (
              <rect
                key={`${series} ${to > 0}`}
                className={styles.piece}
                fill={fillOf(row, fill)}
                x={part(index + gap)}
                width={part(1 - 2 * gap)}
                y={top}
                height={Math.max(1, bottom - top)}
              />
            );
          })}
          {row.isCut && <line {...cut} x1={part(index)} x2={part(index + 1)} />}
        </MaybeLink>
      ))}
    </Plot>
  );
}

/** A running total: a step up or down on each day. */
function StepDrawing({ chart, picture }: DrawingProps<StepChart>) {
  const { points, days, begins, axis, margins } = chart;
  const y = heightOf(axis, margins);
  const x = (at: number) => percent(position(at, days));
  const first = points[0];
  const line = { stroke: "var(--accent)", strokeWidth: 2 };
  return (
    <Plot chart={chart} picture={picture} y={y}>
      {!begins && first && (
        <line
          {...line}
          strokeDasharray="3 4"
          x1="0"
          x2={x(first.at)}
          y1={y(first.total)}
          y2={y(first.total)}
        />
      )}
      {points.map(({ key, at, from, total, fill }, index) => {
        const next = points[index + 1];
        return (
          <g key={key}>
            <line {...line} stroke={fill} x1={x(at)} x2={x(at)} y1={y(from)} y2={y(total)} />
            {next && <line {...line} x1={x(at)} x2={x(next.at)} y1={y(total)} y2={y(total)} />}
          </g>
        );
      })}
      {points.map(({ key, at, total, text, ...point }) => (
        <circle key={key} {...dotColors(point)} cx={x(at)} cy={y(total)} r="3.5">
          <title>{text}</title>
        </circle>
      ))}
    </Plot>
  );
}

/** The width of the drawing of lines in its own units, which are stretched to the width of the page. */
const unitsAcross = 1000;

/** The width of a line in pixels. */
export const lineWidth = ({ isCurrent }: LinesChart["series"][number]) => (isCurrent ? 3 : 1.5);

/** The part of a line that is over and the dashed one that is not, by their points. */
export const lineParts = (openFrom = Number.POSITIVE_INFINITY) => [
  { holds: ({ at }: LinesPoint) => at <= openFrom, dashes: undefined },
  ...(Number.isFinite(openFrom) ? [{ holds: ({ at }: LinesPoint) => at >= openFrom, dashes: "5 4" }] : []),
];

/** Lines on the same dates, the current one last and so over the others. */
function LinesDrawing({ chart, picture }: DrawingProps<LinesChart>) {
  const { series, points, days, margins, openFrom } = chart;
  const y = heightOf(chart.axis, margins);
  const across = picture ? picture.width - margins.left : unitsAcross;
  const lines = series.flatMap((line) =>
    lineParts(openFrom).map(({ holds, dashes }) => {
      const places = points.filter(holds).flatMap(({ at, totals }) => {
        const total = totals[line.key] ?? null;
        return total === null ? [] : `${(position(at, days) * across).toFixed(1)} ${y(total).toFixed(1)}`;
      });
      return (
        <path
          key={`${line.key} ${dashes}`}
          d={`M${places.join("L")}`}
          fill="none"
          stroke={line.fill}
          strokeWidth={lineWidth(line)}
          strokeDasharray={dashes}
          {...(!picture && { vectorEffect: "non-scaling-stroke" })}
        />
      );
    }),
  );
  return (
    <Plot chart={chart} picture={picture} y={y}>
      {picture ? (
        lines
      ) : (
        <svg
          width="100%"
          height={margins.height}
          viewBox={`0 0 ${unitsAcross} ${margins.height}`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          {lines}
        </svg>
      )}
    </Plot>
  );
}

/** A day on which no money moves is a ring. */
export const dotColors = ({ fill, isRing }: { fill: string; isRing: boolean }) =>
  isRing ? { fill: "var(--paper)", stroke: fill, strokeWidth: 1.5 } : { fill };

/** Ranked bars as a list, once for each layout; the style sheet shows the one that fits. */
function BarDrawing({ chart, label, picture }: DrawingProps<RankedChart>) {
  const { rows, layouts, span } = chart;
  const drawn = picture
    ? layouts.filter(({ breakpoint }) => breakpoint === breakpointOf(picture.width))
    : layouts;
  const place = (value: number) => percent(position(value, span));
  return drawn.map((layout) => (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no lists of its own
    <svg
      key={layout.breakpoint}
      role="list"
      aria-label={label}
      overflow="visible"
      height={rows.length * layout.rowHeight}
      {...(picture
        ? { y: picture.y, width: picture.width }
        : { className: `${styles.panel} ${breakpointClass([layout.breakpoint]) ?? ""}` })}
    >
      {rows.map((row, index) => (
        // biome-ignore lint/a11y/useSemanticElements: the same
        <svg
          key={row.key}
          role="listitem"
          y={index * layout.rowHeight}
          width="100%"
          height={layout.rowHeight}
          overflow="visible"
        >
          <RowText row={row} lines={layout.names[index] ?? []} layout={layout} span={span}>
            <title>{row.text}</title>
            <svg
              x={percent(layout.from)}
              width={percent(layout.to - layout.from)}
              height={layout.rowHeight}
              overflow="visible"
              aria-hidden="true"
            >
              {row.pieces.map(({ series, fill, from, to }) => (
                <rect
                  key={`${series} ${to > 0}`}
                  className={styles.piece}
                  fill={fill}
                  x={place(Math.min(from, to))}
                  width={percent(position(Math.max(from, to), span) - position(Math.min(from, to), span))}
                  y={layout.lane.top}
                  height={layout.lane.height}
                />
              ))}
              {!row.isRest && <rect {...zeroLine(layout)} x={place(0)} />}
            </svg>
          </RowText>
        </svg>
      ))}
    </svg>
  ));
}

/** The zero line of a row: through the whole row, or a little beyond a bar that is below its name. */
export const zeroLine = ({ isStacked, lane, rowHeight }: RankedChart["layouts"][number]) => ({
  width: 1,
  fill: "var(--edge)",
  ...(isStacked ? { y: lane.top - 2, height: lane.height + 3 } : { y: 0, height: rowHeight }),
});

/** A flow: strands stretched to the width of the page, with marks and names over them. */
function FlowDrawing({ chart, label, picture }: DrawingProps<FlowChart>) {
  const { marks, links, height } = chart;
  const across = picture?.width ?? unitsAcross;
  const strands = links.map((link) => (
    <MaybeLink key={link.key} href={link.href} isForPointer>
      <path {...strandColors(link)} className={styles.strand} d={strandPath(link, marks, across)}>
        <title>{link.text}</title>
      </path>
    </MaybeLink>
  ));
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no lists of its own
    <svg
      role="list"
      aria-label={label}
      overflow="visible"
      height={height}
      {...(picture ? { y: picture.y, width: picture.width } : { className: styles.panel })}
    >
      <svg
        width="100%"
        height={height}
        aria-hidden="true"
        {...(!picture && { viewBox: `0 0 ${unitsAcross} ${height}`, preserveAspectRatio: "none" })}
      >
        {strands}
      </svg>
      <StageNames chart={chart} />
      {marks.map((mark) => (
        // biome-ignore lint/a11y/useSemanticElements: the same
        <svg key={mark.key} role="listitem" overflow="visible" x={percent(mark.at)}>
          <FlowMarkParts mark={mark} only={picture && breakpointOf(picture.width)} />
        </svg>
      ))}
    </svg>
  );
}

/** A strand as an area between two marks, in units across. */
function strandPath(
  { source, target, from, to, width }: FlowLink,
  marks: FlowMark[],
  across: number,
): string {
  const [x0, x1] = [(marks[source]?.at ?? 0) * across, (marks[target]?.at ?? 0) * across];
  const middle = (x0 + x1) / 2;
  const half = width / 2;
  const curve = (y0: number, y1: number) => `${middle} ${y0} ${middle} ${y1}`;
  return [
    `M${x0} ${from - half}C${curve(from - half, to - half)} ${x1} ${to - half}`,
    `V${to + half}C${curve(to + half, from + half)} ${x0} ${from + half}Z`,
  ].join("");
}
