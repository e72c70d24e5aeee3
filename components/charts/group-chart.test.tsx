import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";

import { GroupChart } from "@/components/charts/group-chart";
import type { ChartGroup } from "@/components/charts/groups";
import { group } from "@/components/charts/testing/group";
import { defaults } from "@/lib/query/query";

vi.mock("next/navigation", () => ({ useRouter: () => ({}) }));

const ranked = [group("A <b>&", 400_00, 0), group("B", 100_00, -200_00)];
const months = [group("2026-07", 400_00, -10_00), group("2026-08", 100_00, 0)];

const draw = (by: "company" | "month", groups: ChartGroup[]) =>
  renderToStaticMarkup(
    <GroupChart
      by={by}
      title="Who?"
      subtitle="Net"
      query={defaults("contracts")}
      page="/"
      through="2026-08-20"
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

it("draws what was taken back to the left of the zero line", () => {
  const rects = [...draw("company", ranked).matchAll(/<rect [^>]*x="([\d.]+)%" width="([\d.]+)%"/g)];
  expect(rects.map(([, x, width]) => [x, width])).toEqual([
    ["33.33", "66.67"],
    ["33.33", "0.00"],
    ["33.33", "16.67"],
    ["0.00", "33.33"],
  ]);
});

it("states every figure exactly beside the rounded one", () => {
  const html = draw("company", ranked);
  expect(html).toContain('<data value="-100.00" title="−$100.00"');
  expect(draw("month", months)).toContain("August 2026, through 20 Aug 2026: $100.00 added");
});

it("has its numbers, its records, its address and its source below", () => {
  const html = draw("month", months);
  expect(html).toContain('href="/groups.csv?by=month"');
  expect(html).toContain('href="/contracts?show=month"');
  expect(html).toContain("Source: USAspending.gov, data through 20 Aug 2026");
  expect(html).toContain('href="/data#left-out"');
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
    [
      ...html.matchAll(
        new RegExp(
          `<rect class="[^"]*" fill="var\\(--${fill}\\)" width="100%" y="[\\d.]+" height="([\\d.]+)"`,
          "g",
        ),
      ),
    ].map(([, height]) => Number(height));
  expect(heights("one")).toHaveLength(2);
  expect(heights("other")).toHaveLength(1);
  expect((heights("one")[0] ?? 0) / (heights("other")[0] ?? 1)).toBeCloseTo(370 / 30, 1);
});
