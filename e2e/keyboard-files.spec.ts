import { readFile } from "node:fs/promises";

import { expect, type Locator, type Page, test } from "playwright/test";

import { enter, tabTo } from "./keyboard";

/** The text of the file that a link gives to who presses Enter on it. */
async function taken(page: Page, link: Locator): Promise<{ name: string; text: string }> {
  await tabTo(page, link);
  const download = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  const file = await download;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}

const lines = (text: string) => text.trim().split("\r\n");
const toContent = (page: Page) => enter(page, page.getByRole("link", { name: "Skip to the content" }));

test.describe("what is copied", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });
  const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

  test("the address of a selection", async ({ page, baseURL }) => {
    await page.goto("/contracts?company=palantir&fy=2025");
    await enter(page, page.getByRole("link", { name: "Skip to the results" }));
    const bar = page.getByRole("region", { name: "Result" });
    await enter(page, bar.getByRole("button", { name: "Copy link" }));
    await expect(bar.getByRole("status")).toHaveText("✓ copied");
    expect(await copied(page)).toBe(`${baseURL}/contracts?company=palantir&fy=2025`);
  });

  test("the address of a chart, which shows it again", async ({ page }) => {
    await page.goto("/companies/palantir");
    await toContent(page);
    const chart = page.getByRole("figure", { name: "When was it obligated?" });
    await enter(page, chart.getByRole("button", { name: "Copy link" }));
    await expect(chart.getByRole("status").filter({ hasText: "copied" })).toBeVisible();
    await page.goto(await copied(page));
    await expect(page.getByRole("main").getByRole("figure").first()).toContainText("FY2025");
  });

  test("the text that reports a wrong match of a brand", async ({ page }) => {
    await page.goto("/brands/glock");
    await toContent(page);
    await enter(page, page.getByRole("button", { name: "Copy this text" }));
    await expect(page.getByText("✓ copied")).toBeVisible();
    expect(await copied(page)).toMatch(/^Wrong match of a brand: Glock /);
  });
});

test("the numbers of a chart, unfolded beneath it", async ({ page }) => {
  await page.goto("/companies/palantir");
  await toContent(page);
  const chart = page.getByRole("figure", { name: "When was it obligated?" });
  await expect(chart.getByRole("row")).toHaveCount(0);
  await enter(page, chart.getByText("Numbers as a table"));
  await expect(chart.getByRole("row", { name: /^FY2025/ })).toContainText("$81,098,690.32");
});

test("the numbers of a chart as a file", async ({ page }) => {
  await page.goto("/contracts?company=palantir&show=fiscal_year");
  await enter(page, page.getByRole("link", { name: "Skip to the results" }));
  const { text } = await taken(page, page.getByRole("link", { name: "Numbers as CSV" }));
  expect(lines(text)).toHaveLength(7);
  expect(text).toContain("81098690.32");
});

test("the actions of a contract as a file, and all of it as JSON", async ({ page }) => {
  await page.goto("/contracts/70CTD022FR0000170");
  await toContent(page);
  const file = await taken(page, page.getByRole("link", { name: "16 actions (CSV)" }));
  expect(file.name).toMatch(/\.csv$/);
  expect(lines(file.text)).toHaveLength(17);
  await enter(page, page.getByRole("link", { name: "Contract and actions (JSON)" }));
  await expect(page).toHaveURL(/\/api\/contracts\//);
  expect(JSON.parse(await page.locator("body").innerText()).contract.in_records).toBe(150703824.61);
});

test("a company’s actions as a file", async ({ page }) => {
  await page.goto("/companies/palantir");
  await toContent(page);
  const { text } = await taken(page, page.getByRole("link", { name: "Actions (CSV)" }));
  expect(lines(text)).toHaveLength(40);
});

test("the list of companies as a file", async ({ page }) => {
  await page.goto("/companies?fy=2025&name=west+publishing");
  await toContent(page);
  const { text } = await taken(page, page.getByRole("main").getByRole("link", { name: "CSV", exact: true }));
  expect(lines(text)).toHaveLength(2);
  expect(text).toContain("Thomson Reuters");
});

test("an example of the API is called from the page that explains it", async ({ page }) => {
  await page.goto("/data");
  await toContent(page);
  const contents = page.getByRole("navigation", { name: "On this page" });
  await enter(page, contents.getByRole("link", { name: "API and downloads" }));
  const endpoints = page.getByRole("region", { name: "API endpoints" });
  await enter(page, endpoints.getByRole("link", { name: "/api/companies/thomson-reuters" }));
  await expect(page).toHaveURL("/api/companies/thomson-reuters");
  expect(JSON.parse(await page.locator("body").innerText()).company.name).toBe("Thomson Reuters");
});
