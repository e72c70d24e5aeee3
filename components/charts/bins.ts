import type { Route } from "next";

import type { ColumnChart } from "@/components/charts/description";
import { fills } from "@/components/charts/groups";

/** How many amounts are in each bin. */
export interface BinData {
  kind: "bins";
  bins: { name: string; count: number; href: Route | null; isChosen: boolean }[];
  /** The count at full height; the bar of a larger one is cut. */
  tallest: number;
}

/** The part of the height that only a cut bar reaches, and the lowest bar as a part of the tallest: a pixel. */
const roof = 0.2;
const lowest = 1 / 50;

/** Bins as bars without axes: the control around them names its scale. */
export function binChart({ bins, tallest }: BinData): ColumnChart {
  const high = tallest / (1 - roof);
  return {
    kind: "columns",
    legend: [],
    gap: 0.1,
    margins: { height: 64, left: 0, top: 0, bottom: 0, brush: 0 },
    axis: { low: 0, high, ticks: [] },
    labels: [],
    names: [],
    notes: [],
    rows: bins.map(({ name, count, href, isChosen }) => {
      const isCut = count > tallest;
      const to = isCut ? high : Math.max(count, tallest * lowest);
      const fill = isChosen ? fills.added : fills.past;
      return {
        key: name,
        name,
        pieces: count > 0 ? [{ series: "count", fill, from: 0, to }] : [],
        isUnfinished: false,
        isCut,
        keepsPlace: true,
        href,
        page: null,
        tip: { title: name, lines: [], note: "" },
        text: name,
      };
    }),
  };
}
