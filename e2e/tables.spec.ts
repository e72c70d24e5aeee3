import type { Page } from "playwright/test";

import { axeViolations, expect, pageWidth, test } from "./journey";

const actions = "/contracts?view=actions&company=palantir&sort=-federal_action_obligation";
const panel = (page: Page) => page.getByRole("dialog", { name: /, Palantir$/ });
const details = (page: Page, of: string) => page.getByRole("link", { name: `Details of ${of}` });
const dataRows = (page: Page) => page.getByRole("table").first().locator("tbody").getByRole("row");
const windowTop = (page: Page) => page.evaluate(() => window.scrollY);

test.describe("a row", () => {
  test("opens by keyboard, leads on to the next, and gives the focus back to the row last seen", async ({
    page,
  }) => {
    await page.goto(actions);
    const opener = details(page, "70CTD022FR0000170, modification P00009, Palantir");
    await opener.focus();
    const before = await windowTop(page);
    await page.keyboard.press("Enter");
    await expect(panel(page).getByRole("heading", { level: 2 })).toBeFocused();
    await expect(panel(page)).toContainText("Modification P00009, signed April 11, 2025");
    await expect(panel(page).getByText("$150,703,824.61").first()).toBeVisible();
    await expect(panel(page).locator("tbody").getByRole("row")).toHaveCount(16);
    await expect(panel(page).locator("[aria-current]")).toContainText("$29,898,236.00");
    expect(await windowTop(page)).toBe(before);
    await expect(page.locator("main")).not.toHaveAttribute("aria-busy");

    await page.keyboard.press("ArrowRight");
    await expect(panel(page).getByRole("status")).toHaveText(
      "Row 4 of 39 on this page: 70CTD022FR0000170, Palantir",
    );
    await expect(panel(page)).toContainText("Modification P00012, signed Sept. 25, 2025");
    await expect(page).toHaveURL(/&sort=-federal_action_obligation#row\/.*\/P00012$/);
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    await expect(panel(page).getByRole("heading", { level: 2 })).toHaveText("70CTD026FC0000018, Palantir");
    await page.keyboard.press("Escape");
    await expect(panel(page)).toHaveCount(0);
    await expect(page).toHaveURL(actions);
    await expect(details(page, "70CTD026FC0000018, modification 0, Palantir")).toBeFocused();
  });
});

test.describe("rows on a wide screen", () => {
  const heights = (page: Page) =>
    dataRows(page).evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));

  test("are two lines, or one if the reader wants, also after a new load, and open as a whole", async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1680, height: 900 });
    await page.goto("/contracts");
    expect(Math.max(...(await heights(page)))).toBeLessThanOrEqual(50);
    await page.getByRole("link", { name: "compact rows" }).click();
    await expect(page).toHaveURL("/contracts");
    await expect.poll(async () => Math.max(...(await heights(page)))).toBeLessThanOrEqual(32);
    await page.reload();
    expect(Math.max(...(await heights(page)))).toBeLessThanOrEqual(32);
    await dataRows(page).first().getByRole("cell").nth(2).click();
    await expect(page.getByRole("dialog")).toBeVisible();
  });

  test("use the window", async ({ page }) => {
    const width = async (window: number) => {
      await page.setViewportSize({ width: window, height: 900 });
      return page
        .getByRole("table")
        .first()
        .evaluate((table) => table.getBoundingClientRect().width);
    };
    await page.goto("/contracts");
    const [narrow, wide, wider] = [await width(1440), await width(1680), await width(1920)];
    expect(wide - narrow).toBeGreaterThan(200);
    expect(wider).toBeGreaterThanOrEqual(wide);
    expect(await pageWidth(page)).toBeLessThanOrEqual(1920);
  });
});

test("after a closed row another selection still comes into view from its top", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("/contracts");
  await details(page, "").nth(40).click();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.getByRole("link", { name: "Next" }).scrollIntoViewIfNeeded();
  await page
    .getByRole("list", { name: "Category" })
    .getByRole("link", { name: /^Medical/ })
    .click();
  await expect(page).toHaveURL("/contracts?category=medical");
  await expect(page.getByRole("heading", { level: 1 })).toBeInViewport();
});

