import { expect, test } from "./journey";

test("a button copies the text of a report", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/brands/glock");
  const text = await page.getByRole("textbox", { name: "Report of a wrong match" }).inputValue();
  await page.getByRole("button", { name: "Copy this text" }).click();
  await expect(page.getByText("✓ copied")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
});
