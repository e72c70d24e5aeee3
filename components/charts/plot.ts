import type { AxisRoom } from "@/components/charts/time";

/** The height of a drawing over time and the room around its bars, in pixels; `gap` is a part of a bar's width. */
export const plot = { height: 272, left: 44, top: 26, bottom: 28, date: 16, gap: 0.1 } as const;

/** Words in a drawing over time, and the widths of chart in which there is room for them. */
export interface Mark {
  text: string;
  /** Where its anchor lies: a part of the width of the plot, then pixels. */
  at: number;
  dx: number;
  /** The base line, in pixels from the top. */
  y: number;
  anchor: "start" | "middle" | "end";
  /** A line from the words to their bar, in pixels from `at`. */
  line?: { from: number; to: number };
  /** Written on a bar, not beside it. */
  isInside?: true;
  rooms: AxisRoom[];
}
