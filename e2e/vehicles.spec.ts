import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "playwright/test";

import { plainPage } from "./plain-page";

/** The figures are from a count of the record files by a program of its own. */

const kinds = (page: Page) => page.getByRole("region", { name: "Table of kinds of vehicle" });
const kind = (page: Page, name: string) =>
  kinds(page)
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: new RegExp(`^${name}`) }) });
const vehicles = (page: Page) => page.getByRole("region", { name: "Table of vehicles" });

test("kinds of vehicle, no vehicle and not reported add up to all of ICE", async ({ page }) => {
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

test("a description of an order runs on as one text", async ({ page }) => {
  await page.goto("/vehicles/GS35F0086U");
  const pieces = page.locator("td[data-label='Latest description'] > span > span");
  const displays = await pieces.evaluateAll((all) => all.map((piece) => getComputedStyle(piece).display));
  expect(displays.length).toBeGreaterThan(0);
  expect(displays.filter((display) => !display.startsWith("inline"))).toEqual([]);
});

test("the figure of a kind opens the records behind it", async ({ page }) => {
  await page.goto("/vehicles");
  await kind(page, "DHS-wide").getByRole("link", { name: "$987,723,952.72" }).click();
  await expect(page).toHaveURL("/contracts?vehicle_agency=7001");
  await expect(page.getByText("$987,723,952.72").first()).toBeVisible();
  await page.goto("/vehicles");
  await kind(page, "Not reported").getByRole("link", { name: "$16,129,670.79" }).click();
  await expect(page).toHaveURL("/contracts?vehicle=unreported");
  await expect(page.getByText("$16,129,670.79").first()).toBeVisible();
});

test("a kind whose agency has others too opens its vehicles, each with its own records", async ({ page }) => {
  await page.goto("/vehicles");
  await kind(page, "GSA schedule").getByRole("link", { name: "$3,072,248,546.10" }).click();
  await expect(page).toHaveURL("/vehicles?kind=schedule");
  await expect(page.getByRole("heading", { level: 2, name: "GSA schedule" })).toBeVisible();
  await expect(page.getByText("606 vehicles of 1,516")).toBeVisible();
  await vehicles(page).getByRole("link", { name: "$170,143,081.98" }).click();
  await expect(page).toHaveURL("/contracts?vehicle=GS35F0086U&vehicle_agency=4730");
  await expect(page.getByText("$170,143,081.98").first()).toBeVisible();
});

test("a form finds vehicles by words, without scripts", async ({ browser }) => {
  const page = await plainPage(browser);
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
  await page.context().close();
});

test("the list is ordered and paged by links", async ({ page }) => {
  await page.goto("/vehicles?page=31");
  await expect(vehicles(page).locator("tbody").getByRole("row")).toHaveCount(16);
  await vehicles(page).getByRole("link", { name: "Orders" }).click();
  await expect(page).toHaveURL("/vehicles?sort=orders");
  await expect(vehicles(page).getByRole("columnheader", { name: "Orders" })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  await page.goto("/vehicles?page=400");
  await expect(page.getByText("The list ends before this page.")).toBeVisible();
  await page.goto("/vehicles?name=zzz-no-such");
  await expect(page.getByText("No vehicle in these records fits.")).toBeVisible();
});

test("what an address asks wrongly is named, and the page carries on", async ({ page }) => {
  await page.goto("/vehicles?kind=sewp&fy=2024&colour=blue");
  const notice = page.getByRole("complementary", { name: /could not be understood/ });
  await expect(notice).toContainText("kind must be one of schedule");
  await expect(notice).toContainText("fy works on the list of contracts, not here");
  await expect(notice).toContainText("colour is not a parameter");
  await expect(kind(page, "All contracts")).toContainText("$22,474,332,130.39");
});

test("a vehicle states what it is, its orders and its years", async ({ page }) => {
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
  const years = page.getByRole("figure", { name: "In which fiscal year was it obligated?" });
  await years.getByText("Numbers as a table").click();
  await expect(years.getByRole("row").filter({ hasText: "FY2025" })).toContainText("$81,098,690.32");
  await years.getByRole("link", { name: "FY2025" }).click();
  await expect(page).toHaveURL("/contracts?fy=2025&vehicle=GS35F0086U");
  await expect(page.getByText("$81,098,690.32").first()).toBeVisible();
});

test("a vehicle without an order of the agency says so, and shows the other’s", async ({ page }) => {
  await page.goto("/vehicles/70B04C20A00000015");
  await expect(page.getByRole("complementary", { name: /^These records hold no order of/ })).toBeVisible();
  await page.getByRole("navigation", { name: "Agency" }).getByRole("link", { name: "CBP" }).click();
  await expect(page).toHaveURL("/vehicles/70B04C20A00000015?agency=7014");
  await expect(page.getByRole("region", { name: "Table of orders" })).toBeVisible();
});

test("an address that names no vehicle is not found", async ({ request }) => {
  for (const id of ["NO-SUCH-VEHICLE", "none", "unreported"]) {
    expect((await request.get(`/vehicles/${id}`)).status(), id).toBe(404);
  }
});

test("the endpoints give the same figures as the pages", async ({ request }) => {
  const list = await (await request.get("/api/vehicles")).json();
  expect(list.totals.net).toBe(22474332130.39);
  expect(list.rows).toHaveLength(1516);
  const cents = (dollars: number) => Math.round(dollars * 100);
  const sum = [...list.rows.map((row: { totals: { net: number } }) => row.totals), list.none, list.unreported]
    .map(({ net }) => cents(net))
    .reduce((one, other) => one + other, 0);
  expect(sum).toBe(cents(list.totals.net));
  expect(list.rows.find((row: { vehicle: string }) => row.vehicle === "GS35F0086U")).toMatchObject({
    agency: "4730",
    kind: "schedule",
    name: null,
    companies: [{ slug: "palantir", name: "Palantir" }],
    totals: { net: 170143081.98, contracts: 4 },
  });
  const sewp = await (await request.get("/api/vehicles?kind=nasa&fy=2025")).json();
  expect(new Set(sewp.rows.map((row: { kind: string }) => row.kind))).toEqual(new Set(["nasa"]));

  const one = await (await request.get("/api/vehicles/gs35f0086u")).json();
  expect(one).toMatchObject({ vehicle: "GS35F0086U", totals: { net: 170143081.98 } });
  expect(one.orders).toHaveLength(4);
  expect(one.companies).toMatchObject([{ key: "palantir", net: 170143081.98 }]);

  const missing = await request.get("/api/vehicles/NOPE");
  expect(missing.status()).toBe(404);
  expect(missing.headers()["content-type"]).toBe("application/problem+json");
  const bad = await request.get("/api/vehicles?kind=sewp&min=abc");
  expect(bad.status()).toBe(400);
  expect((await bad.json()).parameters.map(({ name }: { name: string }) => name)).toEqual(["kind", "min"]);
});

const pages = [
  "/vehicles",
  "/vehicles?kind=schedule&name=data",
  "/vehicles/GS35F0086U",
  "/vehicles/70B04C20A00000015",
];

for (const colorScheme of ["light", "dark"] as const) {
  test(`vehicles have no barrier that axe finds, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    for (const url of pages) {
      await page.goto(url);
      expect((await new AxeBuilder({ page }).analyze()).violations, url).toEqual([]);
    }
  });
}

test("vehicles fit a telephone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const url of pages) {
    await page.goto(url);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), url).toBeLessThanOrEqual(390);
  }
});

test("a vehicle is whole without scripts", async ({ browser }) => {
  const page = await plainPage(browser);
  await page.goto("/vehicles/GS35F0086U");
  await expect(page.locator("dl").first()).toContainText("$170,143,081.98");
  await expect(
    page.getByRole("region", { name: "Table of orders" }).locator("tbody").getByRole("row"),
  ).toHaveCount(4);
  await page.context().close();
});
