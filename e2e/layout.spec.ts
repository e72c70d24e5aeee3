import type { Page } from "playwright/test";

import { expect, pageWidth, test } from "./journey";
import { pageKinds } from "./pages";

const header = (page: Page, name: string) => page.getByRole("columnheader", { name });

/** The right edge of an element in the window, in pixels. */
async function rightEdge(page: Page, role: "columnheader" | "region", name: string | RegExp) {
  const box = await page.getByRole(role, { name }).last().boundingBox();
  if (!box) throw new Error(`${name} has no box`);
  return Math.round(box.x + box.width);
}

const defaultColumns = [
  "/contracts",
  "/contracts?from=2026-07-01&to=2026-07-31",
  "/contracts?fy=2026",
  "/contracts?q=software",
  "/contracts?from=2025-01-20",
  "/contracts?agency=7014&fy=2026",
];

async function expectColumnsToFit(page: Page, path: string) {
  await page.goto(path);
  for (const width of [1280, 1366, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await pageWidth(page), `${path} at ${width}`).toBe(width);
    const frame = await rightEdge(page, "region", "Result");
    expect(await rightEdge(page, "columnheader", "Office"), `${path} at ${width}`).toBeLessThanOrEqual(frame);
  }
}

test("the default columns fit beside the filters at every desktop width", async ({ reader: page }) => {
  for (const path of defaultColumns.slice(0, 2)) await expectColumnsToFit(page, path);
});

test("the default columns fit beside the filters of every selection", { tag: "@deep" }, async ({ page }) => {
  for (const path of defaultColumns) await expectColumnsToFit(page, path);
});

test("more columns than fit scroll in their own frame", async ({ reader: page }) => {
  const cols =
    "action_date company office category recipient_name naics_description federal_action_obligation product_or_service_code_description modification_number award_id_piid transaction_description";
  await page.goto(`/contracts?view=actions&cols=${cols.split(" ").join("&cols=")}`);
  for (const width of [1024, 1280, 1366, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await pageWidth(page), `at ${width}`).toBe(width);
    const frame = page.getByRole("region", { name: "Rows, scrolling sideways" });
    expect(await frame.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeGreaterThan(0);
    expect(await rightEdge(page, "region", /^Rows/)).toBe(await rightEdge(page, "region", "Result"));
  }
});

test("the headers of a table that fits stay below the result bar", async ({ page }) => {
  await page.goto("/contracts?fy=2026");
  await page.getByRole("link", { name: "Next" }).scrollIntoViewIfNeeded();
  await expect(header(page, "Office")).toBeInViewport();
});

const longChips = [
  "/contracts?min=100m&amount=period",
  "/contracts?min=1m&max=100m&amount=in_records",
  "/contracts?q=%22a%20phrase%20that%20goes%20on%20and%20on%20until%20no%20telephone%20holds%20it%22",
];
const phonePages = [...pageKinds, "/contracts?show=agency", "/companies/google"];

async function expectToFitPhones(page: Page, path: string) {
  await page.goto(path);
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    expect(await pageWidth(page), `${path} at ${width}`).toBe(width);
    for (const chip of await page.getByRole("link", { name: /^Remove / }).all()) {
      const box = await chip.boundingBox();
      expect(box && box.x + box.width, `${path} at ${width}`).toBeLessThanOrEqual(width);
    }
  }
}

test("long filter chips fit a phone", async ({ reader: page }) => {
  for (const path of longChips) await expectToFitPhones(page, path);
  await expect(page.getByRole("link", { name: /^Remove / })).not.toHaveCount(0);
});

test("every page fits a phone without scripts", { tag: "@deep" }, async ({ reader: page }) => {
  for (const path of phonePages) await expectToFitPhones(page, path);
});

test("a filter applied far down the page brings the results into view and keeps the focus", async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("/contracts");
  const next = page.getByRole("link", { name: "Next" });
  await next.scrollIntoViewIfNeeded();
  const choice = page.getByRole("list", { name: "Category" }).getByRole("link", { name: /^Medical/ });
  await choice.click();
  await expect(page).toHaveURL("/contracts?category=medical");
  await expect(page.getByRole("heading", { level: 1 })).toBeInViewport();
  await expect(choice).toBeFocused();
  await expect(choice).toBeInViewport();
  await page.getByRole("rowheader").nth(20).scrollIntoViewIfNeeded(); // not the last: another order has another height
  const place = await page.evaluate(() => window.scrollY);
  await page.getByRole("link", { name: "Last action" }).click();
  await expect(page).toHaveURL("/contracts?category=medical&sort=-last_action");
  expect(Math.abs((await page.evaluate(() => window.scrollY)) - place)).toBeLessThan(100);
});

test("a date applied low among the filters keeps a short result in view", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("/contracts?q=Palantir");
  await page.getByLabel("From", { exact: true }).fill("2026-07-01");
  const apply = page.getByRole("region", { name: "Dates" }).getByRole("button", { name: "Apply" });
  await apply.click();
  await expect(page).toHaveURL("/contracts?q=Palantir&from=2026-07-01");
  await expect(page.getByText(/^Rows 1–/)).toBeInViewport();
  await expect(page.getByRole("heading", { level: 1 })).toBeInViewport();
  await expect(apply).toBeFocused();
});

