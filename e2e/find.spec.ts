import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "playwright/test";

import { plainPage } from "./plain-page";

/** The rows of one kind of hits that say all of these. */
const rows = (page: Page, kind: string, ...texts: string[]) =>
  texts.reduce(
    (found, text) => found.filter({ hasText: text }),
    page.getByRole("region", { name: `Table of ${kind.toLowerCase()}`, exact: true }).getByRole("row"),
  );

test("a press figure leads to its actions, and these to their sum", async ({ page }) => {
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

test("every published figure is found, without scripts too", async ({ browser }) => {
  const page = await plainPage(browser);
  for (const [written, kind, exact, match] of published) {
    await page.goto("/find");
    await page.getByRole("link", { name: written, exact: true }).click();
    await expect(rows(page, kind, exact, match).first(), written).toBeVisible();
    await rows(page, kind, exact).first().getByRole("link", { name: exact }).click();
    await expect(page.getByRole("main"), written).toContainText(exact);
  }
  await page.context().close();
});

test("the form asks with plain fields and keeps what was typed", async ({ browser }) => {
  const page = await plainPage(browser);
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
  await page.context().close();
});

test("what cannot be read is named and stays in its field", async ({ page }) => {
  await page.goto("/find?amount=between+10m+and+15m&month=April&colour=blue&company=palantir");
  const notice = page.getByRole("complementary", { name: /could not be understood/ });
  await expect(notice.getByRole("listitem")).toHaveText([
    /^amount must be one figure; this holds 2 numbers/,
    /^month must be a month, written YYYY-MM/,
    /^colour is not a parameter/,
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

test("words that several companies share are a choice, and none is guessed", async ({ page }) => {
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

test("a figure that is nowhere gets careful words", async ({ page }) => {
  await page.goto("/find?amount=%24123%2C456%2C789.01");
  await expect(page.getByText("to the cent: only this figure fits")).toBeVisible();
  await expect(page.getByText(/^No single action rounds to it/)).toBeVisible();
  await expect(page.getByText(/A ceiling or potential value, outlays and a lifetime total/)).toBeVisible();
  await page.goto("/find?amount=29.8");
  await page.getByRole("link", { name: "$29.8 million" }).click();
  await expect(page.getByText(/^Read as \$29,800,000/)).toBeVisible();
});

test("the endpoint gives the same, in dollars", async ({ request }) => {
  const answer = await (await request.get("/api/find?amount=29.8M&company=palantir&month=2025-04")).json();
  expect(answer.snapshot.id).toBeTruthy();
  expect(answer.query).toMatchObject({
    amount: "29.8M",
    company: "palantir",
    month: "2025-04",
    agency: ["7012"],
  });
  expect(answer.read).toMatchObject({
    value: 29_800_000,
    from: 29_750_000,
    below: 29_900_000,
    step: 100_000,
  });
  const actions = answer.hits.filter(({ kind }: { kind: string }) => kind === "action");
  expect(actions).toEqual([
    {
      kind: "action",
      measure: "net",
      match: ["cut off"],
      label: "P00009 of 70CTD022FR0000170, Palantir, signed 11 Apr 2025",
      window: { from: "2025-04-11", to: "2025-04-11" },
      figure: 29_898_236,
      company: { slug: "palantir", name: "Palantir" },
      recipient: null,
      contract: expect.objectContaining({ piid: "70CTD022FR0000170" }),
      action: expect.objectContaining({ modification: "P00009" }),
      records: expect.stringContaining("/contracts?view=actions&"),
    },
  ]);
  const records = await (
    await request.get(actions[0].records.replace("/contracts?", "/api/contracts?"))
  ).json();
  expect(records.totals.net).toBe(29_898_236);
});

test("the endpoint refuses what it cannot read, parameter by parameter", async ({ request }) => {
  const refusals: [query: string, parameters: string[]][] = [
    ["", ["amount"]],
    ["amount=", ["amount"]],
    ["amount=lots", ["amount"]],
    ["amount=1m&amount=2m", ["amount"]],
    ["amount=1m&company=geo", ["company"]],
    ["amount=1m&month=2025-13&from=x&colour=blue&min=5", ["month", "colour", "from", "min"]],
  ];
  for (const [query, parameters] of refusals) {
    const response = await request.get(`/api/find?${query}`);
    expect(response.status(), query).toBe(400);
    expect(response.headers()["content-type"]).toContain("application/problem+json");
    const named = (await response.json()).parameters.map(({ name }: { name: string }) => name);
    expect(named, query).toEqual(parameters);
  }
  const unknown = await request.get("/api/find?amount=1m&company=xyzzy");
  expect([unknown.status(), (await unknown.json()).hits]).toEqual([200, []]);
});

for (const scheme of ["light", "dark"] as const) {
  test(`nothing bars the way for anybody: ${scheme}, wide and on a telephone`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    for (const path of ["/find", "/find?amount=1m", "/find?amount=29.8M&company=geo&month=April"]) {
      for (const size of [
        { width: 1440, height: 900 },
        { width: 390, height: 844 },
      ]) {
        await page.setViewportSize(size);
        await page.goto(path);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
          size.width,
        );
      }
    }
  });
}
