import type { ChartGroup } from "@/components/charts/groups";
import type { Mark } from "@/components/charts/plot";
import type { Cents } from "@/lib/contracts/money";

/** What is written, for one width of chart. */
export type Placed = Omit<Mark, "rooms">;

type LabelSide = "above" | "left" | "right" | "inside";

/** Something to be said of a bar: the first of the words on the first of the sides where there is room. */
export interface Wish {
  index: number;
  texts: string[];
  sides: LabelSide[];
  /** The part of the bar that it is about; else its upper end. */
  piece?: { from: Cents; to: Cents };
}

/** A part of the drawing, in pixels. */
interface Box {
  from: number;
  to: number;
  top: number;
  bottom: number;
}

const meet = (one: Box, other: Box) =>
  one.from < other.to && other.from < one.to && one.top < other.bottom && other.top < one.bottom;

/** The width of a letter on the average, and the height of a line above its base line. */
const letter = 6.3;
export const rise = 11;

/** How wide words are on the average. */
export const widthOf = (text: string) => text.length * letter;

interface Drawing {
  groups: Pick<ChartGroup, "added" | "taken_back">[];
  /** The width of the plot, in pixels. */
  width: number;
  /** The room on both sides of a bar, as a part of its place. */
  gap: number;
  /** Where a value lies, in pixels from the top. */
  y: (cents: Cents) => number;
  /** What is taken from the beginning. */
  taken: Box[];
}

/** A drawing of bars in one width, and what is taken of it. */
export class Paper {
  private readonly bars: Box[];
  private taken: Box[];

  constructor(private readonly drawing: Drawing) {
    const { groups, width, gap, y, taken } = drawing;
    const band = width / groups.length;
    this.bars = groups.map(({ added, taken_back }, index) => ({
      from: (index + gap) * band,
      to: (index + 1 - gap) * band,
      top: y(added),
      bottom: y(taken_back),
    }));
    this.taken = taken;
  }

  /** Writes what is wished where there is room for it. */
  write({ index, texts, sides, piece }: Wish): Placed | null {
    for (const text of texts) {
      for (const side of sides) {
        const found = this.find(index, text, side, piece);
        if (!found) continue;
        this.taken.push(found.box);
        return found.mark;
      }
    }
    return null;
  }

  /** Writes all that is wished, or nothing. */
  writeAll(wishes: Wish[]): Placed[] | null {
    const before = this.taken;
    this.taken = [...before];
    const marks = wishes.flatMap((wish) => this.write(wish) ?? []);
    if (marks.length === wishes.length) return marks;
    this.taken = before;
    return null;
  }

  private find(index: number, text: string, side: LabelSide, piece: Wish["piece"]) {
    const bar = this.bars[index] as Box;
    const size = widthOf(text);
    const { groups, width, gap, y } = this.drawing;
    const count = groups.length;
    const base = piece ? (y(piece.from) + y(piece.to)) / 2 + 4 : bar.top + rise;
    const at = { left: index + gap, right: index + 1 - gap, above: index + 0.5, inside: index + 0.5 };
    const mark: Placed = { text, at: at[side] / count, dx: 0, y: base, anchor: "middle" };
    let from = (bar.from + bar.to - size) / 2;
    if (side === "inside") {
      const tall = piece ? y(piece.from) - y(piece.to) : bar.bottom - bar.top;
      if (size + 4 > bar.to - bar.from || tall < rise + 5) return null;
      mark.isInside = true;
    } else if (side === "left") {
      Object.assign(mark, { dx: -10, anchor: "end", line: { from: -8, to: 0 } });
      from = bar.from - 10 - size;
    } else if (side === "right") {
      Object.assign(mark, { dx: 10, anchor: "start", line: { from: 0, to: 8 } });
      from = bar.to + 10;
    } else {
      mark.y = bar.top - 6;
      if (from < 0) Object.assign(mark, { at: 0, anchor: "start" });
      if (from + size > width) Object.assign(mark, { at: 1, anchor: "end" });
      from = Math.min(Math.max(from, 0), width - size);
    }
    const box = { from: from - 3, to: from + size + 3, top: mark.y - rise, bottom: mark.y + 3 };
    const isFree =
      box.from >= -3 &&
      box.to <= width + 3 &&
      !this.taken.some((other) => meet(box, other)) &&
      !this.bars.some((other, one) => (one !== index || side === "above") && meet(box, other));
    return isFree ? { mark, box } : null;
  }
}
