import type { Browser, Page } from "playwright/test";

/** A page that runs no scripts. */
export async function plainPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  return context.newPage();
}
