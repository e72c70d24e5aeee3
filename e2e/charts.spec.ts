import type { Locator, Page } from "playwright/test";

import { axeViolations, expect, pageWidth, statusOf, test } from "./journey";

// What charts say without scripts: http/charts.test.ts. Keyboard, legend and zoom: components/charts/charts.browser.test.tsx.
const result = (page: Page) => page.getByRole("region", { name: "Result" });
const groups = (page: Page) => page.getByRole("figure").first();
const live = (page: Page) => groups(page).getByRole("application");
const names = (page: Page) =>
  live(page).locator(".recharts-yAxis-tick-labels .recharts-cartesian-axis-tick-label");
/** The exact figures of the bar that the pointer or the keyboard is on; screen readers have them in the status. */
const figures = (page: Page) =>
  page.locator(".recharts-tooltip-wrapper").filter({ hasText: "Obligated (net)", visible: true });
/** The bars of what was added come first, in order. */
const bars = (page: Page) => page.locator(".recharts-bar-rectangle rect");

async function openChart(page: Page, path: string) {
  await page.goto(path);
  await expect(bars(page).first()).toBeVisible();
}

async function barOf(page: Page, name: string) {
  const labels = await names(page).allTextContents();
  const index = labels.findIndex((label) => label.includes(name));
  expect(index).toBeGreaterThanOrEqual(0);
  return bars(page).nth(index);
}

/** Moves the pointer to a bar. The link of its row is above it and takes the pointer. */
const pointAt = (bar: Locator) => bar.hover({ force: true });

test("a bar of a chart has its figures and opens its records", async ({ page }) => {
  await openChart(page, "/contracts?fy=2025&show=company");
  await expect(result(page).getByTitle("$3,988,661,487.38")).toBeVisible();
  const bar = await barOf(page, "CSI Aviation");
  await pointAt(bar);
  await expect(figures(page)).toContainText("CSI AviationObligated (net)$656,688,537.79");
  await bar.click({ force: true });
  await expect(page).toHaveURL("/contracts?company=csi-aviation&fy=2025");
  await expect(page.getByRole("link", { name: "Remove Company: CSI Aviation" })).toBeVisible();
  await expect(result(page).getByTitle("$656,688,537.79").first()).toBeVisible();
});

test("a bar is a link like any other, and so is the room beside it", { tag: "@deep" }, async ({ page }) => {
  await openChart(page, "/contracts?show=company");
  const bar = await barOf(page, "CoreCivic");
  const isLeftToTheBrowser = await bar.evaluate(
    (element) =>
      new Promise((resolve) => {
        window.addEventListener(
          "click",
          (event) => {
            resolve(!event.defaultPrevented);
            event.preventDefault(); // no second window
          },
          { once: true },
        );
        element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey: true }));
      }),
  );
  expect(isLeftToTheBrowser).toBe(true);
  await expect(page).toHaveURL("/contracts?show=company");
  const box = await bar.boundingBox();
  if (!box) throw new Error("the bar has no box");
  await page.mouse.click(box.x + box.width + 60, box.y + box.height / 2);
  await expect(page).toHaveURL("/contracts?company=corecivic");
});

for (const [show, isDeep] of [
  ["company", false],
  ["month", true],
] as const) {
  test(`a chart by ${show} whose scripts fail to load stays as the server drew it`, {
    tag: isDeep ? "@deep" : [],
  }, async ({ page }) => {
    let refused = 0;
    await page.route("**/_next/static/chunks/*.js", async (route) => {
      const response = await route.fetch();
      if (!(await response.text()).includes("recharts-bar-rectangle")) return route.fulfill({ response });
      refused += 1;
      await route.abort();
    });
    const failures: string[] = [];
    page.on("pageerror", ({ message }) => failures.push(message));
    await page.goto(`/contracts?show=${show}`);
    await expect.poll(() => refused, "requested, and requested again").toBe(2);
    await expect(page.getByRole("heading", { level: 1, name: "Contracts" })).toBeVisible();
    await expect(groups(page).locator("svg rect[fill]").filter({ visible: true }).first()).toBeVisible();
    expect(failures).toEqual([]);
  });
}

for (const colorScheme of ["dark", "light"] as const) {
  test(`the chart and its figures have no axe violations, ${colorScheme}`, {
    tag: "@deep",
  }, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openChart(page, "/contracts?company=palantir&fy=2025&show=company");
    await pointAt(await barOf(page, "CoreCivic"));
    await expect(figures(page)).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
  });
}

test("a chart over time is walked by keyboard, announces each bar and opens its records", async ({
  page,
}) => {
  await page.goto("/contracts?show=month");
  const chart = page.getByRole("figure", { name: "Obligations by month" }).getByRole("application");
  await expect(chart).toBeVisible();
  await page.getByRole("link", { name: "By month" }).focus();
  for (let tabs = 0; tabs < 12; tabs += 1) {
    await page.keyboard.press("Tab");
    if (await chart.evaluate((one) => one === document.activeElement)) break;
  }
  await expect(chart).toBeFocused();
  const status = statusOf(chart);
  await page.keyboard.press("End");
  await expect(status).toContainText(
    "August 2026, through Aug. 20, 2026: $721,409,678.00 added, −$7,105,173.68 taken back",
  );
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await expect(status).toContainText(
    "November 2020: $148,908,036.46 added, −$1,065,010.07 taken back, net $147,843,026.39",
  );
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/contracts?from=2020-11-01&to=2020-11-30");
});

for (const [width, paths, isDeep] of [
  [320, ["/?agency=7012&agency=7014", "/contracts?show=company", "/contracts/70CTD022FR0000170"], false],
  [320, ["/contracts?show=month", "/companies/palantir"], true],
  [390, ["/?agency=7012&agency=7014", "/contracts?show=company", "/contracts/70CTD022FR0000170"], true],
] as const) {
  test(`the words of every drawing are inside it at ${width} px: ${paths.join(" ")}`, {
    tag: isDeep ? "@deep" : [],
  }, async ({ reader: page }) => {
    await page.setViewportSize({ width, height: 844 });
    for (const path of paths) {
      await page.goto(path);
      const outside = await page.locator("figure svg text").evaluateAll((all) =>
        all.flatMap((one) => {
          const { left, right, width: size } = one.getBoundingClientRect();
          const frame = one.closest("figure")?.getBoundingClientRect();
          return size > 0 && frame && (left < frame.left - 1 || right > frame.right + 1)
            ? [one.textContent]
            : [];
        }),
      );
      expect(outside, path).toEqual([]);
      expect(await pageWidth(page), path).toBe(width);
    }
  });
}
