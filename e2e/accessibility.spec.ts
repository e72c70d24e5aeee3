import { expect, test } from "playwright/test";

import { barriers } from "./barriers";
import { pageKinds } from "./pages";

/** And the states of a page that look otherwise. */
const pages = [
  ...pageKinds,
  "/?agency=7012&agency=7014",
  "/contracts?view=actions&company=palantir",
  "/contracts?company=palantir&min=100m&amount=action",
  "/contracts?show=company",
  "/contracts?show=month&agency=7012&agency=7014",
  "/contracts?colour=blue&min=much",
  "/companies/google",
  "/companies/no-such-company",
  "/nothing-here",
];

const windows = [
  { name: "light", colorScheme: "light", width: 1440 },
  { name: "dark", colorScheme: "dark", width: 1440 },
  { name: "light on a telephone", colorScheme: "light", width: 390 },
  { name: "dark on a telephone", colorScheme: "dark", width: 390 },
] as const;

for (const path of pages) {
  test(`nothing bars the way on ${path}`, async ({ page }) => {
    test.slow();
    await page.goto(path);
    for (const { name, colorScheme, width } of windows) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      expect(await barriers(page), name).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBe(width);
    }
    // 400 % of a window of 1280 by 1024.
    await page.setViewportSize({ width: 320, height: 256 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), "at 400 %").toBe(320);
  });
}
