import { type ChartData, describe, wholeView } from "@/components/charts/describe";
import type { LegendEntry } from "@/components/charts/description";
import { Drawing, pictureHeight } from "@/components/charts/drawing";
import { Sample, sampleSize } from "@/components/charts/legend";
import { textWidth, wrapText } from "@/components/charts/text-width";
import { type PictureShape, pictureShapes } from "@/lib/contracts/pictures";

/** The width of a picture without a shape, in units of the drawing; its chart is as wide as the widest on a page. */
const plainWidth = 952;
/** The drawings to try for a shape, until one fits: the wider, the smaller the text. */
const widths = { from: 640, to: 1_440, step: 40 } as const;
const margin = 32;
/** The pixels of the file for each unit of a drawing. */
const density = 2;

const sans = "Inter, Helvetica, Arial, sans-serif";
const serif = "'Source Serif 4', Georgia, serif";

interface PictureProps {
  /** What is to be seen in the chart. */
  title: string;
  /** The measure, the selection and the window as text. */
  subtitle: string;
  /** The chart, or how it is made so many pixels higher than on a page; `null` if there is none. */
  data: ChartData | ((higher: number) => ChartData) | null;
  /** The text instead of a chart. */
  nothing?: string;
  /** Where the numbers are from and what they leave out. */
  source: string;
  /** The address of the chart or its records. */
  address: string;
  shape?: PictureShape | null;
}

/**
 * A chart as a picture for an article: the drawing of the page, with what the page has around it as text. It names no
 * link, and its colors are tokens that `lib/http/picture` replaces.
 */
export function Picture({ shape = null, ...props }: PictureProps) {
  if (shape === null) return layOut(props, plainWidth).draw();
  const { width, height } = pictureShapes[shape];
  const count = (widths.to - widths.from) / widths.step;
  const tries = Array.from({ length: count + 1 }, (_, index) => {
    const wide = widths.from + index * widths.step;
    return { wide, high: Math.floor((wide * height) / width) };
  });
  const fitting = tries.find(({ wide, high }) => layOut(props, wide).height <= high) ?? tries.at(-1);
  if (!fitting) return null;
  const { wide, high } = fitting;
  return layOut(props, wide, high).draw({ width: width / density, height: height / density });
}

/** The most that a chart is stretched, as a part of its height. */
const mostStretched = 1.4;

/** Places the parts of a picture one below the other. In a given height the chart is stretched, and the source is at the bottom. */
function layOut(
  {
    title,
    subtitle,
    data,
    nothing = "No contract action matches.",
    source,
    address,
  }: Omit<PictureProps, "shape">,
  width: number,
  fixed?: number,
) {
  const inner = width - 2 * margin;
  const chartOf = (higher: number) =>
    data && (typeof data === "function" ? describe(data(higher)) : describe(data, { ...wholeView, higher }));
  const plain = chartOf(0);
  const legend = legendRows(plain?.legend ?? [], inner);
  const parts = [
    {
      lines: wrapText(title, inner, 24),
      size: 24,
      line: 29,
      after: 6,
      look: { fontFamily: serif, fontWeight: 600 },
    },
    { lines: wrapText(subtitle, inner, 14), size: 14, line: 20, after: 14, look: { fill: "var(--soft)" } },
  ];
  const foot = [source, address].flatMap((text) => wrapText(text, inner, 12));
  let y = margin;
  const place = (height: number) => {
    y += height;
    return y - height;
  };
  const head = parts.map((part) => ({ ...part, y: place(part.lines.length * part.line + part.after) }));
  const legendY = place(legend.length * legendLine);
  const chartHeight = plain ? pictureHeight(plain, inner) : 64;
  const footHeight = 10 + foot.length * 17 + margin;
  const spare = fixed === undefined ? 0 : Math.max(0, fixed - (y + chartHeight + 16 + footHeight));
  const higher = Math.min(spare, Math.round(chartHeight * mostStretched));
  const chart = spare > 0 ? chartOf(higher) : plain;
  const chartY = place((chart ? pictureHeight(chart, inner) : 64) + 16);
  if (fixed !== undefined) y = Math.max(y, fixed - footHeight);
  const ruleY = place(10);
  const footY = place(foot.length * 17 + margin);
  const height = fixed ?? y;
  return {
    height,
    /** The picture. `file` is its size in the file, if that is not the size of the drawing. */
    draw: (file = { width, height }) => (
      <svg xmlns="http://www.w3.org/2000/svg" {...file} viewBox={`0 0 ${width} ${height}`} fontFamily={sans}>
        <title>{title}</title>
        <rect width={width} height={height} fill="var(--paper)" />
        <g transform={`translate(${margin} 0)`}>
          {head.map(({ lines, size, line, look, y: top }) => (
            <Lines key={size} lines={lines} size={size} line={line} y={top} look={look} />
          ))}
          {legend.map((row, index) =>
            row.map(({ x, ...entry }) => (
              <g key={entry.text}>
                <Sample {...entry} x={x} y={legendY + index * legendLine + 3} />
                <text
                  x={entry.fill ? x + sampleSize + 6 : x}
                  y={legendY + index * legendLine + 13}
                  fontSize={legendSize}
                  fill="var(--soft)"
                >
                  {entry.text}
                </text>
              </g>
            )),
          )}
          {chart ? (
            <Drawing chart={chart} id="chart" picture={{ width: inner, y: chartY }} />
          ) : (
            <Lines lines={wrapText(nothing, inner, 16)} size={16} line={22} y={chartY + 22} />
          )}
          <line x2={inner} y1={ruleY} y2={ruleY} stroke="var(--line)" />
          <Lines lines={foot} size={12} line={17} y={footY} look={{ fill: "var(--soft)" }} />
        </g>
      </svg>
    ),
  };
}

interface LinesProps {
  lines: string[];
  size: number;
  line: number;
  y: number;
  look?: { fill?: string; fontFamily?: string; fontWeight?: number };
}

const Lines = ({ lines, size, line, y, look }: LinesProps) => (
  <text fontSize={size} fill="var(--ink)" {...look}>
    {lines.map((text, index) => (
      <tspan key={text} x="0" y={y + size + index * line}>
        {text}
      </tspan>
    ))}
  </text>
);

const legendSize = 12.5;
const legendLine = 24;

/** The entries of a legend in rows, each with its place in its row. */
function legendRows(entries: LegendEntry[], inner: number): (LegendEntry & { x: number })[][] {
  const rows: (LegendEntry & { x: number })[][] = [];
  let x = inner;
  for (const entry of entries) {
    const size = textWidth(entry.text, legendSize) + (entry.fill ? sampleSize + 6 : 0);
    if (x + size > inner) {
      rows.push([]);
      x = 0;
    }
    rows.at(-1)?.push({ ...entry, x });
    x += size + 18;
  }
  return rows;
}
