import type { Route } from "next";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";

import { GroupChart } from "@/components/charts/group-chart";
import type { ChartGroup } from "@/components/charts/groups";
import { sampleSize } from "@/components/charts/legend";
import { group } from "@/components/charts/testing/group";
import { defaults } from "@/lib/query/query";

vi.mock("next/navigation", () => ({ useRouter: () => ({}) }));

const ranked = [group("A <b>&", 400_00, 0), group("B", 100_00, -200_00)];
const months = [group("2026-07", 400_00, -10_00), group("2026-08", 100_00, 0)];

const draw = (by: "company" | "month", groups: ChartGroup[]) =>
  renderToStaticMarkup(
    <GroupChart
      by={by}
      subtitle="Net"
      query={defaults("contracts")}
      page="/"
      days={{ data_from: "2020-10-01", data_through: "2026-08-20" }}
      groups={groups}
      whole={300_00}
    />,
  );

it("is whole without scripts and passes a policy without inline styles", () => {
  for (const html of [draw("company", ranked), draw("month", months)]) {
    expect(html).toContain("<rect");
    expect(html).toContain("<table");
    expect(html).not.toMatch(/\sstyle=/);
  }
});

it("escapes what the record says", () => {
  expect(draw("company", ranked)).toContain("A &lt;b&gt;&amp;");
});

it("draws what was taken back to the left of the zero line, at every breakpoint", () => {
  const html = draw("company", ranked);
  const rects = (fill: string) =>
    [...html.matchAll(new RegExp(`fill="var\\(--${fill}\\)" x="([\\d.]+)%" width="([\\d.]+)%"`, "g"))].map(
      ([, x, width]) => [Number(x), Number(width)],
    );
  expect(new Set(rects("accent").map(String))).toEqual(new Set(["20,80"]));
  expect(new Set(rects("neg").map(String))).toEqual(new Set(["0,20"]));
});

it("has every figure exactly in the title of its bar", () => {
  expect(draw("company", ranked)).toContain(
    "<title>B: $100.00 added, −$200.00 taken back, net −$100.00</title>",
  );
  expect(draw("month", months)).toContain("August 2026, through Aug. 20, 2026: $100.00 added");
});

it("leads from each bar to its records, and from a name with a page of its own to that page", () => {
  const html = draw("company", [{ ...group("A", 400_00, 0), page: "/companies/a" as Route }]);
  expect(html).toMatch(/<a href="\/contracts">/);
  expect(html).toMatch(/<a href="\/companies\/a"><rect[^>]*><\/rect><text[^>]*><tspan[^>]*>A</);
});

it("is a list for screen readers with one item for each group", () => {
  const html = draw("company", ranked);
  expect(html).toContain('role="list" aria-label="Obligations by company"');
  expect(html.match(/role="listitem"/g)?.length).toBe(2 * (html.match(/role="list" /g)?.length ?? 0));
});

it("has its numbers, its records, its address and its source below", () => {
  const html = draw("month", months);
  expect(html).toContain('href="/groups.csv?by=month"');
  expect(html).toContain('href="/contracts?show=month"');
  expect(html).toContain("Source: USAspending.gov, data through Aug. 20, 2026");
  expect(html).toContain('href="/method#left-out"');
});

it("draws the parts of a bar one on the other, and says whose they are", () => {
  const part = (key: string, added: number, taken_back: number) => ({
    ...group(key, added, taken_back),
    fill: `var(--${key})`,
  });
  const split = months.map((month) => ({
    ...month,
    parts: [part("one", month.added - 30_00, month.taken_back), part("other", 30_00, 0)],
  }));
  const html = draw("month", split);
  expect(html).toContain("by=month&amp;by=agency");
  expect(html).toContain("above the line added, below it taken back");
  const heights = (fill: string) =>
    [...html.matchAll(new RegExp(`fill="var\\(--${fill}\\)"[^>]* height="([\\d.]+)"`, "g"))].map(
      ([, height]) => Number(height),
    );
  const [first = 0] = heights("one").filter((height) => height > sampleSize);
  const [other = 1] = heights("other").filter((height) => height !== sampleSize);
  expect(first / other).toBeCloseTo(370 / 30, 1);
});
