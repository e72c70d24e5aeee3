import type { Route } from "next";
import { Fragment, type ReactNode } from "react";
import { type Breakpoint, breakpointClass } from "@/components/charts/breakpoints";
import type {
  BarLayout,
  ChartNote,
  ChartRow,
  FlowChart,
  FlowLink,
  FlowMark,
  RankedRow,
} from "@/components/charts/description";
import { flowFrame, flowText } from "@/components/charts/flow-frame";
import { labelSize } from "@/components/charts/label-layout";
import { barText, figuresAt } from "@/components/charts/ranked-layout";
import { position, type ValueSpan } from "@/components/charts/scale";
import { Link } from "@/components/ui/link";
import styles from "./drawn-parts.module.css";

/* What both renderers of a chart write in the same way. Colors and sizes are attributes: a picture has no style sheet. */

export const percent = (part: number) => `${Math.round(part * 100_000) / 1_000}%`;

export const axisText = { fontSize: labelSize, fill: "var(--soft)" };

/** The class that shows an element at some breakpoints; `null` where a drawing of `only` one has no use for it. */
export const shownAt = (names: Breakpoint[], only: Breakpoint | undefined) =>
  only ? (names.includes(only) ? {} : null) : { className: breakpointClass(names) };

interface NotesProps {
  notes: ChartNote[];
  height: number;
  only?: Breakpoint | undefined;
}

export function Notes({ notes, height, only }: NotesProps) {
  return notes.map(({ text, at, dx, y, anchor, line, isInside, breakpoints }) => {
    const shown = shownAt(breakpoints, only);
    return (
      shown && (
        <svg
          key={`${text} ${at} ${breakpoints}`}
          {...shown}
          x={percent(at)}
          height={height}
          overflow="visible"
          aria-hidden="true"
        >
          {line && <line stroke="var(--soft)" x1={line.from} x2={line.to} y1={y - 4} y2={y - 4} />}
          <text
            x={dx}
            y={y}
            textAnchor={anchor}
            fontSize={labelSize}
            // No line of the grid runs through a note beside a bar.
            {...(isInside
              ? { fill: "var(--paper)", fontWeight: 600 }
              : { fill: "var(--ink)", stroke: "var(--paper)", strokeWidth: 4, paintOrder: "stroke" })}
          >
            {text}
          </text>
        </svg>
      )
    );
  });
}

interface RowTextProps {
  row: RankedRow;
  /** The name of the link to the records, if its content does not have the exact figures. */
  label?: string;
  lines: string[];
  layout: BarLayout;
  span: ValueSpan;
  /** The bar, below the text of its row. */
  children?: ReactNode;
}

/** The name and figures of a ranked bar with its links. A name with a page of its own leads there. */
export function RowText({ row, label, lines, layout, span, children }: RowTextProps) {
  const { isStacked, rowHeight, lane, from, to } = layout;
  const height = lines.length * barText.line;
  const first = (isStacked ? lane.top - 3 - height : (rowHeight - height) / 2) + 13;
  const name = (
    <text fontSize={barText.size} fill={row.isRest ? "var(--soft)" : "var(--ink)"}>
      {lines.map((line, index) => (
        <Fragment key={line}>
          {index > 0 && " "}
          <tspan
            className={row.page || row.href ? styles.name : undefined}
            x="0"
            y={first + index * barText.line}
          >
            {line}
          </tspan>
        </Fragment>
      ))}
    </text>
  );
  return (
    <>
      {row.isRest && <line x2="100%" stroke="var(--line)" />}
      <MaybeLink href={row.href} label={label}>
        <rect className={styles.target} width="100%" height={rowHeight} fill="transparent" />
        {children}
        {!row.page && name}
        <text
          x={percent(from + position(figuresAt(row), span) * (to - from))}
          dx={barText.gap}
          y={isStacked ? lane.top + 11 : rowHeight / 2 + 5}
          fontSize={barText.size}
        >
          <tspan fontWeight={600} fill={row.isNegative ? "var(--neg)" : "var(--ink)"}>
            {row.page || !row.href ? row.figure : ` ${row.figure}`}
          </tspan>
          {row.share && (
            <tspan dx={barText.gap - 4} fontSize={barText.shareSize} fill="var(--soft)">
              {` ${row.share}`}
            </tspan>
          )}
        </text>
      </MaybeLink>
      {row.page && (
        <Link href={row.page}>
          <rect
            className={styles.target}
            y={first - 15}
            width={percent(isStacked ? 1 : layout.from)}
            height={height + 4}
            fill="transparent"
          />
          {name}
        </Link>
      )}
    </>
  );
}

