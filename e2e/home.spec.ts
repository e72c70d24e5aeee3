import type { Page } from "playwright/test";

import { axeViolations, expect, pageWidth, test } from "./journey";

/** The links of a page that lead to the records of one figure, by the exact figure that they say. */
const figure = (page: Page, exact: string) => page.getByRole("main").getByRole("link", { name: exact });

test("the front page states the golden figures and links to the records behind them", async ({
  reader: page,
}) => {
  await page.goto("/");
  const now = figure(page, "$6,770,140,465.18").first();
  await expect(now).toContainText("$6.77 billion");
  await expect(now).toHaveAttribute("href", "/contracts?fy=2026");
  await expect(figure(page, "$2,435,372,233.36").first()).toHaveAttribute(
    "href",
    "/contracts?from=2024-10-01&to=2025-08-20",
  );
  await expect(page.getByRole("link", { name: "2,776 contract actions" })).toHaveAttribute(
    "href",
    "/contracts?view=actions&fy=2026",
  );
  await expect(page.getByRole("link", { name: "1,929", exact: true })).toHaveAttribute(
    "href",
    "/contracts?fy=2026",
  );
  await expect(page.getByText("Data through 20 August 2026")).toBeVisible();
  // The bundled snapshot is the first, and has no end dates.
  await expect(page.getByRole("region", { name: "What changed?" })).toHaveCount(0);
  await expect(page.getByRole("region", { name: "What ends soon?" })).toHaveCount(0);
});

test("the largest companies and all the others add up to the net, and 24 months are numbers too", async ({
  reader: page,
}) => {
  await page.goto("/");
  const chart = page.getByRole("figure", { name: "Who is it obligated to?" });
  await expect(chart.getByRole("listitem").filter({ has: page.getByRole("link") })).toHaveCount(10);
  const others = chart.getByRole("listitem").filter({ hasText: "All other companies" });
  await expect(others).toHaveCount(1); // no filter says "all the others", so it has no link
  await expect(chart.getByRole("link", { name: "All companies" })).toHaveAttribute(
    "href",
    "/contracts?fy=2026&show=company",
  );
  await chart.getByText("Numbers as a table").click();
  const cells = await chart.getByRole("row").locator("td:nth-of-type(1)").allInnerTexts();
  const cents = cells.map((text) => Number(text.replace("−", "-").replace(/[$,.]/g, "")));
  expect(cents.reduce((sum, value) => sum + value, 0)).toBe(677_014_046_518);

  const months = page.getByRole("figure", { name: "When was it obligated?" });
  await months.getByText("Numbers as a table").click();
  await expect(months.getByRole("row")).toHaveCount(25);
});

test("three ways lead in: find a company, browse the largest, see what changed", async ({ reader: page }) => {
  await page.goto("/");
  const way = (name: string) => page.getByRole("main").getByRole("region", { name });
  await expect(way("Browse the largest").getByRole("link")).toHaveText([
    "Companies by what was obligated",
    "Contracts of FY2026",
    "Contracts over $50 million, all years",
    "Contracts over $50 million in FY2026",
  ]);
  await expect(way("See what changed").getByRole("link")).toHaveText([
    "Changes since the last retrieval",
    "Newest actions",
    "Taken back in July 2026",
  ]);
  await expect(way("Find a company").getByRole("link", { name: "Palantir" })).toHaveAttribute(
    "href",
    "/companies/palantir",
  );
  await way("See what changed").getByRole("link", { name: "Taken back" }).click();
  await expect(page).toHaveURL(
    "/contracts?view=actions&from=2026-07-01&to=2026-07-31&sign=neg&sort=federal_action_obligation",
  );
  await expect(page.getByRole("table").getByRole("row").nth(1)).toContainText("−$1,210,297.41");
  const companies = page.getByRole("list", { name: "Company" }).getByRole("link");
  await expect(companies.first()).toContainText("Booz Allen Hamilton");
  await expect(page.getByRole("region", { name: "Result" })).toContainText("−$6,033,538.06 obligated (net)");

  await page.goto("/");
  await way("Find a company").getByRole("searchbox").fill("palantir");
  await way("Find a company").getByRole("searchbox").press("Enter");
  await expect(page).toHaveURL("/search?q=palantir");
  await page.getByRole("searchbox", { name: /^Search companies/ }).fill("geo group");
  await page.getByRole("banner").getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL("/search?q=geo+group");
});

test("arrow keys walk the chart of months, and Enter opens a month's records", async ({ page }) => {
  const errors: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  await page.goto("/");
  const chart = page.getByRole("application", { name: /When was it obligated/ });
  await chart.scrollIntoViewIfNeeded();
  await chart.focus();
  await page.keyboard.press("ArrowRight");
  await expect(chart.getByRole("status")).toContainText("October 2024");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/contracts?from=2024-10-01&to=2024-10-31");
  expect(errors).toEqual([]);
});

test("the front page of another agency has an address of its own", async ({ reader: page }) => {
  await page.goto("/");
  await page.getByRole("navigation", { name: "Agency" }).getByRole("link", { name: "CBP" }).click();
  await expect(page).toHaveURL("/?agency=7014");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "U.S. Customs and Border Protection contracts",
  );
});

test("the front page names parameters that it cannot read, and shows its figures", async ({
  reader: page,
}) => {
  await page.goto("/?agency=7012&color=blue&min=abc");
  const notice = page.getByRole("complementary", { name: /could not be understood/ });
  await expect(notice).toContainText("color is not a parameter");
  await expect(notice).toContainText("min must be an amount");
  await expect(figure(page, "$6,770,140,465.18").first()).toBeVisible();
  await page.goto("/?agency=7014&fy=2024&utm_source=x");
  await expect(notice.getByRole("listitem")).toHaveText([
    /^utm_source is not a parameter/,
    "fy works on the list of contracts, not here; given: 2024",
  ]);
  await expect(notice.getByRole("link", { name: "Remove them" })).toHaveAttribute("href", "/?agency=7014");
  await expect(notice.getByRole("link", { name: /^Open the list/ })).toHaveAttribute(
    "href",
    "/contracts?agency=7014&fy=2024",
  );
  await page.goto("/?agency=7999");
  await expect(page.getByText("These records hold no contract action of agency 7999")).toBeVisible();
});

test("the front page with its chart drawn has no axe violations and no console errors", {
  tag: "@deep",
}, async ({ page }) => {
  const errors: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto("/");
    await page.getByRole("figure", { name: "When was it obligated?" }).scrollIntoViewIfNeeded();
    await expect(page.getByRole("application")).toBeVisible();
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await axeViolations(page)).toEqual([]);
      expect(await pageWidth(page)).toBe(width);
    }
  }
  expect(errors).toEqual([]);
});
