import { expect, type Page, test } from "playwright/test";

const ground = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const dark = "rgb(20, 22, 27)";
const light = "rgb(255, 255, 255)";

test("the colours follow the system until a reader chooses, and the choice is remembered", async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/");
  expect(await ground(page)).toBe(light);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await ground(page)).toBe(dark);
  await page.emulateMedia({ colorScheme: "light" });

  await page.getByLabel("Colours").selectOption("Dark");
  expect(await ground(page)).toBe(dark);
  await page.getByRole("link", { name: "Companies", exact: true }).click();
  await expect(page).toHaveURL("/companies");
  expect(await ground(page)).toBe(dark);
  const document = await page.request.get("/agencies");
  expect(await document.text()).toMatch(/<html[^>]* data-theme="dark"/);
  await page.reload();
  await expect(page.getByLabel("Colours")).toHaveValue("dark");

  await page.getByLabel("Colours").selectOption("As the system");
  expect(await ground(page)).toBe(light);
  await page.reload();
  expect(await ground(page)).toBe(light);
});

test("what is in the cookie is never written into the page", async ({ request }) => {
  const page = await request.get("/find", { headers: { cookie: 'theme=dark" onload="alert(1)' } });
  const [tag] = /<html[^>]*>/.exec(await page.text()) ?? [];
  expect(tag).toBeDefined();
  expect(tag).not.toMatch(/onload|data-theme/);
});

test.describe("on a telephone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  for (const scripts of ["on", "off"] as const) {
    test.describe(`with scripts ${scripts}`, () => {
      test.use({ javaScriptEnabled: scripts === "on" });

      test("the parts of the site are behind a menu, which a choice folds again", async ({ page }) => {
        await page.goto("/");
        const companies = page
          .getByRole("navigation", { name: "Main" })
          .getByRole("link", { name: "Companies" });
        await expect(companies).toBeHidden();
        await page.getByText("Menu", { exact: true }).click();
        await companies.click();
        await expect(page).toHaveURL("/companies");
        await expect(companies).toBeHidden();
      });
    });
  }
});

test("every face comes from this site, and none is asked for that is not there", async ({
  page,
  baseURL,
}) => {
  const asked: string[] = [];
  page.on("response", (response) => asked.push(`${response.status()} ${response.url()}`));
  await page.goto("/");
  await page.evaluate(() => document.fonts.ready);
  expect(asked.filter((line) => line.includes(".woff2")).length).toBeGreaterThan(0);
  expect(asked.filter((line) => !line.startsWith(`200 ${baseURL}/`))).toEqual([]);
});
