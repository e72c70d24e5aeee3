import { expect, test } from "playwright/test";

import { plainPage } from "./plain-page";

test("the overview opens, whole and without an error in the browser", async ({ page }) => {
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  const response = await page.goto("/");
  expect(response?.status()).toBe(200);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  // Scripts have run and the links in view have been fetched ahead once the page has nothing left to do.
  await page.evaluate(() => new Promise((done) => requestIdleCallback(() => done(null), { timeout: 5_000 })));
  expect(problems).toEqual([]);
});

test("health names the snapshot and its rows", async ({ request }) => {
  const response = await request.get("/api/health");
  expect(response.status()).toBe(200);
  const health = await response.json();
  expect(health.status).toBe("ok");
  expect(health.snapshot).toBeTruthy();
  expect(health.rows).toBeGreaterThan(60_000);
});

test("an unknown page says so with status 404", async ({ page }) => {
  const response = await page.goto("/no-such-page");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("an address that names nothing, or only looks like a file, says so without scripts too", async ({
  browser,
}) => {
  const page = await plainPage(browser);
  for (const path of [
    "/nope.json",
    "/humans.txt",
    "/contracts/nope.json",
    "/contracts/70CTD022FR0000170.json",
    "/brands/no-such-brand",
    "/agencies/9999",
    "/agencies/7012/offices/NOSUCH",
    "/vehicles/NOSUCH",
    "/brands/constructor",
  ]) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(404);
    expect(response?.headers()["content-security-policy"], path).toContain("default-src 'self'");
    expect(response?.headers()["x-content-type-options"], path).toBe("nosniff");
    expect(response?.headers()["referrer-policy"], path).toBe("strict-origin-when-cross-origin");
    await expect(page.getByRole("heading", { level: 1 }), path).toHaveText("Nothing at this address");
  }
  await page.context().close();
});

test("every page names what it does not understand of its address", async ({ page, request }) => {
  const { snapshot } = await (await request.get("/api/health")).json();
  const notice = page.getByRole("complementary", { name: /could not be understood/ });
  for (const path of [
    "/",
    "/contracts",
    "/contracts/70CTD022FR0000170",
    "/companies",
    "/companies/palantir",
    "/brands",
    "/brands/azure",
    "/agencies",
    "/agencies/7012",
    "/vehicles",
    "/vehicles/GS35F0086U",
    "/search",
    "/find",
    "/data",
  ]) {
    await page.goto(`${path}?snapshot=another&colour=blue`);
    await expect(notice.getByRole("listitem"), path).toHaveText([
      "colour is not a parameter that is known here; given: blue",
      "snapshot must be the id of a snapshot that is kept here (they are listed on /data#snapshots); given: another",
    ]);
    await expect(notice.getByRole("link", { name: "Remove them" })).toHaveAttribute("href", path);
    await page.goto(`${path}?snapshot=${snapshot}&colour=&fy=%20`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(notice, path).toHaveCount(0);
  }
});

test("an unknown endpoint answers with a problem document", async ({ request }) => {
  const response = await request.get("/api/no-such-endpoint");
  expect(response.status()).toBe(404);
  expect(response.headers()["content-type"]).toContain("application/problem+json");
});
