import { expect, it } from "vitest";

import { lineFigures, linesChart, periodLines } from "@/components/charts/lines";

const million = 100_000_000;
const days = ["2025-10-01", "2025-10-08", "2026-08-20", "2026-09-30"];
const years = [
  { year: 2024, totals: [0, 1, 2, 3].map((count) => count * million) },
  { year: 2025, totals: [0, 1, 2, 3.01].map((count) => count * million) },
  { year: 2026, totals: [0, 4 * million, 9 * million, null] },
];
const chart = linesChart({ days, years }, "2026-08-20");

it("has one line for each year, the latest in the strong color and as far as it is known", () => {
  expect(chart.series.map(({ key, isCurrent }) => [key, isCurrent])).toEqual([
    ["FY2024", false],
    ["FY2025", false],
    ["FY2026", true],
  ]);
  expect(chart.points.at(-1)?.totals).toEqual({ FY2024: 3 * million, FY2025: 3.01 * million, FY2026: null });
  expect(chart.legend.map(({ text }) => text)).toEqual([
    "FY2026, through Aug. 20, 2026",
    "earlier fiscal years",
  ]);
});

it("names lines at their ends, apart from each other and above the zero line", () => {
  const [upper, lower, current] = chart.notes.filter(({ breakpoints }) => breakpoints.includes("wide"));
  expect([upper?.text, lower?.text, current?.text]).toEqual(["FY2025", "FY2024", "FY2026: $9.0 million"]);
  expect((lower?.y ?? 0) - (upper?.y ?? 0)).toBeGreaterThanOrEqual(13);
  const flat = linesChart(
    { days, years: years.map((year) => ({ ...year, totals: [0, 0, 0, 0] })) },
    "2026-08-20",
  );
  expect(Math.max(...flat.notes.map(({ y }) => y))).toBeLessThan(300 - 28);
  // The year ends before the space for the names, which are shorter in a narrow chart.
  expect(upper?.at).toBeLessThan(0.9);
  expect(
    chart.notes.filter(({ breakpoints }) => breakpoints.includes("tight")).map(({ text }) => text),
  ).toEqual(["’25", "’24", "FY2026: $9.0 million"]);
});

it("names the months of the fiscal year from October", () => {
  const names = chart.names.filter(({ breakpoints }) => breakpoints.includes("wide")).map(({ text }) => text);
  expect(names).toEqual(["Oct", "Nov", "Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep"]);
});

it("has the exact totals of a date, without a year that has not come so far", () => {
  const [, second, , last] = chart.points;
  expect(second && lineFigures(second).text).toBe(
    "Through Oct. 8: FY2026 $4,000,000.00, FY2025 $1,000,000.00, FY2024 $1,000,000.00",
  );
  expect(last && lineFigures(last).tip.lines.map(({ label }) => label)).toEqual(["FY2025", "FY2024"]);
});

it("names chosen groups at the ends of their lines, apart, and every period inside the plot", () => {
  const chosen = periodLines(
    ["2024", "2025", "2026"],
    [
      { label: "One", fill: "red", nets: [million, million, 5 * million] },
      { label: "Management & Training Corporation", fill: "blue", nets: [0, million, 5 * million] },
    ],
    null,
  );
  expect(chosen.notes.map(({ text }) => text)).toEqual(["One", "Management &…"]);
  const [upper, lower] = chosen.notes;
  expect((lower?.y ?? 0) - (upper?.y ?? 0)).toBeGreaterThanOrEqual(13);
  expect(chosen.names.map(({ anchor, at }) => [anchor, at < 0.9])).toEqual(
    chosen.names.map(() => ["middle", true]),
  );
});
