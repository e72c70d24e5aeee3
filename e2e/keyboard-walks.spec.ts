import type { Page } from "playwright/test";
import { award } from "./full-width";
import { expect, test } from "./journey";
import { enter, skipToContent, tabTo } from "./keyboard";

// Walks by keyboard whose steps depend on scripts or on the focus that a step before left. That Tab reaches every control of
// every page is in keyboard-focus.spec.ts, where links lead in http, and what a component does by keys in its browser test.
const result = (page: Page) => page.getByRole("region", { name: "Result" });
const filters = (page: Page) => page.getByRole("form", { name: "Filter contracts" });

test.describe("by keyboard", { tag: "@deep" }, () => {
  test("the kind of amount is changed, and a preset set and cleared", async ({ page }) => {
    await page.goto("/contracts?company=palantir");
    await tabTo(page, filters(page).getByRole("combobox", { name: "Filter by" }));
    await page.keyboard.type("single action");
    await expect(page).toHaveURL(/amount=action/);
    const preset = filters(page)
      .getByRole("list", { name: "Common ranges" })
      .getByRole("link", { name: "$10–100M" });
    await enter(page, preset);
    await expect(page).toHaveURL(/min=10000000&max=99999999\.99/);
    await expect(result(page)).toContainText("9 actions");
    await expect(preset).toHaveAttribute("aria-current", "true"); // the filters arrive after the result
    await expect(preset).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(result(page)).toContainText("39 actions");
  });

  test("one of the companies that share a name is chosen", async ({ page }) => {
    await page.goto("/find");
    await tabTo(page, page.getByRole("textbox", { name: "Figure as published" }));
    await page.keyboard.type("29.8M");
    await tabTo(page, page.getByRole("textbox", { name: /^Company/ }));
    await page.keyboard.type("geo");
    await page.keyboard.press("Enter");
    const choice = page.getByRole("complementary", { name: /^Which company\?/ });
    await enter(page, choice.getByRole("link", { name: "The GEO Group" }));
    await expect(page).toHaveURL("/find?amount=29.8M&company=geo-group");
    await expect(page.getByText(/^Read as \$29,800,000/)).toBeVisible();
  });

  test("a contract number leads to its raw record, which scrolls by arrows, and to its vehicle", async ({
    page,
  }) => {
    await page.goto("/");
    await tabTo(page, page.getByRole("search").getByRole("combobox", { name: /^Search companies/ }));
    await page.keyboard.type("70ctd0-22-f-r0000170");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      /^Palantir: INVESTIGATIVE CASE MANAGEMENT/,
    );
    await enter(page, page.getByText("Show the raw record of 16 actions"));
    const raw = page.getByRole("region", { name: "Raw record" });
    await expect(raw.getByRole("row").filter({ hasText: "P00010" })).toContainText("-18000.00");
    await page.keyboard.press("Tab");
    await expect(raw).toBeFocused();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => raw.evaluate((one) => one.scrollLeft)).toBeGreaterThan(0);
    await enter(page, page.getByRole("main").getByRole("link", { name: "About this vehicle" }));
    await expect(page).toHaveURL(/\/vehicles\/GS35F0086U/);
  });

  test("the contents of the data page lead to the accounts of all rows", async ({ page }) => {
    await page.goto("/data");
    const contents = page.getByRole("navigation", { name: "On this page" });
    await skipToContent(page);
    await enter(page, contents.getByRole("link", { name: "Every row accounted for" }));
    await expect(page).toHaveURL("/data#accounts");
    await expect(page.getByRole("heading", { name: "Every row accounted for" })).toBeInViewport();
    await page.keyboard.press("Tab");
    await expect(page.getByRole("region", { name: "Row accounts by file" })).toBeFocused();
  });

  test("a chart is opened as numbers, and its copied address shows it again", async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.goto("/companies/palantir");
    await skipToContent(page);
    const chart = page.getByRole("figure", { name: "Obligations by fiscal year" });
    await expect(chart.getByRole("row")).toHaveCount(0);
    await enter(page, chart.getByText("Numbers as a table"));
    await expect(chart.getByRole("row", { name: /^FY2025/ })).toContainText("$81,098,690.32");
    await enter(page, chart.getByRole("button", { name: "Copy link" }));
    await expect(chart.getByRole("status").filter({ hasText: "copied" })).toBeVisible();
    await page.goto(await page.evaluate(() => navigator.clipboard.readText()));
    await expect(page.getByRole("main").getByRole("figure").first()).toContainText("FY2025");
  });
});

test.describe("contracts that end soon", { tag: "@deep" }, () => {
  test.use({ site: "wide" });

  test("are looked for further ahead by keyboard, and one of them opened", async ({ page }) => {
    const ending = page.getByRole("region", { name: "Contracts ending soon" });
    await page.goto("/expiring?within=30");
    await skipToContent(page);
    await enter(page, page.getByRole("link", { name: "Next 180 days" }));
    // Those that end in 10, 20, 20 and 70 days.
    const soon = ["70CTD020FR0000009", "70CTD026FR0000001", "70CTD026FR0000005", "70CTD026FR0000002"];
    await expect(ending.getByRole("rowheader")).toHaveText(soon);
    await tabTo(page, page.getByRole("searchbox", { name: /^Words in description/ }));
    await page.keyboard.type("geo group");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL("/expiring?within=180&q=geo+group");
    await enter(page, ending.getByRole("link", { name: "70CTD026FR0000002" }));
    await expect(page).toHaveURL(`/contracts/${award("70CTD026FR0000002")}`);
  });
});

test.describe("records that changed", { tag: "@deep" }, () => {
  test.use({ site: "changes" });

  test("are narrowed to words by keyboard, administrative ones included", async ({ page }) => {
    await page.goto("/changes");
    const form = page.getByRole("form", { name: "Filter the changes" });
    await tabTo(page, form.getByRole("searchbox"));
    await page.keyboard.type("beta");
    await tabTo(page, form.getByRole("checkbox"));
    await page.keyboard.press("Space");
    await enter(page, form.getByRole("button", { name: "Show" }));
    await expect(page).toHaveURL("/changes?q=beta&administrative=yes");
    await enter(page, page.getByRole("link", { name: "Remove Words: beta" }));
    await expect(page).toHaveURL("/changes?administrative=yes");
  });
});
