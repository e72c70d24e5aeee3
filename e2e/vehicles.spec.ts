import { expect, test } from "./journey";

test("the description of an order runs on as one text", async ({ reader: page }) => {
  await page.goto("/vehicles/GS35F0086U");
  const pieces = page.locator("td[data-label='What it is for, as recorded'] > span > span");
  const displays = await pieces.evaluateAll((all) => all.map((piece) => getComputedStyle(piece).display));
  expect(displays.length).toBeGreaterThan(0);
  expect(displays.filter((display) => !display.startsWith("inline"))).toEqual([]);
});
