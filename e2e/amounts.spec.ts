import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "playwright/test";

import { plainPage } from "./plain-page";

const result = (page: Page) => page.getByRole("region", { name: "Result" });
const amount = (page: Page) => page.getByRole("region", { name: "Amount" });
const handle = (page: Page, name: "Least" | "Most") => page.getByRole("slider", { name: `${name} amount` });
const box = (page: Page, name: "Least" | "Most") =>
  page.getByRole("textbox", { name: `${name} amount in dollars` });
const said = (page: Page, name: "Least" | "Most") => handle(page, name).getAttribute("aria-valuetext");

/** Waits for the answer to what was asked, by the address that the page calls its own. */
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

test("two handles choose a range by the keyboard alone", async ({ page }) => {
  await page.goto("/contracts");
  expect([await said(page, "Least"), await said(page, "Most")]).toEqual(["no limit", "no limit"]);
  await page.getByRole("combobox", { name: "Obligated by" }).focus();
  await page.keyboard.press("Tab");
  await expect(handle(page, "Least")).toBeFocused();
  await page.keyboard.press("End");
  await expect(box(page, "Least")).toHaveValue("$1bn");
  await answered(page, "/contracts?min=1000000000&amount=period");
  await expect(result(page)).toContainText("6 actions · 1 contract");
  await expect(handle(page, "Least")).toBeFocused();

  for (const key of ["ArrowLeft", "ArrowLeft", "ArrowDown"]) await page.keyboard.press(key);
  await expect(box(page, "Least")).toHaveValue("$30m");
  expect(await said(page, "Least")).toBe("$30 million");
  await answered(page, "/contracts?min=30000000&amount=period");
  await expect(handle(page, "Least")).toBeFocused();

  await page.keyboard.press("Tab");
  await expect(handle(page, "Most")).toBeFocused();
  await page.keyboard.press("Home");
  await expect(box(page, "Most")).toHaveValue("$99999999.99");
  expect(await said(page, "Most")).toBe("below $100 million");
  await answered(page, "/contracts?min=30000000&max=99999999.99&amount=period");
  await page.keyboard.press("End");
  await expect(box(page, "Most")).toHaveValue("");
  await answered(page, "/contracts?min=30000000&amount=period");
  await page.keyboard.press("PageDown");
  await expect(page).toHaveURL(/max=/);
  await page.goBack();
  await expect(box(page, "Most")).toHaveValue("");
  expect(await said(page, "Most")).toBe("no limit");
});

test("the handle that the keyboard is on has a ring of its own", async ({ page }) => {
  await page.goto("/contracts?min=1m");
  const ends = amount(page).getByRole("slider").first().locator("..");
  await box(page, "Least").focus();
  const before = await ends.screenshot();
  await page.keyboard.press("Shift+Tab");
  await expect(amount(page).getByText(/^Tallest bar/)).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(handle(page, "Most")).toBeFocused();
  expect(await ends.screenshot()).not.toEqual(before);
});

test("a handle goes on while the answer for where it was comes in", async ({ page }) => {
  await page.goto("/contracts");
  await handle(page, "Least").focus();
  await page.keyboard.press("End");
  await page.waitForURL(/min=/, { waitUntil: "commit" });
  for (let step = 0; step < 4; step++) await page.keyboard.press("ArrowLeft");
  await answered(page, "/contracts?min=10000000&amount=period");
  await expect(box(page, "Least")).toHaveValue("$10m");
  expect(await said(page, "Least")).toBe("$10 million");
});

test("a handle that comes back to where it was asks for nothing", async ({ page }) => {
  await page.goto("/contracts?min=1m");
  await handle(page, "Least").focus();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowRight");
  await expect(box(page, "Least")).toHaveValue("$1m");
  await page.keyboard.press("ArrowRight");
  await answered(page, "/contracts?min=3000000&amount=period");
  await page.goBack();
  await answered(page, "/contracts?min=1000000&amount=period");
  await expect(page.getByRole("main")).not.toHaveAttribute("aria-busy");
});

test("a handle is dragged, and the result asked for when it is let go", async ({ page }) => {
  await page.goto("/contracts?company=palantir");
  await box(page, "Least").scrollIntoViewIfNeeded();
  const frame = await handle(page, "Least").boundingBox();
  if (!frame) throw new Error("the handle has no box");
  const thumb = { x: frame.x + 14, y: frame.y + 10 };
  await page.mouse.move(thumb.x, thumb.y);
  await page.mouse.down();
  await page.mouse.move(thumb.x + frame.width / 2, thumb.y, { steps: 6 });
  await expect(box(page, "Least")).not.toHaveValue("");
  expect(new URL(page.url()).search).toBe("?company=palantir");
  await page.mouse.up();
  await expect(page).toHaveURL(/company=palantir&.*min=/);
});

test("a bound that was typed stays as it was typed, the handle at the edge nearest to it", async ({
  page,
}) => {
  await page.goto("/contracts?min=-1.7m&max=250k");
  await expect(box(page, "Least")).toHaveValue("-$1.7m");
  await expect(box(page, "Most")).toHaveValue("$250k");
  expect([await said(page, "Least"), await said(page, "Most")]).toEqual(["−$1.7 million", "$250 thousand"]);
  await handle(page, "Most").press("ArrowRight");
  await expect(box(page, "Most")).toHaveValue("$999999.99");
  await answered(page, "/contracts?min=-1700000&max=999999.99&amount=period");
  await expect(box(page, "Least")).toHaveValue("-$1.7m");
});

