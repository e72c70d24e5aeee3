import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "playwright/test";

import { plainPage } from "./plain-page";

/** The exact amount of a figure under its label. */
const figure = (page: Page, label: string) =>
  page.locator("dl > div").filter({ has: page.getByText(label, { exact: true }) });

test("says on one page, in the order of a reader's questions, what is obligated to a company", async ({
  page,
}) => {
  await page.goto("/companies/palantir");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Palantir");
  await expect(page.getByRole("main")).toContainText(
    "From 1 October 2020 through 20 August 2026, ICE obligated",
  );
  await expect(page.getByRole("main").getByRole("heading", { level: 2 })).toHaveText([
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

test("tells who holds the awards that name a company, between its own words and its rank", async ({
  page,
}) => {
  await page.goto("/companies/microsoft");
  await expect(page.getByRole("main").getByRole("heading", { level: 2 })).toHaveText([
    "When was it obligated?",
    "Contracts, recently active first",
    "What is it for, in the record’s words?",
    "Who holds the awards that name Microsoft?",
    "Rank and share",
    "Recipients grouped here (2)",
    "How to check this",
  ]);
});

test("a figure opens records that sum to it, also that of subsidiaries", async ({ page }) => {
  for (const label of ["Obligated directly", "Obligated to subsidiaries", "Together"]) {
    await page.goto("/companies/geo-group");
    const link = figure(page, label).locator("dd").first().getByRole("link");
    const amount = (await link.locator("data").getAttribute("value")) ?? "none";
    await link.click();
    await page.waitForURL(/\/contracts\?/);
    await expect(page.getByRole("main").locator(`data[value="${amount}"]`).first()).toBeVisible();
  }
});

test("an awards that name it figure stands apart and opens its actions", async ({ page }) => {
  await page.goto("/companies/microsoft");
  const named = figure(page, "Named in the description of others’ awards");
  await expect(named).toContainText("never added to the other figures");
  const amount = (await named.locator("data").first().getAttribute("value")) ?? "none";
  await named.getByRole("link").click();
  await page.waitForURL(/brand=/);
  await expect(page.getByRole("main").locator(`data[value="${amount}"]`).first()).toBeVisible();
});

for (const [slug, name] of [
  ["google", "Google"],
  ["amazon", "Amazon"],
  ["salesforce", "Salesforce"],
  ["meta", "Meta"],
  ["openai", "OpenAI"],
] as const) {
  test(`a worker at ${name} is told what these records hold and what they cannot show`, async ({ page }) => {
    await page.goto("/");
    await page.getByRole("main").getByRole("link", { name, exact: true }).click();
    await page.waitForURL(`**/companies/${slug}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
    await expect(page.getByRole("main")).toContainText(
      /ICE obligated .* \(net\) to|hold no award by ICE to a recipient known as/,
    );
    await expect(page.getByRole("main")).toContainText("Named in the description of others’ awards");
  });
}

test("what went to a subsidiary alone is not said of the company, also as recorded", async ({ page }) => {
  await page.goto("/companies/google");
  const main = page.getByRole("main");
  await expect(main).toContainText("(net) to a subsidiary of Google, MANDIANT, INC., in 5 actions");
  await main.getByRole("link", { name: "as recorded" }).click();
  await expect(page).toHaveURL("/companies/google?grouped=no");
  await expect(main).toContainText("No action here is with Google itself");
});

test("an earlier slug leads to the company's page", async ({ page }) => {
  await page.goto("/companies/west-publishing?agency=7014");
  await expect(page).toHaveURL(/\/companies\/thomson-reuters\?agency=7014$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Thomson Reuters");
});

test("a name without record is answered with what was asked and what is not covered, without scripts too", async ({
  browser,
}) => {
  const page = await plainPage(browser);
  const response = await page.goto("/companies/acme-anvils");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("No company known as “acme anvils”");
  await expect(page.getByRole("main")).toContainText("Subcontracts");
  await expect(page.getByRole("main")).toContainText("purchase cards and micro-purchases");
  await expect(page.getByRole("searchbox", { name: "Name to look for" })).toHaveValue("acme anvils");
  await page.goto("/companies/geo");
  await expect(page.getByRole("link", { name: "The GEO Group" })).toBeVisible();
});

test("companies with like names say that they are not each other", async ({ page }) => {
  await page.goto("/companies/geo-international");
  await expect(page.getByRole("complementary", { name: "Not to be confused" })).toContainText(
    "The GEO Group",
  );
});

test("the page is whole without scripts", async ({ browser }) => {
  const page = await plainPage(browser);
  await page.goto("/companies/dell");
  await expect(page.getByRole("row", { name: /DELL FEDERAL SYSTEMS L\.P/ })).toContainText("subsidiary");
  await expect(page.getByRole("region", { name: "Rank and share by fiscal year" })).toContainText("FY2021");
  await expect(page.getByText("unfinished, through 20 Aug 2026").first()).toBeVisible();
});

test("an address that cannot be read in part says so and carries on", async ({ page }) => {
  await page.goto("/companies/palantir?agency=7012&min=5&colour=red");
  const notice = page.getByRole("complementary", { name: /could not be understood/ });
  await expect(notice).toContainText("min");
  await expect(notice).toContainText("colour");
  await expect(figure(page, "Together").locator("data").first()).toHaveAttribute("value", "318638423.10");
});

test("prints on one sheet", async ({ page }) => {
  for (const slug of ["palantir", "dell", "akima", "microsoft", "geo-group", "motorola-solutions"]) {
    await page.goto(`/companies/${slug}`);
    const pdf = (await page.pdf({ format: "Letter" })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g), slug).toHaveLength(1);
  }
});

for (const width of [390, 1440]) {
  test(`reads well at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const path of ["/companies/geo-group", "/companies/google", "/companies/acme-anvils"]) {
      await page.goto(path);
      expect((await new AxeBuilder({ page }).analyze()).violations, path).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(
        width,
      );
    }
  });
}

test("the endpoint gives the figures of the page in dollars", async ({ request }) => {
  const found = await (await request.get("/api/companies/geo-group")).json();
  expect(found.company).toEqual({ slug: "geo-group", name: "The GEO Group" });
  expect(found.direct.net + found.subsidiaries.net).toBeCloseTo(found.total.net, 2);
  const listed = found.recipients.reduce(
    (sum: number, { totals }: { totals: { actions: number } }) => sum + totals.actions,
    0,
  );
  expect(listed).toBe(found.total.actions);
  expect(found.years.at(-1)).toMatchObject({ fiscal_year: 2026 });
  const missing = await request.get("/api/companies/acme-anvils");
  expect(missing.status()).toBe(404);
  expect(missing.headers()["content-type"]).toContain("application/problem+json");
  const refused = await request.get("/api/companies/geo-group?min=5");
  expect(refused.status()).toBe(400);
  expect((await refused.json()).parameters).toMatchObject([{ name: "min" }]);
});
