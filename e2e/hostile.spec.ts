import type { Page } from "playwright/test";

import { expect, test } from "./journey";
import { hostilePaths } from "./pages";

// Records that try to be markup, formulas and SQL. What is sent to clients without a browser: http/hostile.test.ts.
test.use({ site: "hostile" });

const hostileCells =
  "/contracts?view=actions&cols=recipient_name&cols=product_or_service_code_description&cols=naics_description&cols=transaction_description";

/** Opens pages and expects no script from their records to run. */
async function expectNothingRuns(page: Page, paths: string[]) {
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    return dialog.dismiss();
  });
  for (const path of paths) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 }), path).toBeVisible();
    const executable = "main script:not([type='application/ld+json']), main img[src='x'], main svg[onload]";
    expect(await page.locator(executable).count(), path).toBe(0);
    await expect(page, path).not.toHaveTitle(/broken/);
  }
  expect(dialogs).toEqual([]);
}

test("shows markup in records as text and runs none of it", async ({ page }) => {
  await expectNothingRuns(page, [hostileCells, "/contracts?show=company", "/contracts/70CDCR25P00000001"]);
  await expect(page.getByText("<script>alert(1)</script> INC").first()).toBeVisible();
  await expect(page.getByText("<b>bold</b> & &amp; </td></table>").first()).toBeVisible();
});

test("runs no markup of records or addresses on more pages", { tag: "@deep" }, async ({ page }) => {
  await expectNothingRuns(page, hostilePaths);
});
