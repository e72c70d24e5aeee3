import { createElement } from "react";
import { describe, expect, it } from "vitest";

import { draw } from "@/lib/http/picture";

const element = createElement(
  "div",
  { style: { display: "flex", height: 30, background: "#1d4e89", fontFamily: "sans" } },
  "Obligated (net): −$1.2 million",
);

describe("a picture", () => {
  it("as PNG has two pixels for each of the layout", async () => {
    const png = Buffer.from(await draw(element, 200, "png"));
    expect(png.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
    expect({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) }).toEqual({ width: 400, height: 60 });
  });

  it("as SVG has text as outlines, so that it needs no font", async () => {
    const svg = String(await draw(element, 200, "svg"));
    expect(svg).toMatch(/^<svg width="200" height="30"/);
    expect(svg).not.toContain("<text");
  });

  it("does not fill the memory of the server", async () => {
    const tall = createElement("div", { style: { display: "flex", height: 2_000, background: "#1d4e89" } });
    await draw(tall, 1_000, "png");
    const before = process.memoryUsage().rss;
    for (let drawn = 0; drawn < 4; drawn++) await draw(tall, 1_000, "png"); // 32 MB of pixels each
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
  });

  it("that cannot be drawn fails, and the next one is drawn", async () => {
    const empty = createElement("div", { style: { display: "flex", height: 0 } });
    await expect(draw(empty, 200, "png")).rejects.toThrow("Command failed");
    expect((await draw(element, 200, "png")).length).toBeGreaterThan(100);
  });
});
