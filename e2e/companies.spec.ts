import type { Page } from "playwright/test";

import { expect, test } from "./journey";

const row = (page: Page, name: string) =>
  page.getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true }) });
const field = (page: Page) => page.getByRole("searchbox", { name: "Company or recipient name" });

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
