import type { Page } from "playwright/test";

import { axeViolations, expect, test } from "./journey";

const term = (page: Page) =>
  page.getByRole("region", { name: "Result" }).getByRole("button", { name: "obligated" });
const entry = (page: Page) => page.getByRole("complementary", { name: "Obligated" });

test("a term opens its explanation by mouse and by keyboard, and returns the focus", async ({ page }) => {
  await page.goto("/contracts?company=palantir");
  await expect(entry(page)).toBeHidden();
  await term(page).click();
  await expect(entry(page)).toContainText("It is not a payment");
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(entry(page)).toBeHidden();
  await term(page).focus();
  await page.keyboard.press("Enter");
  await expect(entry(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(term(page)).toBeFocused();
});

test("without scripts a term opens too, and leads to all terms", async ({ reader: page }) => {
  await page.goto("/contracts?company=palantir");
  await term(page).click();
  await entry(page).getByRole("link", { name: "All terms" }).click();
  await expect(page).toHaveURL("/method#obligated");
  await expect(page.locator("#obligated")).toContainText("commits the government to pay");
});
