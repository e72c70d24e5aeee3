import { expect, type Page, test } from "playwright/test";

import { enter, tabTo } from "./keyboard";

const result = (page: Page) => page.getByRole("region", { name: "Result" });
const search = (page: Page) => page.getByRole("search").getByRole("searchbox", { name: /^Search companies/ });

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

test("a contract’s number leads to its raw record and to the vehicle that it is under", async ({ page }) => {
  await page.goto("/");
  await tabTo(page, search(page));
  await page.keyboard.type("70ctd0-22-f-r0000170");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("70CTD022FR0000170, Palantir");
  const vehicle = page.getByRole("main").getByRole("link", { name: "About this vehicle" });
  await enter(page, page.getByText("Show the raw record of 16 actions"));
  const raw = page.getByRole("region", { name: "Raw record" });
  await expect(raw.getByRole("row").filter({ hasText: "P00010" })).toContainText("-18000.00");
  await page.keyboard.press("Tab");
  await expect(raw).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => raw.evaluate((one) => one.scrollLeft)).toBeGreaterThan(0);
  await enter(page, vehicle);
  await expect(page).toHaveURL(/\/vehicles\/GS35F0086U/);
  await expect(page.getByRole("main")).toContainText("$170,143,081.98");
});

test("a number of two contracts is a choice between them", async ({ page }) => {
  await page.goto(`http://127.0.0.1:${Number(process.env.E2E_PORT ?? 3187) + 1}/contracts/70CDCR25F00000008`);
  await enter(page, page.getByRole("main").getByRole("row").filter({ hasText: "TWO INC" }).getByRole("link"));
  await expect(page).toHaveURL(/\/contracts\/CONT_AWD_70CDCR25F00000008_7012_GS35F0119Y_4730$/);
  await expect(page.getByRole("main")).toContainText("$20.00");
});

test("companies of one year, from A to Z and as recorded", async ({ page }) => {
  await page.goto("/companies");
  const choose = (label: string, name: string) =>
    enter(page, page.getByRole("navigation", { name: label }).getByRole("link", { name, exact: true }));
  await choose("Fiscal year", "FY2025");
  await expect(page).toHaveURL("/companies?fy=2025");
  await expect(page.getByRole("main").getByRole("link", { name: "$3,988,661,487.38" })).toBeVisible();
  await choose("Order", "A–Z");
  await expect(page).toHaveURL("/companies?fy=2025&sort=company");
  await choose("Recipients", "As recorded");
  await expect(page).toHaveURL("/companies?grouped=no&fy=2025&sort=company");
  await choose("Letters", "T");
  await expect(page).toHaveURL(/page=\d+#T$/);
  const first = page.locator("#T");
  await expect(first).toBeFocused();
  await tabTo(page, first.getByRole("rowheader").getByRole("link"), 2);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/contracts\?recipient=T.*&grouped=no$/);
  await expect(result(page)).toContainText("1 recipient");
});

test("what went to a subsidiary alone is told apart on its company’s page", async ({ page }) => {
  await page.goto("/companies/google");
  await enter(page, page.getByRole("link", { name: "Skip to the content" }));
  await enter(page, page.getByRole("main").getByRole("link", { name: "as recorded" }));
  await expect(page).toHaveURL("/companies/google?grouped=no");
  await expect(page.getByRole("main")).toContainText("No action here is with Google itself");
});

test("a brand is found in the list, and the actions that name it opened", async ({ page }) => {
  await page.goto("/brands");
  await enter(page, page.getByRole("main").getByRole("link", { name: "By name" }));
  await expect(page).toHaveURL("/brands?sort=name");
  const cisco = page
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: "Cisco", exact: true }) });
  await enter(page, cisco.getByRole("rowheader").getByRole("link"), 250);
  await expect(page).toHaveURL("/brands/cisco");
  await enter(page, page.getByRole("definition").first().getByRole("link"));
  await expect(page).toHaveURL("/contracts?brand=cisco");
  await expect(result(page)).toContainText("$56,343,525.58 obligated (net)");
});

