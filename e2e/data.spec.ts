import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "playwright/test";

import { plainPage } from "./plain-page";

test("every row of the files is accounted for", async ({ page }) => {
  await page.goto("/data");
  const accounts = page.getByRole("region", { name: "Row accounts by file" });
  const total = accounts.getByRole("row").last().getByRole("cell");
  await expect(total).toHaveText(["63,109", "62,963", "146", "0", "0", "8", ""]);
  const files = await accounts.locator("tbody").getByRole("row").all();
  expect(files).toHaveLength(12);
  for (const file of files) {
    const [read = 0, ...kept] = (await file.locator("td.num").allTextContents()).map((text) =>
      Number(text.replaceAll(",", "")),
    );
    expect(kept.slice(0, 4).reduce((sum, count) => sum + count, 0)).toBe(read);
  }
});

test("the sources are stated file by file", async ({ page }) => {
  await page.goto("/data");
  const sources = page.getByRole("region", { name: "Table of sources" });
  const row = sources.getByRole("row").filter({ hasText: "ice-contract-actions-fy2025.csv" });
  await expect(row).toContainText("2026-08-22");
  await expect(row).toContainText("USAspending.gov (spending_by_transaction, award types A-D)");
  await expect(row).toContainText("the public repository wrags81/cbp-ice-dashboard");
});

test("every known problem has an address", async ({ page }) => {
  await page.goto("/data#problem-keyless-ice");
  const problem = page.locator("#problem-keyless-ice");
  await expect(problem.getByRole("heading")).toHaveText(
    "2,413 ICE rows of FY2022 and FY2023 have no award key",
  );
  await expect(problem).toBeInViewport();
});

test("the dictionary has the columns of both views", async ({ page, request }) => {
  await page.goto("/data");
  for (const [view, label] of [
    ["contracts", "One row per contract"],
    ["actions", "One row per action"],
  ] as const) {
    const table = page.getByRole("region", { name: label });
    const rows = (await request.get(`/api/contracts?size=1&view=${view}`)).json();
    const [row] = (await rows).rows as object[];
    for (const name of Object.keys(row ?? {})) {
      await expect(table.getByRole("rowheader", { name, exact: true })).toHaveCount(1);
    }
  }
});

test("every example of the API answers", async ({ page, request }) => {
  await page.goto("/data");
  const links = page.getByRole("region", { name: "API endpoints" }).getByRole("link");
  expect(await links.count()).toBeGreaterThanOrEqual(8);
  for (const link of await links.all()) {
    const address = (await link.getAttribute("href")) ?? "";
    expect((await request.get(address)).status(), address).toBe(200);
  }
});

test("the contents list leads to every part", async ({ page }) => {
  await page.goto("/data");
  const contents = page.getByRole("navigation", { name: "On this page" });
  const names = await contents.getByRole("link").allTextContents();
  const headings = await page.locator("main").getByRole("heading", { level: 2 }).allTextContents();
  expect(names).toEqual(headings);
  for (const link of await contents.getByRole("link").all()) {
    await expect(page.locator("main").locator((await link.getAttribute("href")) ?? "")).toHaveCount(1);
  }
});

test("the page is whole without scripts", async ({ browser }) => {
  const page = await plainPage(browser);
  await page.goto("/data");
  await expect(page.getByRole("region", { name: "Row accounts by file" })).toContainText("62,963");
  await page.context().close();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the page has no barrier that axe finds, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto("/data");
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
}

test("wide tables scroll inside themselves on a telephone, also by keyboard", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/data");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  const accounts = page.getByRole("region", { name: "Row accounts by file" });
  await accounts.focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => accounts.evaluate((region) => region.scrollLeft)).toBeGreaterThan(0);
});
