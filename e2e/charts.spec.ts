import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "playwright/test";

import { plainPage } from "./plain-page";

const result = (page: Page) => page.getByRole("region", { name: "Result" });
const groups = (page: Page) => page.getByRole("region", { name: /\?$/ });
const rows = (page: Page) => groups(page).locator("ol").getByRole("listitem");
/** The exact figures of the row that the pointer or the keyboard is on; readers have them in the table. */
const figures = (page: Page) => page.locator("div[aria-hidden=true]").filter({ hasText: "Obligated (net)" });
/** The chart has no role of its own, for it repeats the list. Its bars of what was added come first, in order. */
const bars = (page: Page) => page.locator(".recharts-bar-rectangle rect");

async function openChart(page: Page, path: string) {
  await page.goto(path);
  await expect(bars(page).first()).toBeVisible();
}

async function barOf(page: Page, name: string) {
  const labels = await rows(page).locator("> span:first-child").allInnerTexts();
  const index = labels.findIndex((label) => label.startsWith(name));
  expect(index).toBeGreaterThanOrEqual(0);
  return bars(page).nth(index);
}

const groupings = [
  {
    show: "company",
    name: "CSI Aviation",
    net: "$656,688,537.79",
    narrowed: "/contracts?company=csi-aviation&fy=2025",
    chip: "Remove Company: CSI Aviation",
  },
  {
    show: "office",
    name: "Information Technology Division",
    net: "$594,587,932.46",
    narrowed: "/contracts?office=70CTD0&fy=2025",
    chip: /^Remove Office: Information Technology Division/,
  },
  {
    show: "category",
    name: "Medical",
    net: "$104,751,918.93",
    narrowed: "/contracts?fy=2025&category=medical",
    chip: "Remove Category: Medical",
  },
];

for (const { show, name, net, narrowed, chip } of groupings) {
  test(`a bar of the chart by ${show} says its figures and narrows the filter`, async ({ page }) => {
    await openChart(page, `/contracts?fy=2025&show=${show}`);
    await expect(result(page).getByTitle("$3,988,661,487.38")).toBeVisible();
    const bar = await barOf(page, name);
    await bar.hover();
    await expect(figures(page)).toContainText(`${name}Obligated (net)${net}`);
    await bar.click();
    await expect(page).toHaveURL(narrowed);
    await expect(page.getByRole("link", { name: chip })).toBeVisible();
    await expect(result(page).getByTitle(net).first()).toBeVisible();
  });
}

test("a bar of the chart by agency says its figures and changes the agency", async ({ page }) => {
  await openChart(page, "/contracts?show=agency");
  const bar = await barOf(page, "U.S. Customs and Border Protection");
  await bar.hover();
  await expect(figures(page)).toContainText("$64,272,101,377.18");
  await bar.click();
  await expect(page).toHaveURL("/contracts?agency=7014");
  await expect(result(page).getByTitle("$64,272,101,377.18").first()).toBeVisible();
  await expect(
    page.getByRole("navigation", { name: "Agency" }).getByRole("link", { name: "CBP" }),
  ).toHaveAttribute("aria-current", "true");
});

test("a fiscal year's bar narrows the filter", async ({ page }) => {
  await page.goto("/contracts?company=palantir&show=fiscal_year");
  const chart = page.getByRole("application", { name: /In which fiscal year/ });
  await expect(chart).toBeVisible();
  await page.locator(".recharts-bar-rectangle").first().click();
  await expect(page).toHaveURL(/^[^?]*\/contracts\?company=palantir&fy=20\d\d$/);
  await expect(page.getByRole("link", { name: /^Remove Fiscal year: FY20/ })).toBeVisible();
});

test("a bar is a link like any other, and so is the room beside it", async ({ page, context }) => {
  await openChart(page, "/contracts?show=company");
  const bar = await barOf(page, "CoreCivic");
  const opened = context.waitForEvent("page");
  await bar.click({ modifiers: ["ControlOrMeta"] });
  await expect(await opened).toHaveURL("/contracts?company=corecivic");
  await expect(page).toHaveURL("/contracts?show=company");
  const box = await bar.boundingBox();
  if (!box) throw new Error("the bar has no box");
  await page.mouse.click(box.x + box.width + 60, box.y + box.height / 2);
  await expect(page).toHaveURL("/contracts?company=corecivic");
});

test("what is left over has figures and no door", async ({ page }) => {
  await openChart(page, "/contracts?show=company");
  const bar = await barOf(page, "All other companies");
  await bar.scrollIntoViewIfNeeded();
  const box = await bar.boundingBox();
  if (!box) throw new Error("the bar has no box");
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect(figures(page)).toContainText(/All other companies \([\d,]+\)Obligated \(net\)\$/);
  await expect(page).toHaveURL("/contracts?show=company");
});

