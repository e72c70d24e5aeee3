import { expect, it, describe as suite } from "vitest";
import { breakpoints, narrowest } from "@/components/charts/breakpoints";
import { type ChartView, describe, type PeriodData, sharedFrame } from "@/components/charts/describe";
import type { ChartNote, ColumnChart, RankedChart, StepChart } from "@/components/charts/description";
import { groupData } from "@/components/charts/group-data";
import { type ChartGroup, fills } from "@/components/charts/groups";
import { figuresAt } from "@/components/charts/ranked-layout";
import { stepDays } from "@/components/charts/running";
import { textWidth } from "@/components/charts/text-width";
import { addMonths } from "@/lib/contracts/days";

const million = 100_000_000;
const group = (key: string, net: number, more: Partial<ChartGroup> = {}): ChartGroup => ({
  key,
  label: key.length === 4 ? `FY${key}` : key,
  net,
  added: Math.max(net, 0),
  taken_back: Math.min(net, 0),
  actions: net === 0 ? 0 : 3,
  contracts: 1,
  href: null,
  ...more,
});

/** Months from October 2020 of `each` million, or what `other` has for a month. */
const months = (count: number, each: number, other: Record<string, number> = {}) =>
  Array.from({ length: count }, (_, index) => addMonths("2020-10", index)).map((key) =>
    group(key, (other[key] ?? each) * million),
  );
const columns = (
  groups: ChartGroup[],
  unfinished: PeriodData["unfinished"] = null,
  view?: ChartView,
): ColumnChart =>
  describe({ kind: "periods", groups, unfinished, past: "earlier fiscal years" }, view) as ColumnChart;
const notesAt = (notes: ChartNote[], breakpoint: string) =>
  notes.filter(({ breakpoints: at }) => at.includes(breakpoint as never));
const texts = (notes: ChartNote[], breakpoint: string) => notesAt(notes, breakpoint).map(({ text }) => text);

suite("the end of a fiscal year", () => {
  const year = months(24, 300, { "2021-09": 500, "2022-09": 1410 });

  it("is pointed out where it stands out, in as many words as there is room for", () => {
    const { notes } = columns(year);
    expect(texts(notes, "wide")).toContain("September 2022, end of the fiscal year: $1.41 billion net");
    expect(texts(notes, "middling")).toContain("September 2022, end of the fiscal year: $1.41 billion net");
    expect(texts(notes, "tight").join()).not.toContain("fiscal year");
  });

  it("leaves the value of the largest bar where there is no room", () => {
    expect(texts(columns(year).notes, "tight")).toEqual(["$1.41 billion"]);
  });

  it("is not pointed out where it does not stand out, or hardly another month is known", () => {
    const labels = (groups: ChartGroup[]) => texts(columns(groups).notes, "wide");
    expect(labels(months(24, 300, { "2022-09": 420 }))).toEqual(["$420.0 million"]);
    expect(labels(months(24, 300, { "2022-09": 900, "2022-03": 1000 }))).toEqual(["$1.00 billion"]);
    expect(labels([group("2022-08", million), group("2022-09", 9 * million)])).toEqual(["$9.0 million"]);
  });

  it("has a line to its bar from where the words end", () => {
    const [note] = notesAt(columns(year).notes, "wide");
    expect(note).toMatchObject({ anchor: "end", dx: -10, line: { from: -8, to: 0 } });
    expect(note?.at).toBeCloseTo(23.1 / 24, 5);
  });
});

suite("the values of years", () => {
  const years = (...nets: number[]) => nets.map((net, index) => group(String(2021 + index), net * million));

  it("are all in the same form, or only that of the largest", () => {
    const { notes } = columns(years(2100, 2200, 2500, 2400, 3990, 6770));
    expect(texts(notes, "wide")).toEqual(
      ["$2.10", "$2.20", "$2.50", "$2.40", "$3.99", "$6.77"].map((value) => `${value} billion`),
    );
    expect(texts(notes, "middling")).toEqual(
      ["$2.10", "$2.20", "$2.50", "$2.40", "$3.99", "$6.77"].map((value) => `${value}B`),
    );
    expect(texts(notes, "tight")).toEqual(["$6.77 billion"]);
  });

  it("have a minus where more was taken back, and none where nothing was done", () => {
    expect(texts(columns(years(10, -4, 0)).notes, "wide")).toEqual(["$10.0 million", "−$4.0 million"]);
  });
});

