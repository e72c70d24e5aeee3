import { axeViolations, expect, pageWidth, test } from "./journey";

// What the page says: http/data.test.ts.
test("the address of a known problem brings it into view", async ({ reader: page }) => {
  await page.goto("/data#problem-keyless-ice");
  await expect(page.locator("#problem-keyless-ice")).toBeInViewport();
});

test("wide tables scroll inside themselves on a phone, by keyboard too", async ({ reader: page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/data");
  expect(await pageWidth(page)).toBeLessThanOrEqual(390);
  const accounts = page.getByRole("region", { name: "Row accounts by file" });
  await accounts.focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => accounts.evaluate((region) => region.scrollLeft)).toBeGreaterThan(0);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the page has no axe violations: ${colorScheme}`, { tag: "@deep" }, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto("/data");
    expect(await axeViolations(page)).toEqual([]);
  });
}
