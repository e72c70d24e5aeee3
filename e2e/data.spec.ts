import { axeViolations, expect, pageWidth, test } from "./journey";

test("every row of the files is accounted for", async ({ reader: page }) => {
  await page.goto("/data");
  const accounts = page.getByRole("region", { name: "Row accounts by file" });
  const total = accounts.getByRole("row").last().getByRole("cell");
  await expect(total).toHaveText(["63,109", "62,963", "146", "0", "0", "8", ""]);
  const files = await accounts
    .locator("tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll("td.num")].map((cell) => Number(cell.textContent?.replaceAll(",", ""))),
      ),
    );
  expect(files).toHaveLength(12);
  for (const [read = 0, ...kept] of files) {
    expect(kept.slice(0, 4).reduce((sum, count) => sum + count, 0)).toBe(read);
  }
});

test("the page states the source of each file, and every column of an answer", async ({
  reader: page,
  request,
}) => {
  await page.goto("/data");
  const sources = page.getByRole("region", { name: "Table of sources" });
  const row = sources.getByRole("row").filter({ hasText: "ice-contract-actions-fy2025.csv" });
  await expect(row).toContainText("2026-08-22");
  await expect(row).toContainText("USAspending.gov (spending_by_transaction, award types A-D)");
  await expect(row).toContainText("the public repository wrags81/cbp-ice-dashboard");

  for (const [view, label] of [
    ["contracts", "One row per contract"],
    ["actions", "One row per action"],
  ] as const) {
    const answer = await request.get(`/api/contracts?size=1&view=${view}`);
    const [first] = (await answer.json()).rows as object[];
    const names = await page.getByRole("region", { name: label }).getByRole("rowheader").allInnerTexts();
    for (const name of Object.keys(first ?? {})) {
      expect(
        names.filter((one) => one === name),
        `${view}: ${name}`,
      ).toHaveLength(1);
    }
  }
});

test("a known problem has an address, and the contents list leads to every part", async ({
  reader: page,
}) => {
  await page.goto("/data#problem-keyless-ice");
  const problem = page.locator("#problem-keyless-ice");
  await expect(problem.getByRole("heading")).toHaveText(
    "2,413 ICE rows of FY2022 and FY2023 have no award key",
  );
  await expect(problem).toBeInViewport();

  const links = page.getByRole("navigation", { name: "On this page" }).getByRole("link");
  const headings = page.locator("main").getByRole("heading", { level: 2 });
  expect(await links.allTextContents()).toEqual(await headings.allTextContents());
  for (const part of await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""))) {
    await expect(page.locator("main").locator(part), part).toHaveCount(1);
  }
});

test("every example of the API answers", async ({ reader: page, request }) => {
  await page.goto("/data");
  const links = page.getByRole("region", { name: "API endpoints" }).getByRole("link");
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  expect(addresses.length).toBeGreaterThanOrEqual(8);
  for (const address of addresses) expect((await request.get(address)).status(), address).toBe(200);
});

test("wide tables scroll inside themselves on a phone, by keyboard too", async ({ reader: page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/data");
  expect(await pageWidth(page)).toBeLessThanOrEqual(390);
  const accounts = page.getByRole("region", { name: "Row accounts by file" });
  await accounts.focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => accounts.evaluate((region) => region.scrollLeft)).toBeGreaterThan(0);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the page has no axe violations: ${colorScheme}`, { tag: "@deep" }, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto("/data");
    expect(await axeViolations(page)).toEqual([]);
  });
}
