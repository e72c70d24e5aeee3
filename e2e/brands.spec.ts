import type { Page } from "playwright/test";

import { expect, expectAccessible, test, twoAppearances } from "./journey";

const title = (page: Page) => page.getByRole("heading", { level: 1 });
const result = (page: Page) => page.getByRole("region", { name: "Result" });
/** A figure of the records that a list of contracts sums, by the exact amount. */
const sum = (page: Page, exact: string | null) =>
  result(page)
    .getByTitle(exact ?? "no amount")
    .first();
const cents = (dollars: string) => Number(dollars.replace("−", "-").replace(/[$,.]/g, ""));

test("a brand's page says what names it, whose brand it is, and by which rule", async ({ reader: page }) => {
  await page.goto("/brands/tableau");
  await expect(title(page)).toHaveText("Tableau, named in the description of other companies’ awards");
  await expect(page.getByText(/descriptions name Tableau, a brand of Salesforce/)).toBeVisible();
  await expect(page.getByText("it is no award to Salesforce")).toBeVisible();
  const rule = page.getByRole("region", { name: "The rule" });
  await expect(rule).toContainText("A description names it withtableau");
  await expect(rule.getByRole("link", { name: "Salesforce" })).toHaveAttribute(
    "href",
    "/companies/salesforce",
  );
  await expect(rule.getByRole("listitem").filter({ hasText: "TABLEAU SOFTWARE" })).toBeVisible();
  await expect(page.getByRole("region", { name: "The newest descriptions that name Tableau" })).toContainText(
    "TABLEAU",
  );
  const report = page.getByRole("textbox", { name: "Report of a wrong match" });
  await expect(report).toHaveValue(/Wrong match of a brand: Tableau[\s\S]*Pattern: tableau[\s\S]*Award ID/);
});

test("a brand's figures link to the records that they sum", async ({ reader: page }) => {
  await page.goto("/brands/microsoft?agency=7012&agency=7014");
  const figure = page.getByRole("definition").first();
  const net = await figure.locator("data").getAttribute("title");
  await figure.getByRole("link").click();
  await expect(page).toHaveURL("/contracts?agency=7012&agency=7014&brand=microsoft");
  await expect(sum(page, net)).toBeVisible();
  await expect(page.getByRole("link", { name: "Remove Brand named: Microsoft" })).toBeVisible();

  await page.goto("/brands/microsoft");
  const holders = page.getByRole("figure", { name: "Who holds the awards that name it?" });
  const first = holders.locator("ol").getByRole("listitem").first();
  const held = await first.locator("data").getAttribute("title");
  await first.getByRole("link", { name: held ?? "" }).click();
  await expect(sum(page, held)).toBeVisible();
});

test("the list of brands runs from the largest net or by name, and links to brands and records", async ({
  reader: page,
}) => {
  await page.goto("/brands");
  const rows = page.getByRole("region", { name: "Table of brands" }).getByRole("row");
  expect(await rows.count()).toBeGreaterThan(40);
  const nets = await rows
    .locator("td:nth-child(3) data")
    .evaluateAll((all) => all.map((one) => one.getAttribute("title") ?? ""));
  expect(nets.map(cents)).toEqual(nets.map(cents).toSorted((one, other) => other - one));
  const cisco = rows.filter({ has: page.getByRole("rowheader", { name: "Cisco", exact: true }) });
  await expect(cisco.getByRole("cell").first()).toHaveText("Cisco");
  const net = await cisco.locator("data").first().getAttribute("title");
  await cisco.getByRole("cell").nth(1).getByRole("link").click();
  await expect(page).toHaveURL("/contracts?brand=cisco");
  await expect(sum(page, net)).toBeVisible();

  await page.goBack();
  await page.getByRole("link", { name: "By name" }).click();
  await expect(page).toHaveURL("/brands?sort=name");
  const names = await rows.getByRole("rowheader").allInnerTexts();
  expect(names).toEqual(names.toSorted((one, other) => (one.toLowerCase() < other.toLowerCase() ? -1 : 1)));
  await rows.getByRole("link", { name: "GrayKey" }).click();
  await expect(title(page)).toHaveText("GrayKey, named in the description of other companies’ awards");
});

test("a brand that no description of the agency names says so and keeps its rule", async ({
  reader: page,
}) => {
  await page.goto("/brands/figma");
  await expect(
    page.getByRole("complementary", { name: "No description of an action of ICE names Figma" }),
  ).toBeVisible();
  await expect(page.getByRole("region", { name: "The rule" })).toContainText("figma");
  await page.getByRole("link", { name: "CBP" }).click();
  await expect(page).toHaveURL("/brands/figma?agency=7014");
  await expect(page.getByRole("region", { name: "Contracts" }).getByRole("row")).toHaveCount(3);
});

test("the pages of brands name parameters that they cannot read", async ({ reader: page }) => {
  const notice = page.getByRole("complementary", { name: /could not be understood/ });
  await page.goto("/brands?sort=price&color=blue");
  await expect(notice.getByRole("listitem")).toHaveText([
    "sort must be one of -net, name; given: price",
    "color is not a parameter that is known here; given: blue",
  ]);
  await page.goto("/brands/tableau?fy=2025");
  await expect(notice).toContainText("fy works on the list of contracts, not here");
  await expect(notice.getByRole("link", { name: /Open the list of contracts/ })).toHaveAttribute(
    "href",
    "/contracts?fy=2025&brand=tableau",
  );
});

test("the brand facet counts the contracts that it leads to", async ({ reader: page }) => {
  await page.goto("/contracts?fy=2025");
  const facet = page.getByRole("list", { name: "Brand named in the description" });
  const choice = facet.getByRole("link").first();
  const [, count] = /(\d[\d,]*) contracts?/.exec(await choice.innerText()) ?? [];
  await choice.click();
  await expect(page).toHaveURL(/brand=/);
  await expect(result(page)).toContainText(`${count} contract`);
  await expect(page.getByText("Mentions in other companies’ awards, not recipients")).toBeVisible();
});

test("a button copies the text of a report", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/brands/glock");
  const text = await page.getByRole("textbox", { name: "Report of a wrong match" }).inputValue();
  await page.getByRole("button", { name: "Copy this text" }).click();
  await expect(page.getByText("✓ copied")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
});

test("brands with few or no mentions have no axe violations and fit narrow and wide windows", {
  tag: "@deep",
}, async ({ page }) => {
  for (const path of ["/brands/glock", "/brands/figma"]) {
    await page.goto(path);
    await expect(title(page)).toBeVisible();
    await expectAccessible(page, twoAppearances);
  }
});
