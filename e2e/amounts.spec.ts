import type { Page } from "playwright/test";

import { axeViolations, expect, pageWidth, test } from "./journey";

const result = (page: Page) => page.getByRole("region", { name: "Result" });
const amount = (page: Page) => page.getByRole("region", { name: "Amount" });
const tallest = (page: Page) => amount(page).getByText(/^Tallest bar/);
const handle = (page: Page, name: "Least" | "Most") => page.getByRole("slider", { name: `${name} amount` });
const box = (page: Page, name: "Least" | "Most") =>
  page.getByRole("textbox", { name: `${name} amount in dollars` });

/** Waits for an answer, by the address that the page calls its own. */
const answered = (page: Page, address: string) =>
  expect
    .poll(async () =>
      (await page.locator('link[rel="canonical"]').getAttribute("href"))?.replace(/^https?:\/\/[^/]+/, ""),
    )
    .toBe(address);

/** The counts of the list under the bars, added up. */
async function counted(page: Page) {
  const texts = await amount(page).getByRole("listitem").getByRole("link").allInnerTexts();
  return texts
    .flatMap((text) => /: ([\d,]+) (?:contract|action)s?$/.exec(text)?.[1] ?? [])
    .reduce((sum, count) => sum + Number(count.replaceAll(",", "")), 0);
}

test("two handles choose a range by keyboard, which the result and Back follow, and move nothing as they come", async ({
  page,
}) => {
  // How much of the amounts moved. A table that is drawn while it arrives moves by itself.
  await page.addInitScript(() => {
    const shifts = window as typeof window & { shifted: number };
    shifts.shifted = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, sources } = entry as unknown as { value: number; sources: { node: Node | null }[] };
        const amount = document.querySelector('section[aria-label="Amount"]');
        if (sources.some(({ node }) => node && amount?.contains(node))) shifts.shifted += value;
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto("/contracts");
  await expect(handle(page, "Least")).toBeVisible();
  expect(await page.evaluate(() => (window as unknown as { shifted: number }).shifted)).toBeLessThan(0.02);
  await handle(page, "Least").focus();
  await page.keyboard.press("End");
  await expect(box(page, "Least")).toHaveValue("$1bn");
  await answered(page, "/contracts?min=1000000000&amount=period");
  await expect(result(page)).toContainText("6 actions · 1 contract");
  await expect(handle(page, "Least")).toBeFocused();
  await page.goBack();
  await expect(box(page, "Least")).toHaveValue("");
  await expect(handle(page, "Least")).toHaveAttribute("aria-valuetext", "no limit");
});

test("the bars count every contract and open the records that they count", async ({ reader: page }) => {
  await page.goto("/contracts");
  await expect(tallest(page)).toHaveText("Tallest bar: 1,483 contracts; $0, cut off: 5,539");
  await tallest(page).click();
  expect(await counted(page)).toBe(12_245);
  await expect(page.getByRole("slider")).toHaveCount(0); // handles come with scripts
  // A screen reader has the list instead, so the bar is found by its title.
  await amount(page).locator("a").filter({ hasText: "$10m to $30m: 176 contracts" }).first().click();
  await expect(page).toHaveURL("/contracts?min=10000000&max=29999999.99&amount=period");
  await expect(result(page)).toContainText("176 contracts");
  await tallest(page).click();
  expect(await counted(page), "whatever the amount").toBe(12_245);
});

test("a bar of actions opens as many as it counts, on the negative side too, and is taken away again", async ({
  reader: page,
}) => {
  await page.goto("/contracts?view=actions");
  await expect(tallest(page)).toHaveText("Tallest bar: 2,344 actions; $0, cut off: 12,865");
  await tallest(page).click();
  expect(await counted(page)).toBe(27_370);
  const bar = amount(page).getByRole("link", { name: /^−\$3m to −\$1m: \d+ actions$/ });
  const count = /: (\d+) /.exec(await bar.innerText())?.[1];
  await bar.click();
  await expect(page).toHaveURL("/contracts?view=actions&min=-2999999.99&max=-1000000&amount=action");
  await expect(result(page)).toContainText(`${count} actions ·`);
  await tallest(page).click();
  await expect(bar).toHaveAttribute("aria-current", "true");
  await bar.click();
  await expect(page).toHaveURL("/contracts?view=actions");
});

test("a selection without such an amount has no bars and says so", async ({ reader: page }) => {
  await page.goto("/contracts?company=no-such-company");
  await expect(amount(page).getByText("No contract of this selection has such an amount.")).toBeVisible();
  await page.goto("/contracts?amount=current");
  await expect(amount(page).getByText("Not reported for 12,245 contracts.")).toBeVisible();
});

test("the bars count the other filters’ selection under every measure", { tag: "@deep" }, async ({
  reader: page,
}) => {
  for (const path of ["/contracts?min=100m", "/contracts?view=actions&amount=in_records"]) {
    await page.goto(path);
    await tallest(page).click();
    expect(await counted(page), path).toBe(12_245);
  }
  await page.goto("/contracts?amount=action");
  await tallest(page).click();
  expect(await counted(page)).toBe(27_370);
  await page.goto("/contracts?agency=7012&agency=7014&company=palantir");
  await tallest(page).click();
  expect(await counted(page)).toBeGreaterThanOrEqual(8);
  await amount(page)
    .getByRole("link", { name: /^\$100m to \$300m: 1 contract$/ })
    .click();
  await expect(page).toHaveURL(
    /company=palantir&agency=7012&agency=7014&min=100000000&max=299999999\.99&amount=period$/,
  );
});

test("the bars are of the chosen measure, before any bound", { tag: "@deep" }, async ({ page }) => {
  await page.goto("/contracts");
  await page.getByRole("combobox", { name: "Obligated by" }).selectOption("each action");
  await expect(page).toHaveURL("/contracts?amount=action");
  await expect(amount(page).getByText(/^Tallest bar: 2,344 actions/)).toBeVisible();
  await page.getByRole("combobox", { name: "Obligated by" }).selectOption("each contract, selected actions");
  await expect(page).toHaveURL("/contracts");
});

test("a handle goes on while the answer for its last place is pending", { tag: "@deep" }, async ({
  page,
}) => {
  await page.goto("/contracts");
  await handle(page, "Least").focus();
  await page.keyboard.press("End");
  await page.waitForURL(/min=/, { waitUntil: "commit" });
  for (let step = 0; step < 4; step++) await page.keyboard.press("ArrowLeft");
  await answered(page, "/contracts?min=10000000&amount=period");
  await expect(box(page, "Least")).toHaveValue("$10m");
  await expect(handle(page, "Least")).toHaveAttribute("aria-valuetext", "$10 million");
});

for (const width of [390, 320]) {
  test(`the handles are moved in the sheet at ${width} px`, { tag: "@deep" }, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.goto("/contracts?min=1m&max=2999999.99");
    await page.getByRole("link", { name: /^Filters/ }).click();
    await handle(page, "Most").press("ArrowRight");
    await answered(page, "/contracts?min=1000000&max=9999999.99&amount=period");
    await tallest(page).click();
    expect(await pageWidth(page)).toBe(width);
  });
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`the bars have no axe violations, ${colorScheme}`, { tag: "@deep" }, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    for (const path of ["/contracts?min=250k", "/contracts?view=actions&max=-0.01", "/contracts?min=900bn"]) {
      await page.goto(path);
      await tallest(page).click();
      expect(await axeViolations(page), path).toEqual([]);
    }
  });
}
