import { type Breakpoint, breakpoints, narrowest } from "@/components/charts/breakpoints";
import type { BarLayout, RankedRow } from "@/components/charts/description";
import { textWidth, wrapText } from "@/components/charts/text-width";

/** Text of ranked bars in pixels: names and figures, shares, the height of a line, and the space around text. */
export const barText = { size: 14, shareSize: 13, line: 18, space: 12 } as const;
/** Rows in pixels: the least height, the space above and below names together, and the space for a bar below its name. */
const rowSize = { least: 28, padding: 10, bar: 18 } as const;
/** The largest part of the width that names take beside bars. */
const mostForNames = 0.42;

/** The width of the figures at the end of the rows, and of the shares among them. */
export function figureWidths(rows: RankedRow[]) {
  const widest = (texts: string[], size: number) =>
    Math.max(0, ...texts.map((text) => (text === "" ? 0 : textWidth(text, size) + barText.space)));
  const share = widest(
    rows.map((row) => row.share),
    barText.shareSize,
  );
  return {
    share,
    figures:
      share +
      widest(
        rows.map((row) => row.figure),
        barText.size * 1.05, // semibold
      ),
  };
}

/** Layouts of ranked bars, from the narrowest; breakpoints that need the same one share it. */
export function barLayouts(rows: RankedRow[]): BarLayout[] {
  const { figures } = figureWidths(rows);
  const layouts = new Map<string, BarLayout>();
  for (const breakpoint of breakpoints) {
    const layout = barLayout(rows, breakpoint, figures);
    const key = JSON.stringify(layout);
    const before = layouts.get(key)?.breakpoints ?? [];
    layouts.set(key, { ...layout, breakpoints: [...before, breakpoint] });
  }
  return [...layouts.values()];
}

function barLayout(
  rows: RankedRow[],
  breakpoint: Breakpoint,
  figures: number,
): Omit<BarLayout, "breakpoints"> {
  const width = narrowest[breakpoint];
  const isStacked = breakpoint === "tight" || breakpoint === "narrow";
  const longest = Math.max(...rows.map(({ name }) => textWidth(name, barText.size)));
  // Parts of the width, because the drawing before scripts does not know it.
  const part = (pixels: number) => Math.ceil((pixels / width) * 100) / 100;
  const names = isStacked ? 1 - part(figures) : Math.min(mostForNames, part(longest + barText.space));
  const lines = rows.map(({ name }) => wrapText(name, names * width - barText.space, barText.size));
  const most = Math.max(1, ...lines.map(({ length }) => length)) * barText.line;
  const rowHeight = isStacked
    ? rowSize.padding + most + rowSize.bar
    : Math.max(rowSize.least, most + rowSize.padding);
  return {
    isStacked,
    rowHeight,
    names: lines,
    lane: isStacked ? { top: rowHeight - 15, height: 12 } : { top: rowHeight / 2 - 8, height: 16 },
    from: isStacked ? 0 : names,
    to: isStacked ? 1 : 1 - part(figures),
  };
}
