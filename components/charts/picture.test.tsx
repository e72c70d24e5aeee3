import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { groupData } from "@/components/charts/group-data";
import type { ChartGroup } from "@/components/charts/groups";
import { pictureColors } from "@/components/charts/palette";
import { Picture } from "@/components/charts/picture";
import { group } from "@/components/charts/testing/group";
import { type PictureShape, pictureShapes } from "@/lib/contracts/pictures";
import { readEnv } from "@/lib/env";
import { draw } from "@/lib/http/picture";

const picture = (
  groups: ChartGroup[],
  by: "company" | "month",
  rest: ChartGroup | null = null,
  shape: PictureShape | null = null,
) => (
  <Picture
    shape={shape}
    title="CSI and GEO account for 31% of what ICE obligated"
    subtitle="Obligated (net) by company, FY2026."
    data={groups.length > 0 ? groupData(by, { groups, rest, whole: 400_00, through: "2026-08-20" }) : null}
    source="Source: USAspending.gov."
    address="https://example.org/contracts?show=company"
  />
);
const markup = (...of: Parameters<typeof picture>) => renderToStaticMarkup(picture(...of));
const plain = (key: string, added: number, takenBack: number) => ({
  ...group(key, added, takenBack),
  href: null,
});

it("is the drawing of the page with its title, legend, source and address", () => {
  const html = markup(
    [plain("A", 300_00, 0), plain("B", 150_00, -75_00), plain("C", 0, -50_00)],
    "company",
    plain("All other companies (3)", 25_00, 0),
  );
  const texts = [...html.matchAll(/<(?:text|tspan)[^>]*>([^<]+)/g)].map(([, text = ""]) => text.trim());
  expect(texts).toEqual(
    expect.arrayContaining([
      "CSI and GEO account for 31% of what ICE obligated",
      "more taken back than added",
      "A",
      "$300",
      "75.0%",
      "$75",
      "18.8%",
      "All other companies (3)",
      "Source: USAspending.gov.",
      "https://example.org/contracts?show=company",
    ]),
  );
  const widths = (fill: string) =>
    [...html.matchAll(new RegExp(`fill="var\\(--${fill}\\)" x="[\\d.]+%" width="([\\d.]+)%"`, "g"))].map(
      ([, width]) => Number(width),
    );
  const [first = 0, second = 0] = widths("accent");
  expect(second).toBeCloseTo(first / 4, 2);
  expect(widths("neg")).toEqual([expect.closeTo(first / 6, 2)]);
});

it("has a period that is not over in stripes, with its day", () => {
  const html = markup([plain("2026-07", 400_00, -100_00), plain("2026-08", 100_00, 0)], "month");
  expect(html).toContain('fill="url(#chart-0)"');
  expect(html).toContain("unfinished, through Aug. 20, 2026");
});

it("says that nothing fits instead of an empty chart", () => {
  expect(markup([], "company")).toContain("No contract action matches.");
});

it("becomes an SVG that a desk can edit: its text is text, and nothing is fetched", async () => {
  const svg = String(
    await draw(picture([plain("Ünïted <b>& — 漢字", 300_00, 0)], "company"), pictureColors("light"), "svg"),
  );
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="952"/);
  expect(svg).toContain("Ünïted &lt;b&gt;&amp; — 漢字");
  expect(svg).not.toMatch(/var\(|class=|style=|<a |http(?!:\/\/www\.w3\.org|s:\/\/example\.org)/);
  expect(svg.length).toBeLessThan(20_000);
});

it("becomes a PNG of twice its size", async () => {
  const png = Buffer.from(
    (await draw(picture([plain("A", 300_00, 0)], "company"), pictureColors("light"), "png")) as Uint8Array,
  );
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  expect(png.readUInt32BE(16)).toBe(2 * 952);
});

it.each(Object.entries(pictureShapes))(
  "has the shape of a %s picture, and everything in it",
  async (shape, size) => {
    const many = Array.from({ length: size.bars }, (_, index) => plain(`Company ${index}`, 300_00, 0));
    const months = Array.from({ length: 24 }, (_, index) =>
      plain(`${2024 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`, 300_00, 0),
    );
    for (const [groups, by] of [
      [many, "company"],
      [many.slice(0, 1), "company"],
      [months, "month"],
    ] as const) {
      const element = picture([...groups], by, null, shape as PictureShape);
      const html = renderToStaticMarkup(element);
      const [, width = 0, height = 0] = (/viewBox="0 0 (\d+) (\d+)"/.exec(html) ?? []).map(Number);
      expect(width / height).toBeCloseTo(size.width / size.height, 2);
      const lowest = Math.max(...[...html.matchAll(/<tspan[^>]* y="([\d.]+)"/g)].map(([, y]) => Number(y)));
      expect(lowest).toBeLessThan(height);
      expect(height - lowest, "the foot is at the bottom").toBeLessThan(40);
    }
    // To draw takes seconds.
    if (shape !== "wide" && !readEnv().TEST_DEEP) return;
    const png = Buffer.from(
      (await draw(
        picture(many, "company", null, shape as PictureShape),
        pictureColors("dark"),
        "png",
      )) as Uint8Array,
    );
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size.width, size.height]);
  },
);
