import type { Page } from "playwright/test";

import { expect, expectAccessible, test, twoAppearances } from "./journey";

/** The figures are from a count of the record files by a program of its own. */

const kinds = (page: Page) => page.getByRole("region", { name: "Table of kinds of vehicle" });
const kind = (page: Page, name: string) =>
  kinds(page)
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: new RegExp(`^${name}`) }) });
const vehicles = (page: Page) => page.getByRole("region", { name: "Table of vehicles" });

test("kinds of vehicle, no vehicle and not reported add up to all of ICE", async ({ reader: page }) => {
  await page.goto("/vehicles");
  await expect(kind(page, "ICE’s own")).toContainText("$11,212,970,428.76");
  await expect(kind(page, "NASA SEWP")).toContainText("$188,677,601.42");
  await expect(kind(page, "No vehicle")).toContainText("2,573");
  await expect(kind(page, "No vehicle")).toContainText("$3,125,788,814.10");
  await expect(kind(page, "Not reported")).toContainText("−$16,129,670.79");
  await expect(kind(page, "All contracts")).toContainText("$22,474,332,130.39");
  const nets = await kinds(page)
    .locator("td[data-label='Obligated (net)'] data")
    .evaluateAll((found) => found.map((data) => Math.round(Number((data as HTMLDataElement).value) * 100)));
  const whole = nets.pop();
  expect(nets.reduce((sum, cents) => sum + cents, 0)).toBe(whole);
});

test("a kind's figure links to its records, or to its vehicles where its agency has other kinds", async ({
  reader: page,
}) => {
  await page.goto("/vehicles");
  const links = [
    ["DHS-wide", "$987,723,952.72", "/contracts?vehicle_agency=7001"],
    ["Not reported", "$16,129,670.79", "/contracts?vehicle=unreported"],
    ["GSA schedule", "$3,072,248,546.10", "/vehicles?kind=schedule"],
  ] as const;
  for (const [name, net, address] of links)
    await expect(kind(page, name).getByRole("link", { name: net })).toHaveAttribute("href", address);
  for (const [, net, address] of links) {
    await page.goto(address);
    await expect(page.getByText(net).first()).toBeVisible();
  }
  await expect(page.getByRole("heading", { level: 2, name: "GSA schedule" })).toBeVisible();
  await expect(page.getByText("606 vehicles of 1,516")).toBeVisible();
  await vehicles(page).getByRole("link", { name: "$170,143,081.98" }).click();
  await expect(page).toHaveURL("/contracts?vehicle=GS35F0086U&vehicle_agency=4730");
  await expect(page.getByText("$170,143,081.98").first()).toBeVisible();
});

test("a form finds vehicles by words and kind", async ({ reader: page }) => {
  await page.goto("/vehicles?agency=7014");
  await page
    .getByRole("searchbox", { name: "Number, programme, agency or company" })
    .fill("eagle ii deloitte");
  await page.getByRole("combobox", { name: "Kind" }).selectOption("DHS-wide");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL("/vehicles?agency=7014&name=eagle+ii+deloitte&kind=dhs");
  const rows = vehicles(page).locator("tbody").getByRole("row");
  await expect(rows).not.toHaveCount(0);
  for (const row of await rows.all()) await expect(row).toContainText("EAGLE II");
  await page.getByRole("link", { name: "Show all vehicles" }).click();
  await expect(page).toHaveURL("/vehicles?agency=7014");
});

test("links sort and page the list of vehicles, and it says when it is empty", async ({ reader: page }) => {
  await page.goto("/vehicles?page=31");
  await expect(vehicles(page).locator("tbody").getByRole("row")).toHaveCount(16);
  await vehicles(page).getByRole("link", { name: "Orders" }).click();
  await expect(page).toHaveURL("/vehicles?sort=orders");
  await expect(vehicles(page).getByRole("columnheader", { name: "Orders" })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  const orders = (await vehicles(page).locator("td[data-label='Orders']").allInnerTexts()).map((text) =>
    Number.parseInt(text.replaceAll(",", ""), 10),
  );
  expect(orders).toHaveLength(50);
  expect(orders).toEqual(orders.toSorted((one, other) => other - one));
  await page.goto("/vehicles?page=400");
  await expect(page.getByText("The list ends before this page.")).toBeVisible();
  await page.goto("/vehicles?name=zzz-no-such");
  await expect(page.getByText("No vehicle in these records fits.")).toBeVisible();
});

test("the list of vehicles names parameters that it cannot read, and shows its figures", async ({
  reader: page,
}) => {
  await page.goto("/vehicles?kind=sewp&fy=2024&color=blue");
  const notice = page.getByRole("complementary", { name: /could not be understood/ });
  await expect(notice).toContainText("kind must be one of schedule");
  await expect(notice).toContainText("fy works on the list of contracts, not here");
  await expect(notice).toContainText("color is not a parameter");
  await expect(kind(page, "All contracts")).toContainText("$22,474,332,130.39");
});

test("a vehicle states what it is, its orders and its years, which link to their records", async ({
  reader: page,
}) => {
  await page.goto("/vehicles/GS35F0086U");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("GS35F0086U");
  await expect(
    page.getByText("GSA schedule: the agreement’s agency is GSA Federal Acquisition Service (4730)."),
  ).toBeVisible();
  const figures = page.locator("dl").first();
  await expect(figures).toContainText("Obligated on its orders (net)$170,143,081.98");
  await expect(figures).toContainText("Taken back−$1,474,838.31");
  await expect(figures).toContainText("Orders4");
  const orders = page.getByRole("region", { name: "Table of orders" });
  await expect(orders.locator("tbody").getByRole("row")).toHaveCount(4);
  // A description runs on as one text.
  const pieces = page.locator("td[data-label='Latest description'] > span > span");
  const displays = await pieces.evaluateAll((all) => all.map((piece) => getComputedStyle(piece).display));
  expect(displays.length).toBeGreaterThan(0);
  expect(displays.filter((display) => !display.startsWith("inline"))).toEqual([]);

  const years = page.getByRole("figure", { name: "In which fiscal year was it obligated?" });
  await years.getByText("Numbers as a table").click();
  await expect(years.getByRole("row").filter({ hasText: "FY2025" })).toContainText("$81,098,690.32");
  await years.getByRole("link", { name: "FY2025" }).click();
  await expect(page).toHaveURL("/contracts?fy=2025&vehicle=GS35F0086U");
  await expect(page.getByText("$81,098,690.32").first()).toBeVisible();
});

test("a vehicle without an order of the agency says so, and shows the other agency's", async ({
  reader: page,
}) => {
  await page.goto("/vehicles/70B04C20A00000015");
  await expect(page.getByRole("complementary", { name: /^These records hold no order of/ })).toBeVisible();
  await page.getByRole("navigation", { name: "Agency" }).getByRole("link", { name: "CBP" }).click();
  await expect(page).toHaveURL("/vehicles/70B04C20A00000015?agency=7014");
  await expect(page.getByRole("region", { name: "Table of orders" })).toBeVisible();
});

test("vehicles in other states have no axe violations and fit a phone", { tag: "@deep" }, async ({
  page,
}) => {
  for (const path of ["/vehicles?kind=schedule&name=data", "/vehicles/70B04C20A00000015"]) {
    await page.goto(path);
    await expectAccessible(page, twoAppearances);
  }
});
