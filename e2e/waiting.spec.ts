import { expect, type Page, test } from "playwright/test";

const facet = (page: Page, name: string) =>
  page.getByRole("form", { name: "Filter contracts" }).getByRole("link", { name });

test("until what was asked for is there, the old figures stay in their place, greyed", async ({ page }) => {
  await page.goto("/contracts");
  const result = page.getByRole("region", { name: "Result" });
  await expect(result).toContainText("27,370 actions");
  const place = await result.boundingBox();
  let answer = () => {};
  const asked = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route(/_rsc=/, async (route) => {
    await asked;
    await route.continue();
  });
  await facet(page, "The GEO Group").click();
  await expect(page.locator("main")).toHaveAttribute("aria-busy", "true");
  await expect(page.locator("main")).toHaveCSS("opacity", "0.55");
  await expect(result).toContainText("27,370 actions");
  expect(await result.boundingBox()).toEqual(place);
  answer();
  await expect(page).toHaveURL("/contracts?company=geo-group");
  await expect(result).not.toContainText("27,370 actions");
  await expect(page.locator("main")).not.toHaveAttribute("aria-busy");
  await expect(page.locator("main")).toHaveCSS("opacity", "1");
});

test("what leaves the page as it is greys nothing", async ({ page }) => {
  await page.goto("/contracts?company=palantir");
  const main = page.locator("main");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: /^Export/ }).click();
  await download;
  await expect(main).not.toHaveAttribute("aria-busy");
  const apply = page.getByRole("form", { name: "Filter contracts" }).getByRole("button", { name: "Apply" });
  await apply.first().click(); // nothing was changed
  await expect(main).not.toHaveAttribute("aria-busy");
  await page.getByRole("link", { name: "Skip to the results" }).focus();
  await page.keyboard.press("Enter");
  await expect(main).not.toHaveAttribute("aria-busy");
});

test("a filter, an order and a page are told to who cannot see them change", async ({ page }) => {
  await page.goto("/contracts?view=actions");
  const said = page.getByRole("status").filter({ hasText: "obligated" });
  await facet(page, "CoreCivic").click();
  await expect(said).toHaveText(
    "Company: CoreCivic. 309 actions, 51 contracts, $1.23 billion obligated (net). Actions by Signed, descending",
  );
  await page.getByRole("columnheader", { name: "Obligated by the action" }).getByRole("link").click();
  await expect(said).toContainText("Actions by Obligated by the action, descending");
});
