import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";

import type { ChartGroup } from "@/components/charts/groups";
import { Picture, pictureWidth } from "@/components/charts/picture";
import { group } from "@/components/charts/testing/group";
import { draw } from "@/lib/http/picture";

const picture = (groups: ChartGroup[], order: "size" | "time", rest: ChartGroup | null = null) => (
  <Picture
    title="Who is it obligated to?"
    subtitle="Obligated (net) by company, FY2026."
    groups={groups}
    rest={rest}
    order={order}
    whole={400_00}
    unfinished={order === "time" ? { key: "2026-08", through: "20 Aug 2026" } : null}
    source="Source: USAspending.gov."
    address="https://example.org/contracts?show=company"
  />
);
const markup = (...of: Parameters<typeof picture>) => renderToStaticMarkup(picture(...of));

/** The widths of the bars in one colour, in pixels. */
const widths = (html: string, colour: string) =>
  [...html.matchAll(new RegExp(`left:[\\d.]+(?:px)?;width:([\\d.]+)px[^"]*background:${colour}`, "g"))].map(
    ([, width]) => Number(width),
  );

it("draws what was added and taken back of each group on one scale, and says net and share", () => {
  const html = markup([group("A", 300_00, 0), group("B", 150_00, -75_00)], "size", {
    ...group("All other companies (3)", 25_00, 0),
    past: true,
  });
  const [first = 0, second = 0] = widths(html, "#1f4e8c");
  expect(second).toBeCloseTo(first / 2, 5);
  expect(widths(html, "#a94a21")).toEqual([expect.closeTo(first / 4, 5)]);
  expect(widths(html, "#7a96be")).toEqual([expect.closeTo(first / 12, 5)]);
  for (const words of ["$300", "75.0 %", "$75", "18.8 %", "All other companies (3)", "taken back"]) {
    expect(html).toContain(words);
  }
});

it("draws periods from zero, the unfinished one in stripes with its day", () => {
  const html = markup([group("2026-07", 400_00, -100_00), group("2026-08", 100_00, 0)], "time");
  const [added = "", back = ""] = [...html.matchAll(/height:([\d.]+)px[^"]*background:#(?:1f4e8c|a94a21)/g)]
    .map(([, height]) => height)
    .slice(-2);
  expect(Number(added) / Number(back)).toBeCloseTo(4, 5);
  expect(html).toContain("repeating-linear-gradient");
  expect(html).toContain("unfinished, through 20 Aug 2026");
});

it("says that nothing fits instead of an empty chart", () => {
  expect(markup([], "size")).toContain("No contract action fits.");
});

it("becomes a file that draws itself: words are outlines, and nothing is fetched", async () => {
  const svg = String(
    await draw(picture([group("Ünïted <b>& — 漢字", 300_00, 0)], "size"), pictureWidth, "svg"),
  );
  expect(svg).toMatch(/^<svg width="952"/);
  expect(svg).not.toMatch(/<text|http(?!:\/\/www\.w3\.org)/);
  const png = Buffer.from(
    (await draw(picture([group("A", 300_00, 0)], "size"), pictureWidth, "png")) as Uint8Array,
  );
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  expect(png.readUInt32BE(16)).toBe(2 * pictureWidth);
});
