import type { Page } from "playwright/test";

import { allAppearances, expect, expectAccessible, test } from "./journey";

const box = (page: Page) => page.getByRole("banner").getByRole("searchbox", { name: /^Search companies/ });
const found = (page: Page, kind: string) => page.getByRole("region", { name: kind, exact: true });
const contract = "/contracts/CONT_AWD_70CTD022FR0000170_7012_GS35F0086U_4730";

/** Searches for words in the box at the top of a page. */
async function search(page: Page, words: string, from = "/search") {
  await page.goto(from);
  await box(page).fill(words);
  await box(page).press("Enter");
}

async function expectContractByNumber(page: Page, from?: string) {
  await search(page, "70ctd0-22-f-r0000170", from);
  await expect(page).toHaveURL(contract);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("70CTD022FR0000170, Palantir");
}

async function expectCompanyByRecipient(page: Page) {
  await search(page, "west publishing");
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
}

test("the number of a contract leads straight to it, with scripts", async ({ page }) =>
  expectContractByNumber(page, "/"));
test("the number of a contract leads straight to it, without scripts", async ({ reader }) =>
  expectContractByNumber(reader));

test("a recipient's name finds its company, with figures of ICE and of CBP", async ({ reader }) =>
  expectCompanyByRecipient(reader));
test("a recipient's name finds its company, with scripts", { tag: "@deep" }, async ({ page }) =>
  expectCompanyByRecipient(page),
);

test("a part of a number lists the contracts and links to all of them", async ({ reader: page }) => {
  await page.goto("/search?q=70CTD022FR00001");
  const contracts = found(page, "Contracts");
  await expect(contracts.getByRole("rowheader", { name: /^70CTD022FR00001/ })).toHaveCount(8);
  await expect(contracts.getByRole("link", { name: "70CTD022FR0000170" })).toHaveAttribute("href", contract);
  await expect(page.getByRole("link", { name: "All contracts that fit" })).toHaveAttribute(
    "href",
    "/contracts?q=70CTD022FR00001&agency=7012&agency=7014",
  );
});

test("a name is found whatever its case and punctuation, with the name itself first", async ({
  reader: page,
}) => {
  for (const words of ["at&t", "AT and T"]) {
    await page.goto(`/search?${new URLSearchParams({ q: words })}`);
    await expect(found(page, "Companies").getByRole("link").first(), words).toHaveText("AT&T");
  }
  await page.goto("/search?q=ice");
  await expect(found(page, "Agencies").getByRole("link").first()).toHaveAttribute("href", "/agencies/7012");
});

test("a search without results says where it looked and what the records leave out", async ({
  reader: page,
}) => {
  await page.goto("/search?q=zzzzqq");
  const notice = page.getByRole("complementary", { name: "Nothing in these records fits “zzzzqq”" });
  await expect(notice).toContainText("every contract action of ICE and CBP");
  await expect(notice.getByRole("link", { name: "What these records leave out" })).toHaveAttribute(
    "href",
    "/data#left-out",
  );
});

test("the page names what it cannot search for, and says how to search", async ({ reader: page }) => {
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

test("a search can be changed and made again on its page", async ({ reader: page }) => {
  await page.goto("/search?q=palantir");
  const again = page.getByRole("search", { name: "Search again" });
  await expect(again.getByRole("searchbox")).toHaveValue("palantir");
  await again.getByRole("searchbox").fill("<b>geo</b> group");
  await again.getByRole("button").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Search: <b>geo</b> group");
});

test.describe("with two contracts of one number", () => {
  test.use({ site: "hostile" });

  test("the number leads to the choice between them", async ({ reader: page }) => {
    await search(page, "70cdcr25-f-00000008");
    await expect(page).toHaveURL("/contracts/70CDCR25F00000008");
    await expect(page.getByText("2 contracts in these records have this PIID")).toBeVisible();
  });
});

test("searches have no axe violations in any appearance", { tag: "@deep" }, async ({ page }) => {
  test.slow();
  for (const path of ["/search", "/search?q=services", "/search?q=70CTD022", "/search?q=zzzzqq"]) {
    await page.goto(path);
    await expectAccessible(page, allAppearances);
  }
});
