import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "playwright/test";

import { plainPage } from "./plain-page";

const palantir = "/contracts/CONT_AWD_70CTD022FR0000170_7012_GS35F0086U_4730";
const earlier = "/contracts/CONT_AWD_70CDCR18C00000003_7012_-NONE-_-NONE-";
const keyless = "/contracts/7012-70CDCR19P00000051";

const actions = (page: Page) => page.getByRole("region", { name: "Actions of this contract" });
const action = (page: Page, modification: string) =>
  actions(page)
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: modification, exact: true }) });

test("the running total of a contract ends at its sum in these records", async ({ page }) => {
  await page.goto(palantir);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("70CTD022FR0000170, Palantir");
  const rows = actions(page).locator("tbody").getByRole("row");
  await expect(rows).toHaveCount(16);
  await expect(rows.last().getByRole("cell").last()).toHaveText("$150,703,824.61");
  await expect(actions(page).locator("tfoot")).toContainText("$150,703,824.61");
  const figure = page.locator("dl").first();
  await expect(figure).toContainText("Obligated in these records (net)$150,703,824.61");
  await expect(figure).toContainText("Added$150,721,824.61");
  await expect(figure).toContainText("Taken back−$18,000.00");
  await expect(page.getByText("Earlier actions are not in these records")).toHaveCount(0);
});

test("two actions of the same amount are two actions", async ({ page }) => {
  await page.goto(palantir);
  await expect(action(page, "P00009")).toContainText("$29,898,236.00");
  await expect(action(page, "P00009")).toContainText("2025-04-11");
  await expect(action(page, "P00012")).toContainText("$29,898,236.00");
  await expect(action(page, "P00012")).toContainText("2025-09-25");
  await expect(action(page, "P00010")).toContainText("−$18,000.00");
  await expect(action(page, "P00011")).toContainText("option exercised read from the text");
});

test("the PIID leads to the same contract as the award key", async ({ page }) => {
  await page.goto("/contracts/70CTD022FR0000170");
  await expect(page.getByText("$150,703,824.61").first()).toBeVisible();
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", palantir);
  await expect(page).toHaveTitle(/70CTD022FR0000170, Palantir/);
});

test("a contract that began before the records says so", async ({ page }) => {
  await page.goto(earlier);
  await expect(page.getByText("$407,095,709.43").first()).toBeVisible();
  await expect(
    page.getByRole("complementary", { name: "Earlier actions are not in these records" }),
  ).toContainText("1 October 2020");
  await expect(actions(page).locator("caption")).toContainText("earlier actions are not in these records");
  await expect(page.getByText("First description in these records")).toBeVisible();
});

test("the official record is linked by the award key, and only by it", async ({ page }) => {
  await page.goto(palantir);
  await expect(page.getByRole("link", { name: "70CTD022FR0000170 at USAspending.gov" })).toHaveAttribute(
    "href",
    "https://www.usaspending.gov/award/CONT_AWD_70CTD022FR0000170_7012_GS35F0086U_4730",
  );
  await page.goto(keyless);
  await expect(page.getByRole("link", { name: /at USAspending\.gov/ })).toHaveCount(0);
  await expect(page.getByText("The records give no award key for this contract")).toBeVisible();
});

test("the file holds exactly the actions of the contract", async ({ page, request }) => {
  // Another contract's descriptions name the second one's number: the link has to leave them out.
  for (const [url, key, count] of [
    [palantir, "CONT_AWD_70CTD022FR0000170_7012_GS35F0086U_4730", 16],
    ["/contracts/70CMSW21FC0000072", "CONT_AWD_70CMSW21FC0000072_7012_HSCEMS17A00004_7012", 3],
  ] as const) {
    await page.goto(url);
    const shown = await actions(page).locator("tbody").getByRole("row").count();
    expect(shown).toBe(count);
    const link = page.getByRole("link", { name: /actions? \(CSV\)/ });
    const text = await (await request.get((await link.getAttribute("href")) ?? "")).text();
    const rows = text.trimEnd().split("\r\n").slice(1);
    expect(rows).toHaveLength(shown);
    for (const row of rows) expect(row).toContain(key);
  }
});

test("the JSON of a contract is one link away", async ({ page, request }) => {
  await page.goto(palantir);
  const link = page.getByRole("link", { name: "Contract and actions (JSON)" });
  const answer = await (await request.get((await link.getAttribute("href")) ?? "")).json();
  expect(answer.contract.in_records).toBe(150703824.61);
  expect(answer.actions).toHaveLength(16);
});

test("the citation names award, agency, figure, days and source", async ({ page }) => {
  await page.goto(palantir);
  const citation = page.getByText(/snapshot [0-9a-f]+\.$/);
  await expect(citation).toContainText(
    "$150,703,824.61 obligated (net) in these records, 16 contract actions",
  );
  await expect(citation).toContainText(
    "U.S. Immigration and Customs Enforcement, contract 70CTD022FR0000170",
  );
  await expect(citation).toContainText("Data through 20 August 2026, retrieved");
  await expect(citation).toContainText("Source: USAspending.gov");
});

test("other orders under the same vehicle lead to their own pages", async ({ page }) => {
  await page.goto(palantir);
  const others = page.getByRole("region", { name: "Table of other orders" });
  await others.getByRole("link", { name: "70CTD022FR0000070" }).click();
  await expect(page.getByText("$6,937,738.86").first()).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("70CTD022FR0000070");
});

test("an address that names no contract is not found, and the page says what there is", async ({
  browser,
}) => {
  const page = await plainPage(browser);
  for (const path of ["NO-SUCH-CONTRACT", "a%2Fb%22%00c", "%25E0%25A4%25A", "%E0%A4%A"]) {
    const response = await page.goto(`/contracts/${path}`);
    expect(response?.status(), path).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nothing at this address");
    await expect(page.getByText("signed from 1 October 2020 to 20 August 2026")).toBeVisible();
  }
  await page.context().close();
});

test("a contract is whole without scripts", async ({ browser }) => {
  const page = await plainPage(browser);
  await page.goto(palantir);
  await expect(actions(page).locator("tbody").getByRole("row")).toHaveCount(16);
  await expect(actions(page).locator("tfoot")).toContainText("$150,703,824.61");
  await page.context().close();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`a contract has no barrier that axe finds, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    for (const url of [palantir, earlier, keyless]) {
      await page.goto(url);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    }
  });
}

test("a contract fits a telephone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const url of [palantir, earlier, keyless]) {
    await page.goto(url);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  }
  await page.goto(palantir);
  const amount = await action(page, "P00009").getByText("$29,898,236.00").boundingBox();
  expect((amount?.x ?? 390) + (amount?.width ?? 0)).toBeLessThanOrEqual(390);
});
