import { type Breakpoint, breakpoints, narrowest } from "@/components/charts/breakpoints";
import type { ChartMargins, ChartNote } from "@/components/charts/description";
import { type ChartGroup, pieces, type Unfinished } from "@/components/charts/groups";
import {
  ascent,
  LabelLayout,
  type LabelRequest,
  labelWidth,
  type PlacedLabel,
} from "@/components/charts/label-layout";
import { isMonths } from "@/components/charts/time";
import { fiscalYear, formatMonth } from "@/lib/contracts/days";
import { type Cents, roundedMoney, shortMoney } from "@/lib/contracts/money";

interface PeriodPlot {
  groups: ChartGroup[];
  unfinished: Unfinished | null;
  margins: ChartMargins;
  gap: number;
  /** The label above the axis, which nothing may cover. */
  topLabel: string;
  y: (cents: Cents) => number;
}

/**
 * The notes of a chart over time. None covers a bar or another note; what has no space at some width of chart is left
 * out there.
 */
export function periodNotes(plot: PeriodPlot): ChartNote[] {
  const { groups, unfinished, margins, topLabel } = plot;
  const unit = {
    from: -margins.left,
    to: labelWidth(topLabel) - margins.left + 6,
    top: margins.top - ascent - 6,
    bottom: margins.top,
  };
  const notes = breakpoints.flatMap((breakpoint) => {
    const width = narrowest[breakpoint] - margins.left;
    return labelsAt(plot, new LabelLayout({ ...plot, bars: barsOf(groups), width, occupied: [unit] })).map(
      (label) => ({ ...label, breakpoints: [breakpoint] }),
    );
  });
  const open = groups.findIndex(({ key }) => key === unfinished?.key);
  return [
    ...mergedNotes(notes),
    ...(unfinished && open >= 0 ? [untilNote(unfinished, (open + 1) / groups.length, margins)] : []),
  ];
}

const barsOf = (groups: Pick<ChartGroup, "added" | "taken_back">[]) =>
  groups.map(({ added, taken_back }) => ({ low: taken_back, high: added }));

/** The last day in the records, below the bar that it cuts short. */
const untilNote = ({ through }: Unfinished, at: number, { height, brush }: ChartMargins): ChartNote => ({
  text: `through ${through}`,
  at,
  dx: 0,
  y: height - brush - 4,
  anchor: "end",
  breakpoints,
});

/** Notes that are alike at several breakpoints, once. */
export function mergedNotes(notes: ChartNote[]): ChartNote[] {
  const known = new Map<string, ChartNote>();
  for (const { breakpoints: names, ...note } of notes) {
    const key = JSON.stringify(note);
    const before: Breakpoint[] = known.get(key)?.breakpoints ?? [];
    known.set(key, { ...note, breakpoints: [...before, ...names] });
  }
  return [...known.values()];
}

/** The labels of the bars at one width, the most important first. */
function labelsAt({ groups, unfinished }: PeriodPlot, layout: LabelLayout): PlacedLabel[] {
  const ends = isMonths(groups) ? yearEnds(groups) : [];
  const placedEnds = ends.flatMap((index) => {
    const label = layout.place(yearEndLabel(groups, index));
    return label ? [{ index, label }] : [];
  });
  const values = isMonths(groups) ? [] : everyValue(groups, layout);
  const series = seriesLabels(groups, unfinished).flatMap((request) => layout.place(request) ?? []);
  const largest = largestOf(groups);
  const hasValue = values.length > 0 || placedEnds.some(({ index }) => index === largest);
  const value =
    hasValue || largest < 0 ? null : layout.place(valueLabel(groups, largest, [roundedMoney, shortMoney]));
  return [...placedEnds.map(({ label }) => label), ...values, ...series, ...(value ? [value] : [])];
}

const largestOf = (groups: ChartGroup[]) =>
  groups.reduce((best, { net }, index) => (net > (groups[best]?.net ?? 0) ? index : best), -1);

const valueLabel = (
  groups: ChartGroup[],
  index: number,
  forms: ((cents: Cents) => string)[],
): LabelRequest => ({
  index,
  texts: forms.map((form) => form(groups[index]?.net ?? 0)),
  sides: ["above"],
});

/** The values of all bars in one form, or of none. */
function everyValue(groups: ChartGroup[], layout: LabelLayout): PlacedLabel[] {
  const known = groups.flatMap(({ actions }, index) => (actions > 0 ? [index] : []));
  for (const form of [roundedMoney, shortMoney]) {
    const labels = layout.placeAll(known.map((index) => valueLabel(groups, index, [form])));
    if (labels) return labels;
  }
  return [];
}

/** A September stands out if it is this many times the median of the other months of its fiscal year. */
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

function yearEndLabel(groups: ChartGroup[], index: number): LabelRequest {
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
function seriesLabels(groups: ChartGroup[], unfinished: Unfinished | null): LabelRequest[] {
  const names = new Map(
    groups.flatMap(({ parts = [] }) => parts.map(({ key, label }) => [key ?? "", label])),
  );
  const all = groups.flatMap((group, index) =>
    group.key === unfinished?.key ? [] : pieces(group).map((piece) => ({ index, piece })),
  );
  return [...names].flatMap(([series, label]) => {
    const [largest] = all
      .filter(({ piece }) => piece.series === series && piece.to > 0)
      .toSorted((one, other) => other.piece.to - other.piece.from - (one.piece.to - one.piece.from));
    return largest ? [{ ...largest, texts: [label], sides: ["inside", "left", "right"] }] : [];
  });
}
