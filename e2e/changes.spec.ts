import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "playwright/test";

import { plainPage } from "./plain-page";

// A small history of three retrievals, served from a home of its own: changes-home.ts makes it.
const port = Number(process.env.E2E_PORT ?? 3187) + 2;
test.use({ baseURL: `http://127.0.0.1:${port}` });

test("the page says what changed, in sentences with the figures, without scripts", async ({ browser }) => {
  const page = await plainPage(browser);
  await page.goto(`http://127.0.0.1:${port}/changes`);
  await expect(page.getByText("since 1 February 2026")).toBeVisible();
  const newest = page.getByRole("list", { name: "Changes noticed on 3 February 2026" });
  await expect(newest.locator("> li")).toHaveCount(3);
  await expect(newest).toContainText(
    "Modification P00001 of 70CDCR26P00000001 (BETA LLC, −$7.00, signed 15 Jan 2026) is no longer in the records; it was last there on 1 Feb 2026",
  );
  await expect(newest).toContainText(
    "The amount of modification 0 of 70CDCR26P00000001 (ACME INC) is recorded as $120.00; before, $100.00.",
  );
  await expect(newest.getByRole("definition")).toHaveText(["GUARDS AND DOGS", "GUARDS"]);
  const earlier = page.getByRole("list", { name: "Changes noticed on 2 February 2026" });
  await expect(earlier).toContainText(
    "ICE obligated $2,972,195.00 to ACME INC on a new contract, 70CDCR26P00000004, signed 30 Jan 2026.",
  );
  await expect(earlier).toContainText(
    "ICE took back $0.50 obligated to ACME INC on 70CDCR26P00000002, modification P00001, signed 1 Dec 2025; recorded late.",
  );
  await expect(earlier).toContainText("<b>bold</b> & BEDS ]]>");
  await expect(earlier).not.toContainText("P00002");
  await page.getByRole("link", { name: "1 administrative change" }).click();
  await expect(earlier).toContainText(
    "ICE obligated no money ($0.00) to ACME INC on 70CDCR26P00000002, modification P00002",
  );
  await earlier.getByRole("link", { name: "70CDCR26P00000004" }).click();
  await expect(page).toHaveURL(/\/contracts\/7012-70CDCR26P00000004$/);
  await page.context().close();
});

test("filters and kinds narrow the list, and the feeds follow them", async ({ page, request }) => {
  await page.goto("/changes");
  await page.getByRole("link", { name: "1 changed amount" }).click();
  await expect(page).toHaveURL("/changes?kind=amount");
  await page.goto("/changes?company=beta");
  await expect(page.getByRole("listitem").filter({ hasText: "is no longer in the records" })).toHaveCount(1);
  await expect(page.getByRole("link", { name: "Remove Company: BETA LLC" })).toBeVisible();
  const atom = page.locator('link[rel="alternate"][type="application/atom+xml"]');
  await expect(atom).toHaveAttribute("href", /\/changes\.atom\?company=beta$/);
  await page.getByRole("link", { name: "Atom" }).click({ trial: true });
  const feed = await (await request.get("/changes.json?company=beta")).json();
  expect(feed.items).toHaveLength(1);
  expect(feed.items[0]).toMatchObject({
    id: expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/),
    url: `http://127.0.0.1:${port}/contracts/7012-70CDCR26P00000001`,
    tags: ["vanished"],
  });
});

test("the Atom feed is well-formed, and a reader that has it is told so", async ({ page, request }) => {
  const answer = await request.get("/changes.atom");
  expect(answer.headers()["content-type"]).toContain("application/atom+xml");
  const read = await page.evaluate(
    (text) => {
      const feed = new DOMParser().parseFromString(text, "application/xml");
      return {
        errors: feed.querySelectorAll("parsererror").length,
        ids: [...feed.querySelectorAll("entry > id")].map((id) => id.textContent),
        texts: [...feed.querySelectorAll("entry > summary")].map(
          (summary) =>
            new DOMParser().parseFromString(summary.textContent ?? "", "text/html").body.textContent,
        ),
      };
    },
    await answer.text(),
  );
  expect(read.errors).toBe(0);
  expect(new Set(read.ids).size).toBe(5);
  expect(read.texts).toContainEqual(expect.stringContaining("<b>bold</b> & BEDS ]]>"));
  const again = await request.get("/changes.atom", {
    headers: { "if-none-match": answer.headers().etag ?? "" },
  });
  expect(again.status()).toBe(304);
});

