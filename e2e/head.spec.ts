import { expect, test } from "./journey";

test("a link to another page keeps the meta tag of the color scheme in place", { tag: "@deep" }, async ({
  page,
}) => {
  await page.goto("/contracts");
  const tag = await page.locator('meta[name="color-scheme"]').elementHandle();
  expect(await tag?.getAttribute("content")).toBe("light dark");
  await page.getByRole("link", { name: /^FY2025/ }).click();
  await expect(page).toHaveTitle(/FY2025/);
  expect(await tag?.evaluate((meta) => meta.isConnected)).toBe(true);
});
