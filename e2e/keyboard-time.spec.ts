import { readFile } from "node:fs/promises";

import { expect, type Page, test } from "playwright/test";

import { enter, tabTo } from "./keyboard";
import { action, award, inDays, serveRecords, type WideServer } from "./wide-records";

// What changes with time: contracts that end, records that changed, and snapshots of before, each by keyboard alone.
const toContent = (page: Page) => enter(page, page.getByRole("link", { name: "Skip to the content" }));

test.describe("contracts that end", () => {
  test.describe.configure({ mode: "default" });
  let server: WideServer;

  test.beforeAll(async () => {
    test.setTimeout(120_000);
    server = await serveRecords({
      "transactions.csv": [
        action("70CTD026FR0000001"),
        action("70CTD026FR0000002", {
          period_of_performance_current_end_date: inDays(150),
          recipient_name: "THE GEO GROUP, INC.",
          recipient_parent_name: "",
        }),
      ],
    });
  });
  test.afterAll(() => server?.stop());

  const ending = (page: Page) => page.getByRole("region", { name: "Contracts that end soon" });

  test("are looked for further ahead, and one of them opened", async ({ page }) => {
    await page.goto(`${server.origin}/ending`);
    await expect(ending(page).getByRole("rowheader")).toHaveText(["70CTD026FR0000001"]);
    await toContent(page);
    await enter(page, page.getByRole("link", { name: "Next 180 days" }));
    await expect(ending(page).getByRole("rowheader")).toHaveText(["70CTD026FR0000001", "70CTD026FR0000002"]);
    await tabTo(page, page.getByRole("searchbox", { name: /^Words in description/ }));
    await page.keyboard.type("geo group");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(`${server.origin}/ending?within=180&q=geo+group`);
    await enter(page, ending(page).getByRole("link", { name: "70CTD026FR0000002" }));
    await expect(page).toHaveURL(`${server.origin}/contracts/${award("70CTD026FR0000002")}`);
    await expect(page.getByRole("main")).toContainText("150 days");
  });

  test("are put into a calendar", async ({ page }) => {
    await page.goto(`${server.origin}/ending`);
    await toContent(page);
    await tabTo(page, page.getByRole("link", { name: "Calendar (.ics)" }));
    const download = page.waitForEvent("download");
    await page.keyboard.press("Enter");
    const text = await readFile(await (await download).path(), "utf8");
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect(text).toContain(`DTSTART;VALUE=DATE:${inDays(20).replaceAll("-", "")}`);
  });
});

test.describe("records that changed", () => {
  // Of the small history that changes-home.ts makes.
  const origin = `http://127.0.0.1:${Number(process.env.E2E_PORT ?? 3187) + 2}`;
  test.use({ baseURL: origin });
  const listed = (page: Page) => page.getByRole("list", { name: /^Changes noticed on/ });

  test("are narrowed to one kind, and to words, with what is folded away", async ({ page }) => {
    await page.goto("/");
    await enter(
      page,
      page.getByRole("region", { name: "What changed?" }).getByRole("link", { name: "All changes" }),
    );
    await enter(page, page.getByRole("link", { name: "1 changed amount" }));
    await expect(page).toHaveURL("/changes?kind=amount");
    await expect(listed(page)).toContainText("is recorded as $120.00; before, $100.00.");
    await enter(page, page.getByRole("link", { name: "All kinds" }));
    const form = page.getByRole("form", { name: "Filter the changes" });
    await tabTo(page, form.getByRole("searchbox"));
    await page.keyboard.type("beta");
    await tabTo(page, form.getByRole("checkbox"));
    await page.keyboard.press("Space");
    await enter(page, form.getByRole("button", { name: "Show" }));
    await expect(page).toHaveURL("/changes?q=beta&administrative=yes");
    await expect(listed(page).first()).toContainText("is no longer in the records");
    await enter(page, page.getByRole("link", { name: "Remove Words: beta" }));
    await expect(page).toHaveURL("/changes?administrative=yes");
  });

  for (const [name, address, mark] of [
    ["Atom", "/changes.atom?company=beta", "is no longer in the records"],
    ["JSON Feed", "/changes.json?company=beta", "urn:uuid:"],
  ] as const) {
    test(`are followed as ${name}`, async ({ page }) => {
      await page.goto("/changes?company=beta");
      await toContent(page);
      await tabTo(page, page.getByRole("link", { name, exact: true }));
      const answer = page.waitForResponse(`${origin}${address}`);
      await page.keyboard.press("Enter");
      expect(await (await answer).text()).toContain(mark);
    });
  }

  test("are read as they were before, and again as they are", async ({ page }) => {
    await page.goto("/data");
    await toContent(page);
    await enter(
      page,
      page.getByRole("navigation", { name: "On this page" }).getByRole("link", { name: "Snapshots" }),
    );
    const snapshots = page.getByRole("region", { name: "Table of snapshots" });
    await enter(page, snapshots.getByRole("link", { name: /^Read this one/ }).last());
    await expect(page).toHaveURL(/\/\?snapshot=/);
    const notice = page.getByRole("complementary", { name: /^You are reading an earlier snapshot/ });
    await expect(notice).toBeVisible();
    await expect(page.getByRole("main")).toContainText("$2,972,494.50");
    await enter(page, notice.getByRole("link", { name: "Read the newest instead" }));
    await expect(notice).toHaveCount(0);
    await expect(page.getByRole("main")).toContainText("$2,972,514.50");
  });
});
