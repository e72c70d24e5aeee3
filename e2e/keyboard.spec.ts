// Tasks by keyboard only. Longer walks over more pages are in keyboard-walks.spec.ts.
import type { Page } from "playwright/test";

import { expect, test } from "./journey";
import { enter, skipToContent, skipToResults, tabTo } from "./keyboard";

const result = (page: Page) => page.getByRole("region", { name: "Result" });
const filters = (page: Page) => page.getByRole("form", { name: "Filter contracts" });
const search = (page: Page) => page.getByRole("search").getByRole("combobox", { name: /^Search companies/ });

test("a reporter finds what a company got since a date", async ({ page }) => {
  await page.goto("/");
  await tabTo(page, search(page));
  await page.keyboard.type("palantir");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/companies/palantir");
  await expect(page.getByRole("heading", { level: 1, name: "Palantir" })).toBeVisible();
  await enter(page, page.getByText("Other dates", { exact: true }));
  const days = page.getByRole("form", { name: "Other dates" });
  await tabTo(page, days.getByLabel("From"));
  await page.keyboard.type("01012025");
  await tabTo(page, days.getByLabel("through"));
  await page.keyboard.type("12312025");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/companies/palantir?from=2025-01-01&to=2025-12-31");
  await expect(page.getByRole("main")).toContainText(
    "$81,098,690.32 obligated (net), 7 actions on 1 contract",
  );
});

test("a reporter finds the contracts over $50 million that an office signed", async ({ page }) => {
  await page.goto("/contracts");
  await skipToContent(page);
  await tabTo(page, filters(page).getByLabel("Minimum amount in dollars"));
  await page.keyboard.type("50m");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/min=50/);
  await enter(page, filters(page).getByRole("link", { name: /Dallas(?! \(HSC)/ }), 300);
  await expect(page).toHaveURL("/contracts?office=70CMSD&min=50000000&amount=period");
  await expect(result(page)).toContainText("2 contracts");
});

test("a reporter finds what was taken back last month", async ({ page }) => {
  await page.goto("/");
  await tabTo(page, page.getByRole("main").getByRole("link", { name: "Taken back in July 2026" }), 300);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/sign=neg/);
  await expect(result(page)).toContainText("−$6,033,538.06 obligated (net)");
});

test("a reporter finds whose awards name Microsoft", async ({ page }) => {
  await page.goto("/");
  await tabTo(page, search(page));
  await page.keyboard.type("microsoft");
  const brand = page.getByRole("option", { name: /^Microsoft.*Brand/ });
  // Suggestions for the last letters can still arrive, and then begin at the first one.
  await expect(async () => {
    await page.keyboard.press("ArrowDown");
    await expect(brand).toHaveAttribute("aria-selected", "true", { timeout: 300 });
  }).toPass();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/brands/microsoft");
  const holders = page.getByRole("figure", { name: "Obligations by company" });
  await expect(holders.getByRole("link", { name: /^Dell: .* net \$97,538,944\.08$/ })).toBeAttached();
  await expect(holders.getByRole("link", { name: /^Procentrix: .* net \$13,259,235\.38$/ })).toBeAttached();
  await enter(page, holders.getByRole("link", { name: "Dell" }).first());
  await expect(page.getByRole("main")).toContainText("Dell");
});

test("a reporter downloads an office’s actions of a fiscal year", async ({ page }) => {
  await page.goto("/contracts?view=actions&fy=2025");
  await skipToContent(page);
  await enter(page, filters(page).getByRole("link", { name: /Dallas(?! \(HSC)/ }), 300);
  await expect(page).toHaveURL("/contracts?view=actions&office=70CMSD&fy=2025");
  await tabTo(page, result(page).getByRole("link", { name: /^Export/ }));
  const download = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  expect((await download).suggestedFilename()).toMatch(/70CMSD.*\.csv$/i);
});

test("a row opens beside the list and leads to its contract", async ({ page }) => {
  await page.goto("/contracts?company=palantir");
  await skipToResults(page);
  await enter(page, page.getByRole("link", { name: "Details of 70CTD022FR0000170, Palantir" }));
  const panel = page.getByRole("dialog", { name: "70CTD022FR0000170, Palantir" });
  await expect(panel).toContainText("$150,703,824.61");
  await enter(page, panel.getByRole("link", { name: "The contract’s page" }));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    /^Palantir: INVESTIGATIVE CASE MANAGEMENT/,
  );
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("the menu opens, and closes after its link is followed", async ({ page }) => {
    await page.goto("/");
    const menu = page.getByRole("banner").getByText("Menu", { exact: true });
    const agencies = page
      .getByRole("navigation", { name: "Main" })
      .getByRole("link", { name: "Agencies", exact: true });
    await enter(page, menu);
    await enter(page, agencies);
    await expect(page).toHaveURL("/agencies");
    await expect(agencies).toBeHidden();
    await expect(page.getByRole("main")).toBeFocused();
  });

  test("filters are chosen in their sheet, one is cleared, and the results are shown", async ({ page }) => {
    await page.goto("/contracts?company=palantir");
    const sheet = page.getByRole("dialog", { name: /^Filters/ });
    await skipToResults(page);
    await enter(page, page.getByRole("link", { name: "Filters (1)" }));
    await tabTo(page, sheet.getByLabel("From"));
    await page.keyboard.type("01012025");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL("/contracts?company=palantir&from=2025-01-01");
    await enter(page, sheet.getByRole("link", { name: "Clear all" }));
    await expect(page).toHaveURL("/contracts");
    await expect(sheet.locator(":focus")).toHaveCount(1); // focus stays in the sheet after the link is gone
    const choice = sheet.getByRole("list", { name: "Company" }).getByRole("link", { name: /^CoreCivic/ });
    await expect(choice).toHaveAttribute("href", "/contracts?company=corecivic"); // of the cleared filters
    await enter(page, choice);
    await enter(page, sheet.getByRole("button", { name: "Show 51 contracts" }));
    await expect(sheet).toHaveCount(0);
    await expect(page.getByRole("link", { name: "Filters (1)" })).toBeFocused();
    await expect(result(page)).toContainText("309 actions · 51 contracts");
  });
});
