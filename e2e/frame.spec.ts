import type { Page } from "playwright/test";

import { expect, test } from "./journey";

const ground = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const dark = "rgb(20, 22, 27)";
const light = "rgb(255, 255, 255)";

test("a chosen color scheme is remembered on every page until it is taken back", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/brands");
  expect(await ground(page)).toBe(light);
  await page.getByLabel("Colors").selectOption("Dark");
  expect(await ground(page)).toBe(dark);
  await page.getByRole("link", { name: "Agencies", exact: true }).click();
  await expect(page).toHaveURL("/agencies");
  expect(await ground(page)).toBe(dark);
  await page.reload();
  expect(await ground(page)).toBe(dark);
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.getByLabel("Colors")).toHaveValue("dark");
  await page.getByLabel("Colors").selectOption("System");
  expect(await ground(page)).toBe(light);
  expect(await page.context().cookies()).toEqual([]);
});

test("on a phone the menu works without scripts", async ({ reader: page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/method/style");
  const agencies = page
    .getByRole("navigation", { name: "Main" })
    .getByRole("link", { name: "Agencies", exact: true });
  await expect(agencies).toBeHidden();
  await page.getByText("Menu", { exact: true }).click();
  await agencies.click();
  await expect(page).toHaveURL("/agencies");
  await expect(agencies).toBeHidden();
});

test("every font comes from this site, and none is missing", async ({ page, baseURL }) => {
  const requested: string[] = [];
  page.on("response", (response) => requested.push(`${response.status()} ${response.url()}`));
  await page.goto("/");
  await page.evaluate(() => document.fonts.ready);
  expect(requested.filter((line) => line.includes(".woff2")).length).toBeGreaterThan(0);
  expect(requested.filter((line) => !line.startsWith(`200 ${baseURL}/`))).toEqual([]);
});
