import type { Page } from "playwright/test";

import { allAppearances, expect, expectAccessible, test } from "./journey";

/** Searches in the box at the top of a page. */
async function search(page: Page, words: string, from: string) {
  await page.goto(from);
  const box = page.getByRole("banner").getByRole("searchbox", { name: /^Search companies/ });
  await box.fill(words);
  await box.press("Enter");
}

test("the number of a contract leads straight to it, with scripts", async ({ page }) => {
  await search(page, "70ctd0-22-f-r0000170", "/");
  await expect(page).toHaveURL("/contracts/CONT_AWD_70CTD022FR0000170_7012_GS35F0086U_4730");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    /^Palantir: INVESTIGATIVE CASE MANAGEMENT/,
  );
});

test("a recipient's name finds its company, with scripts", { tag: "@deep" }, async ({ page }) => {
  await search(page, "west publishing", "/search");
  await expect(page).toHaveURL("/search?q=west+publishing");
  const company = page.getByRole("region", { name: "Companies", exact: true }).getByRole("row").nth(1);
  await expect(company.getByRole("link", { name: "Thomson Reuters" })).toBeVisible();
  await page
    .getByRole("list", { name: "Found" })
    .getByRole("link", { name: /with these words$/ })
    .click();
  await expect(page).toHaveURL("/contracts?q=west+publishing&agency=7012&agency=7014");
});

test("searches have no axe violations in any appearance", { tag: "@deep" }, async ({ page }) => {
  test.slow();
  for (const path of ["/search", "/search?q=services", "/search?q=70CTD022", "/search?q=zzzzqq"]) {
    await page.goto(path);
    await expectAccessible(page, allAppearances);
  }
});
