import type { Page } from "playwright/test";

import { axeViolations, expect, test } from "./journey";

/** Searches in the box at the top of a page. */
async function search(page: Page, words: string, from: string) {
  await page.goto(from);
  const box = page.getByRole("banner").getByRole("combobox", { name: /^Search companies/ });
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

test("the search box suggests by keyboard and leads to what is chosen, without axe violations", async ({
  page,
}) => {
  await page.goto("/contracts?agency=7014");
  await page.keyboard.press("/");
  const box = page.getByRole("banner").getByRole("combobox", { name: /^Search companies/ });
  await expect(box).toBeFocused();
  await page.keyboard.type("west publ");
  const options = page.getByRole("listbox", { name: "Suggestions" }).getByRole("option");
  await expect(options.first()).toContainText("Thomson Reuters");
  await expect(options.nth(1)).toContainText("$160");
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press("ArrowDown");
  await expect(box).toHaveAttribute(
    "aria-activedescendant",
    (await options.first().getAttribute("id")) ?? "",
  );
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/companies/thomson-reuters?agency=7014");
});

test("the filter of companies completes a misspelled name, by pointer", async ({ page }) => {
  await page.goto("/contracts?fy=2025");
  await page.getByRole("combobox", { name: /^Another company/ }).fill("palantr");
  await page.getByRole("option", { name: /^Palantir/ }).click();
  await expect(page).toHaveURL("/contracts?fy=2025&company=palantir");
});
