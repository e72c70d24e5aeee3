import type { Locator, Page } from "playwright/test";

import { inDays, washington } from "./full-width";
import { allAppearances, axeViolations, expect, expectAccessible, pageWidth, test } from "./journey";

const inWords = (day: string, month: "long" | "short" = "long") =>
  new Date(`${day}T12:00:00Z`)
    .toLocaleDateString("en-GB", { day: "numeric", month, year: "numeric", timeZone: "UTC" })
    .replace("Sept ", "Sep ");

const list = (page: Page) => page.getByRole("region", { name: "Contracts that end soon" });
const row = (page: Page, piid: string) => list(page).getByRole("row").filter({ hasText: piid });
const fact = (within: Locator, label: string) =>
  within.locator("dl > div").filter({ has: within.page().locator("dt").getByText(label, { exact: true }) });

test.describe("with full-width records", () => {
  test.use({ site: "wide" });

  test("lists what ends soon from today, the first to end first", async ({ reader: page }) => {
    await page.goto("/ending");
    await expect(page.getByText(`Counted from ${inWords(washington)}; the records go through`)).toBeVisible();
    await expect(list(page).getByRole("rowheader")).toHaveText([
      "70CTD020FR0000009",
      "70CTD026FR0000001",
      "70CTD026FR0000005",
      "70CTD026FR0000002",
    ]);
    const first = row(page, "70CTD026FR0000001");
    await expect(first).toContainText(inWords(inDays(20), "short"));
    await expect(first).toContainText(inWords(inDays(120), "short"));
    await expect(first).toContainText("20 days");
    await expect(first).toContainText("$75,000.25");
    await expect(first).toContainText("$1,000.50");
    await expect(first).not.toContainText("latest action:");
    await expect(row(page, "70CTD026FR0000002")).toContainText("potential below current");
    await expect(row(page, "70CTD026FR0000005")).toContainText("earlier actions are not here");
    await expect(row(page, "70CTD026FR0000005")).toContainText("latest action: terminated");
    await expect(row(page, "70CTD020FR0000009")).toContainText("known from an award summary alone");
    await expect(row(page, "70CTD020FR0000009")).not.toContainText("$777,000.00");
    await expect(page.getByText("and 2 have one that cannot be right")).toBeVisible();
  });

  test("links choose how far ahead, by which end and of which company", async ({ reader: page }) => {
    await page.goto("/ending");
    await page.getByRole("link", { name: "Next 30 days" }).click();
    await expect(list(page).getByRole("rowheader")).toHaveCount(3);
    await page.getByRole("link", { name: "Next 180 days" }).click();
    await expect(page).toHaveURL("/ending?within=180");
    await page.getByRole("link", { name: "By potential end" }).click();
    await expect(page).toHaveURL("/ending?within=180&end=potential");
    await expect(list(page).getByRole("rowheader")).toHaveCount(6);
    await page.goto("/ending?company=geo-group");
    await expect(list(page).getByRole("rowheader")).toHaveText(["70CTD026FR0000002"]);
    await page.getByRole("link", { name: "Remove Company: The GEO Group" }).click();
    await expect(list(page).getByRole("rowheader")).toHaveCount(4);
  });

  test("a form filters what ends soon by words", async ({ reader: page }) => {
    await page.goto("/ending");
    await page.getByRole("searchbox", { name: "Words in description, company, PIID" }).last().fill("geo");
    await page.getByRole("button", { name: "Show" }).click();
    await expect(list(page).getByRole("rowheader")).toHaveText(["70CTD026FR0000002"]);
  });

  test("an empty list names the filter to leave out, and how far ahead there is something", async ({
    reader: page,
  }) => {
    await page.goto("/ending?company=geo-group&within=60");
    const nothing = page.getByRole("region", {
      name: "0 of 3 ICE contracts that end in these days are with The GEO Group",
    });
    await expect(nothing.getByRole("listitem")).toHaveText([
      "without the company filter: 3 contracts",
      "in the next 90 days: 1 contract",
    ]);
    await nothing.getByRole("link", { name: "in the next 90 days" }).click();
    await expect(list(page).getByRole("rowheader")).toHaveText(["70CTD026FR0000002"]);
  });

  test("a week's bar leads to the page and the row where it begins", async ({ reader: page }) => {
    await page.goto("/ending?size=1");
    const bars = page.getByRole("list", { name: "Contracts that end, by seven days" });
    await bars.getByRole("link").last().click();
    await expect(list(page).getByRole("rowheader")).toHaveText(["70CTD026FR0000002"]);
    await expect(page).toHaveURL(/page=4&size=1#week-10$/);
  });

  test("the front page says how much ends soon, and leads there", async ({ reader: page }) => {
    await page.goto("/");
    const soon = page.getByRole("region", { name: "What ends soon?" });
    await expect(soon.getByRole("listitem")).toHaveText([
      "3 contracts in the next 30 days",
      "3 contracts in the next 60 days",
      "4 contracts in the next 90 days",
      "4 contracts in the next 180 days",
    ]);
    await soon.getByRole("link").first().click();
    await expect(page).toHaveURL("/ending?within=30");
  });

  test("a company’s page says what ends within 180 days", async ({ reader: page }) => {
    await page.goto("/companies/palantir");
    const soon = page.getByRole("region", { name: "Contracts of this company that end soon" });
    await expect(soon.getByRole("rowheader")).toHaveText(["70CTD026FR0000001", "70CTD026FR0000005"]);
    await page.getByRole("link", { name: "All 2 contracts, with options" }).click();
    await expect(page).toHaveURL("/ending?company=palantir&within=180");
  });

  test("a contract’s page tells its amounts and its ends apart", async ({ reader: page }) => {
    await page.goto("/contracts/70CTD026FR0000001");
    const whole = page.getByRole("region", { name: "The whole award, as reported" });
    await expect(fact(whole, "Obligated in these records")).toContainText("$1,000.50");
    await expect(fact(whole, "Obligated (reported, whole award)")).toContainText("$5,000.50");
    await expect(fact(whole, "Current value (options exercised)")).toContainText("$20,000.00");
    await expect(fact(whole, "Potential value (all options)")).toContainText("$95,000.25");
    await expect(fact(whole, "Outlayed (reported, whole award)")).toContainText("$400.00");
    await expect(fact(whole, "Options not yet used")).toContainText("$75,000.25");
    await expect(fact(whole, "Current end")).toContainText(`${inWords(inDays(20))}: 20 days left`);
    await expect(fact(whole, "Award type")).toContainText("Delivery or task order (C)");
    await expect(fact(whole, "Competition")).toContainText("NOT COMPETED");
    await expect(fact(whole, "Place of performance")).toContainText("RESTON, Virginia");
    await page.goto("/contracts/70CTD026FR0000003");
    await expect(fact(whole, "Current end")).toContainText(
      "31 December 3017, which cannot be right; not used",
    );
    await page.goto("/contracts/70CTD026FR0000004");
    await expect(fact(whole, "Current end")).toContainText("before the recorded start; not used");
    await page.goto("/contracts/70CTD026FR0000005");
    await expect(fact(whole, "Options not yet used")).toContainText("The current value is not reported.");
    await expect(fact(whole, "Description of the base award")).toContainText("THE AWARD AS IT BEGAN");
    await expect(page.getByRole("region", { name: "Actions of this contract" })).toContainText(
      "recorded as: Terminate for convenience",
    );
  });

  test("a contract and a company known from a summary alone have pages without figures", async ({
    reader: page,
  }) => {
    await page.goto("/contracts/70CTD020FR0000009");
    await expect(
      page.getByRole("complementary", { name: "Known from an award summary alone; in no sum here" }),
    ).toBeVisible();
    await expect(page.getByText("$777,000.00")).toBeVisible();
    await expect(page.getByRole("region", { name: "Actions of this contract" })).toHaveCount(0);
    await page.getByRole("link", { name: "ZZZ KNOWN FROM A SUMMARY, LLC" }).first().click();
    await expect(page).toHaveURL("/companies/zzz-known-from-a-summary");
    await expect(page.getByText("is known from award summaries alone")).toBeVisible();
    await expect(
      page.getByRole("region", { name: "Contracts known from award summaries alone" }).getByRole("rowheader"),
    ).toHaveText(["70CTD020FR0000009"]);
    await expect(page.getByText("no action of its 1 contract is here")).toBeVisible();
    await expect(page.getByText("Obligated directly")).toHaveCount(0);
    await expect(page.getByRole("main").getByText("$0", { exact: true })).toHaveCount(0);
  });

  test("the list of contracts filters by the facts of full-width records, and offers them", async ({
    reader: page,
  }) => {
    await page.goto("/contracts");
    await page
      .getByRole("list", { name: "Competition" })
      .getByRole("link", { name: /^NOT COMPETED/ })
      .click();
    await expect(page).toHaveURL("/contracts?competition=C");
    await expect(page.getByText("4 actions · 4 contracts · 1 company")).toBeVisible();
    await page.goBack();
    await page
      .getByRole("list", { name: "Place of performance" })
      .getByRole("link", { name: /^Mexico/ })
      .click();
    await expect(page.getByText("1 action · 1 contract · 1 company")).toBeVisible();
    await page.getByRole("link", { name: "Remove Place of performance: Mexico" }).click();
    await expect(page).toHaveURL("/contracts");
    await page
      .getByRole("list", { name: "Award type" })
      .getByRole("link", { name: /^Purchase order/ })
      .click();
    await expect(page).toHaveURL("/contracts?type=B");
    await page.goto(`/contracts?ends_before=${inDays(21)}`);
    await expect(page.getByText("2 actions · 2 contracts · 1 company")).toBeVisible();
    await page.goto("/contracts?min=20000&max=20000&amount=current");
    await expect(page.getByText("4 actions · 4 contracts")).toBeVisible();
    await page.goto("/contracts?cols=piid,current_end,potential_value,type");
    await expect(page.getByRole("columnheader")).toHaveText([
      "Contract (PIID)",
      "Current end",
      "Potential value (all options)",
      "Award type",
    ]);
  });

  test("what ends soon has no axe violations and fits a phone", async ({ page }) => {
    await page.goto("/ending");
    await expectAccessible(page, [["dark", 390]]);
  });

  test("pages of full-width records have no axe violations and fit a phone", {
    tag: "@deep",
  }, async ({ page }) => {
    for (const path of [
      "/ending",
      "/ending?within=180&end=potential",
      "/contracts/70CTD026FR0000003",
      "/contracts/70CTD020FR0000009",
      "/contracts",
    ]) {
      await page.goto(path);
      await expectAccessible(page, allAppearances);
    }
  });
});

test.describe("with the bundled records, which have no end dates", () => {
  test("says which file brings end dates, and how", async ({ reader: page }) => {
    await page.goto("/ending");
    await expect(page.getByText("hold no end date of any contract")).toBeVisible();
    await expect(page.getByText("npm run data -- import FILE")).toBeVisible();
    await expect(page.getByText("prime award summaries")).toBeVisible();
    await page.goto("/companies/palantir");
    await expect(page.getByText("These records hold no end dates and no options to come.")).toBeVisible();
    await expect(page.getByRole("heading", { name: /that end within/ })).toHaveCount(0);
  });

  test("offers no filter or column that the records lack, and takes an address that names one", async ({
    reader: page,
  }) => {
    await page.goto("/contracts");
    await expect(page.getByRole("list", { name: "Company" })).toBeVisible();
    for (const name of ["Award type", "Competition", "Place of performance", "End of the contract"])
      await expect(page.getByRole("heading", { name })).toHaveCount(0);
    await expect(page.getByRole("option", { name: /value/ })).toHaveCount(0);
    await page.getByText("Columns", { exact: true }).click();
    await expect(page.getByRole("checkbox").first()).toBeVisible();
    await expect(page.getByRole("checkbox", { name: /Current end|Competition|UEI/ })).toHaveCount(0);
    await page.goto("/contracts?company=palantir&cols=piid,current_end,competition");
    await expect(page.getByRole("cell", { name: "Not reported" })).toHaveCount(16);
    await page.goto("/contracts/70CTD022FR0000170");
    await expect(page.getByRole("heading", { name: "Actions", exact: true })).toBeVisible();
    await expect(page.getByRole("heading", { name: "The whole award, as reported" })).toHaveCount(0);
  });

  test("names the days that it cannot read, without axe violations on a phone", async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto("/ending?within=7");
    await expect(page.getByRole("complementary", { name: /could not be understood/ })).toContainText(
      "within must be one of 30, 60, 90, 180",
    );
    expect(await axeViolations(page)).toEqual([]);
    expect(await pageWidth(page)).toBe(390);
  });
});
