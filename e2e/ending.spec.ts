import { allAppearances, axeViolations, expect, expectAccessible, pageWidth, test } from "./journey";

// What the pages say: http/ending.test.ts.
test.describe("with full-width records", () => {
  test.use({ site: "wide" });

  test("what ends soon has no axe violations and fits a phone", async ({ page }) => {
    await page.goto("/ending");
    await expectAccessible(page, [["dark", 390]]);
  });

  test("pages of full-width records have no axe violations and fit a phone", {
    tag: "@deep",
  }, async ({ page }) => {
    for (const path of [
      "/ending",
      "/ending?within=180&end=potential",
      "/contracts/70CTD026FR0000003",
      "/contracts/70CTD020FR0000009",
      "/contracts",
    ]) {
      await page.goto(path);
      await expectAccessible(page, allAppearances);
    }
  });
});

test("a notice of days that cannot be read has no axe violations on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/ending?within=7");
  await expect(page.getByRole("complementary", { name: /We ignored part of this link/ })).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  expect(await pageWidth(page)).toBe(390);
});
