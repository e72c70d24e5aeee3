import AxeBuilder from "@axe-core/playwright";
import { type APIRequestContext, expect, test } from "playwright/test";

import { plainPage } from "./plain-page";

// Two snapshots of a small history are kept in a home of its own: changes-home.ts makes it. In the earlier one an action
// has $100.00 that the newest corrects to $120.00.
const port = Number(process.env.E2E_PORT ?? 3187) + 2;
const origin = `http://127.0.0.1:${port}`;
test.use({ baseURL: origin });

const nets = { earlier: 2_972_494.5, newest: 2_972_514.5 };

async function keptIds(request: APIRequestContext): Promise<{ earlier: string; newest: string }> {
  const { snapshots } = await (await request.get("/api/snapshots")).json();
  const [newest, earlier] = snapshots;
  expect(snapshots).toMatchObject([
    { current: true, totals: { net: nets.newest, actions: 6 } },
    { current: false, totals: { net: nets.earlier, actions: 6 } },
  ]);
  return { earlier: earlier.id, newest: newest.id };
}

test("an earlier snapshot is read, says so on every page, and leads back", async ({ browser, request }) => {
  const { earlier } = await keptIds(request);
  const page = await plainPage(browser);
  const notice = page.getByRole("complementary", { name: /^You are reading an earlier snapshot/ });
  const result = page.getByRole("region", { name: "Result" });

  await page.goto(`${origin}/data#snapshots`);
  await expect(notice).toHaveCount(0);
  await page.getByRole("link", { name: `Read this one, ${earlier}` }).click();
  await expect(page).toHaveURL(`${origin}/?snapshot=${earlier}`);
  await expect(notice).toContainText(earlier);

  await page.goto(`${origin}/contracts?snapshot=${earlier}`);
  await expect(notice).toContainText("The line at the top of the page is not");
  await expect(result).toContainText("$2,972,494.50");
  const table = page.getByRole("table").first();
  await table.getByRole("link", { name: "ACME INC" }).first().click();
  await expect(page).toHaveURL(`${origin}/companies/acme?snapshot=${earlier}`);
  await expect(notice).toBeVisible();
  await page.goBack();
  await table.getByRole("link", { name: "70CDCR26P00000001" }).first().click();
  await expect(page).toHaveURL(`${origin}/contracts/7012-70CDCR26P00000001?snapshot=${earlier}`);
  await expect(page.getByText("$100.00").first()).toBeVisible();
  await page.goBack();

  await notice.getByRole("link", { name: "Read the newest instead" }).click();
  await expect(page).toHaveURL(`${origin}/contracts`);
  await expect(notice).toHaveCount(0);
  await expect(result).toContainText("$2,972,514.50");
  await page.context().close();
});

test("every page names the earlier snapshot that it shows", async ({ page, request }) => {
  const { earlier } = await keptIds(request);
  for (const path of [
    "/",
    "/contracts?show=company",
    "/contracts/70CDCR26P00000001",
    "/companies",
    "/companies/acme",
    "/brands",
    "/brands/azure",
    "/agencies",
    "/agencies/7012",
    "/agencies/7012/offices/70CDCR",
    "/vehicles",
    "/changes",
    "/ending",
    "/search?q=acme",
    "/find?amount=100",
    "/data",
  ]) {
    await page.goto(`${path}${path.includes("?") ? "&" : "?"}snapshot=${earlier}`);
    await expect(page.getByText(/^You are reading an earlier snapshot, built on/), path).toHaveCount(1);
    await expect(page.getByRole("link", { name: "Read the newest instead" }), path).toHaveAttribute(
      "href",
      path,
    );
  }
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
});

test("a snapshot that is not kept is said to be none, and the newest is read", async ({ page, request }) => {
  await page.goto("/contracts?snapshot=0123456789ab");
  await expect(page.getByText("must be the id of a snapshot that is kept here")).toBeVisible();
  await expect(page.getByRole("region", { name: "Result" })).toContainText("$2,972,514.50");
  await page.getByRole("link", { name: "Remove it" }).click();
  await expect(page).toHaveURL("/contracts");
  for (const path of [
    "/api/contracts",
    "/contracts.csv",
    "/api/companies/acme",
    "/changes.atom",
    "/api/find?amount=1",
  ]) {
    const answer = await request.get(`${path}${path.includes("?") ? "&" : "?"}snapshot=0123456789ab`);
    expect(answer.status(), path).toBe(404);
    expect(await answer.json()).toMatchObject({
      title: "That snapshot is not kept here",
      detail: expect.stringContaining("/api/snapshots"),
    });
  }
});

test("an answer and an export are of the snapshot that is named", async ({ request }) => {
  const { earlier, newest } = await keptIds(request);
  for (const [snapshot, net] of [
    [earlier, nets.earlier],
    [newest, nets.newest],
  ]) {
    const answer = await request.get(`/api/contracts?snapshot=${snapshot}`);
    expect(answer.headers().etag).toContain(snapshot);
    expect(await answer.json()).toMatchObject({ snapshot: { id: snapshot }, totals: { net } });
    const lines = (await (await request.get(`/contracts.csv?view=actions&snapshot=${snapshot}`)).text())
      .trim()
      .split("\r\n");
    expect(lines).toHaveLength(7);
    expect(lines.slice(1).filter((line) => !line.endsWith(`${snapshot}`))).toEqual([]);
  }
  const list = await request.get("/api/snapshots");
  const known = { headers: { "if-none-match": list.headers().etag ?? "" } };
  expect((await request.get("/api/snapshots", known)).status()).toBe(304);
});
