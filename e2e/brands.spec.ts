import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "playwright/test";

import { plainPage } from "./plain-page";

const title = (page: Page) => page.getByRole("heading", { level: 1 });
const cents = (dollars: string) => Number(dollars.replace("−", "-").replace(/[$,.]/g, ""));

interface BrandAnswer {
  brand: { slug: string; name: string; owner: { slug: string; name: string }; pattern: string[] };
  totals: { net: number; actions: number; contracts: number };
  by_recipient: { recipient: string; totals: { net: number; actions: number } }[];
}

test("a brand's page says what names it, whose it is, and by which rule", async ({ browser }) => {
  const page = await plainPage(browser);
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
  await page.context().close();
});

test("every figure of a brand's page opens the records that it sums", async ({ browser }) => {
  const page = await plainPage(browser);
  await page.goto("/brands/microsoft?agency=7012&agency=7014");
  const figures = page.getByRole("definition");
  const net = await figures.first().locator("data").getAttribute("title");
  await figures.first().getByRole("link").click();
  await expect(page).toHaveURL("/contracts?agency=7012&agency=7014&brand=microsoft");
  await expect(
    page
      .getByRole("region", { name: "Result" })
      .getByTitle(net ?? "")
      .first(),
  ).toBeVisible();
  await expect(page.getByRole("link", { name: "Remove Brand named: Microsoft" })).toBeVisible();

  const { data } = await (await page.request.get("/contracts.json?agency=7012&agency=7014&brand=microsoft"))
    .json()
    .then((answer: { rows: { net: number }[] }) => ({ data: answer.rows }));
  expect(Math.round(data.reduce((sum, row) => sum + row.net, 0) * 100)).toBe(cents(net ?? ""));

  await page.goto("/brands/microsoft");
  const holders = page.getByRole("figure", { name: "Who holds the awards that name it?" });
  const first = holders.locator("ol").getByRole("listitem").first();
  const held = await first.locator("data").getAttribute("title");
  await first.getByRole("link", { name: held ?? "" }).click();
  await expect(
    page
      .getByRole("region", { name: "Result" })
      .getByTitle(held ?? "")
      .first(),
  ).toBeVisible();
  await page.context().close();
});

test("the list of brands leads to each brand, and to the records behind its figures", async ({ browser }) => {
  const page = await plainPage(browser);
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
  await expect(
    page
      .getByRole("region", { name: "Result" })
      .getByTitle(net ?? "")
      .first(),
  ).toBeVisible();

  await page.goto("/brands");
  await page.getByRole("link", { name: "By name" }).click();
  await expect(page).toHaveURL("/brands?sort=name");
  const names = await rows.getByRole("rowheader").allInnerTexts();
  expect(names).toEqual(names.toSorted((one, other) => (one.toLowerCase() < other.toLowerCase() ? -1 : 1)));
  await rows.getByRole("link", { name: "GrayKey" }).click();
  await expect(title(page)).toHaveText("GrayKey, named in the description of other companies’ awards");
  await page.context().close();
});

test("a brand that no description of the agency names says so and keeps its rule", async ({ page }) => {
  await page.goto("/brands/figma");
  await expect(
    page.getByRole("complementary", { name: "No description of an action of ICE names Figma" }),
  ).toBeVisible();
  await expect(page.getByRole("region", { name: "The rule" })).toContainText("figma");
  await page.getByRole("link", { name: "CBP" }).click();
  await expect(page).toHaveURL("/brands/figma?agency=7014");
  await expect(page.getByRole("region", { name: "Contracts" }).getByRole("row")).toHaveCount(3);
});

test("the pages of brands name what they do not understand of their address", async ({ page }) => {
  const notice = page.getByRole("complementary", { name: /could not be understood/ });
  await page.goto("/brands?sort=price&colour=blue");
  await expect(notice.getByRole("listitem")).toHaveText([
    "sort must be one of -net, name; given: price",
    "colour is not a parameter that is known here; given: blue",
  ]);
  await page.goto("/brands/tableau?fy=2025");
  await expect(notice).toContainText("fy works on the list of contracts, not here");
  await expect(notice.getByRole("link", { name: /Open the list of contracts/ })).toHaveAttribute(
    "href",
    "/contracts?fy=2025&brand=tableau",
  );
});

