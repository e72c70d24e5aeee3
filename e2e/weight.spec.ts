import { expect, test } from "playwright/test";

import { namedScripts, scriptBudget, sizeOf } from "@/lib/bench/weight";

import { pageKinds } from "./pages";

const pages = [...pageKinds, "/contracts?view=actions", "/contracts?show=company"];

/** Most bytes, in kB, of all style sheets (gzip) and of all faces of a page. */
const styleBudget = 25;
const faceBudget = 110;

test("the scripts that a page names are within their budget, and charts are not among them", async ({
  baseURL,
}) => {
  for (const path of pages) {
    const scripts = await namedScripts(`${baseURL}${path}`);
    expect(scripts.length, path).toBeGreaterThan(3);
    expect(sizeOf(scripts), path).toBeLessThan(scriptBudget);
    for (const { path: script, text } of scripts)
      expect(text, `${script} is compiled while it arrives`).toMatch(/^\/\/# allFunctionsCalledOnLoad\n/);
    expect(
      scripts.filter(({ text }) => text.includes("recharts")).map((script) => script.path),
      path,
    ).toEqual([]);
  }
});

test("style sheets and faces are within theirs", async ({ page }) => {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  for (const path of pages) {
    const kinds = new Map<string, string>();
    const loaded = { Stylesheet: 0, Font: 0 } as Record<string, number>;
    const note = ({ requestId, type }: { requestId: string; type: string }) => kinds.set(requestId, type);
    const add = ({ requestId, encodedDataLength }: { requestId: string; encodedDataLength: number }) => {
      const kind = kinds.get(requestId) ?? "";
      if (kind in loaded) loaded[kind] = (loaded[kind] ?? 0) + encodedDataLength / 1_000;
    };
    session.on("Network.responseReceived", note);
    session.on("Network.loadingFinished", add);
    await session.send("Network.clearBrowserCache");
    await page.goto(path);
    await page.evaluate(() => document.fonts.ready);
    session.off("Network.responseReceived", note);
    session.off("Network.loadingFinished", add);
    expect(loaded.Stylesheet, path).toBeGreaterThan(0);
    expect(loaded.Stylesheet, path).toBeLessThan(styleBudget);
    expect(loaded.Font, path).toBeLessThan(faceBudget);
  }
});

test("charts are loaded when they come into view, and only then", async ({ page }) => {
  const scripts: Promise<string>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script") return;
    scripts.push(response.text().catch(() => "")); // the end of the journey may cut one off
  });
  const hasCharts = async () => (await Promise.all(scripts)).some((text) => text.includes("recharts"));
  await page.setViewportSize({ width: 390, height: 400 });
  await page.goto("/companies/palantir", { waitUntil: "networkidle" });
  expect(await hasCharts()).toBe(false);
  await page.getByRole("heading", { name: "When was it obligated?" }).scrollIntoViewIfNeeded();
  await expect.poll(hasCharts).toBe(true);
});
