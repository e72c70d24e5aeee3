import { expectAccessible, test, twoAppearances } from "./journey";

// What the page says: http/find.test.ts.
test("the form, many hits and a choice have no axe violations and fit narrow and wide windows", {
  tag: "@deep",
}, async ({ page }) => {
  for (const path of ["/find", "/find?amount=1m", "/find?amount=29.8M&company=geo&month=April"]) {
    await page.goto(path);
    await expectAccessible(page, twoAppearances);
  }
});
