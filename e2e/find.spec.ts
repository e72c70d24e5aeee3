import type { Page } from "playwright/test";

import { expect, expectAccessible, test, twoAppearances } from "./journey";

/** The rows of one kind of hits that say all of these. */
const rows = (page: Page, kind: string, ...texts: string[]) =>
  texts.reduce(
    (found, text) => found.filter({ hasText: text }),
    page.getByRole("region", { name: `Table of ${kind.toLowerCase()}`, exact: true }).getByRole("row"),
  );

test("a press figure leads to its actions, and these to their sum", async ({ reader: page }) => {
  await page.goto("/find?amount=29.8M");
  await expect(page.getByText(/^Read as \$29,800,000, to the nearest \$100,000/)).toContainText(
    "from $29,750,000.00 up to but not including $29,900,000.00",
  );
  const actions = rows(page, "Single actions", "70CTD022FR0000170", "$29,898,236.00", "cut off");
  await expect(actions).toHaveCount(2); // the two actions agree in their amount and are not duplicates
  await expect(actions.filter({ hasText: "P00009" })).toContainText("11 Apr 2025");
  await expect(actions.filter({ hasText: "P00012" })).toContainText("25 Sep 2025");
  await actions.filter({ hasText: "P00009" }).getByRole("link", { name: "$29,898,236.00" }).click();
  await expect(page).toHaveURL(/\/contracts\?view=actions&/);
  await expect(page.getByRole("region", { name: "Result" })).toContainText("1 action");
  await expect(page.getByRole("region", { name: "Result" })).toContainText("$29,898,236.00");
});

const published = [
  ["$29.8 million", "Single actions", "$29,898,236.00", "cut off"],
  ["$81m", "Sums of a company", "$81,098,690.32", "rounded, cut off"],
  ["$3.7bn", "Sums of the whole agency", "$3,693,886,923.34", "rounded"],
  ["$1.5bn", "Sums of the whole agency", "$1,492,691,487.60", "rounded"],
  ["more than $1.2bn", "Sums of a company", "$1,229,984,583.77", "rounded, cut off"],
] as const;

test("every published figure is one click away from what fits it", async ({ reader: page }) => {
  await page.goto("/find");
  const found = new Map<string, string>();
  for (const [written] of published)
    found.set(
      written,
      (await page.getByRole("link", { name: written, exact: true }).getAttribute("href")) ?? "",
    );
  for (const [written, kind, exact, match] of published) {
    await page.goto(found.get(written) ?? "");
    await expect(rows(page, kind, exact, match).first(), written).toBeVisible();
  }
});

test("the records behind every published figure state it", { tag: "@deep" }, async ({ reader: page }) => {
  for (const [written, kind, exact] of published) {
    await page.goto("/find");
    await page.getByRole("link", { name: written, exact: true }).click();
    await rows(page, kind, exact).first().getByRole("link", { name: exact }).click();
    await expect(page).toHaveURL(/\/contracts\?/);
    await expect(page.getByRole("main"), written).toContainText(exact);
  }
});

test("the form reads loose wording, finds a company by name and links to the same window", async ({
  reader: page,
}) => {
  await page.goto("/find?agency=7014");
  await page.getByRole("navigation", { name: "Agency" }).getByRole("link", { name: "ICE" }).click();
  await page.getByRole("textbox", { name: "Figure as it was written" }).fill("about $81 million");
  await page.getByRole("textbox", { name: /^Company/ }).fill("Palantir Technologies");
  await page.getByRole("button", { name: "Find" }).click();
  await expect(page.getByText("“about” was understood")).toBeVisible();
  const year = rows(page, "Sums of a company", "Palantir", "obligated (net)", "$81,098,690.32");
  await expect(year).toContainText("FY2025");
  await year.getByRole("link", { name: /calendar 2025/i }).click(); // the window that holds the same actions
  await expect(page).toHaveURL("/contracts?company=palantir&from=2025-01-01&to=2025-12-31");
  await expect(page.getByRole("region", { name: "Result" })).toContainText("$81,098,690.32");
});

test("the page names parameters that it cannot read and keeps them in their fields", async ({
  reader: page,
}) => {
  await page.goto("/find?amount=between+10m+and+15m&month=April&color=blue&company=palantir");
  const notice = page.getByRole("complementary", { name: /could not be understood/ });
  await expect(notice.getByRole("listitem")).toHaveText([
    /^amount must be one figure; this holds 2 numbers/,
    /^month must be a month, written YYYY-MM/,
    /^color is not a parameter/,
  ]);
  await expect(page.getByLabel("Figure as it was written")).toHaveValue("between 10m and 15m");
  await expect(page.getByLabel(/^Month/)).toHaveValue("April");
  await expect(notice.getByRole("link", { name: "Remove them" })).toHaveAttribute(
    "href",
    "/find?company=palantir",
  );
  await page.goto("/find?amount=&company=&month=&from=&to=");
  await expect(notice).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "Figures that were published" })).toBeVisible();
});

test("words that several companies share are a choice, and none is guessed", async ({ reader: page }) => {
  await page.goto("/find?amount=29.8M&company=geo");
  const choice = page.getByRole("complementary", { name: /^Which company\?/ });
  await expect(choice.getByRole("link", { name: "GEO INTERNATIONAL LLC" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Single actions" })).toHaveCount(0);
  await choice.getByRole("link", { name: "The GEO Group" }).click();
  await expect(page).toHaveURL("/find?amount=29.8M&company=geo-group");
  await page.goto("/find?amount=29.8M&company=xyzzy");
  await expect(
    page.getByRole("complementary", { name: "No company or recipient in these records is named “xyzzy”" }),
  ).toBeVisible();
});

test("a figure that nothing fits is met with what it may be, and a bare number with units", async ({
  reader: page,
}) => {
  await page.goto("/find?amount=%24123%2C456%2C789.01");
  await expect(page.getByText("to the cent: only this figure fits")).toBeVisible();
  await expect(page.getByText(/^No single action rounds to it/)).toBeVisible();
  await expect(page.getByText(/A ceiling or potential value, outlays and a lifetime total/)).toBeVisible();
  await page.goto("/find?amount=29.8");
  await page.getByRole("link", { name: "$29.8 million" }).click();
  await expect(page.getByText(/^Read as \$29,800,000/)).toBeVisible();
});

test("the form, many hits and a choice have no axe violations and fit narrow and wide windows", {
  tag: "@deep",
}, async ({ page }) => {
  for (const path of ["/find", "/find?amount=1m", "/find?amount=29.8M&company=geo&month=April"]) {
    await page.goto(path);
    await expectAccessible(page, twoAppearances);
  }
});
