import { allAppearances, expect, expectAccessible, test } from "./journey";

test.describe("with a history of three retrievals", () => {
  test.use({ site: "changes" });

  test("the page says what changed, in sentences with the figures", async ({ reader: page }) => {
    await page.goto("/changes");
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
  });

  test("filters and kinds narrow the list, and the feeds follow them", async ({ reader: page }) => {
    await page.goto("/changes");
    await page.getByRole("link", { name: "1 changed amount" }).click();
    await expect(page).toHaveURL("/changes?kind=amount");
    await page.goto("/changes?company=beta");
    await expect(page.getByRole("listitem").filter({ hasText: "is no longer in the records" })).toHaveCount(
      1,
    );
    await expect(page.getByRole("link", { name: "Remove Company: BETA LLC" })).toBeVisible();
    const atom = page.locator('link[rel="alternate"][type="application/atom+xml"]');
    await expect(atom).toHaveAttribute("href", /\/changes\.atom\?company=beta$/);
    await page.getByRole("link", { name: "Atom" }).click({ trial: true });
  });

  test("a browser parses the Atom feed, with recorded text as text", async ({ reader: page }) => {
    await page.goto("about:blank");
    const answer = await page.request.get("/changes.atom");
    const { errors, entries, texts } = await page.evaluate(
      (text) => {
        const feed = new DOMParser().parseFromString(text, "application/xml");
        return {
          errors: feed.querySelectorAll("parsererror").length,
          entries: feed.querySelectorAll("entry > id").length,
          texts: [...feed.querySelectorAll("entry > summary")].map(
            (summary) =>
              new DOMParser().parseFromString(summary.textContent ?? "", "text/html").body.textContent,
          ),
        };
      },
      await answer.text(),
    );
    expect({ errors, entries }).toEqual({ errors: 0, entries: 5 });
    expect(texts).toContainEqual(expect.stringContaining("<b>bold</b> & BEDS ]]>"));
  });

  test("the page names what it cannot read, and says when nothing is found", async ({ reader: page }) => {
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
    const nothing = page.getByRole("complementary", {
      name: "Nothing is listed of ICE with these filters",
    });
    const all = nothing.getByRole("listitem").filter({ hasText: /^without the words: \d+ changes$/ });
    const count = /: (\d+) /.exec(await all.innerText())?.[1];
    await all.getByRole("link").click();
    await expect(page).toHaveURL("/changes");
    await expect(page.getByText(`${count} changes listed`)).toBeVisible();
    await page.goto("/changes?page=9");
    await page.getByRole("link", { name: "Go to the first page" }).click();
    await expect(page).toHaveURL("/changes");
  });

  test("the front page lists the five newest changes, and leads to all", async ({ reader: page }) => {
    await page.goto("/");
    const changed = page.getByRole("region", { name: "What changed?" });
    await expect(changed.locator("ol > li")).toHaveCount(5);
    await expect(changed).toContainText("3 Feb 2026");
    await changed.getByRole("link", { name: "All changes" }).click();
    await expect(page).toHaveURL("/changes");
  });

  test("a list of changes has no axe violations and fits a phone", async ({ page }) => {
    await page.goto("/changes?administrative=yes");
    await expectAccessible(page, [["dark", 390]]);
  });

  test("a list of changes with a notice has no axe violations and fits every window", {
    tag: "@deep",
  }, async ({ page }) => {
    for (const path of ["/changes?administrative=yes", "/changes?company=beta&since=x"]) {
      await page.goto(path);
      await expectAccessible(page, allAppearances);
    }
  });
});

test("the first snapshot says that it is the first", async ({ reader: page }) => {
  await page.goto("/changes");
  await expect(page.getByRole("complementary", { name: "This is the first snapshot here" })).toBeVisible();
});
