import type { Page } from "playwright/test";

import { expect, test } from "./journey";
import { enter, tabTo } from "./keyboard";

const main = (page: Page) => page.getByRole("main");
const nowhere = (page: Page) => page.evaluate(() => document.activeElement === document.body);

test("another page begins at its content, from the menu and from a search; Back returns to the link", async ({
  page,
}) => {
  await page.goto("/method/style");
  await enter(
    page,
    page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Agencies", exact: true }),
  );
  await expect(page).toHaveURL("/agencies");
  await expect(main(page)).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(main(page).getByRole("link", { name: "as recorded" })).toBeFocused();
  const office = main(page).getByRole("link", { name: /^Detention Compliance and Removals/ });
  await office.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/agencies/7012/offices/70CDCR");
  await expect(main(page)).toBeFocused();
  await page.goBack();
  await expect(page).toHaveURL("/agencies");
  await expect(office).toBeFocused();
  await page.getByRole("searchbox", { name: /^Search companies/ }).focus();
  await page.keyboard.type("palantir");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/search?q=palantir");
  await expect(main(page)).toBeFocused();
});

test("the search is reached by keyboard from the top of a page", { tag: "@deep" }, async ({ page }) => {
  await page.goto("/");
  await tabTo(page, page.getByRole("search").getByRole("searchbox", { name: /^Search companies/ }));
});

test("Back returns to the link that led away, also after a row was opened", { tag: "@deep" }, async ({
  page,
}) => {
  await page.goto("/companies");
  const link = main(page).getByRole("link", { name: "CoreCivic", exact: true });
  await enter(page, link, 200);
  await expect(page).toHaveURL("/companies/corecivic");
  await expect(main(page)).toBeFocused();
  await page.goBack();
  await expect(page).toHaveURL("/companies");
  await expect(link).toBeFocused();

  await page.goto("/contracts?company=palantir");
  const row = page.getByRole("row").nth(2);
  await enter(page, row.getByRole("link", { name: /^Details/ }), 200);
  await page.keyboard.press("Escape");
  await expect(row.getByRole("link", { name: /^Details/ })).toBeFocused();
  const piid = row.getByRole("link", { name: /^70CTD/ });
  await enter(page, piid);
  await expect(page).toHaveURL(/\/contracts\/CONT_AWD_/);
  await expect(main(page)).toBeFocused();
  await page.goBack();
  await expect(page).toHaveURL("/contracts?company=palantir");
  await expect(piid).toBeFocused();
});

test("a link in the footer begins the next page at its content", { tag: "@deep" }, async ({ page }) => {
  await page.goto("/brands/glock");
  await enter(page, page.getByRole("contentinfo").getByRole("link", { name: "Style" }), 400);
  await expect(page).toHaveURL("/method/style");
  await expect(main(page)).toBeFocused();
});

test("a letter of the list leads to its row, and Tab goes on from there", async ({ page }) => {
  await page.goto("/companies?sort=company");
  await page
    .getByRole("navigation", { name: "Letters" })
    .getByRole("link", { name: "P", exact: true })
    .focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/page=\d+#P$/);
  const first = page.locator("#P");
  await expect(first).toBeFocused();
  await expect(first).toBeInViewport();
  await page.keyboard.press("Tab");
  await expect(first.getByRole("rowheader").getByRole("link")).toBeFocused();
});

test("a removed filter leaves the focus on the filters that are left", async ({ page }) => {
  await page.goto("/contracts?company=geo-group&fy=2025", { waitUntil: "networkidle" });
  await page.getByRole("link", { name: "Remove Company: The GEO Group" }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/contracts?fy=2025");
  await expect(page.getByRole("list", { name: "Filters", exact: true })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Remove Fiscal year: FY2025" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/contracts");
  await expect(page.locator("#results")).toBeFocused();
});

test("a column is sorted both ways without leaving its header", { tag: "@deep" }, async ({ page }) => {
  await page.goto("/contracts?company=palantir");
  const header = page.getByRole("columnheader", { name: /^Actions/ });
  await enter(page, page.getByRole("link", { name: "Skip to the results" }));
  await enter(page, header.getByRole("link"));
  await expect(header).toHaveAttribute("aria-sort", "descending");
  await expect(header.getByRole("link")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(header).toHaveAttribute("aria-sort", "ascending");
  await expect(header.getByRole("link")).toBeFocused();
});

for (const [path, name] of [
  ["/contracts?company=palantir&min=lots", "Remove it"],
  ["/contracts?company=palantir&fy=2025", "Clear all"],
  ["/contracts?company=palantir&view=actions&min=100m", "without the amount filter"],
  ["/companies?name=anduril", "for U.S. Customs and Border Protection instead"],
  ["/find?amount=29.8M&company=geo", "The GEO Group"],
] as const) {
  test(`the focus stays in the content where a followed link goes away: ${name}`, {
    tag: "@deep",
  }, async ({ page }) => {
    await page.goto(path);
    await main(page).getByRole("link", { name }).focus();
    await page.keyboard.press("Enter");
    await expect(main(page).getByRole("link", { name })).toHaveCount(0);
    await expect.poll(() => nowhere(page)).toBe(false);
    const isInMain = await main(page).evaluate((content) => content.contains(document.activeElement));
    expect(isInMain).toBe(true);
  });
}

test("a reader with the focus on nothing is not put anywhere", { tag: "@deep" }, async ({ page }) => {
  await page.goto("/contracts");
  await page
    .getByRole("list", { name: "Fiscal year" })
    .getByRole("link", { name: /^FY2025/ })
    .evaluate((link: HTMLElement) => link.click());
  await expect(page).toHaveURL("/contracts?fy=2025");
  await expect(page.getByRole("link", { name: "Remove Fiscal year: FY2025" })).toBeVisible();
  await expect(main(page)).not.toHaveAttribute("aria-busy", "true");
  expect(await nowhere(page)).toBe(true);
  await expect(page.locator("html")).not.toHaveAttribute("tabindex");
});

for (const path of ["/contracts?fy=2026", "/", "/companies/palantir", "/contracts/70CTD022FR0000170"]) {
  test(`the focus is always visible on ${path}`, { tag: "@deep" }, async ({ page }) => {
    await page.goto(path);
    for (let step = 0; step < 90; step += 1) {
      await page.keyboard.press("Tab");
      const seen = await page.evaluate(() => {
        const focused = document.activeElement;
        if (!focused || focused === document.body) return null;
        const box = focused.getClientRects()[0] ?? focused.getBoundingClientRect();
        const at = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height, 20) / 2);
        const rings = [focused, ...(focused.parentElement ? [focused.parentElement] : [])].flatMap(
          (element) => [undefined, "::after"].map((part) => getComputedStyle(element, part).outlineStyle),
        );
        return {
          name: `${focused.tagName} ${focused.getAttribute("name") ?? ""} ${focused.textContent?.slice(0, 40)}`,
          isInView: box.bottom > 0 && box.top < innerHeight && box.width > 0,
          isCovered:
            at !== null && !focused.contains(at) && !at.contains(focused) && !at.closest("label, li, tr"),
          // The browser draws the ring of a date field; a range has it on its handle.
          hasRing:
            focused.matches("input[type=date], input[type=range]") || rings.some((style) => style !== "none"),
        };
      });
      if (!seen) break;
      expect(seen, seen.name).toMatchObject({ isInView: true, isCovered: false, hasRing: true });
    }
  });
}
