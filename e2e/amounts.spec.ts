import type { Page } from "playwright/test";

import { expect, pageWidth, test } from "./journey";

const result = (page: Page) => page.getByRole("region", { name: "Result" });
const amount = (page: Page) => page.getByRole("region", { name: "Amount" });
const tallest = (page: Page) => amount(page).getByText(/bar shortened\)$|^Tallest bar/);
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

test("the handles are moved in the sheet on the narrowest phone", { tag: "@deep" }, async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 844 });
  await page.goto("/contracts?min=1m&max=2999999.99");
  await page.getByRole("link", { name: /^Filters/ }).click();
  await handle(page, "Maximum").press("ArrowRight");
  await answered(page, "/contracts?min=1000000&max=9999999.99&amount=period");
  await tallest(page).click();
  expect(await pageWidth(page)).toBe(320);
});