test("the endpoint gives the same with totals, and names what it cannot read", async ({ request }) => {
  const answer = await (await request.get("/api/changes?administrative=yes")).json();
  expect(answer.changes_since).toBe("2026-02-01");
  expect(answer.totals).toMatchObject({
    entries: 6,
    actions: 3,
    net: 2972194.5,
    added: 2972195,
    taken_back: -0.5,
    administrative: 1,
  });
  expect(answer.page).toEqual({ number: 1, size: 50, rows: 6, pages: 1 });
  expect(answer.rows[1]).toMatchObject({
    kind: "amount",
    amount: 120,
    amount_before: 100,
    before: "100.00",
    after: "120.00",
  });
  for (const path of ["/api/changes", "/changes.atom", "/changes.json"]) {
    const refused = await request.get(`${path}?kind=news&since=yesterday`);
    expect(refused.status(), path).toBe(400);
    expect((await refused.json()).parameters.map(({ name }: { name: string }) => name)).toEqual([
      "kind",
      "since",
    ]);
  }
});

test("what cannot be read is named, and nothing found says so", async ({ page }) => {
  await page.goto("/changes?since=yesterday&agency=7014");
  await expect(page.getByRole("complementary", { name: /could not be understood/ })).toContainText(
    "since must be a day",
  );
  await expect(page.getByLabel("Noticed since")).toHaveValue("yesterday");
  await expect(page.getByRole("complementary", { name: "No change of CBP is listed yet" })).toBeVisible();
  await page.goto("/changes?agency=7014&q=zebra");
  await expect(
    page.getByRole("complementary", { name: "Nothing is listed of CBP with these filters" }),
  ).toBeVisible();
  await page.goto("/changes?q=zebra");
  const nothing = page.getByRole("complementary", { name: "Nothing is listed of ICE with these filters" });
  const all = nothing.getByRole("listitem").filter({ hasText: /^without the words: \d+ changes$/ });
  const count = /: (\d+) /.exec(await all.innerText())?.[1];
  await all.getByRole("link").click();
  await expect(page).toHaveURL("/changes");
  await expect(page.getByText(`${count} changes listed`)).toBeVisible();
  await page.goto("/changes?page=9");
  await page.getByRole("link", { name: "Go to the first page" }).click();
  await expect(page).toHaveURL("/changes");
});

test("the front page tells the five newest changes, and leads to all", async ({ page }) => {
  await page.goto("/");
  const changed = page.getByRole("region", { name: "What changed?" });
  await expect(changed.locator("ol > li")).toHaveCount(5);
  await expect(changed).toContainText("3 Feb 2026");
  await changed.getByRole("link", { name: "All changes" }).click();
  await expect(page).toHaveURL("/changes");
});

test("the first snapshot says that it is the first", async ({ page }) => {
  await page.goto(`http://127.0.0.1:${port - 1}/changes`);
  await expect(page.getByRole("complementary", { name: "This is the first snapshot here" })).toBeVisible();
  await page.goto(`http://127.0.0.1:${port - 1}/`);
  await expect(page.getByRole("region", { name: "What changed?" })).toHaveCount(0);
  await expect(page.getByRole("region", { name: "What ends soon?" })).toHaveCount(0);
});

for (const scheme of ["light", "dark"] as const) {
  test(`nothing bars the way for anybody: ${scheme}, wide and on a telephone`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    for (const path of ["/changes?administrative=yes", "/changes?company=beta&since=x"]) {
      for (const size of [
        { width: 1440, height: 900 },
        { width: 390, height: 844 },
      ]) {
        await page.setViewportSize(size);
        await page.goto(path);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
          size.width,
        );
      }
    }
  });
}