it("a period that is not over has its day below it, and more room there", () => {
  const groups = months(24, 300);
  const { notes, margins } = columns(groups, { key: "2022-09", through: "Sept. 20, 2022" });
  expect(notes.at(-1)).toMatchObject({ text: "through Sept. 20, 2022", at: 1, anchor: "end" });
  expect(notes.at(-1)?.breakpoints).toHaveLength(4);
  expect(margins.bottom).toBeGreaterThan(columns(groups).margins.bottom);
});

it("each series is named at its largest piece", () => {
  const part = (key: string, added: number) => ({ ...group(key, added), fill: "" });
  const groups = [2100, 4000].map((net, index) =>
    group(String(2021 + index), net * million, {
      parts: [part("ICE", 2000 * million), part("CBP", (net - 2000) * million)],
    }),
  );
  const named = notesAt(columns(groups).notes, "wide").filter(({ isInside }) => isInside);
  expect(named.map(({ text, at }) => [text, at])).toEqual([
    ["ICE", 0.25],
    ["CBP", 0.75],
  ]);
  const open = columns(groups, { key: "2022", through: "Aug. 20, 2022" });
  const onStripes = notesAt(open.notes, "wide").filter(({ isInside, at }) => isInside && at > 0.5);
  expect(onStripes).toEqual([]);
});

it("seventy months have no two words in one place", () => {
  const groups = months(70, 300, {
    "2021-09": 800,
    "2022-09": 900,
    "2023-09": 950,
    "2024-09": 990,
    "2025-09": 1410,
  });
  const { notes } = columns(groups, { key: "2026-07", through: "July 20, 2026" });
  for (const breakpoint of breakpoints) {
    const width = narrowest[breakpoint] - 44;
    const boxes = notesAt(notes, breakpoint).map(({ text, at, dx, anchor, y }) => {
      const [x, size] = [at * width + dx, textWidth(text, 12)];
      const from = anchor === "end" ? x - size : anchor === "middle" ? x - size / 2 : x;
      return { from, to: from + size, y };
    });
    for (const [index, one] of boxes.entries()) {
      expect(one.from, breakpoint).toBeGreaterThanOrEqual(0);
      expect(one.to, breakpoint).toBeLessThanOrEqual(width);
      for (const other of boxes.slice(index + 1)) {
        const meet = one.from < other.to && other.from < one.to && Math.abs(one.y - other.y) < 12;
        expect(meet, breakpoint).toBe(false);
      }
    }
  }
});

