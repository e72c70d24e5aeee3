import type { Page } from "playwright/test";

import { expect, expectAccessible, test, twoAppearances } from "./journey";

/** A figure of a company with its label. */
const figure = (page: Page, label: string) =>
  page.locator("dl > div").filter({ has: page.getByText(label, { exact: true }) });
const headings = (page: Page) => page.getByRole("main").getByRole("heading", { level: 2 });
/** An exact figure of the records that a list of contracts sums. */
const sum = (page: Page, value: string) => page.getByRole("main").locator(`data[value="${value}"]`).first();

test("a company's page answers a reader's questions in order", async ({ reader: page }) => {
  await page.goto("/companies/palantir");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Palantir");
  await expect(page.getByRole("main")).toContainText(
    "From 1 October 2020 through 20 August 2026, ICE obligated",
  );
  await expect(headings(page)).toHaveText([
    "When was it obligated?",
    "Contracts, recently active first",
    "What is it for, in the record’s words?",
    "Who holds the awards that name Palantir?",
    "Rank and share",
    "Recipients grouped here (1)",
    "How to check this",
  ]);
  await expect(figure(page, "Together").locator("data").first()).toHaveAttribute("value", "318638423.10");
  await expect(figure(page, "Together")).toContainText("39 actions on 8 contracts");
});

test("awards of others that name a company stand apart and link to their actions", async ({
  reader: page,
}) => {
  await page.goto("/companies/microsoft");
  await expect(headings(page)).toHaveText([
    "When was it obligated?",
    "Contracts, recently active first",
    "What is it for, in the record’s words?",
    "Who holds the awards that name Microsoft?",
    "Rank and share",
    "Recipients grouped here (2)",
    "How to check this",
  ]);
  const named = figure(page, "Named in the description of others’ awards");
  await expect(named).toContainText("never added to the other figures");
  const amount = (await named.locator("data").first().getAttribute("value")) ?? "none";
  await named.getByRole("link").click();
  await expect(page).toHaveURL(/brand=/);
  await expect(sum(page, amount)).toBeVisible();
});

test("each figure of a company, also that of its subsidiaries, links to records that sum to it", async ({
  reader: page,
}) => {
  await page.goto("/companies/geo-group");
  const figures: { label: string; amount: string; records: string }[] = [];
  for (const label of ["Obligated directly", "Obligated to subsidiaries", "Together"]) {
    const link = figure(page, label).locator("dd").first().getByRole("link");
    figures.push({
      label,
      amount: (await link.locator("data").getAttribute("value")) ?? "none",
      records: (await link.getAttribute("href")) ?? "",
    });
  }
  for (const { label, amount, records } of figures) {
    expect(records).toMatch(/^\/contracts\?/);
    await page.goto(records);
    await expect(sum(page, amount), label).toBeVisible();
  }
});

test("the front page leads to large employers, and each page says what the records hold", async ({
  reader: page,
}) => {
  const employers = ["Google", "Amazon", "Salesforce", "Meta", "OpenAI"];
  const addressOf = (name: string) => `/companies/${name.toLowerCase()}`;
  await page.goto("/");
  for (const name of employers)
    await expect(page.getByRole("main").getByRole("link", { name, exact: true })).toHaveAttribute(
      "href",
      addressOf(name),
    );
  for (const name of employers) {
    await page.goto(addressOf(name));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
    await expect(page.getByRole("main")).toContainText(
      /ICE obligated .* \(net\) to|hold no award by ICE to a recipient known as/,
    );
    await expect(page.getByRole("main")).toContainText("Named in the description of others’ awards");
  }
});

test("an award to a subsidiary alone is not said to be the company's", async ({ reader: page }) => {
  await page.goto("/companies/google");
  const main = page.getByRole("main");
  await expect(main).toContainText("(net) to a subsidiary of Google, MANDIANT, INC., in 5 actions");
  await main.getByRole("link", { name: "as recorded" }).click();
  await expect(page).toHaveURL("/companies/google?grouped=no");
  await expect(main).toContainText("No action here is with Google itself");
});

test("an unknown company's page says what the records leave out and offers like names", async ({
  reader: page,
}) => {
  const response = await page.goto("/companies/acme-anvils");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("No company known as “acme anvils”");
  await expect(page.getByRole("main")).toContainText("Subcontracts");
  await expect(page.getByRole("main")).toContainText("purchase cards and micro-purchases");
  await expect(page.getByRole("searchbox", { name: "Name to look for" })).toHaveValue("acme anvils");
  await page.goto("/companies/geo");
  await expect(page.getByRole("link", { name: "The GEO Group" })).toBeVisible();
});

test("companies with similar names say that they are different", async ({ reader: page }) => {
  await page.goto("/companies/geo-international");
  await expect(page.getByRole("complementary", { name: "Not to be confused" })).toContainText(
    "The GEO Group",
  );
});

test("a company's page lists its recipients, and its rank and share by year", async ({ reader: page }) => {
  await page.goto("/companies/dell");
  await expect(page.getByRole("row", { name: /DELL FEDERAL SYSTEMS L\.P/ })).toContainText("subsidiary");
  await expect(page.getByRole("region", { name: "Rank and share by fiscal year" })).toContainText("FY2021");
  await expect(page.getByText("unfinished, through 20 Aug 2026").first()).toBeVisible();
});

test("a company's page names parameters that it cannot read, and shows the figures", async ({
  reader: page,
}) => {
  await page.goto("/companies/palantir?agency=7012&min=5&color=red");
  const notice = page.getByRole("complementary", { name: /could not be understood/ });
  await expect(notice).toContainText("min");
  await expect(notice).toContainText("color");
  await expect(figure(page, "Together").locator("data").first()).toHaveAttribute("value", "318638423.10");
});

for (const [tag, slugs] of [
  [[], ["microsoft"]],
  [["@deep"], ["palantir", "dell", "akima", "geo-group", "motorola-solutions"]],
] as const) {
  test(`a company prints on one sheet: ${slugs.join(", ")}`, { tag: [...tag] }, async ({ page }) => {
    for (const slug of slugs) {
      await page.goto(`/companies/${slug}`);
      const pdf = (await page.pdf({ format: "Letter" })).toString("latin1");
      expect(pdf.match(/\/Type\s*\/Page\b/g), slug).toHaveLength(1);
    }
  });
}

test("companies in other states have no axe violations and fit narrow and wide windows", {
  tag: "@deep",
}, async ({ page }) => {
  for (const path of ["/companies/geo-group", "/companies/google", "/companies/acme-anvils"]) {
    await page.goto(path);
    await expectAccessible(page, twoAppearances);
  }
});
