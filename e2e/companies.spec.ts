import type { Page } from "playwright/test";

import { allAppearances, expect, expectAccessible, test } from "./journey";

const row = (page: Page, name: string) =>
  page.getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true }) });
const field = (page: Page) => page.getByRole("searchbox", { name: "Company or recipient named" });

test("the list follows what is typed, keeps the focus and says how many there are", async ({ page }) => {
  await page.goto("/companies?fy=2025");
  await field(page).click();
  await page.keyboard.type("west publ");
  await expect(page).toHaveURL("/companies?fy=2025&name=west+publ");
  await expect(page.getByRole("status").filter({ hasText: "named" })).toHaveText(
    /^1 of [\d,]+ companies named “west publ”$/,
  );
  await expect(row(page, "Thomson Reuters")).toBeVisible();
  await expect(field(page)).toBeFocused();
  await page.keyboard.type("ishing");
  await expect(page).toHaveURL("/companies?fy=2025&name=west+publishing");
  await expect(field(page)).toHaveValue("west publishing");
  await page.getByRole("navigation", { name: "Agency" }).getByRole("link", { name: "Both" }).click();
  await expect(page).toHaveURL("/companies?agency=7012&agency=7014&fy=2025&name=west+publishing");
  await field(page).fill("");
  await expect(page).toHaveURL("/companies?agency=7012&agency=7014&fy=2025");
});

test("from A to Z, a letter leads to the row where it begins", { tag: "@deep" }, async ({ page }) => {
  await page.goto("/companies?sort=company");
  await page
    .getByRole("navigation", { name: "Letters" })
    .getByRole("link", { name: "P", exact: true })
    .click();
  await expect(page).toHaveURL(/\/companies\?sort=company&page=\d+#P$/);
  await expect(page.locator("#P")).toBeInViewport();
});

test("lists from A to Z, as recorded and of nothing have no axe violations and fit every window", {
  tag: "@deep",
}, async ({ page }) => {
  const errors: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  for (const path of ["/companies?sort=company&grouped=no&name=a&size=25", "/companies?fy=2019&name=geo"]) {
    await page.goto(path);
    await expectAccessible(page, allAppearances);
  }
  expect(errors).toEqual([]);
});
