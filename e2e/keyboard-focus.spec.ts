import type { Page } from "playwright/test";

import { expect, test } from "./journey";
import { enter } from "./keyboard";
import { pageKinds } from "./pages";

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
  await page.getByRole("combobox", { name: /^Search companies/ }).focus();
  await page.keyboard.type("palantir");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/companies/palantir");
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
  await expect(first.getByRole("checkbox")).toBeFocused();
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

/** What Tab must reach, if it can be seen. */
const controls = "a[href], button, input, select, textarea, summary, [tabindex='0']" as const;

for (const path of [...pageKinds, "/contracts?fy=2026", "/companies/palantir"]) {
  test(`Tab reaches every control of ${path} and shows where it is`, { tag: "@deep" }, async ({ page }) => {
    test.slow();
    await page.goto(path);
    await page.evaluate(() => {
      const reached = new Set<EventTarget | null>();
      Object.assign(window, { reached });
      document.addEventListener("focusin", ({ target }) => reached.add(target));
    });
    for (let step = 0; step < 2_000; step += 1) {
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
            at !== null &&
            !focused.contains(at) &&
            !at.contains(focused) &&
            !at.closest("label, li, tr, svg"), // dots of a map overlap
          // The browser draws the ring of a date or month; a range has it on its handle.
          hasRing:
            focused.matches("input[type=date], input[type=month], input[type=range]") ||
            rings.some((style) => style !== "none"),
        };
      });
      if (!seen) break;
      if (step < 90)
        expect(seen, seen.name).toMatchObject({ isInView: true, isCovered: false, hasRing: true });
    }
    const missed = await page.locator(controls).evaluateAll((all) => {
      const { reached } = window as unknown as { reached: Set<EventTarget> };
      return (
        all
          .filter((one) => (one as HTMLElement).tabIndex >= 0 && !(one as HTMLButtonElement).disabled)
          // A live chart with its legend takes the place of its drawing when the focus has left it; its keys have tests of their own.
          .filter((one) => !one.closest("figure svg, figure [data-live], .recharts-wrapper"))
          .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !reached.has(one))
          .map((one) => one.outerHTML.slice(0, 120))
      );
    });
    expect(missed).toEqual([]);
  });
}
