import { expect, test } from "./journey";

test("pages open without an error in the browser", async ({ page }) => {
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  for (const path of ["/", "/data"]) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(200);
    await expect(page.getByRole("heading", { level: 1 }), path).toBeVisible();
    // Scripts have run and links in view are prefetched once the page is idle.
    await page.evaluate(
      () => new Promise((done) => requestIdleCallback(() => done(null), { timeout: 5_000 })),
    );
  }
  expect(problems).toEqual([]);
});
