import { expect, expectAccessible, test, twoAppearances } from "./journey";

test("a button copies the text of a report", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/brands/glock");
  const text = await page.getByRole("textbox", { name: "Report of a wrong match" }).inputValue();
  await page.getByRole("button", { name: "Copy this text" }).click();
  await expect(page.getByText("✓ copied")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
});

test("brands with few or no mentions have no axe violations and fit narrow and wide windows", {
  tag: "@deep",
}, async ({ page }) => {
  for (const path of ["/brands/glock", "/brands/figma"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page, twoAppearances);
  }
});
