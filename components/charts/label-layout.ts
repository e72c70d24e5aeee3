import type { BarPiece, ChartNote } from "@/components/charts/description";
import { textWidth } from "@/components/charts/text-width";

/** A note at one width of chart. */
export type PlacedLabel = Omit<ChartNote, "breakpoints">;

type LabelSide = "above" | "left" | "right" | "inside";

/** A text for a bar: the first of `texts` on the first of `sides` where there is space. */
export interface LabelRequest {
  index: number;
  texts: string[];
  sides: LabelSide[];
  /** The part of the bar that it is about; else its upper end. */
  piece?: Pick<BarPiece, "from" | "to">;
}

/** A part of the drawing, in pixels. */
interface Box {
  from: number;
  to: number;
  top: number;
  bottom: number;
}

const overlap = (one: Box, other: Box) =>
  one.from < other.to && other.from < one.to && one.top < other.bottom && other.top < one.bottom;

export const labelSize = 12;
/** The height of a line above its baseline. */
export const ascent = 11;

export const labelWidth = (text: string) => textWidth(text, labelSize);

interface LabelDrawing {
  bars: { low: number; high: number }[];
  /** The width of the plot, in pixels. */
  width: number;
  /** The space on both sides of a bar, as a part of its place. */
  gap: number;
  /** Where a value lies, in pixels from the top. */
  y: (value: number) => number;
  /** What is occupied from the beginning. */
  occupied: Box[];
}

/** Places labels in a drawing of bars at one width, so that none covers a bar or another label. */
export class LabelLayout {
  private readonly bars: Box[];
  private occupied: Box[];

  constructor(private readonly drawing: LabelDrawing) {
    const { bars, width, gap, y, occupied } = drawing;
    const band = width / bars.length;
    this.bars = bars.map(({ low, high }, index) => ({
      from: (index + gap) * band,
      to: (index + 1 - gap) * band,
      top: y(high),
      bottom: y(low),
    }));
    this.occupied = occupied;
  }

  /** Places a label where there is space for it. */
  place({ index, texts, sides, piece }: LabelRequest): PlacedLabel | null {
    for (const text of texts) {
      for (const side of sides) {
        const found = this.find(index, text, side, piece);
        if (!found) continue;
        this.occupied.push(found.box);
        return found.label;
      }
    }
    return null;
  }

  placeAll(requests: LabelRequest[]): PlacedLabel[] | null {
    const before = this.occupied;
    this.occupied = [...before];
    const labels = requests.flatMap((request) => this.place(request) ?? []);
    if (labels.length === requests.length) return labels;
    this.occupied = before;
    return null;
  }

  private find(index: number, text: string, side: LabelSide, piece: LabelRequest["piece"]) {
    const bar = this.bars[index] as Box;
    const size = labelWidth(text);
    const { bars, width, gap, y } = this.drawing;
    const base = piece ? (y(piece.from) + y(piece.to)) / 2 + 4 : bar.top + ascent;
    const at = { left: index + gap, right: index + 1 - gap, above: index + 0.5, inside: index + 0.5 };
    const label: PlacedLabel = { text, at: at[side] / bars.length, dx: 0, y: base, anchor: "middle" };
    let from = (bar.from + bar.to - size) / 2;
    if (side === "inside") {
      const height = piece ? y(piece.from) - y(piece.to) : bar.bottom - bar.top;
      if (size + 4 > bar.to - bar.from || height < ascent + 5) return null;
      label.isInside = true;
    } else if (side === "left") {
      Object.assign(label, { dx: -10, anchor: "end", line: { from: -8, to: 0 } });
      from = bar.from - 10 - size;
    } else if (side === "right") {
      Object.assign(label, { dx: 10, anchor: "start", line: { from: 0, to: 8 } });
      from = bar.to + 10;
    } else {
      label.y = bar.top - 6;
      if (from < 0) Object.assign(label, { at: 0, anchor: "start" });
      if (from + size > width) Object.assign(label, { at: 1, anchor: "end" });
      from = Math.min(Math.max(from, 0), width - size);
    }
    const box = { from: from - 3, to: from + size + 3, top: label.y - ascent, bottom: label.y + 3 };
    const isFree =
      box.from >= -3 &&
      box.to <= width + 3 &&
      !this.occupied.some((other) => overlap(box, other)) &&
      !this.bars.some((other, one) => (one !== index || side === "above") && overlap(box, other));
    return isFree ? { label, box } : null;
  }
}
