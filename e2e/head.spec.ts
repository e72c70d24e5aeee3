import { expect, test } from "./journey";

test("the browser's own color is the page's background in both themes", async ({ reader: page }) => {
  await page.goto("/search");
  for (const theme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: theme });
    const color = await page
      .locator(`meta[name="theme-color"][media="(prefers-color-scheme: ${theme})"]`)
      .getAttribute("content");
    const channels = [1, 3, 5].map((at) => Number.parseInt(color?.slice(at, at + 2) ?? "", 16));
    await expect(page.locator("body"), theme).toHaveCSS("background-color", `rgb(${channels.join(", ")})`);
  }
});

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
