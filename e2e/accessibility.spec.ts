import type { Page } from "playwright/test";

import { axeViolations, expect, pageWidth, test } from "./journey";
import { pageKinds } from "./pages";

/** Pages in states that look different from the usual one. */
const states = [
  "/?agency=7012&agency=7014",
  "/contracts?view=actions&company=palantir",
  "/contracts?company=palantir&min=100m&amount=action",
  "/contracts?view=actions&company=palantir&min=bad",
  "/contracts?show=company",
  "/contracts?show=month&agency=7012&agency=7014",
  "/contracts?company=palantir&show=month",
  "/contracts?company=nobody",
  "/contracts?colour=blue&min=much",
  "/companies/google",
  "/companies/no-such-company",
  "/nothing-here",
];

async function expectNoViolations(page: Page, colorScheme: "light" | "dark", width: number) {
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize({ width, height: 900 });
  const appearance = `${colorScheme}, ${width} wide`;
  expect(await axeViolations(page), appearance).toEqual([]);
  expect(await pageWidth(page), appearance).toBe(width);
}

for (const path of [...pageKinds, "/contracts?company=nobody&colour=blue"]) {
  test(`has no axe violations and does not scroll sideways: ${path}`, async ({ page }) => {
    await page.goto(path);
    await expectNoViolations(page, "light", 1440);
    await expectNoViolations(page, "dark", 390);
    // A zoom of 400 % in a window of 1280 by 1024.
    await page.setViewportSize({ width: 320, height: 256 });
    expect(await pageWidth(page), "at a zoom of 400 %").toBe(320);
  });
}

for (const path of [...pageKinds, ...states]) {
  test(`has no axe violations in any appearance: ${path}`, { tag: "@deep" }, async ({ page }) => {
    test.slow();
    await page.goto(path);
    for (const width of [1440, 390]) {
      for (const colorScheme of ["light", "dark"] as const) {
        await expectNoViolations(page, colorScheme, width);
      }
    }
    await page.setViewportSize({ width: 320, height: 256 });
    expect(await pageWidth(page), "at a zoom of 400 %").toBe(320);
  });
}
