import { expect, type Locator, type Page } from "playwright/test";

/** Presses Tab until an element has the focus. Fails after `most` presses. */
export async function tabTo(page: Page, target: Locator, most = 150): Promise<void> {
  await expect(target).toHaveCount(1);
  // Found once, because a search by role and name at every step is slow.
  let element = await target.elementHandle();
  for (let step = 0; step < most; step += 1) {
    const where = await element?.evaluate((found) =>
      found === document.activeElement ? "here" : found.isConnected ? "elsewhere" : "gone",
    );
    if (where === "here") return;
    if (where === "gone") element = await target.elementHandle();
    else await page.keyboard.press("Tab");
  }
  throw new Error(`${target} was not reached by pressing Tab ${most} times`);
}

/** Presses Tab until an element has the focus, then Enter. */
export async function enter(page: Page, target: Locator, most?: number): Promise<void> {
  await tabTo(page, target, most);
  await page.keyboard.press("Enter");
}

/** Follows the link that skips to the content. */
export const skipToContent = (page: Page) =>
  enter(page, page.getByRole("link", { name: "Skip to the content" }));

/** Follows the link that skips to the results of a list. */
export const skipToResults = (page: Page) =>
  enter(page, page.getByRole("link", { name: "Skip to the results" }));
