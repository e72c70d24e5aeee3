import { expect, type Page, test } from "playwright/test";

import { enter, tabTo } from "./keyboard";

const main = (page: Page) => page.getByRole("main");
const nowhere = (page: Page) => page.evaluate(() => document.activeElement === document.body);

test("another page is begun at its content, from the menu, a name and a search", async ({ page }) => {
  await page.goto("/");
  await enter(
    page,
    page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Agencies", exact: true }),
  );
  await expect(page).toHaveURL("/agencies");
  await expect(main(page)).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(main(page).getByRole("link", { name: "as recorded" })).toBeFocused();
  await enter(page, main(page).getByRole("link", { name: /^Detention Compliance and Removals/ }));
  await expect(page).toHaveURL("/agencies/7012/offices/70CDCR");
  await expect(main(page)).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(main(page).getByRole("link").first()).toBeFocused();
  await page.goto("/");
  await tabTo(page, page.getByRole("search").getByRole("searchbox", { name: /^Search companies/ }));
  await page.keyboard.type("palantir");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/search?q=palantir");
  await expect(main(page)).toBeFocused();
});

test("who goes back is on the link that led away, and after a row was looked at too", async ({ page }) => {
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

test("a link at the foot of a page leaves nobody at the foot of the next", async ({ page }) => {
  await page.goto("/brands/glock");
  await enter(page, page.getByRole("contentinfo").getByRole("link", { name: "Style" }), 400);
  await expect(page).toHaveURL("/method/style");
  await expect(main(page)).toBeFocused();
});

test("a letter of the list leads to its row, and on from there", async ({ page }) => {
  await page.goto("/companies?sort=company");
  await enter(
    page,
    page.getByRole("navigation", { name: "Letters" }).getByRole("link", { name: "P", exact: true }),
  );
  await expect(page).toHaveURL(/page=\d+#P$/);
  const first = page.locator("#P");
  await expect(first).toBeFocused();
  await expect(first).toBeInViewport();
  await page.keyboard.press("Tab");
  await expect(first.getByRole("rowheader").getByRole("link")).toBeFocused();
});

test("who takes a filter away goes on from the filters that are left", async ({ page }) => {
  await page.goto("/contracts?company=geo-group&fy=2025");
  await enter(page, page.getByRole("link", { name: "Remove Company: The GEO Group" }));
  await expect(page).toHaveURL("/contracts?fy=2025");
  await expect(page.getByRole("list", { name: "Filters", exact: true })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Remove Fiscal year: FY2025" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/contracts");
  await expect(page.locator("#results")).toBeFocused();
});

test("a column is ordered one way and the other without looking for its header again", async ({ page }) => {
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
  test(`what goes away when it is followed does not take the focus with it: ${name}`, async ({ page }) => {
    await page.goto(path);
    await enter(page, main(page).getByRole("link", { name }), 300);
    await expect(main(page).getByRole("link", { name })).toHaveCount(0);
    await expect.poll(() => nowhere(page)).toBe(false);
    const isInMain = await main(page).evaluate((content) => content.contains(document.activeElement));
    expect(isInMain).toBe(true);
  });
}

test("who had the focus on nothing, as after a click in some browsers, is not put anywhere", async ({
  page,
}) => {
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

for (const path of ["/", "/contracts?fy=2026", "/companies/palantir", "/contracts/70CTD022FR0000170"]) {
  test(`the focus is always seen on ${path}`, async ({ page }) => {
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
          // The browser draws a ring of its own around the calendar inside a field of dates; of a range the handle has it.
          hasRing:
            focused.matches("input[type=date], input[type=range]") || rings.some((style) => style !== "none"),
        };
      });
      if (!seen) break;
      expect(seen, seen.name).toMatchObject({ isInView: true, isCovered: false, hasRing: true });
    }
  });
}
