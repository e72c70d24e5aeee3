import type { Page } from "playwright/test";

import { expect, pageWidth, test } from "./journey";

// Titles, canonical addresses and files of the workbench are in e2e/http/workbench.test.ts.
const result = (page: Page) => page.getByRole("region", { name: "Result" });
const dataRows = (page: Page) => page.getByRole("table").locator("tbody").getByRole("row");
const header = (page: Page, name: string) => page.getByRole("columnheader", { name });
const notice = (page: Page) => page.getByRole("complementary", { name: /could not be understood/ });

/** The sum in cents of exact amounts as a page writes them. */
const addUp = (texts: string[]) =>
  texts.reduce(
    (sum, text) => sum + Math.round(Number(text.replace("−", "-").replace(/[$,†]|\(.*\)/g, "")) * 100),
    0,
  );

test("a company's figures match the record, by contract and by action", async ({ reader: page }) => {
  await page.goto("/contracts?company=palantir");
  await expect(result(page)).toContainText("39 actions · 8 contracts · 1 company");
  await expect(result(page)).toContainText("$318.6 million");
  await expect(result(page).getByTitle("$318,638,423.10")).toContainText("$318,638,423.10");
  await expect(result(page).getByTitle("−$1,474,838.31")).toBeVisible();
  await expect(dataRows(page)).toHaveCount(8);

  await page.getByRole("link", { name: "One row per action" }).click();
  await expect(page).toHaveURL("/contracts?view=actions&company=palantir");
  await expect(result(page).getByTitle("$318,638,423.10")).toBeVisible();
  await expect(dataRows(page)).toHaveCount(39);
  await expect(dataRows(page).filter({ hasText: "$29,898,236.00" })).toHaveCount(2);
  await expect(page.getByRole("link", { name: "Export 39 rows (CSV)" })).toHaveAttribute(
    "href",
    "/contracts.csv?view=actions&company=palantir",
  );
});

test("the amount of matching actions never stands without the whole contract", async ({ reader: page }) => {
  await page.goto("/contracts?company=palantir&fy=2025");
  await expect(result(page).getByTitle("$81,098,690.32")).toBeVisible();
  await expect(header(page, "Obligated by matching actions")).toBeVisible();
  await expect(dataRows(page)).toContainText(["$81,098,690.32"]);
  await expect(dataRows(page)).toContainText(["$150,703,824.61"]);
  await page.goto("/contracts?company=palantir&fy=2025&cols=net");
  await expect(header(page, "Obligated in these records")).toBeVisible();
  await page.goto("/contracts?fy=2025");
  await expect(header(page, "Obligated in this period")).toBeVisible();
  await expect(header(page, "Obligated in these records")).toBeVisible();
  await expect(page.getByText(/have no award key/)).toHaveCount(0); // a known problem of other years
});

test("a link sets a filter, and a chip takes it away", async ({ reader: page }) => {
  await page.goto("/contracts");
  await expect(result(page)).toContainText("27,370 actions · 12,245 contracts");
  await expect(header(page, "Obligated (net)")).toBeVisible();
  await page
    .getByRole("list", { name: "Fiscal year" })
    .getByRole("link", { name: /^FY2025/ })
    .click();
  await expect(page).toHaveURL("/contracts?fy=2025");
  await expect(result(page).getByTitle("$3,988,661,487.38")).toBeVisible();
  await expect(page.getByRole("link", { name: /^FY2025/ })).toHaveAttribute("aria-current", "true");
  await page
    .getByRole("list", { name: "Category" })
    .getByRole("link", { name: /^Detention and guards/ })
    .click();
  await expect(page).toHaveURL("/contracts?fy=2025&category=detention");
  await page.getByRole("link", { name: "Remove Fiscal year: FY2025" }).click();
  await expect(page).toHaveURL("/contracts?category=detention");
  await page.getByRole("link", { name: "Clear all" }).click();
  await expect(page).toHaveURL("/contracts");
});

