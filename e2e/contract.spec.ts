import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "playwright/test";

import { plainPage } from "./plain-page";

const palantir = "/contracts/CONT_AWD_70CTD022FR0000170_7012_GS35F0086U_4730";
const earlier = "/contracts/CONT_AWD_70CDCR18C00000003_7012_-NONE-_-NONE-";
const single = "/contracts/70CDCR18P00000047";
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

test("each action has its kind, and what it was read from", async ({ page }) => {
  await page.goto(palantir);
  await expect(action(page, "0")).toContainText("award modification 0");
  await expect(action(page, "P00002")).toContainText("no money read from the amount");
  await expect(action(page, "P00008")).toContainText("extended read from the text: NO-COST EXTENSION");
  await expect(action(page, "P00010")).toContainText(
    "money taken back read from the text: DEOBLIGATES EXCESS FUNDS",
  );
  await expect(action(page, "P00011")).toContainText(
    "option exercised read from the text: EXERCISES OPTION PERIOD 3",
  );
});

test("the running total can be walked by keyboard, day by day", async ({ page }) => {
  await page.goto(palantir);
  const chart = page.getByRole("application", { name: /^Running total in these records/ });
  await page.getByRole("heading", { name: "Running total in these records" }).scrollIntoViewIfNeeded();
  await chart.focus();
  const tip = chart.getByRole("status");
  await page.keyboard.press("ArrowRight");
  await expect(tip).toContainText("P00001: money added");
  for (let day = 0; day < 9; day += 1) await page.keyboard.press("ArrowRight");
  await expect(tip).toContainText("22 July 2025");
  await expect(tip).toContainText("−$18,000.00");
  await expect(tip).toContainText("$88,098,065.29");
});

test("a running total without its beginning says so, and one action is no chart", async ({ page }) => {
  await page.goto(earlier);
  const section = page.getByRole("figure", { name: "Running total in these records" });
  await expect(
    section.getByRole("listitem").filter({ hasText: "earlier actions are not in these records" }),
  ).toBeVisible();
  await page.goto(single);
  await expect(page.getByRole("heading", { name: "Actions", exact: true })).toBeVisible();
  await expect(section).toHaveCount(0);
});

test("the figures open the actions behind them", async ({ page }) => {
  await page.goto(palantir);
  await page.locator("dl").first().getByRole("link", { name: "−$18,000.00" }).click();
  await expect(page).toHaveURL(/sign=neg/);
  await expect(page.getByText(/^1 action · 1 contract/)).toBeVisible();
  await expect(page.getByText("−$18,000.00").first()).toBeVisible();
});

test("the vehicle is told in words and leads to its page", async ({ page }) => {
  await page.goto(palantir);
  const facts = page.getByRole("region", { name: "What the record says" });
  await expect(facts).toContainText("Kind of vehicleGSA schedule");
  await facts.getByRole("link", { name: "GS35F0086U" }).click();
  await expect(page).toHaveURL("/vehicles/GS35F0086U");
  await page.goto(keyless);
  await expect(facts.getByText("Kind of vehicle")).toHaveCount(0);
});

test("possible neighbours are marked as suggested, and nothing is where none fits", async ({ page }) => {
  await page.goto("/contracts/70CDCR22FR0000008");
  const section = page.getByRole("region", { name: "Possible predecessors and successors (suggested)" });
  await expect(section).toContainText("nobody has confirmed it");
  await expect(section.getByRole("region", { name: "Possible successors" })).toContainText(
    "38 days before this contract’s last action",
  );
  await expect(section.getByRole("region", { name: "Possible predecessors" })).toContainText(
    "6 days before this contract’s award",
  );
  await section.getByRole("link", { name: "70CDCR23FR0000015" }).click();
  await expect(page.getByText("$87,937,059.32").first()).toBeVisible();
  await page.goto(palantir);
  await expect(section).toHaveCount(0);
});

test("the raw record has every column of every action under its own name", async ({ page }) => {
  await page.goto(palantir);
  await page.getByText("Show the raw record of 16 actions").click();
  const raw = page.getByRole("region", { name: "Raw record" });
  await expect(raw.getByRole("columnheader")).toHaveText([
    "contract_award_unique_key",
    "award_id_piid",
    "modification_number",
    "action_date",
    "federal_action_obligation",
    "awarding_sub_agency_code",
    "awarding_sub_agency_name",
    "recipient_name",
    "product_or_service_code_description",
    "naics_description",
    "transaction_description",
  ]);
  await expect(raw.locator("tbody").getByRole("row")).toHaveCount(16);
  await expect(raw.getByRole("row").filter({ hasText: "P00010" })).toContainText("-18000.00");
});

test("a records request names numbers, office and dates", async ({ page }) => {
  await page.goto(palantir);
  await expect(page.getByText(/^Contract or order number \(PIID\): 70CTD022FR0000170\./)).toContainText(
    "Parent agreement (parent PIID): GS35F0086U. Agency: U.S. Immigration and Customs Enforcement.",
  );
});

test("the PIID leads to the same contract as the award key", async ({ page, baseURL }) => {
  await page.goto("/contracts/70CTD022FR0000170");
  await expect(page.getByText("$150,703,824.61").first()).toBeVisible();
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", `${baseURL}${palantir}`);
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
  expect(answer.actions[11]).toMatchObject({
    kind: "option exercised",
    kind_from: "text",
    kind_words: "EXERCISES OPTION PERIOD 3",
    running_total: 107453907.61,
  });
  expect(answer).toMatchObject({ brands: [], predecessors: [], successors: [] });
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
