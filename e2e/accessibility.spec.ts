import {
  allAppearances,
  axeViolations,
  expect,
  expectAccessible,
  pageWidth,
  test,
  twoAppearances,
} from "./journey";
import { pageKinds } from "./pages";

const wcag = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Pages in states that look different from the default, by test site. */
const states = {
  bundled: [
    "/?agency=7012&agency=7014",
    "/contracts?view=actions&company=palantir",
    "/contracts?company=palantir&min=100m&amount=action",
    "/contracts?view=actions&company=palantir&min=bad",
    "/contracts?view=actions&max=-0.01",
    "/contracts?min=900bn",
    "/contracts?show=company",
    "/contracts?show=flow",
    "/contracts?show=month&agency=7012&agency=7014",
    "/contracts?company=palantir&show=month",
    "/contracts?company=no-such-company&color=blue",
    "/contracts?color=blue&min=much",
    "/contracts/CONT_AWD_70CDCR18C00000003_7012_-NONE-_-NONE-",
    "/contracts/7012-70CDCR19P00000051",
    "/companies?sort=company&grouped=no&name=a&size=25",
    "/companies?fy=2019&name=geo",
    "/companies/google",
    "/companies/microsoft?from=2025-01-20&to=bad",
    "/companies/no-such-company",
    "/brands/glock",
    "/brands/figma",
    "/agencies/7012?fy=all",
    "/agencies/7014/offices/70B01C?grouped=no",
    "/vehicles?kind=schedule&name=data",
    "/vehicles/70B04C20A00000015",
    "/expiring?within=7",
    "/find",
    "/find?amount=1m",
    "/find?amount=29.8M&company=geo&month=April",
    "/search",
    "/search?q=70CTD022",
    "/search?q=zzzzqq",
    "/nothing-here",
  ],
  changes: ["/changes?administrative=yes", "/changes?company=beta&since=x"],
  wide: [
    "/expiring",
    "/expiring?within=180&end=potential",
    "/contracts/70CTD026FR0000003",
    "/contracts/70CTD020FR0000009",
    "/contracts",
  ],
} as const;

for (const [site, paths] of [
  ["bundled", [...pageKinds, "/contracts?company=no-such-company&color=blue", "/expiring?within=7"]],
  ["changes", ["/changes?administrative=yes"]],
  ["wide", ["/expiring"]],
] as const) {
  test.describe(site, () => {
    test.use({ site });
    for (const path of paths) {
      test(`has no axe violations and does not scroll sideways: ${path}`, async ({ page }) => {
        await page.goto(path);
        await expectAccessible(page, twoAppearances);
        // A zoom of 400% in a window of 1280 by 1024.
        await page.setViewportSize({ width: 320, height: 256 });
        expect(await pageWidth(page), "at a zoom of 400%").toBe(320);
      });
    }
  });
}

for (const [site, paths] of [
  ["bundled", [...pageKinds, ...states.bundled]],
  ["changes", states.changes],
  ["wide", states.wide],
] as const) {
  test.describe(site, { tag: "@deep" }, () => {
    test.use({ site });
    for (const path of paths) {
      test(`has no axe violations in any appearance, with all details open at last: ${path}`, async ({
        page,
      }) => {
        test.slow();
        await page.goto(path);
        await expectAccessible(page, allAppearances);
        await page.setViewportSize({ width: 320, height: 256 });
        expect(await pageWidth(page), "at a zoom of 400%").toBe(320);
        await page.locator("main details").evaluateAll((all) => {
          for (const one of all) one.setAttribute("open", "");
        });
        for (const width of [390, 1440]) {
          await page.setViewportSize({ width, height: 900 });
          expect(await axeViolations(page, { runOnly: wcag }), `open, ${width} wide`).toEqual([]);
        }
      });
    }
  });
}