suite("periods", () => {
  it("have added above zero and taken back below it, on an axis of round values", () => {
    const chart = columns([group("2024", 0, { added: 60 * million, taken_back: -10 * million })]);
    expect(chart.rows[0]?.pieces).toEqual([
      { series: "added", fill: fills.added, from: 0, to: 60 * million },
      { series: "back", fill: fills.back, from: 0, to: -10 * million },
    ]);
    expect(chart.labels).toEqual(["0", "20", "40", "$60 million"]);
    expect(chart.axis.low).toBe(-10 * million);
  });

  it("have a link, exact figures and a sentence each", () => {
    const [row] = columns([group("2024", million, { href: "/contracts" })], {
      key: "2024",
      through: "Aug. 20, 2024",
    }).rows;
    expect(row).toMatchObject({
      href: "/contracts",
      isUnfinished: true,
      text: "FY2024, through Aug. 20, 2024: $1,000,000.00 added, $0.00 taken back, net $1,000,000.00",
      tip: {
        title: "FY2024, through Aug. 20, 2024",
        lines: [
          { label: "Obligated (net)", value: "$1,000,000.00", isNegative: false },
          { label: "Added", value: "$1,000,000.00", isNegative: false },
          { label: "Taken back", value: "$0.00", isNegative: false },
        ],
        note: "3 actions on 1 contract",
      },
    });
  });

  it("without a series that is switched off have a scale of their own, and no values that would be wrong", () => {
    const part = (key: string, added: number) => ({ ...group(key, added), fill: key });
    const groups = [
      group("2024", 100 * million, { parts: [part("ICE", 90 * million), part("CBP", 10 * million)] }),
    ];
    const chart = columns(groups, null, { hidden: ["ICE"], range: null });
    expect(chart.rows[0]?.pieces).toEqual([{ series: "CBP", fill: "CBP", from: 0, to: 10 * million }]);
    expect(chart.labels.at(-1)).toBe("$10 million");
    expect(chart.notes).toEqual([]);
    expect(chart.legend.map(({ text }) => text)).toEqual(["ICE", "CBP", "added"]);
  });

  it("that are zoomed into are named anew on the same scale", () => {
    const year = months(24, 300);
    const whole = columns(year);
    const zoomed = columns(year, null, { hidden: [], range: { from: 0, to: 5 } });
    expect(zoomed.axis).toEqual(whole.axis);
    expect(zoomed.names.map(({ text }) => text)).toHaveLength(6);
    expect(zoomed.names[5]?.at).toBeCloseTo(5.5 / 6);
    expect(whole.margins.brush).toBeGreaterThan(0);
    expect(columns(months(12, 300)).margins.brush).toBe(0);
  });

  it("in a small chart are net on a shared scale, with every value or those of the largest and the last", () => {
    const chart = describe({
      kind: "periods",
      groups: [group("2024", 30 * million), group("2025", 10 * million), group("2026", 20 * million)],
      unfinished: null,
      past: "",
      panel: { span: { low: 0, high: 90 * million }, height: 132 },
    }) as ColumnChart;
    expect(chart.axis).toEqual({ low: 0, high: 90 * million, ticks: [] });
    expect(texts(chart.notes, "tight")).toEqual(["$30.0M", "$20.0M"]);
    expect(texts(chart.notes, "narrow")).toEqual(["$30.0M", "$10.0M", "$20.0M"]);
    const namesAt = (breakpoint: "tight" | "narrow") =>
      chart.names
        .filter(({ breakpoints: at }) => at.includes(breakpoint))
        .map(({ text, anchor }) => [text, anchor]);
    expect(namesAt("tight")).toEqual([
      ["FY2024", "start"],
      ["FY2026", "end"],
    ]);
    expect(namesAt("narrow").map(([text]) => text)).toEqual(["FY2024", "FY2025", "FY2026"]);
  });
});