test("descriptions in capitals are toned down in style alone, and copied as recorded", async ({
  reader: page,
}) => {
  const recorded = "THIS MODIFICATION ADDS LICENSES, CONFIGURATION, AND ENGINEERING SERVICES";
  await page.goto(actions);
  const cell = dataRows(page).nth(2).getByRole("cell").nth(1);
  await expect(cell).toContainText(recorded);
  expect(await cell.innerText()).toMatch(/^This modification adds licenses, configuration, and engineering/);
  const icm = page.getByRole("cell", { name: /\(ICM\)/i }).first();
  expect(await icm.innerText()).toMatch(
    /^Investigative case management \(ICM\) operations and maintenance \(O&M\)/,
  );
  await cell.evaluate((one) => window.getSelection()?.selectAllChildren(one));
  await page.keyboard.press("ControlOrMeta+c");
  const field = page.getByRole("searchbox").first();
  await field.focus();
  await page.keyboard.press("ControlOrMeta+v");
  await expect(field).toHaveValue(new RegExp(recorded));
});

test.describe("the columns", () => {
  test("are chosen and put in order by keyboard", async ({ page }) => {
    await page.goto("/contracts?company=palantir");
    const summary = page.locator("summary").filter({ hasText: "Columns" });
    await summary.focus();
    await page.keyboard.press("Enter");
    const form = page.getByRole("form", { name: "Columns" });
    await form.getByRole("checkbox", { name: "What it is for" }).press("Space");
    await form.getByRole("button", { name: "Move Office up" }).press("Enter");
    await form.getByRole("button", { name: "Apply columns" }).press("Enter");
    await expect(page).toHaveURL(/cols=company&.*cols=actions&cols=office&cols=piid$/);
    await expect(form).toBeHidden();
    await expect(summary).toBeFocused();
    await expect(page.getByRole("columnheader").last()).toContainText("Contract (PIID)");
    await expect(page.getByRole("status").filter({ hasText: "obligated" })).toContainText(
      /Columns: Company, Obligated .*, Office, Contract \(PIID\)$/,
    );
  });

  test("keep the first one and their headers in view, and what is focused beside them", async ({ page }) => {
    const cols =
      "company category naics_description federal_action_obligation product_or_service_code_description modification_number award_id_piid recipient_name awarding_sub_agency_name transaction_description contract";
    await page.goto(
      `/contracts?view=actions&fy=2025&${cols
        .split(" ")
        .map((name) => `cols=${name}`)
        .join("&")}`,
    );
    const frame = page.getByRole("region", { name: "Rows, scrolling sideways" });
    await frame.evaluate((one) => one.scrollTo(one.scrollWidth, 400));
    const box = async (one: ReturnType<Page["getByRole"]>) => {
      const found = await one.boundingBox();
      if (!found) throw new Error("nothing is there");
      return found;
    };
    const edge = await box(frame);
    const corner = await box(frame.getByRole("columnheader").first());
    expect(Math.round(corner.x)).toBe(Math.round(edge.x));
    expect(Math.round(corner.y)).toBe(Math.round(edge.y));
    for (const row of [0, 5, 9]) {
      const first = await box(frame.getByRole("rowheader").nth(row));
      expect(Math.round(first.x)).toBe(Math.round(edge.x));
    }
    // Backwards, no focused link is hidden by the sticky parts.
    await frame.getByRole("row").nth(12).getByRole("link").last().focus();
    for (let step = 0; step < 8; step += 1) {
      await page.keyboard.press("Shift+Tab");
      const isCovered = await page.evaluate(() => {
        const link = document.activeElement as HTMLElement;
        const { x, y, width, height } = link.getBoundingClientRect();
        const on = document.elementFromPoint(x + width / 2, y + height / 2);
        return on === null || !(link.contains(on) || on.contains(link));
      });
      expect(isCovered, `step ${step}`).toBe(false);
    }
  });
});

