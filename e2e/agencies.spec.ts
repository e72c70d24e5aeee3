import { axeViolations, expect, pageWidth, test } from "./journey";

for (const path of ["/agencies", "/agencies/7012?fy=all", "/agencies/7014/offices/70B01C?grouped=no"]) {
  test(`has no axe violations and fits, all details open, on desktop and phone: ${path}`, {
    tag: "@deep",
  }, async ({ page }) => {
    test.slow();
    await page.goto(path);
    const main = page.getByRole("main");
    await main.evaluate((element) => {
      for (const one of element.querySelectorAll("details")) one.open = true;
    });
    for (const { width, colorScheme } of [
      { width: 1440, colorScheme: "dark" },
      { width: 390, colorScheme: "light" },
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      expect(await axeViolations(page)).toEqual([]);
      expect(await pageWidth(page)).toBe(width);
      const ends = await main
        .locator("td data")
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right));
      expect(Math.max(...ends)).toBeLessThanOrEqual(width);
    }
  });
}
