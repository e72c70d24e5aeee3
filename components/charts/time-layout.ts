import type { ChartGroup, Unfinished } from "@/components/charts/groups";
import { Paper, type Placed, rise, type Wish, widthOf } from "@/components/charts/paper";
import { type Mark, plot } from "@/components/charts/plot";
import { axisLabels, type MoneyAxis, moneyAxis, position } from "@/components/charts/scale";
import { type AxisRoom, axisRooms, isMonths } from "@/components/charts/time";
import { fiscalYear, formatMonth } from "@/lib/contracts/days";
import { type Cents, roundedMoney, shortMoney } from "@/lib/contracts/money";

interface TimeLayout {
  axis: MoneyAxis;
  /** Where a value lies, in pixels from the top. */
  y: (cents: Cents) => number;
  /** The height of what stands below the bars. */
  bottom: number;
  marks: Mark[];
}

/**
 * A drawing of groups over time: its axis, and what is written beside its bars. Nothing is written over another bar or
 * over other words; what has no room in some width of chart is left out there.
 */
export function timeLayout(groups: ChartGroup[], unfinished: Unfinished | null): TimeLayout {
  const axis = moneyAxis(groups);
  const open = groups.findIndex(({ key }) => key === unfinished?.key);
  const bottom = plot.bottom + (open < 0 ? 0 : plot.date);
  const tall = plot.height - plot.top - bottom;
  const y = (cents: Cents) => plot.top + tall * (1 - position(cents, axis));
  const unit = {
    from: -plot.left,
    to: widthOf(axisLabels(axis).at(-1) ?? "") - plot.left + 6,
    top: plot.top - rise - 6,
    bottom: plot.top,
  };
  const marks = axisRooms.flatMap((room) =>
    written(
      groups,
      unfinished,
      new Paper({ groups, width: narrowest[room], gap: plot.gap, y, taken: [unit] }),
    ).map((mark) => ({ ...mark, rooms: [room] })),
  );
  return {
    axis,
    y,
    bottom,
    marks: [
      ...together(marks),
      ...(unfinished && open >= 0 ? [dateMark(unfinished, open, groups.length)] : []),
    ],
  };
}

/** The narrowest plot of each width of chart, in pixels: what fits there fits in all of that kind. */
const narrowest: Record<AxisRoom, number> = {
  tight: 240,
  narrow: 308,
  middling: 468,
  wide: 836,
};

/** The day through which the last bar goes, below it. */
const dateMark = ({ through }: Unfinished, index: number, count: number): Mark => ({
  text: `through ${through}`,
  at: (index + 1) / count,
  dx: 0,
  y: plot.height - 4,
  anchor: "end",
  rooms: axisRooms,
});

/** The same words at the same place in several widths, once. */
function together(marks: Mark[]): Mark[] {
  const known = new Map<string, Mark>();
  for (const { rooms, ...mark } of marks) {
    const key = JSON.stringify(mark);
    known.set(key, { ...mark, rooms: [...(known.get(key)?.rooms ?? []), ...rooms] });
  }
  return [...known.values()];
}

/** What is said of the bars in one width of chart, the most telling first. */
function written(groups: ChartGroup[], unfinished: Unfinished | null, paper: Paper): Placed[] {
  const ends = isMonths(groups) ? yearEnds(groups) : [];
  const saidEnds = ends.flatMap((index) => {
    const mark = paper.write(yearEndWish(groups, index));
    return mark ? [{ index, mark }] : [];
  });
  const values = isMonths(groups) ? [] : everyValue(groups, paper);
  const series = seriesWishes(groups, unfinished).flatMap((wish) => paper.write(wish) ?? []);
  const largest = largestOf(groups);
  const isSaid = values.length > 0 || saidEnds.some(({ index }) => index === largest);
  const value =
    isSaid || largest < 0 ? null : paper.write(valueWish(groups, largest, [roundedMoney, shortMoney]));
  return [...saidEnds.map(({ mark }) => mark), ...values, ...series, ...(value ? [value] : [])];
}

const largestOf = (groups: ChartGroup[]) =>
  groups.reduce((best, { net }, index) => (net > (groups[best]?.net ?? 0) ? index : best), -1);

const valueWish = (groups: ChartGroup[], index: number, forms: ((cents: Cents) => string)[]): Wish => ({
  index,
  texts: forms.map((form) => form(groups[index]?.net ?? 0)),
  sides: ["above"],
});

/** The values of all bars in one form, or of none. */
function everyValue(groups: ChartGroup[], paper: Paper): Placed[] {
  const known = groups.flatMap(({ actions }, index) => (actions > 0 ? [index] : []));
  for (const form of [roundedMoney, shortMoney]) {
    const marks = paper.writeAll(known.map((index) => valueWish(groups, index, [form])));
    if (marks) return marks;
  }
  return [];
}

/** How many times the median of the other months of its fiscal year a September is that stands out. */
const outstanding = 1.5;
/** The fewest other months to compare it with. */
const fewestMonths = 5;

/** The Septembers that stand out in their fiscal year, from the largest. */
function yearEnds(groups: ChartGroup[]): number[] {
  return groups
    .flatMap(({ key, net }, index) => {
      if (!key?.endsWith("-09")) return [];
      const year = fiscalYear(`${key}-01`);
      const others = groups
        .filter((group) => group.key !== key && fiscalYear(`${group.key}-01`) === year)
        .map((group) => group.net)
        .toSorted((one, other) => one - other);
      const median = others[Math.floor(others.length / 2)] ?? 0;
      return others.length >= fewestMonths && net > Math.max(0, median * outstanding, others.at(-1) ?? 0)
        ? [{ index, net }]
        : [];
    })
    .toSorted((one, other) => other.net - one.net)
    .map(({ index }) => index);
}

function yearEndWish(groups: ChartGroup[], index: number): Wish {
  const { key, net } = groups[index] as ChartGroup;
  const value = `${roundedMoney(net)} net`;
  return {
    index,
    texts: [
      `${formatMonth(key ?? "")}, end of the fiscal year: ${value}`,
      `${formatMonth(key ?? "", "short")}, fiscal year-end: ${value}`,
    ],
    sides: ["left", "right", "above"],
  };
}

/** The name of each series, at the largest of its pieces; on stripes it could not be read. */
function seriesWishes(groups: ChartGroup[], unfinished: Unfinished | null): Wish[] {
  const keys = [...new Set(groups.flatMap(({ parts = [] }) => parts.map(({ key }) => key)))];
  return keys.flatMap((key) => {
    let best: { index: number; from: Cents; to: Cents; label: string } | undefined;
    for (const [index, { key: period, parts = [] }] of groups.entries()) {
      if (period === unfinished?.key) continue;
      let from = 0;
      for (const part of parts) {
        const to = from + part.added;
        if (part.key === key && part.added > (best ? best.to - best.from : 0)) {
          best = { index, from, to, label: part.label };
        }
        from = to;
      }
    }
    return best
      ? [{ index: best.index, texts: [best.label], sides: ["inside", "left", "right"], piece: best }]
      : [];
  });
}
