import { createElement } from "react";
import { describe, expect, it } from "vitest";

import { draw } from "@/lib/http/picture";

const colors = new Map([["accent", "#1d4e89"]]);
const drawing = (height: number, width = 200) =>
  createElement(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", width, height },
    createElement("rect", { className: "bar", width: "100%", height: "100%", fill: "var(--accent)" }),
    createElement("text", { y: 20, fontFamily: "Inter" }, "Obligated (net): −$1.2 million"),
  );

describe("a picture", () => {
  it("as PNG has two pixels for each of the drawing", async () => {
    const png = Buffer.from(await draw(drawing(30), colors, "png"));
    expect(png.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
    expect({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) }).toEqual({ width: 400, height: 60 });
  });

  it("as PNG has its text drawn", async () => {
    const blank = createElement(
      "svg",
      { xmlns: "http://www.w3.org/2000/svg", width: 200, height: 30 },
      createElement("rect", { width: "100%", height: "100%", fill: "var(--accent)" }),
    );
    const [written, empty] = await Promise.all([
      draw(drawing(30), colors, "png"),
      draw(blank, colors, "png"),
    ]);
    expect(written.length).toBeGreaterThan(2 * empty.length);
  });

  it("as SVG has text, its own colors and no classes", async () => {
    expect(await draw(drawing(30), colors, "svg")).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="30"><rect width="100%" height="100%" fill="#1d4e89"></rect><text y="20" font-family="Inter">Obligated (net): −$1.2 million</text></svg>',
    );
  });

  it("refuses a token without a color", async () => {
    await expect(draw(drawing(30), new Map(), "svg")).rejects.toThrow("no color for var(--accent)");
  });

  it("leaves no pixels in the memory of the server", { tags: ["deep"] }, async () => {
    const tall = drawing(2_000, 1_000);
    await draw(tall, colors, "png");
    const before = process.memoryUsage().rss;
    for (let drawn = 0; drawn < 4; drawn++) await draw(tall, colors, "png"); // 32 MB of pixels each
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
  });

  it("that cannot be drawn is an error, and the next one is drawn", async () => {
    await expect(draw(drawing(0), colors, "png")).rejects.toThrow("Command failed");
    expect((await draw(drawing(30), colors, "png")).length).toBeGreaterThan(100);
  });
});
