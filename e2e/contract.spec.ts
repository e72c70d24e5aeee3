import type { Page } from "playwright/test";

import { expect, expectAccessible, pageWidth, test, twoAppearances } from "./journey";

const palantir = "/contracts/CONT_AWD_70CTD022FR0000170_7012_GS35F0086U_4730";
const earlier = "/contracts/CONT_AWD_70CDCR18C00000003_7012_-NONE-_-NONE-";
const single = "/contracts/70CDCR18P00000047";
const keyless = "/contracts/7012-70CDCR19P00000051";

const actions = (page: Page) => page.getByRole("region", { name: "Actions of this contract" });
const action = (page: Page, modification: string) =>
  actions(page)
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: modification, exact: true }) });
const runningTotal = (page: Page) => page.getByRole("figure", { name: "Running total in these records" });
const suggested = (page: Page) =>
  page.getByRole("region", { name: "Possible predecessors and successors (suggested)" });

test("a contract's actions run to its total in these records, each with its kind and amount", async ({
  reader: page,
}) => {
  await page.goto(palantir);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("70CTD022FR0000170, Palantir");
  const rows = actions(page).locator("tbody").getByRole("row");
  await expect(rows).toHaveCount(16);
  await expect(rows.last().getByRole("cell").last()).toHaveText("$150,703,824.61");
  await expect(actions(page).locator("tfoot")).toContainText("$150,703,824.61");
  const figures = page.locator("dl").first();
  await expect(figures).toContainText("Obligated in these records (net)$150,703,824.61");
  await expect(figures).toContainText("Added$150,721,824.61");
  await expect(figures).toContainText("Taken back−$18,000.00");
  await expect(page.getByText("Earlier actions are not in these records")).toHaveCount(0);
  await expect(suggested(page)).toHaveCount(0);

  // Two actions of the same amount are two actions.
  await expect(action(page, "P00009")).toContainText("$29,898,236.00");
  await expect(action(page, "P00009")).toContainText("2025-04-11");
  await expect(action(page, "P00012")).toContainText("$29,898,236.00");
  await expect(action(page, "P00012")).toContainText("2025-09-25");

  await expect(action(page, "0")).toContainText("award modification 0");
  await expect(action(page, "P00002")).toContainText("no money read from the amount");
  await expect(action(page, "P00008")).toContainText("extended read from the text: NO-COST EXTENSION");
  await expect(action(page, "P00010")).toContainText("−$18,000.00");
  await expect(action(page, "P00010")).toContainText(
    "money taken back read from the text: DEOBLIGATES EXCESS FUNDS",
  );
  await expect(action(page, "P00011")).toContainText(
    "option exercised read from the text: EXERCISES OPTION PERIOD 3",
  );
});

test("a contract's page names its vehicle and source, and words a citation and a records request", async ({
  reader: page,
}) => {
  await page.goto(palantir);
  const facts = page.getByRole("region", { name: "What the record says" });
  await expect(facts).toContainText("Kind of vehicleGSA schedule");
  await expect(facts.getByRole("link", { name: "GS35F0086U" })).toHaveAttribute(
    "href",
    "/vehicles/GS35F0086U",
  );
  await expect(page.getByRole("link", { name: "70CTD022FR0000170 at USAspending.gov" })).toHaveAttribute(
    "href",
    "https://www.usaspending.gov/award/CONT_AWD_70CTD022FR0000170_7012_GS35F0086U_4730",
  );
  await expect(page.getByRole("link", { name: "16 actions (CSV)" })).toHaveAttribute(
    "href",
    /^\/contracts\.csv\?/,
  );
  await expect(page.getByRole("link", { name: "Contract and actions (JSON)" })).toHaveAttribute(
    "href",
    `/api${palantir}`,
  );
  const citation = page.getByText(/snapshot [0-9a-f]+\.$/);
  await expect(citation).toContainText(
    "$150,703,824.61 obligated (net) in these records, 16 contract actions",
  );
  await expect(citation).toContainText(
    "U.S. Immigration and Customs Enforcement, contract 70CTD022FR0000170",
  );
  await expect(citation).toContainText("Data through 20 August 2026, retrieved");
  await expect(citation).toContainText("Source: USAspending.gov");
  await expect(page.getByText(/^Contract or order number \(PIID\): 70CTD022FR0000170\./)).toContainText(
    "Parent agreement (parent PIID): GS35F0086U. Agency: U.S. Immigration and Customs Enforcement.",
  );
});

