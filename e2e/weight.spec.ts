import type { Page } from "playwright/test";

import { expect, test } from "./journey";
import { pageKinds } from "./pages";

/** The budgets in kB of all style sheets (gzip) and all fonts of a page. */
const styleBudget = 25;
const fontBudget = 110;

async function expectLightPages(page: Page, paths: string[]) {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  for (const path of paths) {
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
    expect(loaded.Font, path).toBeLessThan(fontBudget);
  }
}

test("the style sheets and fonts of a list and a company are within their budgets", async ({ page }) =>
  expectLightPages(page, ["/contracts", "/companies/geo-group"]));

test("the style sheets and fonts of every page are within their budgets", { tag: "@deep" }, async ({
  page,
}) => {
  test.slow();
  await expectLightPages(page, [...pageKinds, "/contracts?view=actions", "/contracts?show=company"]);
});

test("charts load when they come into view, and only then", async ({ page }) => {
  const scripts: Promise<string>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script") return;
    scripts.push(response.text().catch(() => "")); // the journey may end before the body arrives
  });
  const hasCharts = async () => (await Promise.all(scripts)).some((text) => text.includes("recharts"));
  await page.setViewportSize({ width: 390, height: 400 });
  await page.goto("/companies/palantir");
  // Scripts have run once the page is idle.
  await page.evaluate(() => new Promise((done) => requestIdleCallback(() => done(null), { timeout: 5_000 })));
  expect(scripts.length).toBeGreaterThan(3);
  expect(await hasCharts()).toBe(false);
  await page.getByRole("figure", { name: "Obligations by fiscal year" }).scrollIntoViewIfNeeded();
  await expect.poll(hasCharts).toBe(true);
});
