import type { Page } from "playwright/test";

import { expect, pageWidth, test } from "./journey";

// What the workbench says is in e2e/http/workbench.test.ts.
const result = (page: Page) => page.getByRole("region", { name: "Result" });
const dataRows = (page: Page) => page.getByRole("table").locator("tbody").getByRole("row");
const header = (page: Page, name: string) => page.getByRole("columnheader", { name });

test("amounts can be typed as people write them", async ({ page }) => {
  await page.goto("/contracts?company=palantir");
  const least = page.getByRole("textbox", { name: "Minimum amount in dollars" });
  await least.fill("1.5m");
  await page.getByRole("textbox", { name: "Maximum amount in dollars" }).fill("$50 million");
  await page.getByRole("combobox", { name: "Filter by" }).selectOption("single action");
  await expect(result(page)).toContainText("18 actions · 5 contracts");
  await expect(result(page).getByTitle("$230,815,624.97").first()).toBeVisible();
  await expect(least).toHaveValue("$1.5M");
  await page.getByRole("link", { name: /^Remove At least/ }).click();
  await expect(least).toHaveValue("");
  await expect(page.getByRole("textbox", { name: "Maximum amount in dollars" })).toHaveValue("$50M");
});

test("headers sort, a second press reverses, and Back undoes both", async ({ page }) => {
  await page.goto("/contracts?company=palantir");
  await expect(header(page, "Obligated by matching actions")).toHaveAttribute("aria-sort", "descending");
  await page.getByRole("link", { name: "Last action" }).click();
  await expect(page).toHaveURL("/contracts?company=palantir&sort=-last_action");
  await expect(header(page, "Last action")).toHaveAttribute("aria-sort", "descending");
  await expect(dataRows(page).first()).toContainText("2026-08-19");
  await page.getByRole("link", { name: "Last action" }).click();
  await expect(header(page, "Last action")).toHaveAttribute("aria-sort", "ascending");
  await expect(dataRows(page).last()).toContainText("2026-08-19");
  await page.goBack();
  await page.goBack();
  await expect(header(page, "Obligated by matching actions")).toHaveAttribute("aria-sort", "descending");
  await expect(dataRows(page).first()).toContainText("70CTD022FR0000170");
});

test("the address can be copied, without its empty parameters", async ({ page, context, baseURL }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/contracts?fy=2025&min=");
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByText("✓ copied")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${baseURL}/contracts?fy=2025`);
});

test("a view names the known problems that touch it, each with a link to its details", async ({
  reader: page,
}) => {
  await page.goto("/contracts?fy=2022");
  await page.getByText(/Notes \(\d+\)/).click();
  await page
    .getByRole("main")
    .getByRole("link", { name: /have no award key$/ })
    .click();
  await expect(page).toHaveURL("/data#problem-keyless-ice");
  const title = "2,410 ICE actions of FY2022 and FY2023 have no award key";
  await expect(page.getByRole("heading", { name: title })).toBeInViewport();
});

test("a search by keyboard keeps the focus, and a choice below it too", async ({ page }) => {
  await page.goto("/contracts");
  await page.getByRole("searchbox", { name: /^Words in description/ }).focus();
  await page.keyboard.type("palantir");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=palantir/);
  await expect(page.getByRole("searchbox", { name: /^Words in description/ })).toBeFocused();
  const facet = page.getByRole("list", { name: "Company" }).getByRole("link", { name: /^Palantir/ });
  for (let step = 0; step < 80; step++) {
    await page.keyboard.press("Tab");
    if (await facet.evaluate((link) => link === document.activeElement)) break;
  }
  await expect(facet).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/contracts?q=palantir&company=palantir");
  await expect(facet).toBeFocused();
});

test("the open filters fit a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of ["/contracts?company=palantir", "/contracts?view=actions&company=palantir&min=bad"]) {
    await page.goto(path);
    await page.getByRole("link", { name: /^Filters/ }).click();
    await expect(page.getByRole("textbox", { name: "Minimum amount in dollars" })).toBeVisible();
    expect(await pageWidth(page), path).toBe(390);
  }
});