test("links switch between ICE, CBP and both, and to a calendar year", async ({ reader: page }) => {
  await page.goto("/contracts?company=palantir");
  await expect(page.getByRole("button", { name: "Copy link" })).toBeHidden(); // it needs scripts
  const year = page.getByRole("link", { name: "2025", exact: true });
  await year.click();
  await expect(page).toHaveURL("/contracts?company=palantir&from=2025-01-01&to=2025-12-31");
  await expect(result(page).getByTitle("$81,098,690.32").first()).toBeVisible();
  await page.goBack();
  const agencies = page.getByRole("navigation", { name: "Agency" });
  await agencies.getByRole("link", { name: "CBP" }).click();
  await expect(page).toHaveURL("/contracts?company=palantir&agency=7014");
  await agencies.getByRole("link", { name: "Both" }).click();
  await expect(page).toHaveURL("/contracts?company=palantir&agency=7012&agency=7014");
});

test("presets set the amount, and a second press clears it", async ({ reader: page }) => {
  await page.goto("/contracts?company=palantir");
  const over = page.getByRole("link", { name: "> $100m" });
  await over.click();
  await expect(page).toHaveURL("/contracts?company=palantir&min=100000000&amount=period");
  await expect(result(page)).toContainText("16 actions · 1 contract · 1 company");
  await expect(result(page).getByTitle("$150,703,824.61")).toBeVisible();
  await expect(over).toHaveAttribute("aria-current", "true");
  await over.click();
  await expect(page).toHaveURL("/contracts?company=palantir");
  await page.getByRole("link", { name: "net below $0", exact: true }).click();
  await expect(page).toHaveURL("/contracts?company=palantir&max=-0.01&amount=period");
  await expect(
    page.getByRole("heading", {
      name: "0 of 8 Palantir contracts are below $0 (obligated by the selected actions)",
    }),
  ).toBeVisible();
  await page.getByRole("link", { name: "without the amount filter" }).click();
  await expect(page).toHaveURL("/contracts?company=palantir");
});

test("an empty result says what was asked and which filter to drop", async ({ reader: page }) => {
  const ways = page.getByRole("region", { name: /^(0 of|No) / }).getByRole("listitem");
  await page.goto("/contracts?view=actions&company=palantir&min=100m");
  await expect(
    page.getByRole("heading", { name: "0 of 39 Palantir actions are above $100 million", exact: true }),
  ).toBeVisible();
  await expect(ways).toHaveText([
    "without the amount filter: 39 actions",
    "without the company filter: 14 actions",
    /^for U.S. Customs and Border Protection instead: 0 actions$/,
  ]);

  await page.goto("/contracts?company=palantir&min=1bn&fy=2021&q=detention");
  await expect(page.getByRole("heading", { name: "No Palantir contracts fit these filters" })).toBeVisible();
  await expect(page.getByText(/^To leave out one filter is not enough/)).toBeVisible();
  await ways.filter({ hasText: "without the amount filter and the words" }).getByRole("link").click();
  await expect(page).toHaveURL("/contracts?company=palantir&fy=2021");
  await expect(result(page)).not.toContainText("0 contracts");
});

test("an empty result offers another agency's records, or its name as words", async ({ reader: page }) => {
  await page.goto("/contracts?q=ANDURIL");
  const other = page.getByRole("link", { name: "for U.S. Customs and Border Protection instead" });
  await expect(page.getByRole("listitem").filter({ has: other })).toContainText(": 22 contracts");
  await other.click();
  await expect(page).toHaveURL("/contracts?q=ANDURIL&agency=7014");
  await expect(result(page)).toContainText("42 actions · 22 contracts");

  await page.goto("/contracts?recipient=Palantir");
  await page.getByRole("link", { name: "with “Palantir” as words instead" }).click();
  await expect(page).toHaveURL("/contracts?q=%22Palantir%22");
  await expect(result(page)).toContainText("8 contracts");
});

