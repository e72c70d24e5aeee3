import { expect, test } from "./journey";

test("the style page shows both themes, whatever the reader's own", async ({ reader: page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/method/style");
  const paperColors = page.locator("[data-theme]");
  await expect(paperColors).toHaveCount(2);
  await expect(paperColors.nth(0)).toHaveCSS("background-color", "rgb(255, 255, 255)");
  await expect(paperColors.nth(0)).toHaveCSS("color", "rgb(27, 29, 34)");
  await expect(paperColors.nth(1)).toHaveCSS("background-color", "rgb(20, 22, 27)");
});