test.describe("on a narrow screen", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("without scripts filters are folded above the results", async ({ reader: page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto("/contracts?company=palantir");
    await page.locator("summary").filter({ hasText: "Filters (1)" }).click();
    await page.getByRole("link", { name: /^FY2025/ }).click();
    await expect(page).toHaveURL("/contracts?company=palantir&fy=2025");
  });

  for (const [width, isDeep] of [
    [390, false],
    [320, true],
  ] as const) {
    test(`a row is a card that begins with who and how much, ${width}`, {
      tag: isDeep ? "@deep" : [],
    }, async ({ reader: page }) => {
      await page.setViewportSize({ width, height: 844 });
      for (const path of ["/contracts?company=palantir", actions]) {
        await page.goto(path);
        const row = dataRows(page).first();
        const company = await row.getByRole("link", { name: "Palantir", exact: true }).boundingBox();
        const amount = await row
          .getByText(/^\$[\d,]+\.\d\d$/)
          .first()
          .boundingBox();
        const text = await row
          .getByText(/INVESTIGATIVE|THIS (ORDER|MODIFICATION)/)
          .first()
          .boundingBox();
        expect(company?.y, path).toBeLessThan(text?.y ?? 0);
        expect(amount?.y, path).toBeLessThan(text?.y ?? 0);
        expect((amount?.x ?? 0) + (amount?.width ?? 0), path).toBeLessThanOrEqual(width);
        expect(await pageWidth(page), path).toBe(width);
      }
    });
  }
});

for (const [paths, isDeep] of [
  [[actions], false],
  [["/contracts", "/contracts?show=month", "/contracts/70CTD022FR0000170"], true],
] as const) {
  test(`at a zoom of 400% nothing scrolls sideways or stays over the text: ${paths.join(" ")}`, {
    tag: isDeep ? "@deep" : [],
  }, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 256 });
    for (const path of paths) {
      await page.goto(path);
      expect(await pageWidth(page), path).toBe(320);
      const staying = await page.evaluate(() => {
        window.scrollTo(0, document.documentElement.scrollHeight / 2);
        return [...document.querySelectorAll("main *")]
          .filter((one) => ["sticky", "fixed"].includes(getComputedStyle(one).position))
          .map((one) => one.getBoundingClientRect())
          .filter(({ height, top, bottom }) => height > 0 && bottom > 0 && top < window.innerHeight)
          .reduce((sum, { height }) => sum + height, 0);
      });
      expect(staying, path).toBe(0);
    }
  });
}

for (const [colorScheme, width, isDeep] of [
  ["light", 1440, false],
  ["dark", 390, true],
  ["dark", 1440, true],
  ["light", 390, true],
] as const) {
  test(`the table and what opens over it have no axe violations, ${colorScheme}, ${width}`, {
    tag: isDeep ? "@deep" : [],
  }, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 900 });
    await page.goto(actions);
    await page.locator("summary").filter({ hasText: "Columns" }).click();
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await details(page, "70CTD022FR0000170, modification P00009, Palantir").click();
    await expect(panel(page)).toContainText("Modification P00009");
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await expect(panel(page)).toHaveCount(0);
    if (width > 390) return;
    await page.getByRole("link", { name: "Filters (1)" }).click();
    await expect(page.getByRole("dialog", { name: /^Filters/ })).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
  });
}

test("cards laid out late move nothing that is read and cut no focus ring", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/contracts");
  const cards = page.getByRole("row").filter({ has: page.getByRole("rowheader") });
  await page.evaluate(() => {
    document.documentElement.style.scrollBehavior = "auto";
    const last = [...document.querySelectorAll("tbody tr")].at(-1);
    last?.scrollIntoView();
  });
  await expect(cards.last()).toBeInViewport();
  const topOf = (index: number) =>
    cards.nth(index).evaluate((card) => Math.round(card.getBoundingClientRect().top));
  await page.mouse.move(195, 400);
  for (let step = 0; step < 4; step += 1) {
    const index = await cards.evaluateAll((all) =>
      all.findIndex((card) => card.getBoundingClientRect().bottom > 0),
    );
    const before = await topOf(index);
    await page.mouse.wheel(0, -300);
    await expect.poll(async () => Math.abs((await topOf(index)) - before - 300)).toBeLessThan(3);
  }

  const link = cards.nth(2).getByRole("rowheader").getByRole("link").first();
  await cards.nth(1).getByRole("link").last().focus();
  await page.keyboard.press("Tab");
  await expect(link).toBeFocused();
  await expect(async () => {
    const { y = 0 } = (await cards.nth(2).boundingBox()) ?? {};
    const clip = { x: 0, y: y - 20, width: 390, height: 60 }; // the link and the ring around it
    const shots: Buffer[] = [];
    for (const visibility of ["auto", "visible"]) {
      await cards.nth(2).evaluate((card, value) => {
        (card as HTMLElement).style.contentVisibility = value;
      }, visibility);
      shots.push(await page.screenshot({ clip }));
    }
    expect(shots[0]?.equals(shots[1] as Buffer)).toBe(true);
  }).toPass();
});