test("an empty view by group says which filter to drop", async ({ reader: page }) => {
  await page.goto("/contracts?company=palantir&min=1bn&show=month");
  await expect(page.getByRole("heading", { name: /^0 of 8 Palantir contracts are above/ })).toBeVisible();
  await page.getByRole("link", { name: "without the amount filter" }).click();
  await expect(page).toHaveURL("/contracts?company=palantir&show=month");
  await expect(page.getByRole("heading", { name: "When was it obligated?" })).toBeVisible();
  // The chart by company ignores its own filter, so it is there all the same.
  await page.goto("/contracts?company=no-such-company&show=company");
  await expect(
    page.getByRole("heading", { name: "0 of 12,245 ICE contracts are with “no-such-company”" }),
  ).toBeVisible();
  await expect(page.getByRole("heading", { name: "Who is it obligated to?" })).toBeVisible();
});

test("amounts can be typed as people write them", async ({ page }) => {
  await page.goto("/contracts?company=palantir");
  const least = page.getByRole("textbox", { name: "Least amount in dollars" });
  await least.fill("1.5m");
  await page.getByRole("textbox", { name: "Most amount in dollars" }).fill("$50 million");
  await page.getByRole("combobox", { name: "Obligated by" }).selectOption("each action");
  await expect(result(page)).toContainText("18 actions · 5 contracts");
  await expect(result(page).getByTitle("$230,815,624.97").first()).toBeVisible();
  await expect(least).toHaveValue("$1.5m");
  await page.getByRole("link", { name: /^Remove At least/ }).click();
  await expect(least).toHaveValue("");
  await expect(page.getByRole("textbox", { name: "Most amount in dollars" })).toHaveValue("$50m");
});

test("amounts can be typed and columns chosen without scripts", async ({ reader: page }) => {
  await page.goto("/contracts?company=palantir");
  await page.getByRole("textbox", { name: "Least amount in dollars" }).fill("$10m");
  await page.getByRole("region", { name: "Amount" }).getByRole("button", { name: "Apply" }).click();
  await expect(result(page)).toContainText("5 contracts");
  await page.getByText("Columns", { exact: true }).click();
  await page.getByRole("checkbox", { name: "Office" }).uncheck();
  await page.getByRole("checkbox", { name: "First action" }).check();
  await page.getByRole("button", { name: "Show these" }).click();
  await expect(result(page)).toContainText("5 contracts");
  await expect(header(page, "First action")).toBeVisible();
  await expect(header(page, "Office")).toHaveCount(0);
  await page.getByRole("link", { name: /^Remove At least/ }).click();
  await page.getByText("Columns", { exact: true }).click();
  await page.getByRole("link", { name: "The usual ones" }).click();
  await expect(page).toHaveURL("/contracts?company=palantir");
});

test("columns can be chosen with scripts", { tag: "@deep" }, async ({ page }) => {
  await page.goto("/contracts?company=palantir");
  await page.getByText("Columns", { exact: true }).click();
  await page.getByRole("checkbox", { name: "Office" }).uncheck();
  await page.getByRole("checkbox", { name: "First action" }).check();
  await page.getByRole("button", { name: "Show these" }).click();
  await expect(header(page, "First action")).toBeVisible();
  await expect(header(page, "Office")).toHaveCount(0);
  await page.getByText("Columns", { exact: true }).click();
  await page.getByRole("link", { name: "The usual ones" }).click();
  await expect(page).toHaveURL("/contracts?company=palantir");
});

