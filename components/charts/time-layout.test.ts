import { describe, expect, it } from "vitest";

import type { ChartGroup } from "@/components/charts/groups";
import type { Mark } from "@/components/charts/plot";
import { timeLayout } from "@/components/charts/time-layout";
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

/** Months from October 2020, `usual` million each but where `other` says otherwise. */
const months = (count: number, usual: number, other: Record<string, number> = {}) =>
  Array.from({ length: count }, (_, index) => addMonths("2020-10", index)).map((key) =>
    group(key, (other[key] ?? usual) * million),
  );
const inRoom = (marks: Mark[], room: string) => marks.filter(({ rooms }) => rooms.includes(room as never));
const texts = (marks: Mark[], room: string) => inRoom(marks, room).map(({ text }) => text);

describe("the end of a fiscal year", () => {
  const year = months(24, 300, { "2021-09": 500, "2022-09": 1410 });

  it("is pointed out where it stands out, in as many words as there is room for", () => {
    const { marks } = timeLayout(year, null);
    expect(texts(marks, "wide")).toContain("September 2022, end of the fiscal year: $1.41 billion net");
    expect(texts(marks, "middling")).toContain("September 2022, end of the fiscal year: $1.41 billion net");
    expect(texts(marks, "tight").join()).not.toContain("fiscal year");
  });

  it("leaves the value of the largest bar where there is no room", () => {
    expect(texts(timeLayout(year, null).marks, "tight")).toEqual(["$1.41 billion"]);
  });

  it("is not pointed out where it does not stand out, or hardly another month is known", () => {
    const said = (groups: ChartGroup[]) => texts(timeLayout(groups, null).marks, "wide");
    expect(said(months(24, 300, { "2022-09": 420 }))).toEqual(["$420.0 million"]);
    expect(said(months(24, 300, { "2022-09": 900, "2022-03": 1000 }))).toEqual(["$1.00 billion"]);
    expect(said([group("2022-08", million), group("2022-09", 9 * million)])).toEqual(["$9.0 million"]);
  });

  it("has a line to its bar from where the words end", () => {
    const [mark] = inRoom(timeLayout(year, null).marks, "wide");
    expect(mark).toMatchObject({ anchor: "end", dx: -10, line: { from: -8, to: 0 } });
    expect(mark?.at).toBeCloseTo(23.1 / 24, 5);
  });
});

describe("the values of years", () => {
  const years = (...nets: number[]) => nets.map((net, index) => group(String(2021 + index), net * million));

  it("are all in the same form, or only that of the largest", () => {
    const { marks } = timeLayout(years(2100, 2200, 2500, 2400, 3990, 6770), null);
    expect(texts(marks, "wide")).toEqual(
      ["$2.10", "$2.20", "$2.50", "$2.40", "$3.99", "$6.77"].map((value) => `${value} billion`),
    );
    expect(texts(marks, "middling")).toEqual(
      ["$2.10", "$2.20", "$2.50", "$2.40", "$3.99", "$6.77"].map((value) => `${value}bn`),
    );
    expect(texts(marks, "tight")).toEqual(["$6.77 billion"]);
  });

  it("have a minus where more was taken back, and none where nothing was done", () => {
    expect(texts(timeLayout(years(10, -4, 0), null).marks, "wide")).toEqual([
      "$10.0 million",
      "−$4.0 million",
    ]);
  });
});

it("a period that is not over has its day below it, and more room there", () => {
  const groups = months(24, 300);
  const { marks, bottom } = timeLayout(groups, { key: "2022-09", through: "20 Sep 2022" });
  expect(marks.at(-1)).toMatchObject({ text: "through 20 Sep 2022", at: 1, anchor: "end" });
  expect(marks.at(-1)?.rooms).toHaveLength(4);
  expect(bottom).toBeGreaterThan(timeLayout(groups, null).bottom);
});

it("each series is named at its largest piece", () => {
  const part = (key: string, added: number) => ({ ...group(key, added), fill: "" });
  const groups = [2100, 4000].map((net, index) =>
    group(String(2021 + index), net * million, {
      parts: [part("ICE", 2000 * million), part("CBP", (net - 2000) * million)],
    }),
  );
  const named = inRoom(timeLayout(groups, null).marks, "wide").filter(({ isInside }) => isInside);
  expect(named.map(({ text, at }) => [text, at])).toEqual([
    ["ICE", 0.25],
    ["CBP", 0.75],
  ]);
  const open = timeLayout(groups, { key: "2022", through: "20 Aug 2022" });
  const onStripes = inRoom(open.marks, "wide").filter(({ isInside, at }) => isInside && at > 0.5);
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
  const { marks } = timeLayout(groups, { key: "2026-07", through: "20 Jul 2026" });
  for (const [room, width] of [
    ["tight", 240],
    ["narrow", 308],
    ["middling", 468],
    ["wide", 836],
  ] as const) {
    const boxes = inRoom(marks, room).map(({ text, at, dx, anchor, y }) => {
      const [x, size] = [at * width + dx, text.length * 5.6];
      const from = anchor === "end" ? x - size : anchor === "middle" ? x - size / 2 : x;
      return { from, to: from + size, y };
    });
    for (const [index, one] of boxes.entries()) {
      expect(one.from, room).toBeGreaterThanOrEqual(0);
      expect(one.to, room).toBeLessThanOrEqual(width);
      for (const other of boxes.slice(index + 1)) {
        const meet = one.from < other.to && other.from < one.to && Math.abs(one.y - other.y) < 12;
        expect(meet, room).toBe(false);
      }
    }
  }
});
