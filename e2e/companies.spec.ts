import type { Page } from "playwright/test";

import { allAppearances, expect, expectAccessible, test } from "./journey";

const row = (page: Page, name: string) =>
  page.getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true }) });
const field = (page: Page) => page.getByRole("searchbox", { name: "Company or recipient named" });
/** The cents of an exact figure as a screen reader says it. */
const cents = (text: string) =>
  Number((/−?\$[\d,]+\.\d\d/.exec(text)?.[0] ?? "").replace("−", "-").replace(/[$,.]/g, ""));

test("a company's figures, years and last day link to the records behind them", async ({ reader: page }) => {
  await page.goto("/companies");
  const palantir = row(page, "Palantir");
  const link = (exact: string) => palantir.getByRole("link", { name: exact });
  await expect(link("Palantir").first()).toHaveAttribute("href", "/companies/palantir");
  await expect(link("$318,638,423.10")).toHaveAttribute("href", "/contracts?company=palantir");
  await expect(link("$143,510,020.10")).toHaveAttribute("href", "/contracts?company=palantir&fy=2026");
  await expect(link("$29,882,735.00")).toHaveAttribute(
    "href",
    "/contracts?company=palantir&from=2024-10-01&to=2025-08-20",
  );
  await expect(palantir).toContainText("+$113.6m");
  await expect(palantir).toContainText("+380 %");
  await expect(link("19 Aug 2026")).toHaveAttribute("href", "/contracts?view=actions&company=palantir");
  await expect(palantir.getByRole("img")).toHaveAccessibleName(
    "FY2021 $23.5m; FY2022 $29.7m; FY2023 $20.5m; FY2024 $20.4m; FY2025 $81.1m; FY2026 through 20 Aug 2026 $143.5m",
  );
});

test("the list has pages of fifty companies, and can be of recipients as recorded", async ({
  reader: page,
}) => {
  await page.goto("/companies");
  const rows = page
    .getByRole("region", { name: /^Companies/ })
    .first()
    .getByRole("row");
  await expect(rows).toHaveCount(51);
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page).toHaveURL("/companies?page=2");
  await expect(page.getByRole("cell", { name: "51", exact: true }).first()).toBeVisible();

  await page
    .getByRole("navigation", { name: "Recipients" })
    .getByRole("link", { name: "As recorded" })
    .click();
  await expect(page.getByText("2,384 recipients")).toBeVisible();
  const geo = row(page, "THE GEO GROUP, INC.");
  const records = "/contracts?recipient=THE+GEO+GROUP%2C+INC.&grouped=no";
  await expect(geo.getByRole("rowheader").getByRole("link")).toHaveAttribute("href", records);
  await expect(geo.getByRole("link", { name: "$3,042,212,889.29" })).toHaveAttribute("href", records);
});

test("the figures above the list are those of the records", async ({ reader: page }) => {
  await page.goto("/companies?fy=2025");
  const net = page.getByRole("main").getByRole("link", { name: "$3,988,661,487.38" });
  await expect(net).toHaveAttribute("href", "/contracts?fy=2025");
  await expect(page.getByRole("link", { name: "$4,171,586,227.15" })).toHaveAttribute(
    "href",
    "/contracts?fy=2025&sign=pos",
  );
});

test("the rows of all pages add up to the figure above the list", { tag: "@deep" }, async ({
  reader: page,
}) => {
  let sum = 0;
  for (let number = 1; ; number++) {
    await page.goto(`/companies?fy=2025&size=500&page=${number}`);
    const cells = await page.locator("tbody tr td:nth-of-type(2)").allInnerTexts();
    sum += cells.reduce((total, text) => total + cents(text), 0);
    if ((await page.getByRole("link", { name: "Next" }).count()) === 0) break;
  }
  expect(sum).toBe(398_866_148_738);
});

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

test("a button filters the list by name without scripts", async ({ reader: page }) => {
  await page.goto("/companies?fy=2025&agency=7014");
  await field(page).fill("geo group");
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page).toHaveURL(/\/companies\?.*name=geo\+group/);
  await expect(row(page, "The GEO Group")).toBeVisible();
});

test("from A to Z, a letter leads to the page and the row where it begins", { tag: "@deep" }, async ({
  page,
}) => {
  await page.goto("/companies");
  await page.getByRole("navigation", { name: "Order" }).getByRole("link", { name: "A–Z" }).click();
  await expect(page).toHaveURL("/companies?sort=company");
  await page
    .getByRole("navigation", { name: "Letters" })
    .getByRole("link", { name: "P", exact: true })
    .click();
  await expect(page).toHaveURL(/\/companies\?sort=company&page=\d+#P$/);
  const first = page.locator("#P");
  await expect(first).toBeInViewport();
  await expect(first.getByRole("rowheader")).toHaveText(/^P/);
});

test("a name without an action leads to its company's page or to a wider search", async ({
  reader: page,
}) => {
  const notice = page.getByRole("complementary", { name: /^No company or recipient of that name/ });
  await page.goto("/companies?fy=2019&name=west+publishing");
  await expect(notice.getByRole("link", { name: "Thomson Reuters" })).toHaveAttribute(
    "href",
    "/companies/thomson-reuters",
  );
  await page.goto("/companies?name=zzzzqq");
  await expect(notice.getByRole("link", { name: "Search everything for “zzzzqq”" })).toHaveAttribute(
    "href",
    "/search?q=zzzzqq",
  );
  await expect(notice.getByRole("link", { name: "What these records leave out" })).toHaveAttribute(
    "href",
    "/data#left-out",
  );
});

test("a list without a company names the filter to leave out", async ({ reader: page }) => {
  const notice = page.getByRole("complementary", { name: /^No company/ });
  await page.goto("/companies?fy=2019");
  await expect(notice).toContainText("No company has a contract action of ICE in the fiscal year chosen");
  await expect(notice.getByRole("listitem")).toHaveText(["without the fiscal year filter: 2,251 companies"]);
  await page.goto("/companies?name=anduril");
  await notice.getByRole("link", { name: "for U.S. Customs and Border Protection instead" }).click();
  await expect(page).toHaveURL("/companies?agency=7014&name=anduril");
  await expect(row(page, "Anduril Industries").or(row(page, "Anduril"))).toBeVisible();
});

test("the list names parameters that it cannot read, and goes back to its first page", async ({
  reader: page,
}) => {
  await page.goto("/companies?fy=2025&office=70CMSD&sort=piid&color=blue&page=9999");
  const notice = page.getByRole("complementary", { name: /could not be understood/ });
  await expect(notice.getByRole("listitem")).toHaveText([
    /^color is not a parameter/,
    "office works on the list of contracts, not here; given: 70CMSD",
    /^sort must be one of net, added, taken_back, actions, last_action, company here/,
  ]);
  await expect(notice.getByRole("link", { name: /^Open the list/ })).toHaveAttribute(
    "href",
    "/contracts?office=70CMSD&fy=2025",
  );
  await page.getByRole("link", { name: "Go to the first page" }).click();
  await expect(page).toHaveURL("/companies?fy=2025");
});

test("lists from A to Z, as recorded and of nothing have no axe violations and fit every window", {
  tag: "@deep",
}, async ({ page }) => {
  const errors: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  for (const path of ["/companies?sort=company&grouped=no&name=a&size=25", "/companies?fy=2019&name=geo"]) {
    await page.goto(path);
    await expectAccessible(page, allAppearances);
  }
  expect(errors).toEqual([]);
});