test("a bound keeps its meaning when the view changes, and with a fiscal year", async ({ reader: page }) => {
  await page.goto("/contracts?min=10m");
  const counts = await result(page)
    .getByText(/ actions · /)
    .innerText();
  await page.getByRole("link", { name: "One row per action" }).click();
  await expect(page).toHaveURL("/contracts?view=actions&min=10000000&amount=period");
  await expect(result(page)).toContainText(counts);
  await page.goBack();
  await page.getByRole("link", { name: /^FY2021\b.* 49 contracts/ }).click();
  await expect(page).toHaveURL("/contracts?fy=2021&min=10000000&amount=period");
  await expect(result(page)).toContainText("277 actions · 49 contracts");
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

test("a header sorts without scripts", { tag: "@deep" }, async ({ reader: page }) => {
  await page.goto("/contracts?company=palantir");
  await page.getByRole("link", { name: "Last action" }).click();
  await expect(header(page, "Last action")).toHaveAttribute("aria-sort", "descending");
});

test("pages follow one another, and one past the end leads to the first", async ({ reader: page }) => {
  await page.goto("/contracts");
  await expect(page.getByText("Rows 1–50 of 12,245")).toBeVisible();
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page).toHaveURL("/contracts?page=2");
  await expect(page.getByText("Rows 51–100 of 12,245")).toBeVisible();
  await page.getByRole("link", { name: "Page 245" }).click();
  await expect(page.getByText("Rows 12,201–12,245 of 12,245")).toBeVisible();
  await expect(page.getByRole("link", { name: "Next" })).toHaveCount(0);
  await page.getByRole("link", { name: "25 rows on a page" }).click();
  await expect(page.getByText("Rows 1–25 of 12,245")).toBeVisible();
  await page.goto("/contracts?page=246");
  await expect(page.getByRole("heading", { name: "Page 246 is past the end" })).toBeVisible();
  await page.getByRole("link", { name: "Go to the first page" }).click();
  await expect(page).toHaveURL("/contracts");
});

test("a month's bar shows its figure and opens its records", async ({ page }) => {
  await page.goto("/contracts?company=palantir&from=2025-03-01&to=2025-04-30&show=month");
  await expect(page.getByRole("row", { name: /^April 2025/ })).toContainText("$29,898,236.00");
  const chart = page.getByRole("application", { name: /When was it obligated/ });
  await expect(chart).toBeVisible();
  const box = await chart.boundingBox();
  if (!box) throw new Error("the chart has no box");
  await page.mouse.move(box.x + box.width * 0.6, box.y + box.height / 2);
  await page.mouse.move(box.x + box.width * 0.78, box.y + box.height / 2, { steps: 4 });
  await expect(page.getByRole("status").filter({ hasText: "April 2025" })).toContainText("$29,898,236.00");
  await page.mouse.click(box.x + box.width * 0.78, box.y + box.height / 2);
  await expect(page).toHaveURL("/contracts?company=palantir&from=2025-04-01&to=2025-04-30");
  await expect(result(page).getByTitle("$29,898,236.00").first()).toBeVisible();
});

test("a month in the table opens its records, and an unfinished year is marked", async ({ reader: page }) => {
  await page.goto("/contracts?company=palantir");
  await page.getByRole("link", { name: "By month" }).click();
  await expect(page.getByRole("row", { name: /^April 2025/ })).toContainText("$29,898,236.00");
  await page.getByRole("link", { name: "April 2025" }).first().click();
  await expect(result(page).getByTitle("$29,898,236.00").first()).toBeVisible();
  await page.goto("/contracts?company=palantir&show=fiscal_year");
  await expect(page.getByText("unfinished, through 20 Aug 2026")).toBeVisible();
  await expect(page.getByRole("row", { name: /^FY2025/ })).toContainText("$81,098,690.32");
});

test("groups by company ignore the company filter, say so, and add up", async ({ reader: page }) => {
  await page.goto("/contracts?company=palantir&fy=2025&show=company");
  await expect(page.getByText(/The chart leaves out the company filter \(Palantir\)/)).toBeVisible();
  const nets = await dataRows(page).locator("td:nth-of-type(1)").allInnerTexts();
  expect(nets).toHaveLength(201);
  expect(addUp(nets)).toBe(398_866_148_738);
  await page.getByRole("table").getByRole("link", { name: "The GEO Group" }).click();
  await expect(page).toHaveURL("/contracts?company=geo-group&fy=2025");
});

test("the address can be copied, without its empty parameters", async ({ page, context, baseURL }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/contracts?fy=2025&min=");
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByText("✓ copied")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${baseURL}/contracts?fy=2025`);
});

test("a parameter that cannot be read is named, kept in its box and ignored", async ({ reader: page }) => {
  await page.goto("/contracts?company=palantir&min=lots&page=0&utm_source=x&fy=");
  await expect(notice(page).getByRole("listitem")).toHaveText([
    /^utm_source /,
    /^min must be an amount/,
    /^page must be/,
  ]);
  await expect(page.getByRole("textbox", { name: "Least amount in dollars" })).toHaveValue("lots");
  await expect(result(page)).toContainText("39 actions · 8 contracts · 1 company");
});

test("the notice shows what was given, each fault once, and a link removes them", async ({ page }) => {
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(error.message));
  await page.goto(
    `/contracts?company=palantir&min=10&max=5&from=2025-02-01&to=2025-01-01&q=two%00words&fy=2025&fy=${"x".repeat(600)}&fy=%3Cb%3E&page=0&other=1`,
  );
  await expect(notice(page).getByRole("listitem")).toHaveText([
    "other is not a parameter that is known here; given: 1",
    "q must not contain control characters; given: two\uFFFDwords",
    `fy must be a fiscal year such as 2025; given: ${"x".repeat(40)}… (600 characters), <b>`,
    "page must be a page number from 1; given: 0",
    "min must not be above max; given: 10 and 5",
    "from must not be after to; given: 2025-02-01 and 2025-01-01",
  ]);
  await notice(page).getByRole("link", { name: "Remove them" }).click();
  await expect(page).toHaveURL("/contracts?company=palantir&fy=2025");
  await expect(notice(page)).toHaveCount(0);
  expect(problems).toEqual([]);
});

test("a view names the known problems that touch it, each with a link to its details", async ({
  reader: page,
}) => {
  await page.goto("/contracts?fy=2022");
  await page.getByText(/known problems? of the records of this agency/).click();
  await page
    .getByRole("main")
    .getByRole("link", { name: /have no award key$/ })
    .click();
  await expect(page).toHaveURL("/data#problem-keyless-ice");
  const title = "2,413 ICE rows of FY2022 and FY2023 have no award key";
  await expect(page.getByRole("heading", { name: title })).toBeInViewport();
});

test("what was taken back opens its actions", async ({ reader: page }) => {
  await page.goto("/contracts?from=2026-07-01&to=2026-07-31");
  await result(page).getByTitle("−$6,033,538.06").click();
  await expect(page).toHaveURL("/contracts?from=2026-07-01&to=2026-07-31&sign=neg");
  await expect(result(page)).toContainText("40 actions");
});

test("a search by keyboard keeps the focus, and a choice below it too", async ({ page }) => {
  await page.goto("/contracts");
  await page.getByRole("searchbox", { name: /^Words in description/ }).focus();
  await page.keyboard.type("palantir");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=palantir/);
  await expect(page.getByRole("searchbox", { name: /^Words in description/ })).toBeFocused();
  const facet = page.getByRole("list", { name: "Company" }).getByRole("link", { name: /^Palantir/ });
  for (let step = 0; step < 10; step++) {
    await page.keyboard.press("Tab");
    if (await facet.evaluate((link) => link === document.activeElement)) break;
  }
  await expect(facet).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/contracts?q=palantir&company=palantir");
  await expect(facet).toBeFocused();
});

for (const [path, details] of [
  ["/contracts?company=palantir", {}],
  ["/contracts?view=actions&company=palantir&min=bad", { tag: "@deep" }],
  ["/contracts?show=company", { tag: "@deep" }],
  ["/contracts?company=palantir&show=month", { tag: "@deep" }],
  ["/contracts?company=no-such-company", { tag: "@deep" }],
] as const) {
  test(`${path} fits a phone, with its filters open too`, details, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(path);
    expect(await pageWidth(page)).toBe(390);
    await page.getByRole("link", { name: /^Filters/ }).click();
    await expect(page.getByRole("textbox", { name: "Least amount in dollars" })).toBeVisible();
    expect(await pageWidth(page)).toBe(390);
  });
}
