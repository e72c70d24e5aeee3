import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "playwright/test";

import { plainPage } from "./plain-page";

const box = (page: Page) => page.getByRole("banner").getByRole("searchbox", { name: /^Search companies/ });
const found = (page: Page, kind: string) => page.getByRole("region", { name: kind, exact: true });
const contract = "/contracts/CONT_AWD_70CTD022FR0000170_7012_GS35F0086U_4730";

async function look(page: Page, words: string) {
  await page.goto("/");
  await box(page).fill(words);
  await box(page).press("Enter");
}

for (const scripts of ["on", "off"] as const) {
  test.describe(`with scripts ${scripts}`, () => {
    test.use({ javaScriptEnabled: scripts === "on" });

    test("the number of a contract leads straight to it, however it is typed", async ({ page }) => {
      for (const number of ["70CTD022FR0000170", "70ctd0-22-f-r0000170", "70CTD0 22 FR 0000170"]) {
        await look(page, number);
        await expect(page).toHaveURL(contract);
        await expect(page.getByRole("heading", { level: 1 })).toHaveText("70CTD022FR0000170, Palantir");
      }
    });

    test("a recipient's name finds its company, with figures of ICE and of CBP", async ({ page }) => {
      await look(page, "west publishing");
      await expect(page).toHaveURL("/search?q=west+publishing");
      const company = found(page, "Companies").getByRole("row").nth(1);
      await expect(company.getByRole("link", { name: "Thomson Reuters" })).toHaveAttribute(
        "href",
        "/companies/thomson-reuters",
      );
      await expect(company).toContainText("recorded as WEST PUBLISHING CORPORATION");
      const recipient = found(page, "Recipients as recorded").getByRole("row").nth(1);
      await expect(recipient.getByRole("link", { name: "$773,934.36" })).toHaveAttribute(
        "href",
        "/contracts?recipient=WEST+PUBLISHING+CORPORATION&grouped=no",
      );
      await expect(recipient.getByRole("link", { name: "$159,777.96" })).toHaveAttribute(
        "href",
        "/contracts?recipient=WEST+PUBLISHING+CORPORATION&grouped=no&agency=7014",
      );
      await page
        .getByRole("list", { name: "Found" })
        .getByRole("link", { name: /with these words$/ })
        .click();
      await expect(page).toHaveURL("/contracts?q=west+publishing&agency=7012&agency=7014");
    });
  });
}

test("a part of a number lists the contracts, and the way to all of them", async ({ page }) => {
  await look(page, "70CTD022FR00001");
  const contracts = found(page, "Contracts");
  await expect(contracts.getByRole("rowheader", { name: /^70CTD022FR00001/ })).toHaveCount(8);
  await expect(contracts.getByRole("link", { name: "70CTD022FR0000170" })).toHaveAttribute("href", contract);
  await expect(page.getByRole("link", { name: "All contracts that fit" })).toHaveAttribute(
    "href",
    "/contracts?q=70CTD022FR00001&agency=7012&agency=7014",
  );
});

test("a name is found whatever its case and punctuation, the name itself first", async ({ page }) => {
  for (const words of ["at&t", "AT and T"]) {
    await page.goto(`/search?${new URLSearchParams({ q: words })}`);
    await expect(found(page, "Companies").getByRole("link").first()).toHaveText("AT&T");
  }
  await page.goto("/search?q=ice");
  await expect(found(page, "Agencies").getByRole("link").first()).toHaveAttribute("href", "/agencies/7012");
});

test("nothing found says where it was looked and what the records leave out", async ({ page }) => {
  await look(page, "zzzzqq");
  const notice = page.getByRole("complementary", { name: "Nothing in these records fits “zzzzqq”" });
  await expect(notice).toContainText("every contract action of ICE and CBP");
  await expect(notice.getByRole("link", { name: "What these records leave out" })).toHaveAttribute(
    "href",
    "/data#left-out",
  );
});

test("what cannot be searched is named, and the page carries on", async ({ page }) => {
  await page.goto(`/search?q=${"x".repeat(501)}&fy=2025`);
  const notice = page.getByRole("complementary", { name: /could not be understood/ });
  await expect(notice.getByRole("listitem")).toHaveText([
    /^q must have at most 500 characters; given: x+… \(501 characters\)$/,
    "fy works on the list of contracts, not here; given: 2025",
  ]);
  await expect(page.getByText("A whole contract number opens its contract.")).toBeVisible();
  await page.goto("/search?q=a%00b");
  await expect(notice).toContainText("q must not contain control characters");
});

test("a search that was made can be made again from its page", async ({ browser }) => {
  const page = await plainPage(browser);
  await page.goto("/search?q=palantir");
  const again = page.getByRole("search", { name: "Search again" });
  await expect(again.getByRole("searchbox")).toHaveValue("palantir");
  await again.getByRole("searchbox").fill("<b>geo</b> group");
  await again.getByRole("button").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Search: <b>geo</b> group");
  await page.context().close();
});

test("the endpoint answers by kind, with the figures of each agency", async ({ request }) => {
  const answer = await (await request.get("/api/search?q=west%20publishing")).json();
  expect(answer.query).toEqual({ q: "west publishing" });
  expect(answer.groups.map(({ kind }: { kind: string }) => kind)).toEqual(["company", "recipient", "words"]);
  expect(answer.groups[1]).toMatchObject({
    total: 1,
    hits: [
      {
        label: "WEST PUBLISHING CORPORATION",
        detail: "grouped under Thomson Reuters",
        agencies: [
          { agency: "7012", totals: { net: 773934.36, actions: 20, contracts: 9, companies: 1 } },
          { agency: "7014", totals: { net: 159777.96, actions: 4 } },
        ],
      },
    ],
  });
  for (const [path, name] of [
    ["/api/search", "q"],
    ["/api/search?q=a&q=b", "q"],
    ["/api/search?q=a&fy=2025", "fy"],
    [`/api/search?q=${"x".repeat(501)}`, "q"],
  ]) {
    const refused = await request.get(path ?? "");
    expect(refused.status(), path).toBe(400);
    expect(refused.headers()["content-type"]).toBe("application/problem+json");
    expect((await refused.json()).parameters[0].name, path).toBe(name);
  }
});

test("a number of two contracts leads to the choice between them", async ({ browser }) => {
  // Of the records of hostile.spec.ts, where two contracts have one PIID.
  const page = await browser.newPage({
    baseURL: `http://127.0.0.1:${Number(process.env.E2E_PORT ?? 3187) + 1}`,
  });
  await look(page, "70cdcr25-f-00000008");
  await expect(page).toHaveURL("/contracts/70CDCR25F00000008");
  await expect(page.getByText("2 contracts in these records have this PIID")).toBeVisible();
  for (const path of ["/search?q=%3Cscript%3E", "/companies", "/companies?grouped=no&sort=company"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await page.locator("main script, main img[src='x'], main svg[onload]").count(), path).toBe(0);
  }
  await page.close();
});

for (const [scheme, width] of [
  ["light", 1440],
  ["light", 390],
  ["dark", 1440],
  ["dark", 390],
] as const) {
  test(`nothing bars the way for anybody: ${scheme}, ${width} wide`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 900 });
    for (const path of ["/search", "/search?q=services", "/search?q=70CTD022", "/search?q=zzzzqq"]) {
      await page.goto(path);
      const { violations } = await new AxeBuilder({ page })
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
        .analyze();
      expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(
        width,
      );
    }
  });
}