/** The stroke through a bar that is longer than its chart is high. */
export const cut = { stroke: "var(--paper)", strokeWidth: 3, y1: 8, y2: 5 };

/** A link, where there is something to lead to. By pointer only if the same link is elsewhere in the chart or its table. */
export function MaybeLink({
  href,
  keepsPlace = false,
  isForPointer = false,
  label,
  children,
}: {
  href: Route | null;
  keepsPlace?: boolean | undefined;
  isForPointer?: boolean;
  label?: string | undefined;
  children: ReactNode;
}) {
  return href ? (
    <Link
      href={href}
      scroll={!keepsPlace}
      aria-label={label}
      {...(isForPointer && { tabIndex: -1, "aria-hidden": true })}
    >
      {children}
    </Link>
  ) : (
    children
  );
}

/** Stripes in a color, for a period that is not over: `url(#id)`. */
const Hatch = ({ id, color }: { id: string; color: string }) => (
  <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect width="6" height="6" fill="var(--paper)" />
    <line x1="2" x2="2" y1="0" y2="6" strokeWidth="4" stroke={color} />
  </pattern>
);

/** Stripes in each color of the unfinished rows, and the fill of a piece of a row: its color or its stripes. */
export function hatches(id: string, rows: ChartRow[]) {
  const colors = [
    ...new Set(
      rows.filter(({ isUnfinished }) => isUnfinished).flatMap(({ pieces }) => pieces.map(({ fill }) => fill)),
    ),
  ];
  const idOf = (color: string) => `${id}-${colors.indexOf(color)}`;
  return {
    patterns: colors.map((color) => <Hatch key={color} id={idOf(color)} color={color} />),
    fillOf: ({ isUnfinished }: Pick<ChartRow, "isUnfinished">, color: string) =>
      isUnfinished && colors.includes(color) ? `url(#${idOf(color)})` : color,
  };
}

/** Strands are transparent, so that crossings show. */
export const strandColors = ({ fill }: Pick<FlowLink, "fill">) => ({ fill, fillOpacity: 0.42 });

/** Where the mark of a stage begins, and how its names are anchored: inward from both edges. */
const sideOf = (at: number) =>
  at === 1
    ? { x: -flowFrame.mark, dx: -flowFrame.mark - flowText.gap, anchor: "end" as const }
    : at === 0
      ? { x: 0, dx: flowFrame.mark + flowText.gap, anchor: "start" as const }
      : { x: -flowFrame.mark / 2, dx: flowFrame.mark / 2 + flowText.gap, anchor: "start" as const };

/** The names of the stages above their marks. */
export const StageNames = ({ chart: { stages } }: { chart: FlowChart }) =>
  stages.map((name, stage) => {
    const at = stage / (stages.length - 1);
    const anchor = (["start", "middle", "end"] as const)[stage] ?? "start";
    return (
      <text key={name} {...axisText} x={percent(at)} y={axisText.fontSize} textAnchor={anchor}>
        {name}
      </text>
    );
  });

/** A mark with its name and figure, a link to its records; at x = 0 in its stage. */
export function FlowMarkParts({ mark, only }: { mark: FlowMark; only?: Breakpoint | undefined }) {
  const { x, dx, anchor } = sideOf(mark.at);
  return (
    <MaybeLink href={mark.href} label={mark.text}>
      <title>{mark.text}</title>
      <rect x={x} y={mark.top} width={flowFrame.mark} height={mark.height} fill={mark.fill} />
      {mark.labels.map(({ name, figure, breakpoints }) => {
        const shown = shownAt(breakpoints, only);
        return (
          shown && (
            <text
              key={breakpoints.join()}
              {...shown}
              x={dx}
              y={mark.top + mark.height / 2 + 4.5}
              textAnchor={anchor}
              fontSize={flowText.size}
              fill="var(--ink)"
              stroke="var(--paper)"
              strokeWidth="3.5"
              paintOrder="stroke"
            >
              <tspan className={mark.href ? styles.name : undefined}>{name}</tspan>
              <tspan fontWeight="600">{` ${figure}`}</tspan>
            </text>
          )
        );
      })}
    </MaybeLink>
  );
}
