import { allAppearances, expect, expectAccessible, pageWidth, test, twoAppearances } from "./journey";
import { pageKinds } from "./pages";

/** Pages in states that look different from the default. */
const states = [
  "/?agency=7012&agency=7014",
  "/contracts?view=actions&company=palantir",
  "/contracts?company=palantir&min=100m&amount=action",
  "/contracts?view=actions&company=palantir&min=bad",
  "/contracts?show=company",
  "/contracts?show=month&agency=7012&agency=7014",
  "/contracts?company=palantir&show=month",
  "/contracts?company=no-such-company",
  "/contracts?color=blue&min=much",
  "/companies/google",
  "/companies/no-such-company",
  "/nothing-here",
];

for (const path of [...pageKinds, "/contracts?company=no-such-company&color=blue"]) {
  test(`has no axe violations and does not scroll sideways: ${path}`, async ({ page }) => {
    await page.goto(path);
    await expectAccessible(page, twoAppearances);
    // A zoom of 400% in a window of 1280 by 1024.
    await page.setViewportSize({ width: 320, height: 256 });
    expect(await pageWidth(page), "at a zoom of 400%").toBe(320);
  });
}

for (const path of [...pageKinds, ...states]) {
  test(`has no axe violations in any appearance: ${path}`, { tag: "@deep" }, async ({ page }) => {
    test.slow();
    await page.goto(path);
    await expectAccessible(page, allAppearances);
    await page.setViewportSize({ width: 320, height: 256 });
    expect(await pageWidth(page), "at a zoom of 400%").toBe(320);
  });
}
