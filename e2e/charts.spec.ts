import type { Page } from "playwright/test";

import { axeViolations, expect, pageWidth, test } from "./journey";

// What charts say without scripts: http/charts.test.ts.
const result = (page: Page) => page.getByRole("region", { name: "Result" });
const groups = (page: Page) => page.getByRole("figure", { name: /\?$/ }).first();
const rows = (page: Page) => groups(page).locator("ol").getByRole("listitem");
/** The exact figures of the row under the pointer or the keyboard focus; screen readers find them in the table. */
const figures = (page: Page) => page.locator("div[aria-hidden=true]").filter({ hasText: "Obligated (net)" });
/** The chart has no role, because it repeats the list. The bars of added money come first, in order. */
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
  test(`a bar of the chart by ${show} says its figures and narrows the filter`, {
    tag: show === "company" ? [] : "@deep",
  }, async ({ page }) => {
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

test("a bar of the chart by agency says its figures and changes the agency", { tag: "@deep" }, async ({
  page,
}) => {
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

test("a fiscal year's bar narrows the filter", { tag: "@deep" }, async ({ page }) => {
  await page.goto("/contracts?company=palantir&show=fiscal_year");
  const chart = page.getByRole("application", { name: /In which fiscal year/ });
  await expect(page.locator(".recharts-bar-rectangle").first()).toBeVisible();
  const box = await chart.boundingBox();
  if (!box) throw new Error("the chart has no box");
  await page.mouse.click(box.x + 80, box.y + box.height / 2);
  await expect(page).toHaveURL(/^[^?]*\/contracts\?company=palantir&fy=20\d\d$/);
  await expect(page.getByRole("link", { name: /^Remove Fiscal year: FY20/ })).toBeVisible();
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

test("the chart covers the server's bars to the pixel and moves nothing", { tag: "@deep" }, async ({
  page,
}) => {
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
    await expect(groups(page).locator("svg rect").first()).toBeVisible();
    if (show === "company") {
      await rows(page).nth(1).hover();
      await expect(figures(page)).toBeVisible();
    }
    expect(failures).toEqual([]);
  });
}

test("the keyboard meets each row once, with its figures", { tag: "@deep" }, async ({ page }) => {
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
  await expect(groups(page).getByRole("link", { name: "what is left out" })).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/^[^?]*\/contracts\?fy=2025&category=\w+$/);
});

for (const colorScheme of ["dark", "light"] as const) {
  test(`the chart and its figures have no axe violations, ${colorScheme}`, {
    tag: "@deep",
  }, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openChart(page, "/contracts?company=palantir&fy=2025&show=company");
    await (await barOf(page, "CoreCivic")).hover();
    await expect(figures(page)).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
  });
}

test("a chart over time is walked by keyboard, says each bar in words and opens its records", async ({
  page,
}) => {
  await page.goto("/contracts?show=month");
  const chart = page.getByRole("application", { name: /^When was it obligated/ });
  await expect(chart).toBeVisible();
  await page.getByRole("link", { name: "By month" }).focus();
  for (let tabs = 0; tabs < 8; tabs += 1) {
    await page.keyboard.press("Tab");
    if (await chart.evaluate((one) => one === document.activeElement)) break;
  }
  await expect(chart).toBeFocused();
  const status = chart.getByRole("status");
  await page.keyboard.press("End");
  await expect(status).toContainText(
    "August 2026, through 20 Aug 2026: $721,409,678.00 added, −$7,105,173.68 taken back",
  );
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await expect(status).toContainText(
    "November 2020: $148,908,036.46 added, −$1,065,010.07 taken back, net $147,843,026.39",
  );
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/contracts?from=2020-11-01&to=2020-11-30");
});

test("a small drawing of one company is walked too, and opens the company's year", { tag: "@deep" }, async ({
  page,
}) => {
  await page.goto("/contracts?show=company");
  const years = page.getByRole("application", { name: /^CoreCivic by fiscal year\./ });
  await years.focus();
  const status = years.getByRole("status");
  await page.keyboard.press("End");
  await expect(status).toContainText(/^FY2026, through 20 Aug 2026: \$/);
  await page.keyboard.press("ArrowLeft");
  await expect(status).toContainText(/^FY2025: \$/);
  const [, net] = /net (\S+)$/.exec((await status.textContent()) ?? "") ?? [];
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/contracts?company=corecivic&fy=2025");
  await expect(page.getByRole("region", { name: "Result" }).getByTitle(net ?? "no figure")).toBeVisible();
});

test("a chart of both agencies has a color of each", async ({ reader: page }) => {
  await page.goto("/?agency=7012&agency=7014");
  const fills = await page
    .getByRole("figure", { name: "When was it obligated?" })
    .locator("svg rect[fill]")
    .evaluateAll((all) => all.map((one) => getComputedStyle(one).fill));
  expect(new Set(fills).size).toBeGreaterThanOrEqual(2);
});

test("in forced colors an edge and system colors set the pieces of a bar apart", { tag: "@deep" }, async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto("/?agency=7012&agency=7014");
  const chart = page.getByRole("application", { name: /^When was it obligated/ });
  await chart.scrollIntoViewIfNeeded();
  const pieces = chart.locator(".recharts-bar-rectangle path");
  await expect(pieces.first()).toBeVisible();
  const drawn = await pieces.evaluateAll((all) =>
    all.map((one) => {
      const { fill, stroke, strokeWidth } = getComputedStyle(one);
      return { fill, edge: `${stroke} ${strokeWidth}` };
    }),
  );
  expect(new Set(drawn.map(({ fill }) => fill)).size).toBeGreaterThanOrEqual(2);
  expect(new Set(drawn.map(({ edge }) => edge)).size).toBe(1);
  expect(drawn[0]?.edge).toMatch(/^rgb.* 1\.5px$/);
});

test("the end of the fiscal year is pointed out where there is room", async ({ reader: page }) => {
  await page.goto("/");
  const chart = page.getByRole("figure", { name: "When was it obligated?" });
  const note = chart
    .getByText("September 2025, end of the fiscal year: $1.41 billion net")
    .filter({ visible: true });
  await expect(note).toHaveCount(1);
  await expect(chart.getByText("through 20 Aug 2026", { exact: true })).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(note).toHaveCount(0);
  await expect(
    chart.getByText(/the most in September 2025: .*the last month of the fiscal year/),
  ).toBeVisible();
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
