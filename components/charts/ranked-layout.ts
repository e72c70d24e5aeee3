import { type Breakpoint, breakpoints, narrowest } from "@/components/charts/breakpoints";
import type { BarLayout, RankedRow } from "@/components/charts/description";
import { position, type ValueSpan } from "@/components/charts/scale";
import { textWidth, wrapText } from "@/components/charts/text-width";

/** Text of ranked bars in pixels: names and figures, shares, the height of a line, the space that text is planned with, and that before figures. */
export const barText = { size: 14, shareSize: 13, line: 18, space: 12, gap: 7 } as const;
/** Rows in pixels: the least height, the space above and below names together, and the space for a bar below its name. */
const rowSize = { least: 28, padding: 10, bar: 18 } as const;
/** The largest part of the width that names take beside bars. */
const mostForNames = 0.42;

/** What lists of bars side by side share: their scale, the pixels for the widest figures, and the space for names. */
export interface BarFrame {
  span: ValueSpan;
  figures: number;
  /** At each width: the part of it that names take, and the lines of the longest one. */
  names: Record<Breakpoint, { part: number; lines: number }>;
}

/** Where the figures of a row are: at the end of its bar, or at the zero line for what is left of it or not drawn. */
export const figuresAt = ({ pieces }: Pick<RankedRow, "pieces">): number =>
  Math.max(0, ...pieces.map(({ to }) => to));

const widthOf = ({ figure, share }: RankedRow) =>
  // Semibold is wider.
  textWidth(figure, barText.size * 1.05) +
  (share === "" ? 0 : barText.space + textWidth(share, barText.shareSize));

const isStackedAt = (breakpoint: Breakpoint) => breakpoint === "tight" || breakpoint === "narrow";

// Parts of the width, because the drawing before scripts does not know it.
const partOf = (pixels: number, breakpoint: Breakpoint) =>
  Math.ceil((pixels / narrowest[breakpoint]) * 100) / 100;

const nameLines = (name: string, part: number, breakpoint: Breakpoint) =>
  wrapText(name, part * narrowest[breakpoint] - barText.space, barText.size);

/** The frame that rows need. Figures in the left half of the scale have the space to the right of them. */
export function barFrame(rows: RankedRow[], span: ValueSpan): BarFrame {
  const atEnd = rows.filter((row) => position(figuresAt(row), span) > 0.5);
  const longest = Math.max(0, ...rows.map(({ name }) => textWidth(name, barText.size))) + barText.space;
  const names = breakpoints.map((breakpoint) => {
    const part = isStackedAt(breakpoint) ? 1 : Math.min(mostForNames, partOf(longest, breakpoint));
    const lines = Math.max(1, ...rows.map(({ name }) => nameLines(name, part, breakpoint).length));
    return [breakpoint, { part, lines }];
  });
  return {
    span,
    figures: Math.max(0, ...atEnd.map(widthOf)) + barText.space,
    names: Object.fromEntries(names),
  };
}

/** Layouts of ranked bars, from the narrowest. A picture can have rows that are some pixels `higher`. */
export const barLayouts = (rows: RankedRow[], { figures, names }: BarFrame, higher = 0): BarLayout[] =>
  breakpoints.map((breakpoint) => {
    const isStacked = isStackedAt(breakpoint);
    const { part, lines } = names[breakpoint];
    const high = lines * barText.line + rowSize.padding;
    const rowHeight = isStacked ? high + rowSize.bar : Math.max(rowSize.least, high) + higher;
    const bar = 16 + Math.min(higher / 2, 10);
    return {
      breakpoint,
      isStacked,
      rowHeight,
      names: rows.map(({ name }) => nameLines(name, part, breakpoint)),
      lane: isStacked ? { top: rowHeight - 17, height: 12 } : { top: (rowHeight - bar) / 2, height: bar },
      from: isStacked ? 0 : part,
      to: 1 - partOf(figures, breakpoint),
    };
  });
