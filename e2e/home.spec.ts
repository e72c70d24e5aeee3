import { axeViolations, expect, pageWidth, statusOf, test } from "./journey";

test("arrow keys walk the chart of months, and Enter opens a month's records", async ({ page }) => {
  const errors: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  await page.goto("/");
  const chart = page.getByRole("figure", { name: "Obligations by month" }).getByRole("application");
  await chart.scrollIntoViewIfNeeded();
  await chart.focus();
  await page.keyboard.press("ArrowRight");
  await expect(statusOf(chart)).toContainText("October 2024");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/contracts?from=2024-10-01&to=2024-10-31");
  expect(errors).toEqual([]);
});

test("the front page with its chart drawn has no axe violations and no console errors", {
  tag: "@deep",
}, async ({ page }) => {
  const errors: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto("/");
    await page.getByRole("figure", { name: "Obligations by month" }).scrollIntoViewIfNeeded();
    await expect(
      page.getByRole("figure", { name: "Obligations by month" }).getByRole("application"),
    ).toBeVisible();
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await axeViolations(page)).toEqual([]);
      expect(await pageWidth(page)).toBe(width);
    }
  }
  expect(errors).toEqual([]);
});
