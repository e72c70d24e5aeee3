import { axeViolations, expect, test } from "./journey";

// Two snapshots of a small history. In the earlier one an action has $100.00 that the newest corrects to $120.00.
// Every page's notice and the answers to clients: http/snapshots.test.ts.
test.use({ site: "changes" });

async function earlierId(request: { get(path: string): Promise<{ json(): Promise<unknown> }> }) {
  const { snapshots } = (await (await request.get("/api/snapshots")).json()) as {
    snapshots: { id: string; current: boolean }[];
  };
  return snapshots.find(({ current }) => !current)?.id ?? "";
}

test("an earlier snapshot can be read, keeps its notice from link to link, and leads back", async ({
  reader: page,
  request,
}) => {
  const earlier = await earlierId(request);
  const notice = page.getByRole("complementary", { name: /^You are reading an earlier snapshot/ });
  const result = page.getByRole("region", { name: "Result" });

  await page.goto("/data#snapshots");
  await expect(notice).toHaveCount(0);
  await page.getByRole("link", { name: `Read this one, ${earlier}` }).click();
  await expect(page).toHaveURL(`/?snapshot=${earlier}`);
  await expect(notice).toContainText(earlier);

  await page.goto(`/contracts?snapshot=${earlier}`);
  await expect(notice).toContainText("The line at the top of the page is not");
  await expect(result).toContainText("$2,972,494.50");
  const table = page.getByRole("table").first();
  await table.getByRole("link", { name: "ACME INC" }).first().click();
  await expect(page).toHaveURL(`/companies/acme?snapshot=${earlier}`);
  await expect(notice).toBeVisible();
  await page.goBack();
  await table.getByRole("link", { name: "70CDCR26P00000001" }).first().click();
  await expect(page).toHaveURL(`/contracts/7012-70CDCR26P00000001?snapshot=${earlier}`);
  await expect(page.getByText("$100.00").first()).toBeVisible();
  await page.goBack();

  await notice.getByRole("link", { name: "Read the newest instead" }).click();
  await expect(page).toHaveURL("/contracts");
  await expect(notice).toHaveCount(0);
  await expect(result).toContainText("$2,972,514.50");
});

test("a page names a snapshot that is not kept, and shows the newest", async ({ reader: page }) => {
  await page.goto("/contracts?snapshot=0123456789ab");
  await expect(page.getByText("must be the id of a snapshot that is kept here")).toBeVisible();
  await expect(page.getByRole("region", { name: "Result" })).toContainText("$2,972,514.50");
  await page.getByRole("link", { name: "Remove it" }).click();
  await expect(page).toHaveURL("/contracts");
});

test("a page of an earlier snapshot has no axe violations", { tag: "@deep" }, async ({ page, request }) => {
  await page.goto(`/data?snapshot=${await earlierId(request)}`);
  await expect(page.getByText(/^You are reading an earlier snapshot, built on/)).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
});
