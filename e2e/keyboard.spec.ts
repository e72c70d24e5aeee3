import { expect, type Page, test } from "playwright/test";

import { enter, tabTo } from "./keyboard";

const result = (page: Page) => page.getByRole("region", { name: "Result" });
const filters = (page: Page) => page.getByRole("form", { name: "Filter contracts" });
const search = (page: Page) => page.getByRole("search").getByRole("searchbox", { name: /^Search companies/ });

test("what was obligated to a company since a date", async ({ page }) => {
  await page.goto("/");
  await tabTo(page, search(page));
  await page.keyboard.type("palantir");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/search?q=palantir");
  await enter(page, page.getByRole("main").getByRole("link", { name: "Palantir", exact: true }).first());
  await expect(page.getByRole("heading", { level: 1, name: "Palantir" })).toBeVisible();
  const days = page.getByRole("form", { name: "Sum between two days" });
  await tabTo(page, days.getByLabel("Obligated from"));
  await page.keyboard.type("01012025");
  await tabTo(page, days.getByLabel("through"));
  await page.keyboard.type("12312025");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/contracts?company=palantir&from=2025-01-01&to=2025-12-31");
  await expect(result(page)).toContainText("$81,098,690.32 obligated (net)");
});

test("the contracts above $50 million that the office in Dallas signed", async ({ page }) => {
  await page.goto("/contracts");
  await enter(page, page.getByRole("link", { name: "Skip to the content" }));
  await tabTo(page, filters(page).getByLabel("Least amount in dollars"));
  await page.keyboard.type("50m");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/min=50/);
  await enter(page, filters(page).getByRole("link", { name: /Dallas/ }));
  await expect(page).toHaveURL("/contracts?office=70CMSD&min=50000000&amount=period");
  await expect(result(page)).toContainText("2 contracts");
});

test("what was taken back last month", async ({ page }) => {
  await page.goto("/");
  await enter(page, page.getByRole("main").getByRole("link", { name: "Taken back in July 2026" }));
  await expect(page).toHaveURL(/sign=neg/);
  await expect(result(page)).toContainText("−$6,033,538.06 obligated (net)");
});

test("which companies’ awards name Microsoft", async ({ page }) => {
  await page.goto("/");
  await tabTo(page, search(page));
  await page.keyboard.type("microsoft");
  await page.keyboard.press("Enter");
  await enter(page, page.getByRole("main").getByRole("link", { name: "Microsoft", exact: true }).last());
  await expect(page).toHaveURL("/brands/microsoft");
  const holders = page.getByRole("figure", { name: "Who holds the awards that name it?" });
  await expect(holders.getByRole("listitem").filter({ hasText: "Dell" })).toContainText("$97,312,088.24");
  await expect(holders.getByRole("listitem").filter({ hasText: "Procentrix" })).toContainText(
    "$13,259,235.38",
  );
  await enter(page, holders.getByRole("link", { name: "Dell" }).first());
  await expect(page.getByRole("main")).toContainText("Dell");
});

test("one office’s actions of a fiscal year as a file", async ({ page }) => {
  await page.goto("/contracts?view=actions&fy=2025");
  await enter(page, page.getByRole("link", { name: "Skip to the content" }));
  await enter(page, filters(page).getByRole("link", { name: /Dallas/ }));
  await expect(page).toHaveURL("/contracts?view=actions&office=70CMSD&fy=2025");
  await tabTo(page, result(page).getByRole("link", { name: /^Export/ }));
  const download = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  expect((await download).suggestedFilename()).toMatch(/70CMSD.*\.csv$/i);
});

test("a filter is taken away, the order turned and the next page opened", async ({ page }) => {
  await page.goto("/contracts?company=geo-group&fy=2025&view=actions");
  await enter(page, page.getByRole("link", { name: "Skip to the results" }));
  await enter(page, page.getByRole("link", { name: "Remove Fiscal year: FY2025" }));
  await expect(page).toHaveURL("/contracts?view=actions&company=geo-group");
  await enter(page, page.getByRole("columnheader", { name: "Obligated by the action" }).getByRole("link"));
  await expect(page.getByRole("columnheader", { name: "Obligated by the action" })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  await enter(
    page,
    page.getByRole("navigation", { name: /^Pages/ }).getByRole("link", { name: /Next/ }),
    400,
  );
  await expect(page).toHaveURL(/page=2/);
});

test("what is empty is widened again", async ({ page }) => {
  await page.goto("/contracts?company=palantir&view=actions&min=100m");
  const way = page.getByRole("main").getByRole("link", { name: "without the amount filter" });
  await expect(way).toBeVisible();
  await enter(page, page.getByRole("link", { name: "Skip to the results" }));
  await enter(page, way);
  await expect(result(page)).toContainText("39 actions");
});

test("a company is found in the list, and one of its contracts opened", async ({ page }) => {
  await page.goto("/companies");
  await tabTo(page, page.getByRole("searchbox", { name: "Company or recipient named" }));
  await page.keyboard.type("corecivic");
  await expect(page).toHaveURL(/name=corecivic/);
  await enter(page, page.getByRole("table").getByRole("link", { name: "CoreCivic", exact: true }));
  await expect(page.getByRole("heading", { level: 1, name: "CoreCivic" })).toBeVisible();
  const list = page.getByRole("region", { name: /recently active first/ }).first();
  await enter(page, list.getByRole("link", { name: /^70/ }).first());
  await expect(page).toHaveURL(/^[^?]*\/contracts\/CONT_AWD_/);
  const official = page.getByRole("link", { name: /at USAspending\.gov$/ }).first();
  await tabTo(page, official);
  await expect(official).toHaveAttribute("href", /^https:\/\/www\.usaspending\.gov\/award\//);
});

test("a figure that was published is found with the action behind it", async ({ page }) => {
  await page.goto("/");
  await enter(
    page,
    page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Find a figure" }),
  );
  await tabTo(page, page.getByRole("textbox", { name: "Figure as it was written" }));
  await page.keyboard.type("29.8M");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/^[^?]*\/find\?amount=29\.8M/);
  await enter(page, page.getByRole("link", { name: "$29,898,236.00" }).first());
  await expect(result(page)).toContainText("$29,898,236.00");
});

test("a vehicle is narrowed to by words, and its orders opened", async ({ page }) => {
  await page.goto("/vehicles");
  await tabTo(page, page.getByRole("searchbox", { name: "Number, programme, agency or company" }));
  await page.keyboard.type("palantir");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/name=palantir/);
  const rows = page.getByRole("region", { name: "Table of vehicles" });
  await enter(page, rows.getByRole("rowheader").getByRole("link").first());
  await expect(page).toHaveURL(/\/vehicles\/[A-Z0-9]+/);
  await enter(page, page.getByRole("main").getByRole("link", { name: /^70/ }).first());
  await expect(page).toHaveURL(/\/contracts\/CONT_AWD_/);
});

test("the colours and the other agency are chosen", async ({ page }) => {
  await page.goto("/agencies");
  await tabTo(page, page.getByLabel("Colours"));
  await page.keyboard.press("End");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await enter(
    page,
    page.getByRole("heading", { name: "U.S. Customs and Border Protection" }).getByRole("link"),
    400,
  );
  await expect(page).toHaveURL("/agencies/7014");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});