test("the chart covers the server's bars to the pixel and moves nothing", async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((done) => {
    release = done;
  });
  await page.route("**/_next/static/chunks/*.js", async (route) => {
    const response = await route.fetch();
    if ((await response.text()).includes("recharts-bar-rectangle")) await held;
    await route.fulfill({ response });
  });
  await page.goto("/contracts?show=company");
  await page.evaluate(() => document.fonts.ready);
  const table = page.getByRole("table");
  const drawn = rows(page).locator("svg rect:first-child");
  await expect(drawn.first()).toBeVisible();
  const before = await table.boundingBox();
  release();
  await expect(bars(page).first()).toBeVisible();
  await expect(drawn.first()).toBeHidden();
  expect(await table.boundingBox()).toEqual(before);
  const [server, chart] = await Promise.all(
    [drawn, bars(page)].map((found) =>
      found.evaluateAll((all) => all.slice(0, 21).map((one) => one.getBoundingClientRect().toJSON())),
    ),
  );
  expect(chart).toHaveLength(21);
  for (const [index, box] of (chart ?? []).entries()) {
    for (const side of ["x", "y", "width", "height"]) {
      expect(Math.abs(box[side] - server?.[index]?.[side]), `${side} of row ${index}`).toBeLessThan(1);
    }
  }
});

test("the keyboard meets each row once, with its figures", async ({ page }) => {
  await openChart(page, "/contracts?fy=2025&show=category");
  const links = rows(page).getByRole("link");
  const count = await links.count();
  expect(count).toBeGreaterThan(5);
  await links.first().focus();
  for (let index = 1; index < count; index++) {
    await page.keyboard.press("Tab");
    await expect(links.nth(index)).toBeFocused();
    await expect(figures(page)).toContainText(`${await links.nth(index).innerText()}Obligated (net)`);
  }
  await page.keyboard.press("Escape");
  await expect(figures(page)).toHaveCount(0);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("table").getByRole("link").first()).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/^[^?]*\/contracts\?fy=2025&category=\w+$/);
});

test("a reader hears each group once in the list and once in the table", async ({ page }) => {
  await openChart(page, "/contracts?show=company");
  await (await barOf(page, "CoreCivic")).hover();
  await expect(figures(page)).toBeVisible();
  await expect(groups(page).getByRole("link", { name: "CoreCivic", exact: true })).toHaveCount(2);
  await expect(groups(page).getByRole("application")).toHaveCount(0);
  await expect(groups(page).getByRole("status")).toHaveCount(0);
  await expect(groups(page).getByRole("table")).toHaveCount(1);
});

test("a long name is whole on a phone, and so are the figures beside it", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openChart(page, "/contracts?show=office");
  const name = "Investigations and Operations Support, Dallas";
  const label = rows(page).filter({ hasText: name }).locator("span").first();
  expect(await label.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0);
  await label.hover();
  await expect(figures(page).getByText(name)).toBeVisible();
  const box = await figures(page).boundingBox();
  expect(box && box.x >= 0 && box.x + box.width <= 390).toBe(true);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test("without scripts the bars are a list of links", async ({ browser }) => {
  const page = await plainPage(browser);
  for (const { show, name, narrowed, net } of groupings) {
    await page.goto(`/contracts?fy=2025&show=${show}`);
    await expect(bars(page)).toHaveCount(0);
    await expect(rows(page).locator("svg rect").first()).toBeVisible();
    await rows(page).getByRole("link", { name }).click();
    await expect(page).toHaveURL(narrowed);
    await expect(result(page).getByTitle(net).first()).toBeVisible();
  }
  await page.context().close();
});

test("the library of charts is not among the scripts of the page", async ({ page, request }) => {
  const holds = async (paths: string[]) => {
    const texts = await Promise.all(paths.map(async (path) => (await request.get(path)).text()));
    return texts.some((text) => text.includes("recharts-bar-rectangle"));
  };
  const html = await (await request.get("/contracts?show=company")).text();
  const named = [...html.matchAll(/\/_next\/static\/chunks\/[\w./~-]+\.js/g)].map(([path]) => path);
  expect(named.length).toBeGreaterThan(3);
  expect(await holds(named)).toBe(false);
  await openChart(page, "/contracts?show=company");
  const loaded = await page.evaluate(() =>
    performance.getEntriesByType("resource").flatMap(({ name }) => (name.endsWith(".js") ? [name] : [])),
  );
  expect(await holds(loaded)).toBe(true);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the chart and its figures have no fault that axe finds, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openChart(page, "/contracts?company=palantir&fy=2025&show=company");
    await (await barOf(page, "CoreCivic")).hover();
    await expect(figures(page)).toBeVisible();
    const { violations } = await new AxeBuilder({ page })
      .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
}