test("the results are two Tab stops away", async ({ page }) => {
  await page.goto("/contracts?company=palantir");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the results" })).toBeFocused();
  await expect(page.getByRole("link", { name: "Skip to the results" })).toBeInViewport();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("navigation", { name: "Agency" }).getByRole("link").first()).toBeFocused();
});

for (const [path, width, tag] of [
  ["/", 390, []],
  ["/", 1440, ["@deep"]],
  ["/?agency=7014", 1440, ["@deep"]],
  ["/?agency=7014", 390, ["@deep"]],
] as const)
  test(`names in the charts of ${path} are whole at ${width}, and charts are as high as without scripts`, {
    tag: [...tag],
  }, async ({ page, reader: plain }) => {
    // Both use the fallback font: on a busy machine the web font may load for one only, and names then wrap differently.
    for (const one of [page, plain]) {
      await one.setViewportSize({ width, height: 900 });
      await one.route(/\.woff2$/, (route) => route.abort());
    }
    await Promise.all([page.goto(path), plain.goto(path)]);
    for (const title of ["Obligations by company", "Obligations by office"]) {
      const chart = page.getByRole("figure", { name: title });
      await chart.scrollIntoViewIfNeeded();
      await expect(chart.locator(".recharts-bar-rectangle").first()).toBeVisible();
      const frame = await chart.getByRole("application").boundingBox();
      const labels = await chart.locator(".recharts-yAxis-tick-labels tspan").all();
      expect(labels.length).toBeGreaterThan(2);
      for (const label of labels) {
        const box = await label.boundingBox();
        expect((box?.x ?? 0) + (box?.width ?? 0), (await label.textContent()) ?? "").toBeLessThanOrEqual(
          (frame?.x ?? 0) + (frame?.width ?? 0),
        );
      }
      // Down to the links below the chart, which have one more button with scripts.
      const heights = await Promise.all(
        [page, plain].map(async (one) => {
          const figure = one.getByRole("figure", { name: title });
          const [whole, foot] = await Promise.all([
            figure.boundingBox(),
            figure.getByRole("link", { name: "Numbers as CSV" }).boundingBox(),
          ]);
          return (foot?.y ?? Number.NaN) - (whole?.y ?? Number.NaN);
        }),
      );
      expect(heights[0]).toBeGreaterThan(100);
      expect(Math.abs((heights[0] ?? 0) - (heights[1] ?? 0))).toBeLessThan(2);
    }
    await plain.unroute(/\.woff2$/);
  });

for (const [path, details] of [
  ["/contracts?company=palantir", {}],
  ["/contracts", { tag: "@deep" }],
  ["/contracts?show=month&fy=2025", { tag: "@deep" }],
] as const) {
  test(`on a phone the result bar stays in view and small: ${path}`, details, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(path);
    await page.getByRole("contentinfo").scrollIntoViewIfNeeded();
    const bar = page.getByRole("region", { name: "Result" });
    const box = await bar.boundingBox();
    expect(box?.height).toBeLessThanOrEqual(60);
    await expect(bar.getByText(/ · [\d,]+ contracts?$/)).toBeInViewport();
    await expect(bar.getByRole("link", { name: /^Filters/ })).toBeInViewport();
    await expect(bar.getByRole("link", { name: "See actions" })).toBeHidden();
    await bar.getByText("⋯").click();
    await expect(bar.getByText(/actions? · [\d,]+ contracts? · /)).toBeInViewport();
    await expect(bar.getByRole("link", { name: "See actions" })).toBeInViewport();
    await expect(bar.getByRole("button", { name: "Copy link" })).toBeInViewport();
    await expect(bar.getByRole("link", { name: /^Export [\d,]+ rows? \(CSV\)/ })).toBeInViewport();
  });
}

test("on a phone no amount of a table is cut", async ({ reader: page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of [
    "/contracts?show=agency",
    "/contracts?show=month&fy=2025",
    "/contracts/70CTD022FR0000170",
    "/agencies",
    "/agencies/7014/offices/70B01C?grouped=no",
  ]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const edges = await page
      .locator("table td data")
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right));
    expect(edges.length, path).toBeGreaterThan(0);
    expect(Math.max(...edges), path).toBeLessThanOrEqual(390);
  }
  await page.goto("/data");
  await page.getByText(/^Show \d+ sources$/).click();
  const sources = page.getByRole("region", { name: "Table of sources" });
  expect(await sources.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
});

test("what a phone hides from sight takes no focus", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of ["/expiring", "/contracts/70CTD022FR0000170", "/contracts", "/changes"]) {
    await page.goto(path);
    const hidden = await page
      .locator("main :is(a[href], button, input, select, summary)")
      .evaluateAll((all) =>
        all
          .filter((one) => one.checkVisibility({ visibilityProperty: true }))
          .filter((one) => one.parentElement?.closest("thead, .visually-hidden"))
          .filter((one) => {
            const head = one.closest("thead, .visually-hidden") ?? one;
            return head.getBoundingClientRect().width < 2;
          })
          .map((one) => one.outerHTML.slice(0, 120)),
      );
    expect(hidden, path).toEqual([]);
  }
});