test("an unknown brand is not there", async ({ page }) => {
  await page.goto("/brands/no-such-brand");
  await expect(title(page)).toHaveText("Nothing at this address");
});

test("the brand facet counts mentions and opens them", async ({ page }) => {
  await page.goto("/contracts?fy=2025");
  const facet = page.getByRole("list", { name: "Brand named in the description" });
  const choice = facet.getByRole("link").first();
  const [, count] = /(\d[\d,]*) contracts?/.exec(await choice.innerText()) ?? [];
  await choice.click();
  await expect(page).toHaveURL(/brand=/);
  await expect(page.getByRole("region", { name: "Result" })).toContainText(`${count} contract`);
  await expect(page.getByText("Mentions in other companies’ awards, not recipients")).toBeVisible();
});

test("the endpoints give the same figures, rule and holders", async ({ request }) => {
  const list = await (await request.get("/api/brands?fy=2025&brand=cisco")).json();
  expect(list.overlaps).toBe(true);
  expect(list.query.brand).toEqual([]);
  const row = list.rows.find(({ slug }: { slug: string }) => slug === "office-365");
  expect(row).toMatchObject({ name: "Office 365", owner: { slug: "microsoft", name: "Microsoft" } });

  const one: BrandAnswer = await (await request.get("/api/brands/office-365?fy=2025")).json();
  expect(one.brand.pattern).toEqual(["office 365", "o365", "m365", "microsoft 365"]);
  expect(one.totals).toEqual(row.totals);
  const parts = one.by_recipient.map(({ totals }) => totals);
  expect(parts.reduce((sum, { actions }) => sum + actions, 0)).toBe(one.totals.actions);
  expect(Math.round(parts.reduce((sum, { net }) => sum + net, 0) * 100)).toBe(
    Math.round(one.totals.net * 100),
  );
  const { totals } = await (await request.get("/api/contracts?fy=2025&brand=office-365")).json();
  expect(totals).toEqual(one.totals);

  const groups = await (await request.get("/api/groups?by=brand&fy=2025")).json();
  expect(groups.overlaps).toBe(true);
  const group = groups.groups.find(({ key }: { key: string }) => key === "office-365");
  expect(group).toMatchObject({ label: "Office 365", net: one.totals.net, actions: one.totals.actions });
  expect((await (await request.get("/api/groups?by=office")).json()).overlaps).toBe(false);
});

test("an endpoint refuses what it cannot answer", async ({ request }) => {
  for (const [path, status] of [
    ["/api/brands/no-such-brand", 404],
    ["/api/brands/cisco?brand=webex", 400],
    ["/api/brands/cisco?colour=blue", 400],
    ["/api/brands?snapshot=another", 404],
  ] as const) {
    const response = await request.get(path);
    expect(response.status(), path).toBe(status);
    expect(response.headers()["content-type"], path).toContain("application/problem+json");
  }
});

for (const path of ["/brands", "/brands/microsoft", "/brands/glock", "/brands/figma"]) {
  test(`${path} has no barrier, narrow or wide, light or dark, and does not scroll sideways`, async ({
    page,
  }) => {
    for (const [width, colorScheme] of [
      [390, "light"],
      [1440, "dark"],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await page.goto(path);
      await expect(title(page)).toBeVisible();
      const { violations } = await new AxeBuilder({ page })
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
        .analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over).toBe(0);
    }
  });
}

test("the text for a report is copied with a button", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/brands/glock");
  const text = await page.getByRole("textbox", { name: "Report of a wrong match" }).inputValue();
  await page.getByRole("button", { name: "Copy this text" }).click();
  await expect(page.getByText("✓ copied")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
});
