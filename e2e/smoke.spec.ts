import { expect, test } from "./journey";

test("pages open without an error in the browser, and end with their footer", async ({ page }) => {
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  for (const path of ["/", "/data", "/method/style", "/contracts?show=agency"]) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(200);
    await expect(page.getByRole("heading", { level: 1 }), path).toBeVisible();
    const end = await page
      .getByRole("contentinfo")
      .evaluate((footer) => footer.getBoundingClientRect().bottom + window.scrollY);
    expect(await page.evaluate(() => document.documentElement.scrollHeight), path).toBeLessThanOrEqual(
      Math.max(Math.ceil(end), page.viewportSize()?.height ?? 0),
    );
    // Scripts have run and links in view are prefetched once the page is idle.
    await page.evaluate(
      () => new Promise((done) => requestIdleCallback(() => done(null), { timeout: 5_000 })),
    );
  }
  expect(problems).toEqual([]);
});
