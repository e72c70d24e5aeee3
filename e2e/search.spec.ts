import type { Page } from "playwright/test";

import { expect, test } from "./journey";

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
