import { expect, pageWidth, test } from "./journey";

// What the page says: http/data.test.ts.

test("wide tables scroll inside themselves on a phone, by keyboard too", async ({ reader: page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/data");
  expect(await pageWidth(page)).toBeLessThanOrEqual(390);
  const accounts = page.getByRole("region", { name: "Row accounts by file" });
  await accounts.focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => accounts.evaluate((region) => region.scrollLeft)).toBeGreaterThan(0);
});