test("an agency’s period, then one of its offices and what that signed", async ({ page }) => {
  await page.goto("/agencies/7012");
  await enter(page, page.getByRole("link", { name: "Skip to the content" }));
  await enter(page, page.getByRole("navigation", { name: "Period" }).getByRole("link", { name: "FY2025" }));
  await expect(page).toHaveURL("/agencies/7012?fy=2025");
  await page.goto("/agencies");
  await enter(page, page.getByRole("main").getByRole("link", { name: /^Detention Compliance and Removals/ }));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Detention Compliance and Removals");
  await enter(page, page.getByRole("main").getByRole("link", { name: "$5,161,787,020.82" }).first());
  await expect(page).toHaveURL("/contracts?office=70CDCR&fy=2026");
  await expect(result(page)).toContainText("$5,161,787,020.82 obligated (net)");
});

test("what was obligated under one kind of vehicle", async ({ page }) => {
  await page.goto("/vehicles");
  await enter(page, page.getByRole("link", { name: "Skip to the content" }));
  const kind = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: /^DHS-wide/ }) });
  await enter(page, kind.getByRole("link", { name: "$987,723,952.72" }));
  await expect(page).toHaveURL("/contracts?vehicle_agency=7001");
  await expect(result(page)).toContainText("$987,723,952.72 obligated (net)");
});

test("the method, and the part of the page that says how rows are accounted for", async ({ page }) => {
  await page.goto("/method");
  await expect(page).toHaveURL("/data#method");
  const contents = page.getByRole("navigation", { name: "On this page" });
  await enter(page, page.getByRole("link", { name: "Skip to the content" }));
  await enter(page, contents.getByRole("link", { name: "Every row accounted for" }));
  await expect(page).toHaveURL("/data#accounts");
  const accounts = page.getByRole("region", { name: "Row accounts by file" });
  await expect(page.getByRole("heading", { name: "Every row accounted for" })).toBeInViewport();
  await page.keyboard.press("Tab");
  await expect(accounts).toBeFocused();
  await expect(accounts.getByRole("row").last()).toContainText("62,963");
});

test("an address that names nothing leads back to the contracts", async ({ page }) => {
  await page.goto("/contracts/no-such-contract");
  await enter(page, page.getByRole("link", { name: "Skip to the content" }));
  await enter(page, page.getByRole("main").getByRole("link", { name: "all contracts" }));
  await expect(result(page)).toContainText("12,245 contracts");
});

test.describe("on a telephone with a keyboard", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("the menu is unfolded, and folds behind who leaves by it", async ({ page }) => {
    await page.goto("/");
    const menu = page.getByRole("banner").getByText("Menu", { exact: true });
    const vehicles = page
      .getByRole("navigation", { name: "Main" })
      .getByRole("link", { name: "Vehicles", exact: true });
    await enter(page, menu);
    await enter(page, vehicles);
    await expect(page).toHaveURL("/vehicles");
    await expect(vehicles).toBeHidden();
    await expect(page.getByRole("main")).toBeFocused();
  });

  test("filters are chosen in their sheet, one cleared, and the results shown", async ({ page }) => {
    await page.goto("/contracts?company=palantir");
    const sheet = page.getByRole("dialog", { name: /^Filters/ });
    await enter(page, page.getByRole("link", { name: "Skip to the results" }));
    await enter(page, page.getByRole("link", { name: "Filters (1)" }));
    await tabTo(page, sheet.getByLabel("From"));
    await page.keyboard.type("01012025");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL("/contracts?company=palantir&from=2025-01-01");
    await enter(page, sheet.getByRole("link", { name: "Clear all" }));
    await expect(page).toHaveURL("/contracts");
    await expect(sheet.locator(":focus")).toHaveCount(1); // still in the sheet, though the link is gone
    await enter(page, sheet.getByRole("list", { name: "Company" }).getByRole("link", { name: /^CoreCivic/ }));
    await enter(page, sheet.getByRole("button", { name: "Show 51 contracts" }));
    await expect(sheet).toHaveCount(0);
    await expect(page.getByRole("link", { name: "Filters (1)" })).toBeFocused();
    await expect(result(page)).toContainText("309 actions · 51 contracts");
  });
});