test("the bars count what the other filters select, whatever the amount", async ({ page }) => {
  for (const path of ["/contracts", "/contracts?min=100m", "/contracts?view=actions&amount=in_records"]) {
    await page.goto(path);
    await amount(page)
      .getByText(/^Tallest bar: 1,483 contracts; \$0, cut off: 5,539$/)
      .click();
    expect(await counted(page), path).toBe(12_245);
  }
  for (const path of ["/contracts?view=actions", "/contracts?amount=action"]) {
    await page.goto(path);
    await amount(page)
      .getByText(/^Tallest bar: 2,344 actions; \$0, cut off: 12,865$/)
      .click();
    expect(await counted(page), path).toBe(27_370);
  }
  await page.goto("/contracts?agency=7012&agency=7014&company=palantir");
  await amount(page)
    .getByText(/^Tallest bar/)
    .click();
  expect(await counted(page)).toBeGreaterThanOrEqual(8);
});

test("another amount is what the bars are of, before any bound", async ({ page }) => {
  await page.goto("/contracts");
  await page.getByRole("combobox", { name: "Obligated by" }).selectOption("each action");
  await expect(page).toHaveURL("/contracts?amount=action");
  await expect(amount(page).getByText(/^Tallest bar: 2,344 actions/)).toBeVisible();
  await page.getByRole("combobox", { name: "Obligated by" }).selectOption("each contract, selected actions");
  await expect(page).toHaveURL("/contracts");
});

test("a bar opens as many actions as it counts, on the negative side too", async ({ page }) => {
  await page.goto("/contracts?view=actions");
  await amount(page)
    .getByText(/^Tallest bar/)
    .click();
  const bar = amount(page).getByRole("link", { name: /^−\$3m to −\$1m: \d+ actions$/ });
  const count = /: (\d+) /.exec(await bar.innerText())?.[1];
  await bar.click();
  await expect(page).toHaveURL("/contracts?view=actions&min=-2999999.99&max=-1000000&amount=action");
  await expect(result(page)).toContainText(`${count} actions ·`);
  await expect
    .poll(async () => [await said(page, "Least"), await said(page, "Most")])
    .toEqual(["above −$3 million", "−$1 million"]);
  await expect(bar).toHaveAttribute("aria-current", "true");
  await bar.click();
  await expect(page).toHaveURL("/contracts?view=actions");
});

test("the bars themselves are doors for the pointer", async ({ page }) => {
  await page.goto("/contracts");
  // A screen reader has the list instead, so the bar is found by what the pointer is told of it.
  await amount(page).locator("a").filter({ hasText: "$10m to $30m: 176 contracts" }).first().click();
  await expect(page).toHaveURL("/contracts?min=10000000&max=29999999.99&amount=period");
  await expect(result(page)).toContainText("176 contracts");
});

test("a selection of nothing has no bars and says so", async ({ page }) => {
  await page.goto("/contracts?company=nobody");
  await expect(amount(page).getByText("No contract of this selection has such an amount.")).toBeVisible();
  await expect(page.getByRole("slider")).toHaveCount(0);
  await page.goto("/contracts?amount=current");
  await expect(amount(page).getByText("Not reported for 12,245 contracts.")).toBeVisible();
});

test("without scripts the bars are doors and there are no handles", async ({ browser }) => {
  const page = await plainPage(browser);
  await page.goto("/contracts?company=palantir");
  await expect(page.getByRole("slider")).toHaveCount(0);
  await amount(page)
    .getByText(/^Tallest bar/)
    .click();
  await amount(page)
    .getByRole("link", { name: /^\$100m to \$300m: 1 contract$/ })
    .click();
  await expect(page).toHaveURL("/contracts?company=palantir&min=100000000&max=299999999.99&amount=period");
  await expect(result(page)).toContainText("16 actions · 1 contract");
  await page.context().close();
});

test("nothing moves when the handles come", async ({ page }) => {
  await page.addInitScript(() => {
    const shifts = window as typeof window & { shifted: number };
    shifts.shifted = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.shifted += (entry as unknown as { value: number }).value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto("/contracts?min=1m");
  await expect(handle(page, "Least")).toBeVisible();
  expect(await page.evaluate(() => (window as unknown as { shifted: number }).shifted)).toBeLessThan(0.02);
});

for (const width of [390, 320]) {
  test(`the handles can be reached and moved on a telephone ${width} wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.goto("/contracts?min=1m&max=2999999.99");
    await page.getByRole("link", { name: /^Filters/ }).click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await box(page, "Least").scrollIntoViewIfNeeded();
    // One bin apart, each still has its own place under the finger: the other lies beside it.
    for (const name of ["Least", "Most"] as const) {
      const input = handle(page, name);
      const [frame, value] = [await input.boundingBox(), Number(await input.inputValue())];
      if (!frame) throw new Error("the handle has no box");
      const thumb = frame.x + 12 + ((frame.width - 24) * value) / 29;
      const under = await page.evaluate(
        ([x, y]) => document.elementFromPoint(x, y)?.getAttribute("aria-label"),
        [thumb, frame.y + 12] as const,
      );
      expect(under).toBe(`${name} amount`);
      expect(frame.height).toBeGreaterThanOrEqual(24);
    }
    await handle(page, "Most").press("ArrowRight");
    await answered(page, "/contracts?min=1000000&max=9999999.99&amount=period");
    await amount(page)
      .getByText(/^Tallest bar/)
      .click();
    for (const link of await amount(page).getByRole("listitem").getByRole("link").all()) {
      expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(24);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds no fault in the bars, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    for (const path of ["/contracts?min=250k", "/contracts?view=actions&max=-0.01", "/contracts?min=900bn"]) {
      await page.goto(path);
      await amount(page)
        .getByText(/^Tallest bar/)
        .click();
      const { violations } = await new AxeBuilder({ page })
        .include('form[aria-label="Filter contracts"]')
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
        .analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
        path,
      ).toEqual([]);
    }
  });
}
