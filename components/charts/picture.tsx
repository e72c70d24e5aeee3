import { type ChartData, describe } from "@/components/charts/describe";
import type { LegendEntry } from "@/components/charts/description";
import { Drawing, pictureHeight } from "@/components/charts/drawing";
import { Sample, sampleSize } from "@/components/charts/legend";
import { textWidth, wrapText } from "@/components/charts/text-width";

/** The width of a picture and the space around its content, in pixels; the chart is as wide as the widest on a page. */
const width = 952;
const margin = 32;
const inner = width - 2 * margin;

const sans = "Inter, Helvetica, Arial, sans-serif";
const serif = "'Source Serif 4', Georgia, serif";

interface PictureProps {
  /** What is to be seen in the chart. */
  title: string;
  /** The measure, the selection and the window as text. */
  subtitle: string;
  /** The chart; `null` if no action fits. */
  data: ChartData | null;
  /** Where the numbers are from and what they leave out. */
  source: string;
  /** The address of the chart or its records. */
  address: string;
}

/**
 * A chart as a picture for an article: the drawing of the page, with what the page has around it as text. It names no
 * link, and its colors are tokens that `lib/http/picture` replaces.
 */
export function Picture({ title, subtitle, data, source, address }: PictureProps) {
  const chart = data && describe(data);
  const legend = legendRows(chart?.legend ?? []);
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
  let y = margin;
  const place = (height: number) => {
    y += height;
    return y - height;
  };
  const head = parts.map((part) => ({ ...part, y: place(part.lines.length * part.line + part.after) }));
  const legendY = place(legend.length * legendLine);
  const chartY = place((chart ? pictureHeight(chart) : 64) + 16);
  const ruleY = place(10);
  const foot = [source, address].flatMap((text) => wrapText(text, inner, 12));
  const footY = place(foot.length * 17 + margin);
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={y}
      viewBox={`0 0 ${width} ${y}`}
      fontFamily={sans}
    >
      <title>{title}</title>
      <rect width={width} height={y} fill="var(--paper)" />
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
          <Lines lines={["No contract action matches."]} size={16} line={20} y={chartY + 22} />
        )}
        <line x2={inner} y1={ruleY} y2={ruleY} stroke="var(--line)" />
        <Lines lines={foot} size={12} line={17} y={footY} look={{ fill: "var(--soft)" }} />
      </g>
    </svg>
  );
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
function legendRows(entries: LegendEntry[]): (LegendEntry & { x: number })[][] {
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