test("a contract's figures link to its actions, and its other orders to their pages", async ({
  reader: page,
}) => {
  await page.goto(palantir);
  await page.locator("dl").first().getByRole("link", { name: "−$18,000.00" }).click();
  await expect(page).toHaveURL(/sign=neg/);
  await expect(page.getByText(/^1 action · 1 contract/)).toBeVisible();
  await expect(page.getByText("−$18,000.00").first()).toBeVisible();
  await page.goBack();
  const others = page.getByRole("region", { name: "Table of other orders" });
  await others.getByRole("link", { name: "70CTD022FR0000070" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("70CTD022FR0000070");
  await expect(page.getByText("$6,937,738.86").first()).toBeVisible();
});

test("the raw record has every column of every action under its own name", async ({ reader: page }) => {
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

test("arrow keys walk the running total day by day", async ({ page }) => {
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

test("a contract that began before the records says so, in its chart and table too", async ({
  reader: page,
}) => {
  await page.goto(earlier);
  await expect(page.getByText("$407,095,709.43").first()).toBeVisible();
  await expect(
    page.getByRole("complementary", { name: "Earlier actions are not in these records" }),
  ).toContainText("1 October 2020");
  await expect(actions(page).locator("caption")).toContainText("earlier actions are not in these records");
  await expect(page.getByText("First description in these records")).toBeVisible();
  await expect(
    runningTotal(page).getByRole("listitem").filter({ hasText: "earlier actions are not in these records" }),
  ).toBeVisible();
});

test("a contract of one action has no chart, and one without an award key no official link", async ({
  reader: page,
}) => {
  await page.goto(single);
  await expect(page.getByRole("heading", { name: "Actions", exact: true })).toBeVisible();
  await expect(runningTotal(page)).toHaveCount(0);
  await page.goto(keyless);
  await expect(page.getByRole("link", { name: /at USAspending\.gov/ })).toHaveCount(0);
  await expect(page.getByText("The records give no award key for this contract")).toBeVisible();
  const facts = page.getByRole("region", { name: "What the record says" });
  await expect(facts).toBeVisible();
  await expect(facts.getByText("Kind of vehicle")).toHaveCount(0);
});

test("possible predecessors and successors are marked as suggestions and link to their pages", async ({
  reader: page,
}) => {
  await page.goto("/contracts/70CDCR22FR0000008");
  const section = suggested(page);
  await expect(section).toContainText("nobody has confirmed it");
  await expect(section.getByRole("region", { name: "Possible successors" })).toContainText(
    "38 days before this contract’s last action",
  );
  await expect(section.getByRole("region", { name: "Possible predecessors" })).toContainText(
    "6 days before this contract’s award",
  );
  await section.getByRole("link", { name: "70CDCR23FR0000015" }).click();
  await expect(page.getByText("$87,937,059.32").first()).toBeVisible();
});

test("a contract fits a phone, its amounts too", async ({ reader: page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(palantir);
  expect(await pageWidth(page)).toBe(390);
  const amount = await action(page, "P00009").getByText("$29,898,236.00").boundingBox();
  expect((amount?.x ?? 390) + (amount?.width ?? 0)).toBeLessThanOrEqual(390);
});

test("contracts in other states have no axe violations and fit a phone", { tag: "@deep" }, async ({
  page,
}) => {
  for (const path of [palantir, earlier, keyless]) {
    await page.goto(path);
    if (path === palantir) await page.getByText("Show the raw record of 16 actions").click();
    await expectAccessible(page, twoAppearances);
  }
});
