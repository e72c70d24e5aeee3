import type { Page } from "playwright/test";

import { axeViolations, expect, pageWidth, test } from "./journey";

const result = (page: Page) => page.getByRole("region", { name: "Result" });
const amount = (page: Page) => page.getByRole("region", { name: "Amount" });
const tallest = (page: Page) => amount(page).getByText(/^Tallest bar/);
const handle = (page: Page, name: "Minimum" | "Maximum") =>
  page.getByRole("slider", { name: `${name} amount` });
const box = (page: Page, name: "Minimum" | "Maximum") =>
  page.getByRole("textbox", { name: `${name} amount in dollars` });

/** Waits until the page has another address. */
const answered = (page: Page, address: string) =>
  expect
    .poll(async () =>
      (await page.locator('link[rel="canonical"]').getAttribute("href"))?.replace(/^https?:\/\/[^/]+/, ""),
    )
    .toBe(address);

test("two handles choose a range by keyboard, which the result and Back follow, and move nothing as they come", async ({
  page,
}) => {
  // Counts shifts of the amounts only: a table that arrives in pieces moves by itself.
  await page.addInitScript(() => {
    const shifts = window as typeof window & { shifted: number };
    shifts.shifted = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, sources } = entry as unknown as { value: number; sources: { node: Node | null }[] };
        const amount = document.querySelector('section[aria-label="Amount"]');
        if (sources.some(({ node }) => node && amount?.contains(node))) shifts.shifted += value;
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto("/contracts");
  await expect(handle(page, "Minimum")).toBeVisible();
  expect(await page.evaluate(() => (window as unknown as { shifted: number }).shifted)).toBeLessThan(0.02);
  await handle(page, "Minimum").focus();
  await page.keyboard.press("End");
  await expect(box(page, "Minimum")).toHaveValue("$1B");
  await answered(page, "/contracts?min=1000000000&amount=period");
  await expect(result(page)).toContainText("6 actions · 1 contract");
  await expect(handle(page, "Minimum")).toBeFocused();
  await page.goBack();
  await expect(box(page, "Minimum")).toHaveValue("");
  await expect(handle(page, "Minimum")).toHaveAttribute("aria-valuetext", "no limit");
});

test("without scripts there are bars and no handles", async ({ reader }) => {
  await reader.goto("/contracts?company=palantir");
  await expect(tallest(reader)).toBeVisible();
  await expect(reader.getByRole("slider")).toHaveCount(0);
});

test("the bars are of the chosen measure, before any bound", { tag: "@deep" }, async ({ page }) => {
  await page.goto("/contracts");
  await page.getByRole("combobox", { name: "Filter by" }).selectOption("single action");
  await expect(page).toHaveURL("/contracts?amount=action");
  await expect(amount(page).getByText(/^Tallest bar: 2,344 actions/)).toBeVisible();
  await page.getByRole("combobox", { name: "Filter by" }).selectOption("total per contract (this selection)");
  await expect(page).toHaveURL("/contracts");
});

test("a handle moves on while the response for its last value is pending", { tag: "@deep" }, async ({
  page,
}) => {
  await page.goto("/contracts");
  await handle(page, "Minimum").focus();
  await page.keyboard.press("End");
  await page.waitForURL(/min=/, { waitUntil: "commit" });
  for (let step = 0; step < 4; step++) await page.keyboard.press("ArrowLeft");
  await answered(page, "/contracts?min=10000000&amount=period");
  await expect(box(page, "Minimum")).toHaveValue("$10M");
  await expect(handle(page, "Minimum")).toHaveAttribute("aria-valuetext", "$10 million");
});

for (const width of [390, 320]) {
  test(`the handles are moved in the sheet at ${width} px`, { tag: "@deep" }, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.goto("/contracts?min=1m&max=2999999.99");
    await page.getByRole("link", { name: /^Filters/ }).click();
    await handle(page, "Maximum").press("ArrowRight");
    await answered(page, "/contracts?min=1000000&max=9999999.99&amount=period");
    await tallest(page).click();
    expect(await pageWidth(page)).toBe(width);
  });
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`the bars have no axe violations, ${colorScheme}`, { tag: "@deep" }, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    for (const path of ["/contracts?min=250k", "/contracts?view=actions&max=-0.01", "/contracts?min=900bn"]) {
      await page.goto(path);
      await tallest(page).click();
      expect(await axeViolations(page), path).toEqual([]);
    }
  });
}