suite("ranked bars", () => {
  const named = (label: string, net: number, more: Partial<ChartGroup> = {}) =>
    group(label, net, { label, ...more });
  const bars = (groups: ChartGroup[]) =>
    describe(
      groupData("office", {
        groups,
        rest: named("All other offices (3)", 500 * million, { key: null }),
        whole: 200 * million,
        through: "2026-08-20",
      }),
    ) as RankedChart;

  it("are net from zero, with their figures at the end or, where the bar is left of zero, beside it", () => {
    const { rows, span } = bars([
      named("A", 100 * million, { added: 130 * million, taken_back: -30 * million }),
      named("B", -50 * million),
    ]);
    expect(rows.map(({ name, figure, share, isNegative }) => [name, figure, share, isNegative])).toEqual([
      ["A", "$100.0 million", "50.0%", false],
      ["B", "−$50.0 million", "−25.0%", true],
      ["All other offices (3)", "$500.0 million", "250.0%, not drawn", false],
    ]);
    expect(rows.map((row) => row.pieces.map(({ fill, from, to }) => [fill, from, to]))).toEqual([
      [[fills.added, 0, 100 * million]],
      [[fills.back, 0, -50 * million]],
      [],
    ]);
    expect(rows.map(figuresAt)).toEqual([100 * million, 0, 0]);
    expect(span).toEqual({ low: -50 * million, high: 100 * million });
    expect(rows[0]?.tip.lines.map(({ value }) => value)).toEqual([
      "$100,000,000.00",
      "$130,000,000.00",
      "−$30,000,000.00",
    ]);
  });

  it("explain only what a reader must know", () => {
    const legend = (...groups: ChartGroup[]) => bars(groups).legend.map(({ text }) => text);
    expect(legend(named("A", million))).toEqual([]);
    expect(legend(named("A", million), named("B", 1, { past: true }))).toEqual(["selected", "not selected"]);
    expect(legend(named("A", million), named("B", -1))).toEqual(["more taken back than added"]);
  });

  it("have space for their figures at every width", () => {
    const all = [named("A", 999.9 * million), named("B", 990 * million), named("C", million)];
    const { rows, layouts, span } = bars(all);
    for (const { from, to, breakpoint } of layouts) {
      const width = narrowest[breakpoint];
      for (const row of rows) {
        const end = (from + (figuresAt(row) / span.high) * (to - from)) * width;
        expect(end + 7 + textWidth(row.figure, 14) + textWidth(row.share, 13)).toBeLessThan(width);
      }
    }
  });

  it("of several lists are on one scale and begin at one place", () => {
    const lists = [
      { groups: [named("A long name", 100 * million)], rest: null, whole: 100 * million },
      { groups: [named("B", 10 * million)], rest: null, whole: 20 * million },
    ];
    const frame = sharedFrame(lists);
    const [one, other] = lists.map((list) => describe({ kind: "ranked", frame, ...list }) as RankedChart);
    expect(other?.span).toEqual({ low: 0, high: 100 * million });
    expect(other?.layouts.map(({ from, to }) => [from, to])).toEqual(
      one?.layouts.map(({ from, to }) => [from, to]),
    );
  });

  it("are beside their names or, where a chart is narrow, below them; every name is whole", () => {
    const long = "Investigations and Operations Support, Dallas, and another one";
    const { layouts } = bars([named(long, million)]);
    expect(layouts.map(({ breakpoint }) => breakpoint)).toEqual(breakpoints);
    for (const { names, isStacked, breakpoint, rowHeight, lane } of layouts) {
      expect(names[0]?.join(" ")).toBe(long);
      expect(isStacked).toBe(breakpoint === "tight" || breakpoint === "narrow");
      expect(lane.top + lane.height).toBeLessThan(rowHeight);
      expect((names[0]?.length ?? 0) * 18).toBeLessThan(rowHeight);
    }
  });
});

suite("a running total", () => {
  const step = (day: string, amount: number, total: number) => ({
    day,
    modification: "P00001",
    kind: amount < 0 ? "money taken back" : "money added",
    amount,
    total,
  });
  const days = stepDays([
    step("2024-01-10", 500, 500),
    step("2024-06-01", 0, 500),
    step("2025-02-03", -150, 350),
  ]);
  const steps = (begins: boolean) => describe({ kind: "running", days, begins }) as StepChart;

  it("steps up and down, with a ring on a day that moves no money", () => {
    expect(steps(true).points.map(({ from, total, fill, isRing }) => [from, total, fill, isRing])).toEqual([
      [0, 500, fills.added, false],
      [500, 500, fills.added, true],
      [500, 350, fills.back, false],
    ]);
    expect(steps(false).points[0]?.from).toBe(500);
  });

  it("explains what it uses, and ends with its value", () => {
    const legend = (begins: boolean) => steps(begins).legend.map(({ text }) => text);
    expect(legend(true)).toEqual(["money added", "money taken back", "no money"]);
    expect(legend(false)).toContain("earlier actions are not in these records");
    expect(steps(true).notes.map(({ text }) => text)).toEqual(["$4"]);
  });
});

it("counts are ranked bars with their number as text and no share", () => {
  const chart = describe({
    kind: "counts",
    noun: "contract",
    counts: [
      { key: "a", name: "1 – 7 Sep", count: 2, href: "/expiring" },
      { key: "b", name: "8 – 14 Sep", count: 0, href: null },
    ],
  }) as RankedChart;
  expect(chart.rows.map(({ text, share, pieces }) => [text, share, pieces.length])).toEqual([
    ["2 contracts, 1 – 7 Sep", "", 1],
    ["0 contracts, 8 – 14 Sep", "", 0],
  ]);
});
